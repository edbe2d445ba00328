"""The weeks of a month as rows of a table, Monday first."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date

from doemee.load.spelling import Month
from doemee.model.agenda import Listed
from doemee.model.months import month_of


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the grid; `inside` is False for days of the month before or after."""

    day: date
    inside: bool
    today: bool
    items: list[Listed] = field(default_factory=list)


def weeks_of(month: Month, days: dict[date, list[Listed]], today: date) -> list[list[Cell]]:
    """Four to six rows of seven cells, with the items of each day."""
    weeks = Calendar().monthdatescalendar(*month)
    return [[Cell(day, month_of(day) == month, day == today, days.get(day, [])) for day in week] for week in weeks]
