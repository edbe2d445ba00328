"""Check: submissions become problems. The rules are in one_file.py and all_files.py."""

from collections.abc import Iterable

from doemee.campaign import Campaign
from doemee.check import all_files, one_file
from doemee.load.loader import Loaded
from doemee.problems import Problem


def check(files: Iterable[Loaded], campaign: Campaign, images: frozenset[str]) -> list[Problem]:
    """Every problem of every file, sorted by file and line.

    `images` holds the names of the files in the folder of images. What loading found is included.
    """
    files = list(files)
    problems = [problem for loaded in files for problem in check_one(loaded, campaign, images)]
    for rule in all_files.RULES:
        problems += rule(files)
    return sorted(set(problems))


def check_one(loaded: Loaded, campaign: Campaign, images: frozenset[str]) -> list[Problem]:
    """What is wrong with one file, whatever the others hold."""
    problems = list(loaded.problems)
    if loaded.submission is not None:
        for rule in one_file.RULES:
            problems += rule(loaded, campaign, images)
    return problems
