"""The law on initiatives that are there already: two partners often send in the same one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from doemee.load.loader import Loaded
from doemee.problems import Problem, Severity
from doemee.text import slugify

ALIKE = 0.75
_SMALL_WORDS = re.compile(r"\b(?:de|het|een|en|van|in|op|voor|met|te|aan|bij|je|we)\b")


def none_is_sent_in_twice(files: list[Loaded]) -> Iterator[Problem]:
    """No two files have the same organisation or place, the same day and a title that is alike.

    A warning on the later one: it may well be right. Only files with a day and an organisation or a
    place in common are compared, so thousands of files cost little.
    """
    groups: dict[tuple, list[Loaded]] = defaultdict(list)
    for loaded in sorted(files, key=lambda file: file.path):
        if loaded.complete:
            for key in _keys(loaded):
                groups[key].append(loaded)
    alike: dict[str, tuple[Loaded, Loaded]] = {}
    for same in groups.values():
        for position, loaded in enumerate(same):
            other = next((file for file in same[:position] if file.slug != loaded.slug and _alike(file, loaded)), None)
            if other and (loaded.path not in alike or other.path < alike[loaded.path][1].path):
                alike[loaded.path] = loaded, other
    for loaded, other in alike.values():
        yield loaded.problem(
            ("titel",),
            "lijkt-dubbel",
            f"dit lijkt op {other.path} (“{other.submission.titel[:80]}”), op dezelfde dag",
            "Is het hetzelfde? Verwijder dit bestand en zet je organisatie daar bij `partners`",
            severity=Severity.WARNING,
        )


def _keys(loaded: Loaded) -> Iterator[tuple]:
    sent = loaded.submission
    places = [sent.locatie, *(moment.locatie for moment in sent.momenten)]
    where = {f"{place.postcode} {slugify(place.adres or place.naam or '')}" for place in places if place and (place.adres or place.naam)}
    who = {slugify(name) for name in (sent.organisatie.naam, *sent.organisatie.partners)}
    for day in {moment.datum for moment in sent.momenten if isinstance(moment.datum, date)}:
        yield from ((day, name) for name in sorted(who | where))


def _alike(one: Loaded, other: Loaded) -> bool:
    first, second = _plain(one.submission.titel), _plain(other.submission.titel)
    if first == second:
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _plain(title: str) -> str:
    return " ".join(_SMALL_WORDS.sub(" ", slugify(title).replace("-", " ")).split())
