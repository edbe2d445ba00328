"""A recurrence becomes days: which ones it hits, and whether every calendar app reads it alike."""

from datetime import date, datetime, time
from itertools import islice
from typing import Literal

from dateutil import rrule

from doemee.load.spelling import MonthlyWeekday
from doemee.load.submission import Frequency, Recurrence

MAX_OCCURRENCES = 400
"""A whole campaign year, every day. A rule that gives more is a mistake in its end."""

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_FREQUENCIES: dict[Frequency, Literal[1, 2, 3]] = {
    Frequency.DAY: rrule.DAILY,
    Frequency.WEEK: rrule.WEEKLY,
    Frequency.MONTH: rrule.MONTHLY,
}
_WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def rule_days(first: date, rule: Recurrence) -> list[date]:
    """The days on which a rule falls, exceptions included, from `first` on and in order.

    The first one need not be `first` itself: then the file contradicts itself, and a check says so.
    A rule without an end gives nothing. At most MAX_OCCURRENCES + 1 days.
    """
    if not rule.tot_en_met and not rule.aantal:
        return []
    weekdays: rrule.weekday | list[rrule.weekday] | None = None
    day_of_month = None
    if isinstance(rule.op, MonthlyWeekday):
        weekdays = _WEEKDAYS[rule.op.weekday](rule.op.nth)
    elif rule.op and rule.elke is not Frequency.MONTH:
        weekdays = [_WEEKDAYS[day] for day in rule.op]
    elif rule.elke is Frequency.MONTH:
        day_of_month = first.day
    days = rrule.rrule(
        _FREQUENCIES[rule.elke],
        datetime.combine(first, time()),
        interval=rule.interval,
        # One end: RFC 5545 has no rule with both, and neither has rrule.
        until=datetime.combine(rule.tot_en_met, time.max) if rule.tot_en_met else None,
        count=None if rule.tot_en_met else min(rule.aantal or 0, MAX_OCCURRENCES + 1),
        byweekday=weekdays,
        bymonthday=day_of_month,
    )
    return [day.date() for day in islice(days, MAX_OCCURRENCES + 1)]


def days(first: date, rule: Recurrence) -> list[date]:
    """The days on which it really goes ahead: those of the rule without the exceptions."""
    skipped = set(rule.behalve)
    return [day for day in rule_days(first, rule) if day not in skipped]


def is_portable(first: date, rule: Recurrence) -> bool:
    """Whether Outlook, Google and the others make the same days of an RRULE.

    Months without a 29th, 30th or 31st are skipped by RFC 5545 and not by Outlook, and Outlook 365
    refuses a file with COUNT=1. Such rules are written out as single events.
    """
    if rule.aantal == 1 or len(days(first, rule)) < 2:
        return False
    return rule.elke is not Frequency.MONTH or isinstance(rule.op, MonthlyWeekday) or first.day <= 28
