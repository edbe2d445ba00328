"""`doemee import` and `doemee new` on the command line.

Only the arguments are declared here; the rest is loaded when it is asked for, so that the other commands stay quick.
"""

import argparse
from pathlib import Path

from doemee.outside import Outside
from doemee.project import INITIATIVES, find_root


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands; `run` of what was parsed does it, and gives the exit status."""
    sources = "een agenda (.ics), een tabel (.csv, .xlsx), of evenementen van UiTdatabank of schema.org (.json)"
    importing = subparsers.add_parser(
        "import", help="maak bestanden van een agenda of een tabel", description=f"Maak bestanden van {sources}."
    )
    importing.add_argument("sources", nargs="+", type=Path, metavar="BESTAND", help="wat je wil invoeren")
    into = "waar de bestanden komen; zonder: data/initiatives"
    importing.add_argument("--into", type=Path, metavar="MAP", help=into)
    importing.add_argument("--type", default="", metavar="SOORT", help="de soort, voor wat er zelf geen heeft")
    organisation = "de organisatie, voor wat er zelf geen noemt"
    importing.add_argument("--organisatie", default="", metavar="NAAM", help=organisation)
    importing.add_argument("--dry-run", action="store_true", help="toon wat er zou gebeuren, en schrijf niets")
    importing.set_defaults(run=run_import, parser=importing)
    asking = subparsers.add_parser(
        "new",
        help="maak een bestand door vragen te beantwoorden",
        description="Beantwoord vragen; je antwoorden worden een bestand.",
    )
    asking.add_argument("--tip", action="store_true", help="een tip in plaats van een initiatief")
    asking.set_defaults(run=run_new, parser=asking)


def run_import(given: argparse.Namespace, _: Outside) -> int:
    """Exit status: 0 everything placed and right, 1 something to do; wrong usage ends with 2.

    Raises BrokenCampaign when the tables of the project are wrong, OSError when a file cannot be read or written.
    """
    from doemee.intake.importing import READERS, import_sources, known_suffix, open_project, report
    from doemee.write.data.choices import Choices

    root = _root(given)
    for source in given.sources:
        if not source.is_file():
            given.parser.error(f"dit bestand bestaat niet: {source}")
        if not known_suffix(source):
            given.parser.error(f"{source.name} kunnen we niet invoeren: het moet eindigen op {', '.join(READERS)}")
    into = given.into.resolve() if given.into else root / INITIATIVES
    if into.exists() and not into.is_dir():
        given.parser.error(f"dit is geen map: {given.into}")
    project = open_project(root, into)
    type_id = Choices(project.campaign).id("types", given.type) if given.type else ""
    if type_id is None:
        types = ", ".join(project.campaign.types)
        given.parser.error(f"--type {given.type} kennen we niet: kies uit {types}")
    sources = list(dict.fromkeys(source.resolve() for source in given.sources))
    result = import_sources(
        sources, project, into, type_id=type_id or "", organisation=given.organisatie.strip(), dry_run=given.dry_run
    )
    print(report(result, given.dry_run), end="")
    return 0 if result.done else 1


def run_new(given: argparse.Namespace, _: Outside) -> int:
    """Exit status: 0 a file that is right, 1 nothing written or something left to do."""
    from doemee.intake.questions import ask_initiative, ask_tip
    from doemee.project import Project

    return (ask_tip if given.tip else ask_initiative)(Project.open(_root(given)))


def _root(given: argparse.Namespace) -> Path:
    """The folder of the project in which one stands; without one, wrong usage."""
    parser: argparse.ArgumentParser = given.parser
    return find_root(Path.cwd()) or parser.error(
        "hier is geen map data/ met campaign.yml: ga eerst naar de map van het project"
    )
