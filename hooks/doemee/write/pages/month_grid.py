"""The weeks of a month as rows of a table, Monday first."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from doemee.load.spelling import Month
from doemee.model.agenda import Listed
from doemee.model.campaign import last_day


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the grid; `inside` is False for days of the month before or after."""

    day: date
    inside: bool
    today: bool
    items: list[Listed] = field(default_factory=list)


def weeks_of(month: Month, days: dict[date, list[Listed]], today: date) -> list[list[Cell]]:
    """Four to six rows of seven cells, with the items of each day."""
    first, last = date(*month, 1), last_day(month)
    day = first - timedelta(days=first.weekday())
    weeks = []
    while day <= last:
        week = [day + timedelta(days=n) for n in range(7)]
        weeks.append([Cell(d, first <= d <= last, d == today, days.get(d, [])) for d in week])
        day += timedelta(days=7)
    return weeks
