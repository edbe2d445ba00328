"""The properties of a VEVENT with their types.

icalendar gives a value, a list of them when a property stands there more than once, or a text that it could not read.
"""

from datetime import date, datetime, timedelta

from icalendar import Component
from icalendar.prop import VPROPERTY, vBroken, vCategory, vDDDLists, vRecur


def drop_broken(event: Component) -> None:
    """Take out what icalendar could not read: `errors` of the event tells of it, and touching it raises."""
    for name in list(event):
        found = values(event, name)
        right = [value for value in found if not isinstance(value, vBroken)]
        if not right:
            del event[name]
        elif len(right) < len(found):
            event[name] = right


def values(event: Component, name: str) -> list[VPROPERTY]:
    """Every value of a property; none when it is not there."""
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def text(event: Component, name: str) -> str:
    """A property that may be there once, as text; empty when it is not there, the list of them when there are more."""
    return str(event.get(name, ""))


def parameter(event: Component, name: str, key: str) -> str:
    """A parameter of a property (RFC 5545, section 3.2); empty when it has none, or stands there more than once."""
    found = event.get(name)
    return str(getattr(found, "params", {}).get(key, ""))


def at(event: Component, name: str) -> date | datetime | None:
    """The day or the instant that DTSTART, DTEND or RECURRENCE-ID holds, the first of them."""
    found = _dt(event, name)
    return found if isinstance(found, date) else None


def length(event: Component, name: str) -> timedelta | None:
    """The length that DURATION holds."""
    found = _dt(event, name)
    return found if isinstance(found, timedelta) else None


def days_and_instants(event: Component, name: str) -> list[date | datetime]:
    """All days or instants of EXDATE or RDATE, however many lines they stand on; of a period its start."""
    groups = (value for value in values(event, name) if isinstance(value, vDDDLists))
    starts = [item.dt[0] if isinstance(item.dt, tuple) else item.dt for group in groups for item in group.dts]
    return [start for start in starts if isinstance(start, date)]


def rules(event: Component) -> list[vRecur]:
    """Its RRULEs; RFC 5545 allows one."""
    return [value for value in values(event, "RRULE") if isinstance(value, vRecur)]


def categories(event: Component) -> list[str]:
    """The names in its CATEGORIES, however many lines they stand on."""
    groups = (value for value in values(event, "CATEGORIES") if isinstance(value, vCategory))
    return [str(name) for group in groups for name in group.cats]


def as_written(value: VPROPERTY) -> str:
    """A value as the calendar has it."""
    raw = value.to_ical()
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)


def _dt(event: Component, name: str) -> object:
    """The native value of a date, an instant, a length or something else; None when it is not there."""
    return getattr(next(iter(values(event, name)), None), "dt", None)
