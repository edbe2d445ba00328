"""The law: files become problems. The rules stand in the modules beside this one; here is only which apply to what.

After `load`, which says what a field may hold, and before `history` and `write`, which see only what passed.
"""

from collections.abc import Iterable
from pathlib import Path

from doemee.check import all_files, duplicates, editorial, image_files, images, privacy, published, tips, what, when
from doemee.check.rules import (
    FileRule,
    FolderRule,
    InitiativeRule,
    Known,
    PageRule,
    PublishedRule,
    TipRule,
    TogetherRule,
)
from doemee.load.folder import stray_paths
from doemee.load.loader import Loaded
from doemee.load.submission import Submission, Tip
from doemee.model.campaign import Campaign
from doemee.problems import Problem

ON_A_FILE: tuple[FileRule, ...] = privacy.RULES
ON_AN_INITIATIVE: tuple[InitiativeRule, ...] = (*what.RULES, *when.RULES, *images.RULES)
ON_A_TIP: tuple[TipRule, ...] = tips.RULES
ON_ALL_INITIATIVES: tuple[TogetherRule, ...] = (*all_files.RULES, *duplicates.RULES)
ON_ALL_TIPS: tuple[TogetherRule, ...] = (all_files.names_are_unique,)
ON_THE_FOLDER: tuple[FolderRule, ...] = image_files.RULES
ON_WHAT_IS_PUBLISHED: tuple[PublishedRule, ...] = published.RULES
ON_A_PAGE: tuple[PageRule, ...] = editorial.RULES


def check(files: Iterable[Loaded], campaign: Campaign, image_names: frozenset[str]) -> list[Problem]:
    """Every problem of the files of initiatives, sorted by file and line.

    `image_names` holds the names of the files in the folder of images. What loading found is included.
    """
    files = list(files)
    problems = [problem for file in files for problem in check_one(file, campaign, image_names)]
    problems += (problem for rule in ON_ALL_INITIATIVES for problem in rule(files))
    return sorted(set(problems))


def check_tips(files: Iterable[Loaded], campaign: Campaign) -> list[Problem]:
    """The same of the files of tips; they are texts of the editors too."""
    files = list(files)
    problems = [problem for file in files for problem in check_one(file, campaign)]
    problems += (problem for rule in ON_ALL_TIPS for problem in rule(files))
    pages = [editorial.of_tip(file) for file in files]
    problems += (problem for page in pages for rule in ON_A_PAGE for problem in rule(page, campaign))
    return sorted(set(problems))


def check_pages(folder: Path, shown: Path, campaign: Campaign) -> list[Problem]:
    """What is wrong with the editors' pages below `folder`, sorted; `shown` is where paths start from in messages."""
    pages, problems = editorial.read_pages(folder, shown)
    problems += (problem for page in pages for rule in ON_A_PAGE for problem in rule(page, campaign))
    return sorted(set(problems))


def check_folder(files: Iterable[Loaded], folder: Path, shown: Path) -> list[Problem]:
    """What is wrong with what lies on disk beside the files: images, strays, links, names that are one on a Mac.

    `files` are those of `folder`; `shown` is where paths start from in messages.
    """
    files = list(files)
    problems = [problem for rule in ON_THE_FOLDER for problem in rule(files, folder, shown)]
    return sorted({*problems, *stray_paths(folder, shown)})


def check_published(before: Iterable[Loaded], now: Iterable[Loaded]) -> list[Problem]:
    """What vanished of what was published before, sorted."""
    before, now = list(before), list(now)
    return sorted({problem for rule in ON_WHAT_IS_PUBLISHED for problem in rule(before, now)})


def check_one(file: Loaded, campaign: Campaign, image_names: frozenset[str] = frozenset()) -> list[Problem]:
    """What is wrong with one file, whatever the others hold: of an initiative or of a tip."""
    known = Known(campaign, image_names)
    problems = list(file.problems)
    problems += (problem for rule in ON_A_FILE for problem in rule(file, known))
    sent = file.submission
    if isinstance(sent, Submission):
        problems += (problem for rule in ON_AN_INITIATIVE for problem in rule(file, sent, known))
    elif isinstance(sent, Tip):
        problems += (problem for rule in ON_A_TIP for problem in rule(file, sent, known))
    return problems
