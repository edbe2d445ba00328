"""An initiative as the site knows it: places found, moments turned into instants, nothing vague left.

Built from a submission that passed every check. All instants are aware datetimes in Europe/Brussels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from doemee.load import submission as sent
from doemee.load.loader import Loaded
from doemee.load.spelling import END_OF_DAY, Month
from doemee.load.submission import Status, Submission
from doemee.model import recurrence
from doemee.model.campaign import Campaign
from doemee.model.months import last_day
from doemee.model.places import Municipality
from doemee.text import slugify

BRUSSELS = ZoneInfo("Europe/Brussels")

_GRAVITY = {status: gravity for gravity, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Venue:
    """Where people have to be. `town` is the name that the sender gave to the place."""

    name: str | None
    street: str | None
    postcode: str
    town: str
    municipality: Municipality

    @property
    def line(self) -> str:
        """`De Brielpoort, Lucien Matthyslaan 9, 9800 Deinze`: one line, as map apps like it."""
        return ", ".join(filter(None, (self.name, self.street, f"{self.postcode} {self.town}")))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that it takes place.

    `last_day` is inclusive, and an end at midnight belongs to the day before. `start` and `end` are
    None for whole days; `end` alone is None when the closing hour is not known.
    """

    first_day: date
    last_day: date
    start: datetime | None = None
    end: datetime | None = None

    @property
    def instant(self) -> datetime:
        """When it starts, for ordering: a whole day starts at midnight in Brussels."""
        return self.start or midnight(self.first_day)

    @property
    def lasts_days(self) -> bool:
        """Whether it runs over more than a night: an exhibition, a campaign."""
        return (self.last_day - self.first_day).days > 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of an initiative: its occurrences or, when the day is not known yet, none.

    Then `window` holds the first and last day between which it falls, and `month` the month if at
    least that is known. `rule` is there when the moment is one VEVENT with an RRULE. `regions` are ids.
    """

    id: str
    uid: str
    title: str | None
    status: Status
    venue: Venue | None
    online: bool | str
    regions: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    window: tuple[date, date] | None = None
    month: Month | None = None
    rule: sent.Recurrence | None = None

    @property
    def first_day(self) -> date:
        """The first day of it, or the first one possible."""
        return self.window[0] if self.window else self.occurrences[0].first_day

    @property
    def last_day(self) -> date:
        """The last day of it, or the last one possible."""
        return self.window[1] if self.window else self.occurrences[-1].last_day

    def next(self, today: date) -> Occurrence | None:
        """The occurrence that runs or comes first, seen from `today`."""
        return next((o for o in self.occurrences if o.last_day >= today), None)


@dataclass(frozen=True, slots=True)
class Initiative:
    """One initiative: `sent` is what the sender wrote, `fields` the same in the sender's own spelling."""

    slug: str
    path: str
    sent: Submission
    body: str
    moments: tuple[Moment, ...]
    organisation: str
    fields: Mapping[str, Any]
    example: bool = False

    @property
    def status(self) -> Status:
        """The status of the whole: what holds for every moment of it."""
        return min((moment.status for moment in self.moments), key=_GRAVITY.__getitem__)

    @property
    def organisations(self) -> dict[str, str]:
        """Slug and name of the organisation and its partners, the organisation first."""
        found = {self.organisation: self.sent.organisatie.naam}
        for name in self.sent.organisatie.partners:
            found.setdefault(slugify(name), name)
        return found

    def title_of(self, moment: Moment) -> str:
        """What a moment is called: the title of the whole, with its own behind it when it has one."""
        return f"{self.sent.titel}: {moment.title}" if moment.title else self.sent.titel


def resolve(loaded: Loaded, campaign: Campaign, example: bool = False) -> Initiative:
    """The initiative of a file that has no errors left.

    `example` marks it as invented, which every page then says. Raises ValueError when the file could not be read, or
    names a place that is not there.
    """
    if loaded.tree is None:
        raise ValueError(f"{loaded.path} could not be read")
    submitted: Submission = loaded.submission
    root = submitted.eerder[0] if submitted.eerder else loaded.slug
    moments: list[Moment] = []
    for number, moment in enumerate(submitted.momenten, 1):
        moments += _resolved(submitted, moment, number, root, campaign)
    return Initiative(
        slug=loaded.slug,
        path=loaded.path,
        sent=submitted,
        body=loaded.body,
        moments=tuple(moments),
        organisation=slugify(submitted.organisatie.naam),
        fields={key: value for key, value in loaded.tree.data.items() if key != "beschrijving"},
        example=example,
    )


