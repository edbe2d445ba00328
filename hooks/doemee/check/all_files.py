"""The law for all initiatives together: what no file can know by itself.

Each file of a clash gets its own problem: whoever has only one of them checked must hear of it too.
"""

from collections import defaultdict
from collections.abc import Sequence

from doemee.check.rules import Problems, TogetherRule, of_file
from doemee.load.loader import Loaded


def names_are_unique(files: Sequence[Loaded]) -> Problems:
    """No two files have the same name, in whatever sub-folders they lie.

    The name is the address and the root of the calendar UIDs, for ever.
    """
    by_name: dict[str, list[Loaded]] = defaultdict(list)
    for file in sorted(files, key=lambda file: file.path):
        by_name[file.slug].append(file)
    for same in by_name.values():
        for file in same:
            other = next((twin for twin in same if twin is not file), None)
            if other:
                yield of_file(file.path, "dubbele-naam", path=other.path)


def former_names_are_unique(files: Sequence[Loaded]) -> Problems:
    """A former name is no other file's present or former one: its address can lead to one page only."""
    present = {file.slug: file for file in files}
    former: dict[str, list[tuple[Loaded, int]]] = defaultdict(list)
    for file in sorted(files, key=lambda file: file.path):
        for position, slug in enumerate((file.submission and file.submission.eerder) or []):
            former[slug].append((file, position))
    for slug, places in former.items():
        holder = present.get(slug)
        for file, position in places:
            twins = [holder] if holder and holder is not file else [twin for twin, _ in places if twin is not file]
            if twins:
                yield file.problem(("eerder", position), "naam-van-vroeger", slug=slug, path=twins[0].path)
        others = [file for file, _ in places if file is not holder]
        if holder and others:
            yield of_file(holder.path, "naam-is-vergeven", slug=slug, path=others[0].path)


RULES: tuple[TogetherRule, ...] = (names_are_unique, former_names_are_unique)
