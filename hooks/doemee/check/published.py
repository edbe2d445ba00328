"""The law for what is published: it may change, but not vanish, for people have it in their calendar."""

from collections.abc import Iterator

from doemee.load.loader import Loaded
from doemee.model.initiative import moment_id
from doemee.problems import Problem, Severity


def nothing_vanishes(before: list[Loaded], now: list[Loaded]) -> Iterator[Problem]:
    """A published initiative stays, or its slug stands under `eerder` of the file that takes its place.

    `before` holds the files as they were published, `now` as they are. What vanishes from a feed
    vanishes from the calendars of subscribers without a word; a cancellation reaches them.
    """
    present = {loaded.slug for loaded in now}
    present |= {slug for loaded in now if loaded.submission for slug in loaded.submission.eerder or []}
    for loaded in before:
        if loaded.complete and loaded.slug not in present:
            yield Problem(
                loaded.path,
                1,
                1,
                "",
                "verdwenen",
                "dit initiatief staat al in de kalender en mag niet verdwijnen",
                f"Zet het bestand terug met `status: geannuleerd`, of schrijf `eerder: [{loaded.slug}]` in het bestand dat het vervangt",
            )


def moments_stay(before: list[Loaded], now: list[Loaded]) -> Iterator[Problem]:
    """A published moment stays in its file: one that does not go on is cancelled, not removed."""
    former = {loaded.slug: loaded for loaded in before if loaded.complete}
    for loaded in now:
        if not loaded.submission or loaded.submission.momenten is None:
            continue
        names = (loaded.slug, *(loaded.submission.eerder or []))
        published = next((former[slug] for slug in names if slug in former), None)
        if published is None:
            continue
        missing = _ids(published) - _ids(loaded)
        if missing:
            yield loaded.problem(
                ("momenten",),
                "moment-verdwenen",
                f"een moment dat al in de kalender stond, is weg ({', '.join(sorted(missing))})",
                "Gaat het niet door? Laat het staan en schrijf er `status: geannuleerd` bij",
                severity=Severity.WARNING,
            )


def _ids(loaded: Loaded) -> set[str]:
    return {moment_id(moment, number) for number, moment in enumerate(loaded.submission.momenten, 1)}


RULES = (nothing_vanishes, moments_stay)
