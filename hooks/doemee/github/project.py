"""The campaign and the files that are published now, as they lie in the tree of the default branch."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from doemee.check import check, check_tips, published
from doemee.load.folder import image_names, load_folder
from doemee.load.loader import Loaded, load
from doemee.load.submission import Tip
from doemee.model.campaign import Campaign, load_campaign
from doemee.problems import Problem

INITIATIVES = "data/initiatives"
TIPS = "data/tips"


@dataclass(frozen=True, slots=True)
class Project:
    """`files` holds the initiatives by path, `tips` the slugs of the tips."""

    root: Path
    campaign: Campaign
    files: dict[str, Loaded]
    tips: frozenset[str]
    images: frozenset[str]

    def taken(self) -> frozenset[str]:
        """Every present and former slug of an initiative."""
        former = (
            slug for loaded in self.files.values() if loaded.submission for slug in loaded.submission.eerder or []
        )
        return frozenset((*(loaded.slug for loaded in self.files.values()), *former))

    def problems(
        self, changed: Iterable[Loaded], gone: Iterable[str] = (), images: Iterable[str] = ()
    ) -> list[Problem]:
        """What `doemee check --since` would say of the changed files, and of those at the paths that are gone.

        `images` are names that come with the change. Pictures are not looked into: they are no part of a form,
        and of a pull request only its texts are read.
        """
        changed = {loaded.path: loaded for loaded in changed}
        gone = set(gone) - set(changed)
        before = list(self.files.values())
        now = [loaded for path, loaded in (self.files | changed).items() if path not in gone]
        found = check(now, self.campaign, self.images | set(images))
        for rule in published.RULES:
            found += rule(before, now)
        return sorted({problem for problem in found if problem.file in changed or problem.file in gone})


def open_project(root: Path) -> Project:
    """Raises OSError or BrokenCampaign when this is no project, or its tables are wrong."""
    folder = root / INITIATIVES
    files = {loaded.path: loaded for loaded in load_folder(folder, root)}
    tips = frozenset(path.stem for path in (root / TIPS).glob("*.md"))
    return Project(root, load_campaign(root / "data"), files, tips, image_names(folder))


def tip_problems(path: str, data: bytes, campaign: Campaign) -> list[Problem]:
    """What is wrong with the file of a tip."""
    return check_tips([load(path, data, Tip)], campaign)
