"""The law for all initiatives together: what no file can know by itself.

Each file of a clash gets its own problem: whoever has only one of them checked must hear of it too.
"""

from collections import defaultdict
from collections.abc import Iterator

from doemee.load.loader import Loaded
from doemee.problems import Problem


def names_are_unique(files: list[Loaded]) -> Iterator[Problem]:
    """No two files have the same name, in whatever sub-folders they lie.

    The name is the address and the root of the calendar UIDs, for ever.
    """
    by_name: dict[str, list[Loaded]] = defaultdict(list)
    for loaded in sorted(files, key=lambda file: file.path):
        by_name[loaded.slug].append(loaded)
    for same in by_name.values():
        for loaded in same:
            other = next((file for file in same if file is not loaded), None)
            if other:
                message = f"er is nog een bestand met deze naam: {other.path}"
                yield Problem(loaded.path, 1, 1, "", "dubbele-naam", message, "Geef één van beide een andere naam")


def former_names_are_unique(files: list[Loaded]) -> Iterator[Problem]:
    """A former name is no other file's present or former one: its address can lead to one page only."""
    present = {loaded.slug: loaded for loaded in files}
    former: dict[str, list[tuple[Loaded, int]]] = defaultdict(list)
    for loaded in sorted(files, key=lambda file: file.path):
        for position, slug in enumerate((loaded.submission and loaded.submission.eerder) or []):
            former[slug].append((loaded, position))
    for slug, places in former.items():
        holder = present.get(slug)
        for loaded, position in places:
            other = (
                holder
                if holder and holder is not loaded
                else next((file for file, _ in places if file is not loaded), None)
            )
            if other:
                message = f"{slug} is ook een naam van {other.path}"
                hint = "Verwijder deze regel in één van beide bestanden"
                yield loaded.problem(("eerder", position), "dubbele-naam", message, hint)
        if holder and any(loaded is not holder for loaded, _ in places):
            other = next(loaded for loaded, _ in places if loaded is not holder)
            message = f"{slug} is een vroegere naam van {other.path}, en zijn adres leidt daarheen"
            yield Problem(holder.path, 1, 1, "", "dubbele-naam", message, "Geef dit bestand een andere naam")


RULES = (names_are_unique, former_names_are_unique)
