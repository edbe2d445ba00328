"""`doemee`: the commands for a terminal and for CI. `doemee check` is the one that senders meet.

A command gets what was given on the command line and what is outside the core (outside.py), and gives its exit status.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from doemee import problems as report
from doemee.history.versions import UnknownVersion
from doemee.model.campaign import BrokenCampaign
from doemee.outside import Outside, WrongDay
from doemee.problems import Problem
from doemee.project import Project, Scope, files_below, find_root, real_paths
from doemee.write.pages.review import review

_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


class WrongUsage(Exception):
    """The command line asks for something that is not there."""


def main(arguments: Sequence[str], outside: Outside) -> int:
    """Exit status: 0 valid, 1 problems, 2 wrong usage (contract, section 3)."""
    parser = argparse.ArgumentParser(prog="doemee", description="De bestanden van de kalender maken en nakijken.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    checking = commands.add_parser("check", help="kijk bestanden na", description="Kijk bestanden na, of heel data/.")
    checking.add_argument("paths", nargs="*", type=Path, metavar="PAD", help="bestanden of mappen; zonder: alles")
    checking.add_argument("--format", choices=_FORMATS, default="text", help="hoe de problemen getoond worden")
    since = "een commit, tag of branch: wat daar gepubliceerd was, mag niet verdwijnen"
    checking.add_argument("--since", metavar="VERSIE", help=since)
    summary = "voeg hier in Markdown aan toe hoe het eruitziet"
    checking.add_argument("--summary", type=Path, metavar="BESTAND", help=summary)
    checking.set_defaults(run=_check)
    if arguments[:1] != ["check"]:  # the one that people run over and over need not wait for what the others load
        for name in ("intake", "edition", "github"):
            import_module(f"doemee.{name}.commands").add_commands(commands)
    given = parser.parse_args(arguments)
    # A process of a second that keeps nearly all it makes: looking for garbage costs a fifth of it.
    gc.disable()
    try:
        return int(given.run(given, outside))
    except OSError as missing:
        parser.error(f"dit bestand kunnen we niet lezen: {missing.filename}")
    except BrokenCampaign as broken:
        sys.stdout.write(_FORMATS[getattr(given, "format", "text")](broken.problems))
        return 1
    except (WrongUsage, WrongDay) as wrong:
        parser.error(str(wrong))


def _check(given: argparse.Namespace, outside: Outside) -> int:
    root = find_root(Path.cwd())  # without symbolic links, so that files below it need not be resolved one by one
    if root is None:
        raise WrongUsage("hier is geen map data/ met campaign.yml: ga eerst naar de map van het project")
    for path in given.paths:
        if not path.exists():
            raise WrongUsage(f"dit pad bestaat niet: {path}")
    paths = real_paths(given.paths)
    project = Project.open(root, besides=files_below(paths))
    before = _published(project, given.since, outside) if given.since else None
    scope = project.scope(paths) if given.paths else project.everything
    found = project.problems(scope, before)
    sys.stdout.write(_FORMATS[given.format](found))
    if given.format == "text":
        print(report.summary(found, len(scope.files)))
    if given.summary:
        with open(given.summary, "a", encoding="utf-8") as file:  # GitHub gives one that other steps write to as well
            file.write(_summary(project, scope, before, found))
    return 1 if report.errors(found) else 0


def _published(project: Project, ref: str, outside: Outside) -> Project:
    try:
        return project.published(outside.git(project.folder), ref)
    except UnknownVersion:
        raise WrongUsage(f"git kent deze versie niet: {ref}") from None


def _summary(project: Project, scope: Scope, before: Project | None, found: list[Problem]) -> str:
    """What is asked for, without what stayed as it was published."""
    published = before.initiatives.values() if before else ()
    former = {file.slug: file for file in published if file.complete}
    asked = [file for path, file in project.initiatives.items() if path in scope.files]
    new = [file for file in asked if file.slug not in former or former[file.slug].data != file.data]
    tips = sum(path in scope.files for path in project.tips)
    return review(new, former, found, project.campaign, tips=tips)
