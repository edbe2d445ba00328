"""kalender/filter.json and kalender/woorden.json: what the filter searches, on the visitor's own device.

Column-wise, with numbers into tables: it compresses well, and the browser makes typed arrays and bitmaps of it.
The filter shows the cards of overrides/doemee/card.html, so what stands on a card is in it, and nothing more.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from doemee.load.submission import Status
from doemee.model.agenda import Agenda
from doemee.model.initiative import Initiative, Moment, Occurrence, Venue
from doemee.model.views import KINDS, PROVINCE

MOST_WORDS = 80
"""How many different words of an initiative can be found; the title's come first, those of the description last."""

UNTIL_MIDNIGHT = 24 * 60
YES = "1"
ONE_EVENT = 4

_STATUSES = list(Status)
_ADDRESS = re.compile(r"https?://\S+|\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_TOO_COMMON = (
    " aan al als bij dan dat de deze die dit door een en er het hier hoe hun ik in is je jij kan kunnen maar me mee "
    "meer met naar niet nog of om onze ook op over te tot uit van veel voor waar wat we wie wij worden wordt zich "
    "zijn zo "
)


@dataclass(slots=True)
class Slot:
    """Moments of an initiative that differ in nothing but their day, in the order of the file; often just one.

    `days` are first days, none when the date is to follow. With `one_event` they are the recurrence of one
    VEVENT; otherwise each day is an event of its own.
    """

    moment: Moment
    days: list[date]
    one_event: bool = False


def slots(initiative: Initiative) -> list[Slot]:
    """The moments of an initiative, joined where a card would not show the difference."""
    found: list[Slot] = []
    for moment in initiative.moments:
        days = [occurrence.first_day for occurrence in moment.occurrences]
        last = found[-1] if found else None
        if (
            last
            and days
            and last.days
            and not (last.one_event or moment.rule)
            and days[0] > last.days[-1]
            and _alike(last.moment, moment)
        ):
            last.days += days
        else:
            found.append(Slot(moment, days, one_event=moment.rule is not None))
    return found


def filter_index(agenda: Agenda) -> bytes:
    """The index of an agenda. Days count from `start`.

    Per choice, the numbers of its initiatives as steps from one to the next; those of its slots for `waar` and
    `online`, which can differ from moment to moment.
    """
    campaign = agenda.campaign
    start = campaign.facts.start
    organisations, places = _Table(), _Table()
    choices: dict[str, dict[str, list[int]]] = {
        "waar": {region: [] for region in campaign.regions},
        "online": {YES: []},
        **_views(agenda),
        "voor": {audience: [] for audience in campaign.audiences},
        "toegankelijk": {fact: [] for fact in campaign.accessibility},
        "gratis": {YES: []},
        "help": {YES: []},
        "voorbeeld": {YES: []},
    }
    kinds = list(campaign.types)
    columns: dict[str, list[Any]] = defaultdict(list)
    own_titles: dict[int, str] = {}
    reaches: dict[int, list[int]] = {}
    windows: dict[int, tuple[int, int, int]] = {}
    for number, initiative in enumerate(agenda.initiatives):
        sent = initiative.sent
        columns["slug"].append(initiative.slug)
        columns["title"].append(sent.titel)
        columns["by"].append(organisations.number(sent.organisatie.naam))
        columns["kind"].append(kinds.index(sent.type))
        for group, chosen in _memberships(initiative).items():
            for choice in dict.fromkeys(chosen):
                choices[group][choice].append(number)
        own = slots(initiative)
        columns["slots"].append(len(own))
        for slot in own:
            moment, place = slot.moment, len(columns["day"])
            for region in moment.regions:
                choices["waar"][region].append(place)
            if moment.online:
                choices["online"][YES].append(place)
            if not moment.venue:
                reaches[place] = [list(campaign.regions).index(region) for region in moment.regions]
            if moment.title:
                own_titles[place] = moment.title
            if moment.window:
                first, last = moment.window
                windows[place] = ((first - start).days, (last - start).days, moment.month.month if moment.month else 0)
            columns["day"].append(_packed([(day - start).days for day in slot.days]))
            for name, value in _hours(moment.occurrences[0] if moment.occurrences else None).items():
                columns[name].append(value)
            columns["place"].append(places.number(_place(moment.venue)) if moment.venue else -1)
            columns["flags"].append(_STATUSES.index(moment.status) + ONE_EVENT * slot.one_event)
    data = {
        "today": agenda.today.isoformat(),
        "start": start.isoformat(),
        "kinds": [[row.id, row.name] for row in campaign.types.values()],
        "regions": [[row.id, row.name] for row in campaign.regions.values()],
        "statuses": _STATUSES,
        "organisations": list(organisations),
        "places": list(places),
        "choices": {
            group: {choice: _steps(numbers) for choice, numbers in found.items()} for group, found in choices.items()
        },
        **columns,
        "own": own_titles,
        "reach": reaches,
        "windows": windows,
    }
    return _json(data)


