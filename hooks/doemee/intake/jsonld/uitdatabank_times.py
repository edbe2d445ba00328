"""When an event of UiTdatabank is: its calendarType, its parts, its opening hours, and whether each takes place.

Source: cultuurnet/apidocs, Entry API 3, "calendarInfo".
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dateutil import rrule

from doemee.intake.found import Fields, MomentFields, RecurrenceFields, shown
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.values import Node, clock, instant, listed, nodes, words
from doemee.intake.moments import SHORT_DAYS, Instance, day_in_brussels, every
from doemee.load.declared import INITIATIVE
from doemee.load.spelling import WEEKDAYS
from doemee.model.initiative import BRUSSELS

MAX_PARTS = 1000
MAX_OPENINGS = 50
_MOST_MOMENTS = INITIATIVE.by_key["momenten"].most_items or 0
_STATUSES = {"Unavailable": "geannuleerd", "TemporarilyUnavailable": "uitgesteld"}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def instances(event: Event, fields: Fields) -> tuple[list[Instance], RecurrenceFields | None]:
    """Its times by calendarType, and the recurrence of a period with opening hours.

    A status that holds for all of the parts becomes that of `fields`.
    """
    calendar_type = words(event.node.get("calendarType"))
    if calendar_type == "permanent":
        return [], None
    if calendar_type == "periodic":
        return _period(event)
    parts = nodes(event.node.get("subEvent"))[:MAX_PARTS]
    if not parts:
        return [one for one in [_instance(event.node, event, {})] if one], None
    return _of_parts(parts, event, fields), None


def status_of(part: Node) -> str:
    """The status of an event or a part; older exports write it as a text."""
    status, booking = part.get("status"), part.get("bookingAvailability")
    status_type = words(status.get("type") if isinstance(status, dict) else status)
    if status_type in _STATUSES:
        return _STATUSES[status_type]
    available = words(booking.get("type") if isinstance(booking, dict) else booking)
    return "volzet" if available == "Unavailable" else "bevestigd"


def _of_parts(parts: list[Node], event: Event, fields: Fields) -> list[Instance]:
    """The parts, each with its status where that is not the one of the whole."""
    found: list[Instance] = []
    for part in parts:
        status = status_of(part)
        own: MomentFields = {} if status in ("bevestigd", fields.get("status")) else {"status": status}
        instance = _instance(part, event, own)
        if instance is None:
            continue
        found.append(instance)
        detail = part.get("status")
        if reason := words(detail.get("reason")) if isinstance(detail, dict) else "":
            event.remarks.no_field([f"status.reason {shown(reason)}"])
    statuses = {one.own.get("status") for one in found}
    common = statuses.pop() if len(statuses) == 1 and (len(found) > 1 or len(parts) == 1) else None
    if common:
        fields["status"] = common
        return [Instance(one.start, one.end) for one in found]
    return found


def _instance(part: Node, event: Event, own: MomentFields) -> Instance | None:
    start = instant(part.get("startDate"))
    if start is None:
        message = f"startDate {shown(part.get('startDate'))} kunnen we niet lezen"
        event.remarks.todo(message, "Vul dit moment zelf in")
        return None
    return Instance(start, instant(part.get("endDate")), own)


def _period(event: Event) -> tuple[list[Instance], RecurrenceFields | None]:
    """A period: each opening of it, or as a whole when it has no opening hours."""
    first, last = instant(event.node.get("startDate")), instant(event.node.get("endDate"))
    if first is None or last is None:
        return [], None
    begin, end = day_in_brussels(first), day_in_brussels(last)
    openings = nodes(event.node.get("openingHours"))[:MAX_OPENINGS]
    if not openings:
        return [Instance(begin, end + timedelta(days=1))], None
    # Not before the campaign: a house that is open for years would fill the list with days gone by.
    facts = event.choices.campaign.facts
    begin, end = max(begin, facts.start), min(end, facts.end)
    found = [instance for opening in openings for instance in _opened(opening, begin, end)]
    if not found:
        message = "de openingsuren vallen op geen enkele dag van de campagne"
        event.remarks.todo(message, "Vul in het bestand `momenten` in")
    days = sorted({one.start.weekday() for one in found})
    if len(openings) == 1:
        return found, every("dag") if len(days) == 7 else every("week") | {"op": [SHORT_DAYS[day] for day in days]}
    if len(found) > _MOST_MOMENTS:
        names = ", ".join(WEEKDAYS[day] for day in days)
        message = f"er zijn verschillende uren op {names}: te veel om uit te schrijven"
        event.remarks.todo(message, "Splits het in meer initiatieven")
    return found, None


def _opened(opening: Node, begin: date, end: date) -> Iterator[Instance]:
    """The openings on the weekdays of one entry of openingHours, both days counted."""
    names = [str(name).lower() for name in listed(opening.get("dayOfWeek"))]
    weekdays = [_ENGLISH.index(name) for name in names if name in _ENGLISH]
    opens, closes = clock(opening.get("opens")), clock(opening.get("closes"))
    if not weekdays:
        return
    midnight = time()
    first, last = datetime.combine(begin, midnight), datetime.combine(end, midnight)
    for at in rrule.rrule(rrule.DAILY, first, until=last, byweekday=weekdays):
        yield _open_on(at.date(), opens, closes)


def _open_on(day: date, opens: time | None, closes: time | None) -> Instance:
    """Open on a day; what closes before it opens closes on the next day."""
    if opens is None:
        return Instance(day, day + timedelta(days=1))
    start = datetime.combine(day, opens, BRUSSELS)
    if closes is None:
        return Instance(start)
    return Instance(start, datetime.combine(day + timedelta(days=closes <= opens), closes, BRUSSELS))
