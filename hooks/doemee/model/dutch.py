"""Dates, hours and recurrences in words, as they are written in Flanders.

Sources: taaladvies.net ("14 april 2011", month in full and lower case; "8.30 uur" with a point).
"""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date

from doemee.load.spelling import WEEKDAYS, Month, MonthlyWeekday
from doemee.load.submission import Frequency, Recurrence
from doemee.model.initiative import Moment, Occurrence
from doemee.text import listed

LOCALE = "nl_BE"

_NUMBERS = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)

_NTH = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}


@lru_cache(maxsize=4096)
def day(on: date) -> str:
    """`zaterdag 7 maart 2026`"""
    return format_date(on, "EEEE d MMMM y", locale=LOCALE)


@lru_cache(maxsize=4096)
def day_without_year(on: date) -> str:
    """`zaterdag 7 maart`"""
    return format_date(on, "EEEE d MMMM", locale=LOCALE)


@lru_cache(maxsize=4096)
def plain_day(on: date) -> str:
    """`7 maart 2026`"""
    return format_date(on, "d MMMM y", locale=LOCALE)


@lru_cache(maxsize=256)
def month(of: Month) -> str:
    """`maart 2026`"""
    return format_date(date(*of, 1), "MMMM y", locale=LOCALE)


@lru_cache(maxsize=64)
def short_month(number: int) -> str:
    """`mrt`, for the date block of a card."""
    return format_date(date(2026, number, 1), "MMM", locale=LOCALE).rstrip(".")


@lru_cache(maxsize=2048)
def clock(at: datetime) -> str:
    """`9.30`"""
    return f"{at.hour}.{at.minute:02}"


def occurrence(of: Occurrence) -> str:
    """`zaterdag 7 maart 2026, van 14.00 tot 17.00 uur`"""
    if of.start is None:
        return day(of.first_day) if of.first_day == of.last_day else f"van {_days(of.first_day, of.last_day)}"
    if of.first_day == of.last_day:
        return f"{day(of.first_day)}, {hours(of)}"
    until = f"tot {day(of.last_day)} om {_end_clock(of.end, of)} uur" if of.end else f"tot en met {day(of.last_day)}"
    return f"van {day(of.first_day)} om {clock(of.start)} uur {until}"


def hours(of: Occurrence) -> str:
    """`van 14.00 tot 17.00 uur`, `vanaf 14.00 uur`, or nothing for whole days."""
    if of.start is None:
        return ""
    if of.end is None:
        return f"vanaf {clock(of.start)} uur"
    return f"van {clock(of.start)} tot {_end_clock(of.end, of)} uur"


def short_hours(of: Occurrence) -> str:
    """`14.00 - 17.00 uur`, for a list."""
    if of.start is None:
        return ""
    return f"{clock(of.start)} uur" if of.end is None else f"{clock(of.start)} - {_end_clock(of.end, of)} uur"


def moment(of: Moment) -> str:
    """When a moment is, in one phrase: its date, its rule, or that the date is to follow."""
    if of.window:
        return f"{month(of.month)}, datum volgt" if of.month else "datum volgt"
    if of.rule is None:
        return occurrence(of.occurrences[0])
    return _recurrence(of.rule, of.occurrences[0], of.occurrences[-1])


def _recurrence(rule: Recurrence, first: Occurrence, last: Occurrence) -> str:
    """`elke dinsdag van 3 maart 2026 tot en met 30 juni 2026, van 19.00 tot 21.00 uur`"""
    skipped = [plain_day(on) for on in rule.behalve]
    text = f"{_every(rule, first.first_day)}, van {_span(first.first_day, last.first_day)}"
    if timing := hours(first):
        text += f", {timing}"
    return text + (f" (niet op {listed(skipped)})" if skipped else "")


def _every(rule: Recurrence, first: date) -> str:
    nth = f"om de {rule.interval} " if rule.interval > 1 else ""
    if isinstance(rule.op, MonthlyWeekday):
        weekday = f"{_NTH[rule.op.nth]} {WEEKDAYS[rule.op.weekday]}"
        return f"{nth}maanden op de {weekday}" if nth else f"elke {weekday} van de maand"
    if rule.elke is Frequency.MONTH:
        return f"{nth}maanden op de {first.day}e" if nth else f"elke {first.day}e van de maand"
    if rule.elke is Frequency.DAY:
        return f"{nth}dagen" if nth else "elke dag"
    weekdays = listed([WEEKDAYS[number] for number in rule.op or [first.weekday()]])
    return f"{nth}weken op {weekdays}" if nth else f"elke {weekdays}"


def _days(first: date, last: date) -> str:
    return f"{day_without_year(first) if first.year == last.year else day(first)} tot en met {day(last)}"


def _span(first: date, last: date) -> str:
    return f"{plain_day(first)} tot en met {plain_day(last)}"


def _end_clock(end: datetime, of: Occurrence) -> str:
    """Midnight is the end of a day: `24.00`, not `0.00`, which would be its beginning."""
    return "24.00" if end.date() > of.last_day else clock(end)


def count(number: int, one: str, many: str) -> str:
    """`1 initiatief`, `2 initiatieven`"""
    return f"{number} {one if number == 1 else many}"


def number(of: int) -> str:
    """`vijf`; in figures from thirteen on."""
    return _NUMBERS[of] if of < len(_NUMBERS) else str(of)