def filter_words(agenda: Agenda) -> bytes:
    """Every word that can be searched, in order, with the initiatives that hold it; loaded when somebody types."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, initiative in enumerate(agenda.initiatives):
        for word in _words_of(initiative):
            found[word].append(number)
    words = sorted(found, key=lambda word: word.encode("utf-16-be"))  # the order of JavaScript
    return _json({"skip": _TOO_COMMON.split(), "words": words, "at": [_steps(found[word]) for word in words]})


def plain_words(text: str) -> list[str]:
    """The words of a text without case and accents; `plainWords` in overrides/assets/shared/words.js does the same."""
    decomposed = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c)).lower())


def _words_of(initiative: Initiative) -> list[str]:
    sent = initiative.sent
    venues = [moment.venue for moment in initiative.moments if moment.venue]
    texts = (
        sent.titel,
        *(moment.title for moment in initiative.moments if moment.title),
        *initiative.organisations.values(),
        *dict.fromkeys(
            name
            for venue in venues
            for name in (venue.town, venue.municipality.name, venue.name, venue.postcode)
            if name
        ),
        sent.samenvatting,
        _ADDRESS.sub(" ", initiative.body),
    )
    words = dict.fromkeys(
        word for text in texts for word in plain_words(text) if len(word) > 1 and f" {word} " not in _TOO_COMMON
    )
    return list(words)[:MOST_WORDS]


def _views(agenda: Agenda) -> dict[str, dict[str, list[int]]]:
    """Per view that is a choice, the numbers of its initiatives; a province is chosen by moment, not by initiative."""
    numbers = {initiative.slug: number for number, initiative in enumerate(agenda.initiatives)}
    return {
        kind.filter.key: {
            view.id: [numbers[entry.initiative.slug] for entry in view.entries] for view in agenda.groups[kind.id]
        }
        for kind in KINDS
        if kind.filter and kind is not PROVINCE
    }


def _memberships(initiative: Initiative) -> dict[str, list[str]]:
    """The choices without a view that give an initiative, whatever its moments."""
    sent = initiative.sent
    yes = {"gratis": sent.prijs and sent.prijs.amount == 0, "help": sent.help_mee, "voorbeeld": initiative.example}
    return {
        "voor": sent.doelgroep,
        "toegankelijk": sent.toegankelijkheid,
        **{group: [YES] for group, holds in yes.items() if holds},
    }


def _alike(one: Moment, other: Moment) -> bool:
    return _but_its_day(one) == _but_its_day(other)


def _but_its_day(moment: Moment) -> tuple[object, ...]:
    hours = _hours(moment.occurrences[0])
    return moment.title, moment.status, moment.venue, bool(moment.online), moment.regions, hours


def _hours(occurrence: Occurrence | None) -> dict[str, int]:
    """How many days it lasts after the first, and its hours in minutes; -1 for an hour that is not known."""
    if occurrence is None:
        return {"length": 0, "from": -1, "until": -1}
    length = (occurrence.last_day - occurrence.first_day).days
    start, end = occurrence.start, occurrence.end
    ends = -1 if end is None else UNTIL_MIDNIGHT if end.date() > occurrence.last_day else end.hour * 60 + end.minute
    return {"length": length, "from": start.hour * 60 + start.minute if start else -1, "until": ends}


def _place(venue: Venue) -> tuple[str, float, float]:
    """The name as the sender gave it, with the centre of its municipality: good for distances only."""
    return venue.town, venue.municipality.lat, venue.municipality.lon


def _packed(days: list[int]) -> int | list[int] | None:
    """One day as a number, more as the first and steps, none as null."""
    if not days:
        return None
    return days[0] if len(days) == 1 else _steps(days)


def _steps(numbers: list[int]) -> list[int]:
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


class _Table:
    """Values, each once, in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._numbers)


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
