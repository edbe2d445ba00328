"""`doemee`: the commands for a terminal and for CI. `doemee check` is the one that senders meet."""

import argparse
import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from doemee import problems as report
from doemee.check import check, check_folder, check_tips, editorial, published
from doemee.check.images import images_are_usable
from doemee.history.versions import UnknownVersion, read_tree
from doemee.load.folder import IMAGES, image_names, initiative_paths, stray_paths
from doemee.load.loader import Loaded, load
from doemee.load.submission import Submission, Tip
from doemee.model.campaign import BrokenCampaign, Campaign, load_campaign
from doemee.problems import Problem
from doemee.write.pages.review import review
from surroundings import git

_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


class _WrongUsage(Exception):
    """The command line asks for something that is not there."""


@dataclass(slots=True)
class _Project:
    """Where the campaign is, with every initiative and tip of it, and those that are asked for besides."""

    root: Path
    campaign: Campaign
    files: dict[Path, Loaded]
    tips: dict[Path, Loaded]

    @property
    def folder(self) -> Path:
        return self.root / "data" / "initiatives"

    @property
    def tips_folder(self) -> Path:
        return self.root / "data" / "tips"

    def is_tip(self, path: Path) -> bool:
        return path.is_relative_to(self.tips_folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 valid, 1 problems, 2 wrong usage (contract, section 3)."""
    parser = argparse.ArgumentParser(prog="doemee", description="De bestanden van de kalender maken en nakijken.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    checking = commands.add_parser("check", help="kijk bestanden na", description="Kijk bestanden na, of heel data/.")
    checking.add_argument("paths", nargs="*", type=Path, metavar="PAD", help="bestanden of mappen; zonder: alles")
    checking.add_argument("--format", choices=_FORMATS, default="text", help="hoe de problemen getoond worden")
    checking.add_argument(
        "--since", metavar="VERSIE", help="een commit, tag of branch: wat daar gepubliceerd was, mag niet verdwijnen"
    )
    checking.add_argument(
        "--summary", type=Path, metavar="BESTAND", help="voeg hier in Markdown aan toe hoe het eruitziet"
    )
    checking.set_defaults(run=_check)
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments[:1] != ["check"]:  # the one that people run over and over need not wait for what the others load
        for name in ("intake", "edition", "github"):
            import_module(f"doemee.{name}.commands").add_commands(commands)
    given = parser.parse_args(arguments)
    # A process of a second that keeps nearly all it makes: looking for garbage costs a fifth of it.
    gc.disable()
    try:
        return given.run(given)
    except OSError as missing:
        parser.error(f"dit bestand kunnen we niet lezen: {missing.filename}")
    except BrokenCampaign as broken:
        sys.stdout.write(_FORMATS[getattr(given, "format", "text")](broken.problems))
        return 1
    except _WrongUsage as wrong:
        parser.error(str(wrong))


def _check(given: argparse.Namespace) -> int:
    project = _open(given.paths)
    asked_for = _files(given.paths) if given.paths else [*project.files, *project.tips]
    wanted = [path for path in asked_for if not project.is_tip(path)]
    files = [project.files[path] for path in wanted]
    tips = [project.tips[path] for path in asked_for if project.is_tip(path)]
    # A form may keep what it received elsewhere: then its images lie beside it.
    with_images = {project.folder, *(path.parent for path in wanted if not path.is_relative_to(project.folder))}
    images = frozenset().union(*map(image_names, with_images))
    found = check(project.files.values(), project.campaign, images)
    for folder in with_images:
        found += images_are_usable(files, folder / IMAGES)
    found += check_tips(project.tips.values(), project.campaign)
    pages = [] if given.paths else editorial.pages(project.root / "content", project.root, project.campaign)
    before = _published(project, given.since) if given.since else []
    for rule in published.RULES if given.since else ():
        found += rule(before, list(project.files.values()))
    asked = {loaded.path for loaded in (*files, *tips)}
    gone = {loaded.path for loaded in before} - {loaded.path for loaded in project.files.values()}
    found = [problem for problem in found if problem.file in asked or (problem.file in gone and not given.paths)]
    for folder in (
        filter(Path.is_dir, _real(given.paths))
        if given.paths
        else filter(Path.is_dir, (project.folder, project.tips_folder))
    ):
        if project.is_tip(folder):
            found += stray_paths(folder, project.root)
            continue
        inside = [loaded for path, loaded in project.files.items() if path.is_relative_to(folder)]
        found += check_folder(inside, folder, project.root)
    found = sorted({*found, *pages})
    sys.stdout.write(_FORMATS[given.format](found))
    if given.format == "text":
        print(report.summary(found, len(files) + len(tips)))
    if given.summary:
        _write_summary(given.summary, files, before, tips, found, project.campaign)
    return 1 if report.errors(found) else 0


def _open(paths: list[Path]) -> _Project:
    here = Path.cwd()  # without symbolic links, so that files below it need not be resolved one by one
    root = next((folder for folder in (here, *here.parents) if (folder / "data" / "campaign.yml").is_file()), None)
    if root is None:
        raise _WrongUsage("hier is geen map data/ met campaign.yml: ga eerst naar de map van het project")
    for path in paths:
        if not path.exists():
            raise _WrongUsage(f"dit pad bestaat niet: {path}")
    project = _Project(root, load_campaign(root / "data"), {}, {})
    for path in (*initiative_paths(project.folder), *initiative_paths(project.tips_folder), *_files(paths)):
        kept, model = (project.tips, Tip) if project.is_tip(path) else (project.files, Submission)
        kept[path] = load(_shown(path, root), path.read_bytes(), model)
    return project


def _published(project: _Project, ref: str) -> list[Loaded]:
    """The initiatives as they were at `ref`."""
    if not project.folder.is_dir():
        return []
    try:
        tree = read_tree(git(project.folder), ref)
    except UnknownVersion:
        raise _WrongUsage(f"git kent deze versie niet: {ref}") from None
    prefix = _shown(project.folder, project.root)
    names = {path: path.rsplit("/", 1)[-1] for path in tree}
    return [load(f"{prefix}/{path}", data) for path, data in tree.items() if not names[path].startswith(("_", "."))]


def _write_summary(
    path: Path, files: list[Loaded], before: list[Loaded], tips: list[Loaded], found: list[Problem], campaign: Campaign
) -> None:
    """Add to the file, for GitHub gives one that other steps write to as well."""
    former = {loaded.slug: loaded for loaded in before if loaded.complete}
    same = {loaded.slug for loaded in files if loaded.slug in former and former[loaded.slug].data == loaded.data}
    with open(path, "a", encoding="utf-8") as file:
        file.write(
            review([loaded for loaded in files if loaded.slug not in same], former, found, campaign, tips=len(tips))
        )


def _files(paths: list[Path]) -> list[Path]:
    """The files that a person names, or that lie in the folders that a person names."""
    return [file for path in _real(paths) for file in (initiative_paths(path) if path.is_dir() else [path])]


def _real(paths: list[Path]) -> list[Path]:
    """Files and folders, each under its one real path."""
    real = [path.resolve() for path in paths]
    # A whole data/ holds tables besides; its initiatives and tips are what there is to check.
    for path in [path for path in real if (path / "campaign.yml").is_file()]:
        real.remove(path)
        real += filter(Path.is_dir, (path / "initiatives", path / "tips"))
    return real


def _shown(path: Path, root: Path) -> str:
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return shown.as_posix().encode("utf-8", "backslashreplace").decode()
