"""The law for all initiatives together: what no file can know by itself."""

from collections.abc import Iterator

from doemee.load.loader import Loaded
from doemee.problems import Problem


def slugs_are_unique(files: list[Loaded]) -> Iterator[Problem]:
    """No two files have the same slug, and no former slug is another file's present or former one.

    The slug is the address and the root of the calendar UIDs, for ever.
    """
    taken: dict[str, Loaded] = {}
    for loaded in sorted(files, key=lambda file: file.path):
        if loaded.slug in taken:
            yield Problem(
                loaded.path,
                1,
                1,
                "",
                "dubbele-naam",
                f"er is al een bestand met deze naam: {taken[loaded.slug].path}",
                "Geef dit bestand een andere naam",
            )
        taken.setdefault(loaded.slug, loaded)
    for loaded in sorted(files, key=lambda file: file.path):
        for position, slug in enumerate(loaded.submission.eerder or [] if loaded.submission else []):
            other = taken.get(slug)
            if other and other is not loaded:
                yield loaded.problem(
                    ("eerder", position),
                    "dubbele-naam",
                    f"{slug} is ook een naam van {other.path}",
                    "Verwijder deze regel in één van beide bestanden",
                )
            taken.setdefault(slug, loaded)


RULES = (slugs_are_unique,)
