"""Check: submissions become problems. The rules are in the modules beside this one."""

from collections.abc import Iterable

from doemee.campaign import Campaign
from doemee.check import all_files, images, what, when
from doemee.load.loader import Loaded
from doemee.problems import Problem


def check(files: Iterable[Loaded], campaign: Campaign, image_names: frozenset[str]) -> list[Problem]:
    """Every problem of every file, sorted by file and line.

    `image_names` holds the names of the files in the folder of images. What loading found is included.
    """
    files = list(files)
    problems = [problem for loaded in files for problem in check_one(loaded, campaign, image_names)]
    for rule in all_files.RULES:
        problems += rule(files)
    return sorted(set(problems))


def check_one(loaded: Loaded, campaign: Campaign, image_names: frozenset[str]) -> list[Problem]:
    """What is wrong with one file, whatever the others hold."""
    problems = list(loaded.problems)
    if loaded.submission is not None:
        for rule in (*what.RULES, *when.RULES):
            problems += rule(loaded, campaign)
        problems += images.images_exist(loaded, image_names)
    return problems
