"""The law for what is published: it may change, but not vanish, for people have it in their calendar."""

from collections.abc import Sequence

from doemee.check.rules import Problems, PublishedRule, of_file
from doemee.load.loader import Loaded
from doemee.model.initiative import moment_id


def nothing_vanishes(before: Sequence[Loaded], now: Sequence[Loaded]) -> Problems:
    """A published initiative stays, or its slug stands under `eerder` of the file that takes its place.

    `before` holds the files as they were published, `now` as they are. What vanishes from a feed
    vanishes from the calendars of subscribers without a word; a cancellation reaches them.
    """
    present = {file.slug for file in now}
    present |= {slug for file in now if file.submission for slug in file.submission.eerder or []}
    for file in before:
        if file.complete and file.slug not in present:
            yield of_file(file.path, "verdwenen", slug=file.slug)


def moments_stay(before: Sequence[Loaded], now: Sequence[Loaded]) -> Problems:
    """A published moment stays in its file: one that does not go ahead is cancelled, not removed."""
    former = {file.slug: file for file in before if file.complete}
    for file in now:
        if not file.submission or file.submission.momenten is None:
            continue
        names = (file.slug, *(file.submission.eerder or []))
        published = next((former[slug] for slug in names if slug in former), None)
        if published and (missing := _ids(published) - _ids(file)):
            yield file.problem(("momenten",), "moment-verdwenen", ids=", ".join(sorted(missing)))


def _ids(file: Loaded) -> set[str]:
    return {moment_id(moment, number) for number, moment in enumerate(file.submission.momenten, 1)}


RULES: tuple[PublishedRule, ...] = (nothing_vanishes, moments_stay)