def moment_id(moment: sent.Moment, number: int) -> str:
    """Its own id, or its place in the list: so a single moment can later get company."""
    return moment.id or str(number)


def occurrence_on(moment: sent.Moment, day: date) -> Occurrence:
    """The occurrence of a moment that starts on `day`.

    `tot: 0:00` is the midnight after it starts; with an `einddatum` it is the one at the beginning of
    that day, as it says. `24:00` is always the one at the end.
    """
    first, last = moment.datum, moment.einddatum
    end_day = day + (last - first) if last and isinstance(first, date) else day
    if moment.van is None:
        return Occurrence(day, end_day)
    start = datetime.combine(day, moment.van, BRUSSELS)
    if moment.tot is None:
        return Occurrence(day, end_day, start)
    if moment.tot == END_OF_DAY or (moment.tot == time(0) and end_day == day):
        return Occurrence(day, end_day, start, midnight(end_day + timedelta(days=1)))
    if moment.tot == time(0):
        return Occurrence(day, end_day - timedelta(days=1), start, midnight(end_day))
    return Occurrence(day, end_day, start, datetime.combine(end_day, moment.tot, BRUSSELS))


def _resolved(submitted: Submission, moment: sent.Moment, number: int, root: str, campaign: Campaign) -> list[Moment]:
    identity = moment_id(moment, number)
    venue = _venue(moment.locatie or submitted.locatie, campaign)
    online = submitted.online if moment.online is None else moment.online
    if moment.online and not moment.locatie:
        venue = None  # "this one is online": nobody is to stand before a closed door
    regions = dict.fromkeys([venue.municipality.region] if venue else [])
    if not moment.locatie:
        regions |= dict.fromkeys(submitted.bereik)
    first = Moment(
        id=identity,
        uid=_uid(root, identity, campaign),
        title=moment.titel,
        status=max(submitted.status, moment.status or submitted.status, key=_GRAVITY.__getitem__),
        venue=venue,
        online=online or False,
        regions=tuple(regions),
        occurrences=(),
    )
    if isinstance(moment.datum, Month):
        return [replace(first, window=(date(*moment.datum, 1), last_day(moment.datum)), month=moment.datum)]
    if not isinstance(moment.datum, date):
        return [replace(first, window=(campaign.facts.start, campaign.facts.end))]
    rule = submitted.herhaling
    if rule is None:
        return [replace(first, occurrences=(occurrence_on(moment, moment.datum),))]
    days = recurrence.days(moment.datum, rule)
    occurrences = tuple(occurrence_on(moment, day) for day in days)
    if recurrence.is_portable(moment.datum, rule):
        return [replace(first, occurrences=occurrences, rule=rule)]
    if len(occurrences) == 1:
        return [replace(first, occurrences=occurrences)]
    return [
        replace(first, id=f"{identity}-{day}", uid=_uid(root, f"{identity}.{day}", campaign), occurrences=(occurrence,))
        for day, occurrence in zip(days, occurrences, strict=True)
    ]


def _uid(root: str, identity: str, campaign: Campaign) -> str:
    """Depends on the file's first name and the moment's id only: never on title, date or place.

    A slug holds no dot, so two files can never make the same one. RFC 7986, section 5.3, prefers
    no host name behind the @: the site may move, the campaign's id stays.
    """
    name = root if identity == "1" else f"{root}.{identity}"
    return f"{name}@{campaign.facts.id}"


def _venue(location: sent.Location | None, campaign: Campaign) -> Venue | None:
    if location is None:
        return None
    municipality = campaign.places.municipality(location.postcode, location.gemeente)
    if municipality is None:
        raise ValueError(f"{location.postcode} {location.gemeente or ''}: there is no such place")
    return Venue(
        name=location.naam,
        street=location.adres,
        postcode=location.postcode,
        town=location.gemeente or municipality.name,
        municipality=municipality,
    )


@lru_cache(maxsize=4096)
def midnight(day: date) -> datetime:
    """The first instant of a day in Brussels."""
    return datetime.combine(day, time(), BRUSSELS)
