"""The law on initiatives that are there already: two partners often send in the same one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from doemee.check.rules import Problems, TogetherRule
from doemee.load.loader import Loaded
from doemee.load.submission import Submission
from doemee.text import slugify

ALIKE = 0.75
MOST = 50

Key = tuple[date, str]
"""A day, and the organisation or the place of that day."""

_NUMBER = re.compile("[0-9]+")
_SMALL_WORDS = re.compile(r"\b(?:de|het|een|en|van|in|op|voor|met|te|aan|bij|je|we)\b")


def none_is_sent_in_twice(files: Sequence[Loaded]) -> Problems:
    """No two files have the same organisation or place, the same day and a title that is alike.

    A warning on the later one: it may well be right. Only files with a day and an organisation or a
    place in common are compared, so thousands of files cost little; of a day with very many, each with
    the MOST before it.
    """
    groups: dict[Key, list[tuple[str, Loaded]]] = defaultdict(list)
    for loaded in sorted(files, key=lambda file: file.path):
        if loaded.complete:
            title = _plain(loaded.submission.titel)
            for key in _keys(loaded.submission):
                groups[key].append((title, loaded))
    alike: dict[str, tuple[Loaded, Loaded]] = {}
    for same in groups.values():
        for position, (title, loaded) in enumerate(same):
            before = same[max(0, position - MOST) : position]
            other = next(
                (file for former, file in before if _titles_alike(former, title) and _may_be_one(file, loaded)), None
            )
            if other and (loaded.path not in alike or other.path < alike[loaded.path][1].path):
                alike[loaded.path] = loaded, other
    for loaded, other in alike.values():
        yield loaded.problem(("titel",), "lijkt-dubbel", path=other.path, title=other.submission.titel)


def _keys(sent: Submission) -> Iterator[Key]:
    places = [sent.locatie, *(moment.locatie for moment in sent.momenten)]
    where = {
        f"{place.postcode} {slugify(place.adres or place.naam or '')}"
        for place in places
        if place and (place.adres or place.naam)
    }
    who = {slugify(name) for name in (sent.organisatie.naam, *sent.organisatie.partners)}
    for day in {moment.datum for moment in sent.momenten if isinstance(moment.datum, date)}:
        yield from ((day, name) for name in sorted(who | where))


def _may_be_one(one: Loaded, other: Loaded) -> bool:
    """Not when the names are the same, for that has been said; nor when they are in different towns."""
    here, there = one.submission.locatie, other.submission.locatie
    return one.slug != other.slug and not (here and there and here.postcode != there.postcode)


def _titles_alike(first: str, second: str) -> bool:
    """Nearly the same letters; but part 1 is not part 2."""
    if first == second:
        return True
    if _NUMBER.findall(first) != _NUMBER.findall(second):
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _plain(title: str) -> str:
    return " ".join(_SMALL_WORDS.sub(" ", slugify(title).replace("-", " ")).split())


RULES: tuple[TogetherRule, ...] = (none_is_sent_in_twice,)
