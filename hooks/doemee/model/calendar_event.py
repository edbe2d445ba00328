"""What a calendar app shows of a moment: one value, of which the feeds are made and by which history sees a change.

Between `model.initiative`, which it is taken from, and write/data/icalendar_feeds.py, which writes it as a VEVENT
(RFC 5545, section 3.6.1). Addresses are without that of the site, for another address of it is no change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from doemee.load.spelling import MonthlyWeekday
from doemee.load.submission import Frequency, Recurrence, Status
from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS, Initiative, Moment, Occurrence
from doemee.model.recurrence import WEEKDAY_CODES

_PREFIXES = {Status.CANCELLED: "GEANNULEERD: ", Status.POSTPONED: "UITGESTELD: ", Status.FULL: "VOLZET: "}
_NOTES = {
    Status.CANCELLED: "Dit gaat niet door.",
    Status.POSTPONED: "Dit gaat niet door op dit moment. De nieuwe datum volgt.",
    Status.FULL: "Dit is volzet.",
}


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """RRULE and EXDATE (RFC 5545, sections 3.3.10 and 3.8.5.1): an end by `count` or by `until`, never both.

    `until` is a day for whole days, else an instant in UTC. `days` are those of BYDAY (`TU`, `1TU`), `day_of_month`
    is BYMONTHDAY. `exceptions` are starts like the first one: days, or hours in Brussels.
    """

    frequency: Frequency
    interval: int
    count: int | None
    until: date | datetime | None
    days: tuple[str, ...]
    day_of_month: int | None
    exceptions: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a description. What is not `needed` to be there is left out where there are too many events."""

    text: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A moment that has its date, as apps show it. Two of them that are equal look the same in every app.

    `start` and `end` are days, the end exclusive, or hours in Brussels; `end` is None when it is not known. `page` is
    the address of the initiative from the root of the site, `organizer` the name and the mail address.
    """

    uid: str
    start: date
    end: date | None
    rule: RecurrenceRule | None
    summary: str
    location: str
    description: tuple[Line, ...]
    page: str
    conference: str | None
    categories: tuple[str, ...]
    organizer: tuple[str, str] | None
    called_off: bool
    busy: bool


def calendar_event(initiative: Initiative, moment: Moment, campaign: Campaign) -> CalendarEvent:
    """The event of a moment that has its date."""
    sent = initiative.sent
    first = moment.occurrences[0]
    called_off = moment.status in (Status.CANCELLED, Status.POSTPONED)
    return CalendarEvent(
        uid=moment.uid,
        start=first.start or first.first_day,
        # Exclusive for whole days: RFC 5545, section 3.6.1.
        end=first.end if first.start else first.last_day + timedelta(days=1),
        rule=_rule(moment.rule, first) if moment.rule else None,
        summary=_PREFIXES.get(moment.status, "") + initiative.title_of(moment),
        location=_location(moment),
        description=tuple(_description(initiative, moment)),
        page=addresses.initiative(initiative.slug),
        conference=moment.online if isinstance(moment.online, str) else None,
        categories=(campaign.types[sent.type].name, *(campaign.themes[theme].name for theme in sent.themas)),
        organizer=(sent.organisatie.naam, sent.contact.email) if sent.contact and sent.contact.email else None,
        called_off=called_off,
        # A whole day or a campaign of weeks must not make the subscriber "busy".
        busy=not (called_off or first.start is None or first.lasts_days),
    )


def _rule(sent: Recurrence, first: Occurrence) -> RecurrenceRule:
    clock = first.start.time() if first.start else None
    until: date | datetime | None = None if sent.aantal else sent.tot_en_met
    if until and clock:
        # In UTC: Outlook and Google both lose the last one otherwise (RFC 5545, section 3.3.10).
        until = datetime.combine(until, time(23, 59, 59), BRUSSELS).astimezone(UTC)
    days: tuple[str, ...] = ()
    day_of_month = None
    if isinstance(sent.op, MonthlyWeekday):
        days = (f"{sent.op.nth}{WEEKDAY_CODES[sent.op.weekday]}",)
    elif sent.elke is Frequency.WEEK:
        days = tuple(WEEKDAY_CODES[number] for number in sent.op or [first.first_day.weekday()])
    elif sent.elke is Frequency.MONTH:
        day_of_month = first.first_day.day
    # Same type, zone and hour as the start, or Android ignores it.
    exceptions = (datetime.combine(day, clock, BRUSSELS) if clock else day for day in sorted(sent.behalve))
    return RecurrenceRule(sent.elke, sent.interval, sent.aantal or None, until, days, day_of_month, tuple(exceptions))


def _location(moment: Moment) -> str:
    """The place; for an event that is only online its address, as Google's own exports do."""
    if moment.venue:
        return moment.venue.line
    if isinstance(moment.online, str):
        return moment.online
    return "Online" if moment.online else ""


def _description(initiative: Initiative, moment: Moment) -> Iterator[Line]:
    """Plain text, the news first: most apps show nothing else."""
    sent = initiative.sent
    if initiative.example:
        yield Line("VOORBEELD: dit initiatief is verzonnen.")
    if moment.status in _NOTES:
        yield Line(_NOTES[moment.status])
    yield Line(sent.samenvatting, needed=False)
    yield Line(f"Organisatie: {', '.join((sent.organisatie.naam, *sent.organisatie.partners))}")
    if moment.occurrences[0].start and moment.occurrences[0].end is None:
        yield Line("Het einduur is niet bekend.")
    if isinstance(moment.online, str):
        yield Line(f"Ook online: {moment.online}" if moment.venue else f"Online: {moment.online}")
    elif moment.online:
        yield Line("Ook online te volgen." if moment.venue else "Dit is online.")
    if sent.prijs:
        yield Line(f"Prijs: {sent.prijs.text}", needed=False)
    if sent.inschrijven:
        must = "Inschrijven is verplicht" if sent.inschrijven.verplicht else "Je kan je inschrijven"
        until = f", tot en met {dutch.plain_day(sent.inschrijven.tot)}" if sent.inschrijven.tot else ""
        yield Line(f"{must}{until}.")
