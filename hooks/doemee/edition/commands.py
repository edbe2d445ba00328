"""`doemee edition`: the publication as PDF and EPUB, from the sources of the site.

The day of the edition is asked for, or that of the last commit: so the same sources give the same bytes.
"""

import argparse
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from doemee import problems as report
from doemee.check import check, check_tips
from doemee.edition.files import edition_files
from doemee.edition.pdf import UnsetEdition
from doemee.load.folder import image_names, load_folder
from doemee.load.submission import Tip
from doemee.model.agenda import Agenda
from doemee.model.campaign import BrokenCampaign, Campaign, load_campaign
from doemee.model.initiative import resolve
from doemee.model.tip import Publication, publication
from doemee.problems import Problem, errors


def add_commands(subparsers: Any) -> None:
    """Add `edition` to the commands; `run` of what was parsed does it, and gives the exit status."""
    about = "Maak van de tips, de pagina's en de kalender één PDF en één e-boek (EPUB)."
    parser = subparsers.add_parser("edition", help="maak de publicatie als PDF en EPUB", description=about)
    parser.add_argument(
        "--into", type=Path, default=Path("site"), metavar="MAP", help="waar de bestanden komen; zonder: site/"
    )
    day = "de datum van de uitgave, als 2026-03-01; zonder: $DOEMEE_TODAY, of de dag van de laatste commit"
    parser.add_argument("--date", type=_day, metavar="DATUM", help=day)
    parser.set_defaults(run=_edition)


def _edition(given: argparse.Namespace) -> int:
    """0 when both files are written, 1 when there are problems, 2 when something asked for is not there."""
    root = Path.cwd()
    if not (root / "data" / "campaign.yml").is_file():
        return _wrong("hier is geen map data/ met campaign.yml: ga eerst naar de map van het project")
    today = given.date or _given_day() or _last_commit(root)
    if today is None:
        return _wrong("geef de datum van de uitgave op met --date, bijvoorbeeld --date 2026-03-01")
    campaign = load_campaign(root / "data")
    agenda, found, problems = _read(root, campaign, today)
    if errors(problems):
        sys.stdout.write(report.as_text(problems))
        return 1
    site = (os.environ.get("SITE_URL") or campaign.facts.site).rstrip("/") + "/"
    try:
        files = edition_files(agenda, found, overrides=root / "overrides", content=root / "content", site=site)
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


def _read(root: Path, campaign: Campaign, today: date) -> tuple[Agenda, Publication, list[Problem]]:
    """The calendar and the tips; with errors among the problems both are empty."""
    own = root / "data" / "initiatives"
    folder = root / os.environ.get("DOEMEE_INITIATIVES", own)
    files = list(load_folder(folder, root))
    tips = list(load_folder(root / "data" / "tips", root, Tip))
    problems = sorted([*check(files, campaign, image_names(folder)), *check_tips(tips, campaign)])
    if errors(problems):
        return Agenda(campaign, (), today), Publication(), problems
    initiatives = [resolve(loaded, campaign, folder.resolve() != own.resolve()) for loaded in files]
    return Agenda(campaign, initiatives, today), publication(tips, campaign, initiatives), problems


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is geen datum; schrijf ze als 2026-03-01") from None


def _given_day() -> date | None:
    fixed = os.environ.get("DOEMEE_TODAY")
    return _day(fixed) if fixed else None


def _last_commit(root: Path) -> date | None:
    """The day of the last commit, or None outside a git repository."""
    try:
        made = subprocess.run(
            ("git", "-C", str(root), "log", "-1", "--format=%cs"), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return date.fromisoformat(made.stdout.strip()) if made.stdout.strip() else None


def _wrong(message: str) -> int:
    print(f"doemee edition: {message}", file=sys.stderr)
    return 2
