"""`doemee edition`: the publication as PDF and EPUB, from the sources of the site.

The day of the edition is asked for, or that of the last commit: so the same sources give the same bytes.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from doemee import problems as report
from doemee.edition.files import edition_files
from doemee.edition.pdf import UnsetEdition
from doemee.history.git import GitFailed
from doemee.model.campaign import BrokenCampaign
from doemee.outside import Outside
from doemee.problems import errors
from doemee.project import INITIATIVES, PAGES, Project, find_root


def add_commands(subparsers: Any) -> None:
    """Add `edition` to the commands of the command line; `run` of what was parsed gives the exit status."""
    about = "Maak van de tips, de pagina's en de kalender één PDF en één e-boek (EPUB)."
    parser = subparsers.add_parser("edition", help="maak de publicatie als PDF en EPUB", description=about)
    into = "waar de bestanden komen; zonder: site/"
    parser.add_argument("--into", type=Path, default=Path("site"), metavar="MAP", help=into)
    day = "de datum van de uitgave, als 2026-03-01; zonder: $DOEMEE_TODAY, of de dag van de laatste commit"
    parser.add_argument("--date", type=_day, metavar="DATUM", help=day)
    parser.set_defaults(run=_edition)


def _edition(given: argparse.Namespace, outside: Outside) -> int:
    """0 when both files are written, 1 when there are problems, 2 when something asked for is not there."""
    root = find_root(Path.cwd())
    if root is None:
        return _wrong("hier is geen map data/ met campaign.yml: ga eerst naar de map van het project")
    today = given.date or _fixed_day(outside) or _last_commit(root, outside)
    if today is None:
        return _wrong("geef de datum van de uitgave op met --date, bijvoorbeeld --date 2026-03-01")
    project = Project.open(root, outside.variable("DOEMEE_INITIATIVES") or INITIATIVES)
    problems = project.problems()
    if errors(problems):
        sys.stdout.write(report.as_text(problems))
        return 1
    agenda = project.agenda(today)
    site = (outside.variable("SITE_URL") or project.campaign.facts.site).rstrip("/") + "/"
    publication = project.publication(agenda)
    try:
        files = edition_files(agenda, publication, overrides=root / "overrides", content=root / PAGES, site=site)
    except BrokenCampaign as broken:
        sys.stdout.write(report.as_text(broken.problems))
        return 1
    except UnsetEdition as error:
        print(f"De PDF kon niet gemaakt worden. Typst zegt:\n{error}", file=sys.stderr)
        return 1
    given.into.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (given.into / name).write_bytes(data)
        print(f"{given.into / name} ({len(data) // 1024} kB)")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is geen datum; schrijf ze als 2026-03-01") from None


def _fixed_day(outside: Outside) -> date | None:
    return outside.today() if outside.variable("DOEMEE_TODAY") else None


def _last_commit(root: Path, outside: Outside) -> date | None:
    """The day of the last commit, or None outside a git repository."""
    try:
        made = outside.git(root)("log", "-1", "--format=%cs").decode().strip()
    except GitFailed:
        return None
    return date.fromisoformat(made) if made else None


def _wrong(message: str) -> int:
    print(f"doemee edition: {message}", file=sys.stderr)
    return 2
