"""The RRULE of an event (RFC 5545, sections 3.3.10 and 3.8.5.3): its starts, and what a file can say of it.

A rule of a stranger is never followed without bounds: only days, weeks, months and years, up to the end of the
campaign, MAX_STARTS times.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Literal

from dateutil import rrule
from icalendar.prop import vRecur, vWeekday

from doemee.intake.found import RecurrenceFields, Unreadable
from doemee.intake.moments import SHORT_DAYS, every, nth_weekday
from doemee.model.recurrence import WEEKDAY_CODES

MAX_STARTS = 1000
_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "DAILY": rrule.DAILY,
    "WEEKLY": rrule.WEEKLY,
    "MONTHLY": rrule.MONTHLY,
    "YEARLY": rrule.YEARLY,
}
_NOT_FOLLOWED = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP"})
"""More than once a day, and the other calendars of RFC 7529."""

_DAYS = dict(zip(WEEKDAY_CODES, rrule.weekdays, strict=True))
_LONGEST = timedelta(days=60)
"""What started before the campaign and lasts for weeks may still touch it."""


def starts(first: date | datetime, rule: vRecur, begin: date, last: date) -> list[date | datetime]:
    """The starts of a rule up to `last`, as days or in the zone of `first`; those long before `begin` are passed over.

    The wall clock of the event's own zone counts: 14:00 stays 14:00 when the clock changes. Raises Unreadable for a
    frequency or a part that we do not follow.
    """
    zone = first.tzinfo if isinstance(first, datetime) else None
    wall = first.replace(tzinfo=None) if isinstance(first, datetime) else datetime.combine(first, time())
    frequency = str(_one(rule, "FREQ") or "")
    if frequency not in _FREQUENCIES or rule.keys() & _NOT_FOLLOWED:
        raise _unfollowed(frequency or "zonder FREQ")
    end = datetime.combine(last, time.max)
    until = _until(rule, zone)
    week_start = str(_one(rule, "WKST") or "MO")
    try:
        walls = rrule.rrule(
            _FREQUENCIES[frequency],
            wall,
            interval=_number(rule, "INTERVAL", 1),
            until=min(end, until) if until else end,
            wkst=_DAYS.get(week_start, rrule.MO),
            byweekday=[_weekday(day) for day in rule["BYDAY"]] if "BYDAY" in rule else None,
            bymonthday=_numbers(rule, "BYMONTHDAY"),
            byyearday=_numbers(rule, "BYYEARDAY"),
            byweekno=_numbers(rule, "BYWEEKNO"),
            bymonth=_numbers(rule, "BYMONTH"),
            bysetpos=_numbers(rule, "BYSETPOS"),
        )
        if _never(walls, wall):
            return []
        # A series of years keeps its count, but what was over long before is not kept.
        from_here = datetime.combine(begin, time()) - _LONGEST
        counted = islice(walls, _number(rule, "COUNT", 1_000_000))
        found = list(islice((at for at in counted if at >= from_here), MAX_STARTS))
    except (ValueError, TypeError, IndexError) as error:  # dateutil's own, for parts that cannot be together
        raise _unfollowed(frequency) from error
    return [at.replace(tzinfo=zone) if isinstance(first, datetime) else at.date() for at in found]


def in_words(first: date, rule: vRecur) -> RecurrenceFields | None:
    """What a file would say of a rule, without its end; None when it has no words for it.

    It need not be the whole truth: moments.py uses it only when it gives exactly the right days.
    """
    frequency, interval = str(_one(rule, "FREQ") or ""), _number(rule, "INTERVAL", 1)
    days: list[vWeekday] = rule.get("BYDAY", [])
    result: RecurrenceFields
    if frequency == "DAILY" and not days:
        result = every("dag", interval)
    elif frequency == "WEEKLY" or (frequency == "DAILY" and interval == 1):
        result = every("week", interval)
        if weekdays := [SHORT_DAYS[number] for number, code in enumerate(WEEKDAY_CODES) if code in days]:
            result["op"] = weekdays
    elif frequency == "MONTHLY" and len(days) == 1:
        nth = _position(days[0]) or _one(rule, "BYSETPOS")
        phrase = nth_weekday(nth, WEEKDAY_CODES.index(days[0][-2:])) if isinstance(nth, int) else None
        if phrase is None:
            return None
        result = every("maand", interval) | {"op": phrase}
    elif frequency == "MONTHLY" and not days and _one(rule, "BYMONTHDAY") in (None, first.day):
        result = every("maand", interval)
    else:
        return None
    return result | {"aantal": _number(rule, "COUNT", 0)} if "COUNT" in rule else result


def _never(rule: rrule.rrule, wall: datetime) -> bool:
    """Whether no day fits, as with 30 February: dateutil would look for one until the year 9999.

    The calendar repeats after 400 years, so the last four to eight hundred years that it knows tell.
    """
    near_the_end = wall.replace(year=wall.year + 400 * ((9599 - wall.year) // 400))
    return next(iter(rule.replace(dtstart=near_the_end, interval=1, until=None)), None) is None


def _until(rule: vRecur, zone: tzinfo | None) -> datetime | None:
    """The last moment of a rule on the wall clock of the event; a day counts until its end."""
    until = _one(rule, "UNTIL")
    if isinstance(until, datetime):
        return (until.astimezone(zone or UTC) if until.tzinfo else until).replace(tzinfo=None)
    return datetime.combine(until, time.max) if isinstance(until, date) else None


def _one(rule: vRecur, part: str) -> object:
    """The first value of a part; None when it is not there."""
    found = rule.get(part)
    return next(iter(found), None) if isinstance(found, list) else found


def _number(rule: vRecur, part: str, otherwise: int) -> int:
    """A number that can be one: what a stranger writes may be zero, or without end."""
    value = _one(rule, part)
    return value if isinstance(value, int) and 0 < value < 100_000 else otherwise


def _numbers(rule: vRecur, part: str) -> list[int] | None:
    return [int(number) for number in rule[part]] if part in rule else None


def _weekday(day: vWeekday) -> rrule.weekday:
    weekday, position = _DAYS[day[-2:]], _position(day)
    if len(day) > 2 and not position:
        raise _unfollowed(day)
    return weekday(position) if position else weekday


def _position(day: vWeekday) -> int:
    """1 for `1TU`, -1 for `-1TU`; 0 for `TU`, and for `0TU` and `-TU`, which mean nothing."""
    text = day[:-2]
    return int(text) if text.lstrip("+-").isdigit() else 0


def _unfollowed(what: str) -> Unreadable:
    message = f"deze herhaling kunnen we niet uitschrijven ({what[:40]})"
    return Unreadable(message, "Vul de andere momenten zelf aan")
