"""One way in: the folder of a project becomes its campaign, its files, and what is wrong with them.

    Project.open(root) ─▶ campaign, initiatives, tips ─▶ problems(scope, since) ─▶ without(broken) ─▶ agenda(today)

The hook, the command line, an import, the questions, the commands for GitHub and the edition all come in here; nothing
else opens the data.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from doemee.check import check, check_folder, check_pages, check_published, check_tips
from doemee.check.image_files import images_are_usable
from doemee.history.git import Git
from doemee.history.versions import read_tree
from doemee.load.folder import image_names, initiative_paths, readable, stray_paths
from doemee.load.loader import Loaded, load
from doemee.load.submission import Model, Submission, Tip
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign, load_campaign
from doemee.model.initiative import resolve
from doemee.model.tip import Publication, publication
from doemee.problems import Problem

INITIATIVES = "data/initiatives"
TIPS = "data/tips"
PAGES = "content"


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody asks about: files by their path in messages, and folders with all that lies in them.

    `pictures` says that those of the files are looked into. `whole` says that it is the project: then also the editors'
    tables and pages, and what was published and is gone.
    """

    files: frozenset[str]
    folders: tuple[Path, ...] = ()
    pictures: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Project:
    """A campaign and its files as they are on disk, those with mistakes in them too.

    `initiatives` and `tips` hold them by their path in messages: from `root` on, with slashes. `folder` is where the
    initiatives lie; when that is not data/initiatives/, they are `examples`. `images` are the names of the pictures
    that they can use, `image_folders` where those lie.
    """

    root: Path
    campaign: Campaign
    folder: Path
    initiatives: Mapping[str, Loaded]
    tips: Mapping[str, Loaded]
    images: frozenset[str]
    image_folders: tuple[Path, ...]

    @classmethod
    def open(cls, root: Path, initiatives: str = INITIATIVES, besides: Iterable[Path] = ()) -> "Project":
        """Read all of a project. `besides` are files that lie elsewhere and are asked for too.

        Raises BrokenCampaign when the tables are wrong, OSError when a file of the campaign is not there.
        """
        folder, tips_folder = root / initiatives, root / TIPS
        files: dict[str, Loaded] = {}
        tips: dict[str, Loaded] = {}
        image_folders = dict.fromkeys([folder])
        for path in (*initiative_paths(folder), *initiative_paths(tips_folder), *besides):
            is_tip = path.is_relative_to(tips_folder)
            loaded = load(readable(path, root), path.read_bytes(), Tip if is_tip else Submission)
            (tips if is_tip else files)[loaded.path] = loaded
            if not is_tip and not path.is_relative_to(folder):
                # A form may keep what it received elsewhere: then its images lie beside it.
                image_folders[path.parent] = None
        campaign = load_campaign(root / "data", tips.values())
        images = frozenset().union(*map(image_names, image_folders))
        return cls(root, campaign, folder, files, tips, images, tuple(image_folders))

    @property
    def examples(self) -> bool:
        """Whether the initiatives are invented ones, which every page then says."""
        return self.folder.resolve() != (self.root / INITIATIVES).resolve()

    @property
    def tips_folder(self) -> Path:
        """Where the tips lie."""
        return self.root / TIPS

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every present and former slug of an initiative: no other may have it."""
        former = (
            slug for file in self.initiatives.values() for slug in (file.submission and file.submission.eerder) or []
        )
        return frozenset((*(file.slug for file in self.initiatives.values()), *former))

    @cached_property
    def taken_tips(self) -> frozenset[str]:
        """Every slug of a tip."""
        return frozenset(file.slug for file in self.tips.values())

    @property
    def everything(self) -> Scope:
        """All of the project."""
        folders = tuple(filter(Path.is_dir, (self.folder, self.tips_folder)))
        return Scope(frozenset((*self.initiatives, *self.tips)), folders, pictures=True, whole=True)

    def scope(self, paths: Sequence[Path]) -> Scope:
        """Some files and folders, under their real paths; those of `besides` when it was opened."""
        files = frozenset(readable(path, self.root) for path in files_below(paths))
        return Scope(files, tuple(filter(Path.is_dir, paths)), pictures=True)

    def problems(self, scope: Scope | None = None, since: "Project | None" = None) -> list[Problem]:
        """What is wrong, sorted; with all of it, or with what `scope` names.

        `since` is the project as it was published: then nothing of that may vanish without a word.
        """
        scope = scope or self.everything
        files, tips = list(self.initiatives.values()), list(self.tips.values())
        found = [*check(files, self.campaign, self.images), *check_tips(tips, self.campaign)]
        asked = scope.files
        if since is not None:
            before = list(since.initiatives.values())
            found += check_published(before, files)
            asked |= since.initiatives.keys() - self.initiatives.keys() if scope.whole else set()
        for folder in self.image_folders if scope.pictures else ():
            found += images_are_usable([file for file in files if file.path in asked], folder, self.root)
        found = [problem for problem in found if problem.file in asked]
        for folder in scope.folders:
            found += self._beside_the_files(folder)
        if scope.whole:
            found += (*self.campaign.warnings, *check_pages(self.root / PAGES, self.root, self.campaign))
        return sorted(set(found))

    def without(self, paths: Container[str]) -> "Project":
        """The same project without the files at these paths: those in which something is wrong."""
        return replace(
            self,
            initiatives={path: file for path, file in self.initiatives.items() if path not in paths},
            tips={path: file for path, file in self.tips.items() if path not in paths},
        )

    def changed(self, files: Iterable[Loaded], gone: Container[str] = (), images: Iterable[str] = ()) -> "Project":
        """The project as a proposal makes it: with these files, without those at `gone`, with more images."""
        initiatives, tips = dict(self.initiatives), dict(self.tips)
        for path in [path for path in (*initiatives, *tips) if path in gone]:
            (tips if path in tips else initiatives).pop(path)
        for file in files:
            (tips if is_tip(file.path) else initiatives)[file.path] = file
        return replace(self, initiatives=initiatives, tips=tips, images=self.images | frozenset(images))

    def published(self, git: Git, ref: str) -> "Project":
        """The initiatives as they were at a commit, tag or branch; `git` is asked from their folder.

        Raises UnknownVersion when git does not know `ref`.
        """
        tree = read_tree(git, ref) if self.folder.is_dir() else {}
        prefix = readable(self.folder, self.root)
        names = (path for path in tree if not path.rsplit("/", 1)[-1].startswith(("_", ".")))
        files = (load(f"{prefix}/{path}", tree[path]) for path in names)
        return replace(self, initiatives={file.path: file for file in files})

    def agenda(self, today: date) -> Agenda:
        """The initiatives on a day. None of the files may have an error left in it."""
        initiatives = (resolve(file, self.campaign, self.examples) for file in self.initiatives.values())
        return Agenda(self.campaign, initiatives, today)

    def publication(self, agenda: Agenda) -> Publication:
        """The tips, with the initiatives that use them. None of the files may have an error left in it."""
        return publication(self.tips.values(), self.campaign, agenda.initiatives)

    def _beside_the_files(self, folder: Path) -> Iterator[Problem]:
        """What lies in a folder and is no file of ours; of initiatives also their pictures."""
        if folder.is_relative_to(self.tips_folder):
            yield from stray_paths(folder, self.root)
        else:
            inside = [file for file in self.initiatives.values() if (self.root / file.path).is_relative_to(folder)]
            yield from check_folder(inside, folder, self.root)


def is_tip(path: str) -> bool:
    """Whether a path from the root of the project is that of a tip."""
    return path.startswith(f"{TIPS}/")


def model_of(path: str) -> type[Model]:
    """What the file at a path declares its fields with."""
    return Tip if is_tip(path) else Submission


def find_root(here: Path) -> Path | None:
    """The project that a folder lies in: the nearest folder upwards with a data/campaign.yml; None outside of one."""
    return next((folder for folder in (here, *here.parents) if (folder / "data" / "campaign.yml").is_file()), None)


def real_paths(paths: Iterable[Path]) -> list[Path]:
    """Files and folders that a person names, each under its one real path.

    A whole data/ holds tables besides; its initiatives and tips are what there is to check.
    """
    found: list[Path] = []
    for path in (path.resolve() for path in paths):
        whole = (path / "campaign.yml").is_file()
        found += filter(Path.is_dir, (path / "initiatives", path / "tips")) if whole else [path]
    return found


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The files of initiatives and tips that lie at or below some paths."""
    return [file for path in paths for file in (initiative_paths(path) if path.is_dir() else [path])]
