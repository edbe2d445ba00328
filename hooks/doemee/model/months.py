"""Months: their days and what lies between two of them."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from dateutil.rrule import MONTHLY, rrule

from doemee.load.spelling import Month


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return Month(day.year, day.month)


def last_day(month: Month) -> date:
    """The last day of a month."""
    _, days = monthrange(*month)
    return date(*month, days)


@lru_cache(maxsize=4096)  # of most moments the first and last day are the same
def months_between(first: date, last: date) -> tuple[Month, ...]:
    """The months from one day to another, both included."""
    return tuple(month_of(day) for day in rrule(MONTHLY, dtstart=first.replace(day=1), until=last))
