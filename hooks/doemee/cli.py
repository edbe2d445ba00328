"""`doemee`: the commands for a terminal and for CI. `doemee check` is the one that senders meet."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from doemee import problems as report
from doemee.campaign import BrokenCampaign, load_campaign
from doemee.check import check
from doemee.load.folder import image_names, initiative_paths
from doemee.load.loader import load

_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 valid, 1 problems, 2 wrong usage (contract, section 3)."""
    parser = argparse.ArgumentParser(prog="doemee", description="De bestanden van de kalender nakijken.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    checking = commands.add_parser("check", help="kijk bestanden na", description="Kijk bestanden na, of heel data/.")
    checking.add_argument("paths", nargs="*", type=Path, metavar="PAD", help="bestanden of mappen; zonder: data/initiatives")
    checking.add_argument("--format", choices=_FORMATS, default="text", help="hoe de problemen getoond worden")
    given = parser.parse_args(arguments)
    return _check(given.paths, given.format, parser)


def _check(paths: list[Path], form: str, parser: argparse.ArgumentParser) -> int:
    root = _project()
    if root is None:
        parser.error("hier is geen map data/ met campaign.yml: ga eerst naar de map van het project")
    for path in paths:
        if not path.exists():
            parser.error(f"dit pad bestaat niet: {path}")
    folder = root / "data" / "initiatives"
    try:
        campaign = load_campaign(root / "data")
    except BrokenCampaign as broken:
        sys.stdout.write(_FORMATS[form](broken.problems))
        return 1
    wanted = _files(paths) if paths else initiative_paths(folder)
    everything = {path.resolve(): path for path in (*initiative_paths(folder), *wanted)}
    loaded = {real: load(_shown(path, root), path.read_bytes()) for real, path in everything.items()}
    asked = {loaded[path.resolve()].path for path in wanted}
    images = image_names(folder).union(*(image_names(path.parent) for path in wanted))
    found = [problem for problem in check(loaded.values(), campaign, images) if problem.file in asked]
    sys.stdout.write(_FORMATS[form](found))
    if form == "text":
        print(report.summary(found, len(wanted)))
    return 1 if report.errors(found) else 0


def _project() -> Path | None:
    """The nearest folder upwards that holds a campaign."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "data" / "campaign.yml").is_file()), None)


def _files(paths: list[Path]) -> list[Path]:
    return [file for path in paths for file in (initiative_paths(path) if path.is_dir() else [path])]


def _shown(path: Path, root: Path) -> str:
    real = path.resolve()
    return (real.relative_to(root.resolve()) if real.is_relative_to(root.resolve()) else path).as_posix()
