"""The recurrence of a calendar event (RFC 5545, section 3.8.5.3): its starts, and what a file can say of it.

A rule of a stranger is never followed without bounds: only days, weeks, months and years, up to the
end of the campaign, MAX_STARTS times.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil import rrule

from doemee.intake.moments import SHORT_DAYS, nth_weekday
from doemee.model.recurrence import WEEKDAY_CODES

MAX_STARTS = 1000
FREQUENCIES = {"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}
_BY = {
    "BYMONTHDAY": "bymonthday",
    "BYYEARDAY": "byyearday",
    "BYWEEKNO": "byweekno",
    "BYMONTH": "bymonth",
    "BYSETPOS": "bysetpos",
}
_DAYS = dict(zip(WEEKDAY_CODES, (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU), strict=True))


class UnknownRule(Exception):
    """A rule that we do not follow; the message is its text."""


def starts(first: date | datetime, rule: Mapping[str, Any], begin: date, last: date) -> list[date | datetime]:
    """The starts of a rule up to `last`, of the kind and in the zone of `first`; long before `begin` they are passed over.

    The wall clock of the event's own zone counts: 14:00 stays 14:00 when the clock changes. Raises
    UnknownRule for a frequency or a part that we do not follow.
    """
    zone = first.tzinfo if isinstance(first, datetime) else None
    wall = first.replace(tzinfo=None) if isinstance(first, datetime) else datetime.combine(first, time())
    end = datetime.combine(last, time.max)
    until = _until(rule, zone)
    frequency = str(_one(rule, "FREQ", ""))
    if frequency not in FREQUENCIES or set(rule) & {"BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP"}:
        raise UnknownRule(frequency or "zonder FREQ")
    interval, count = _number(rule, "INTERVAL", 1), _number(rule, "COUNT", 1_000_000)
    by: dict[str, Any] = {name: [int(n) for n in rule[key]] for key, name in _BY.items() if key in rule}
    if "BYDAY" in rule:
        by["byweekday"] = [_weekday(str(day)) for day in rule["BYDAY"]]
    week_start = _DAYS.get(str(_one(rule, "WKST", "MO")), rrule.MO)
    try:
        days = rrule.rrule(
            FREQUENCIES[frequency],
            wall,
            interval=interval,
            until=min(end, until) if until else end,
            wkst=week_start,
            **by,
        )
    except (ValueError, TypeError) as error:
        raise UnknownRule(frequency) from error
    # A series of years keeps its count, but what was over long before is not kept: 60 days, for what lasts weeks.
    from_here = datetime.combine(begin, time()) - timedelta(days=60)
    found = list(islice((day for day in islice(days, count) if day >= from_here), MAX_STARTS))
    return [day.replace(tzinfo=zone) if isinstance(first, datetime) else day.date() for day in found]


def said(first: date, rule: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a file would say of a rule, without its end; None when it has no words for it.

    It need not be the whole truth: moments.told uses it only when it gives exactly the right days.
    """
    frequency, interval = str(_one(rule, "FREQ", "")), _number(rule, "INTERVAL", 1)
    days = [str(day) for day in rule.get("BYDAY", [])]
    every: dict[str, Any] = {"interval": interval} if interval > 1 else {}
    weekdays = [SHORT_DAYS[WEEKDAY_CODES.index(day)] for day in WEEKDAY_CODES if day in days]
    if frequency == "DAILY" and not days:
        result = {"elke": "dag"} | every
    elif frequency == "WEEKLY" or (frequency == "DAILY" and interval == 1):
        result = {"elke": "week"} | every | ({"op": weekdays} if weekdays else {})
    elif frequency == "MONTHLY" and len(days) == 1:
        position = days[0][:-2] or str(_one(rule, "BYSETPOS", ""))
        phrase = (
            nth_weekday(int(position), WEEKDAY_CODES.index(days[0][-2:])) if position.lstrip("+-").isdigit() else None
        )
        if not phrase:
            return None
        result = {"elke": "maand"} | every | {"op": phrase}
    elif frequency == "MONTHLY" and not days and int(_one(rule, "BYMONTHDAY", first.day)) == first.day:
        result = {"elke": "maand"} | every
    else:
        return None
    return result | ({"aantal": _number(rule, "COUNT", 0)} if "COUNT" in rule else {})


def weekly(first: date, last: date, weekdays: set[int]) -> Iterator[date]:
    """The days from `first` to `last` that fall on one of the weekdays."""
    for number in range(min((last - first).days + 1, MAX_STARTS)):
        day = first + timedelta(days=number)
        if day.weekday() in weekdays:
            yield day


def _until(rule: Mapping[str, Any], zone: tzinfo | None) -> datetime | None:
    """The last moment of a rule on the wall clock of the event; a day counts until its end."""
    until = _one(rule, "UNTIL", None)
    if isinstance(until, datetime):
        if until.tzinfo is not None:
            until = until.astimezone(zone or UTC)
        return until.replace(tzinfo=None)
    return datetime.combine(until, time.max) if isinstance(until, date) else None


def _one(rule: Mapping[str, Any], key: str, otherwise: Any) -> Any:
    value = rule.get(key, otherwise)
    if isinstance(value, list):
        return value[0] if value else otherwise
    return value


def _number(rule: Mapping[str, Any], key: str, otherwise: int) -> int:
    value = _one(rule, key, otherwise)
    return value if isinstance(value, int) and 0 < value < 100_000 else otherwise


def _weekday(code: str) -> Any:
    position, day = code[:-2], code[-2:].upper()
    if day not in _DAYS or (position and not position.lstrip("+-").isdigit()) or position.lstrip("+-") == "0":
        raise UnknownRule(code)
    return _DAYS[day](int(position)) if position else _DAYS[day]
