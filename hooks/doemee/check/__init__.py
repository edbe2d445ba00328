"""Check: submissions become problems. The rules are in the modules beside this one.

After `load`, which says what a field may hold, and before `history` and `write`, which see only what passed.
"""

from collections.abc import Iterable
from pathlib import Path

from doemee.check import all_files, duplicates, editorial, images, privacy, what, when
from doemee.load.folder import IMAGES, stray_paths
from doemee.load.loader import Loaded
from doemee.model.campaign import Campaign
from doemee.problems import Problem


def check(files: Iterable[Loaded], campaign: Campaign, image_names: frozenset[str]) -> list[Problem]:
    """Every problem of every file, sorted by file and line.

    `image_names` holds the names of the files in the folder of images. What loading found is included.
    """
    files = list(files)
    problems = [problem for loaded in files for problem in check_one(loaded, campaign, image_names)]
    for rule in (*all_files.RULES, duplicates.none_is_sent_in_twice):
        problems += rule(files)
    return sorted(set(problems))


def check_tips(files: Iterable[Loaded], campaign: Campaign) -> list[Problem]:
    """What is wrong with tips: their own fields, the ids in them, personal data, and two of one name. Sorted."""
    files = list(files)
    problems = [problem for loaded in files for problem in (*loaded.problems, *privacy.personal_data(loaded))]
    for loaded in files:
        if loaded.submission is not None:
            problems += what.ids_exist(loaded, campaign)
        if loaded.slug == "toevoegen":  # its address is that of the form
            hint = "Geef het bestand een andere naam"
            problems.append(
                Problem(
                    loaded.path,
                    1,
                    1,
                    "",
                    "bestandsnaam",
                    "dit adres is van het formulier om een tip in te sturen",
                    hint,
                )
            )
    problems += all_files.names_are_unique(files)
    problems += editorial.tips(files, campaign)
    return sorted(set(problems))


def check_folder(files: Iterable[Loaded], folder: Path, shown: Path) -> list[Problem]:
    """What is wrong with what lies on disk beside the files: images, strays, links, names that are one on a Mac.

    `files` are those of `folder`; `shown` is the folder that paths start from in messages.
    """
    files = list(files)
    problems = [
        *images.images_are_usable(files, folder / IMAGES),
        *images.images_are_used(files, folder, shown),
        *stray_paths(folder, shown),
    ]
    return sorted(set(problems))


def check_one(loaded: Loaded, campaign: Campaign, image_names: frozenset[str]) -> list[Problem]:
    """What is wrong with one file, whatever the others hold."""
    problems = list(loaded.problems)
    if loaded.submission is not None:
        for rule in (*what.RULES, *when.RULES):
            problems += rule(loaded, campaign)
        problems += images.images_exist(loaded, image_names)
        problems += images.images_are_described(loaded)
    problems += privacy.personal_data(loaded)
    return problems
