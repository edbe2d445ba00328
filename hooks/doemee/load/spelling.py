"""Dates, times, amounts and yes or no, in every spelling that the contract allows.

Each function takes the text as it stands in the file and raises Misspelled, with the cure, when it
is something else. Nothing is guessed: `07/03/26` or `3 uur 's middags` is a problem, not a date.
"""

import re
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from doemee.load.answers import say

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

LANGUAGES = {
    "nl": "Nederlands",
    "fr": "Frans",
    "en": "Engels",
    "de": "Duits",
    "ar": "Arabisch",
    "tr": "Turks",
    "es": "Spaans",
    "it": "Italiaans",
    "pl": "Pools",
    "ro": "Roemeens",
    "uk": "Oekraïens",
    "ru": "Russisch",
    "fa": "Farsi",
    "ps": "Pasjtoe",
    "so": "Somalisch",
    "ti": "Tigrinya",
    "pt": "Portugees",
    "vgt": "Vlaamse Gebarentaal",
}

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:length]: number for number, name in enumerate(WEEKDAYS) for length in (2, len(name))}
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1}

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WRITTEN = re.compile(r"([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_WRITTEN_MONTH = re.compile(r"([a-z]{3,9}) ([0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})| ?u(?:ur)? ?([0-9]{2})?)(?: ?uur)?")
_AMOUNT = re.compile(r"(?:€ ?|EUR ?)?([0-9]{1,5})(?:[.,]([0-9]{1,2}))?(?: ?(?:€|euro|EUR))?")

YES = frozenset({"true", "ja", "yes", "waar"})
NO = frozenset({"false", "nee", "neen", "no", "onwaar"})

END_OF_DAY = time.max
"""24:00, the midnight at the end of a day; time(0) is the one at its beginning."""

TO_FOLLOW = "volgt"
"""Written in the place of a date of which not even the month is known."""


class Misspelled(ValueError):
    """The text is not what this field asks for.

    `hint` says how to write it, `form_hint` how in a form, where that differs.
    """

    def __init__(self, message: str, hint: str, form_hint: str = "", code: str = ""):
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.form_hint = form_hint
        self.code = code

    @classmethod
    def of(cls, key: str, /, **values: object) -> "Misspelled":
        """With the answer of that key in the catalogue."""
        said = say(key, **values)
        return cls(said.message, said.hint, said.form_hint, said.code)


class Month(NamedTuple):
    """A month of which the day is not known yet: "mei 2026, datum volgt"."""

    year: int
    month: int


class MonthlyWeekday(NamedTuple):
    """The `nth` (1 to 4, or -1 for the last) `weekday` (0 is Monday) of a month."""

    nth: int
    weekday: int


class Price(NamedTuple):
    """What it costs: `amount` in euro where that is one number, else only the sender's `text`."""

    text: str
    amount: Decimal | None


def parse_day(text: str) -> date:
    """A full date."""
    parsed = parse_date(text)
    if not isinstance(parsed, date):
        raise Misspelled.of("geen-volledige-datum", value=text)
    return parsed


def parse_date(text: str) -> date | Month | str:
    """A full date, a month when the day is not known yet, or TO_FOLLOW when nothing is."""
    value = text.strip().lower()
    if value in (TO_FOLLOW, "datum volgt"):
        return TO_FOLLOW
    if match := _ISO.fullmatch(value):
        year, month, day = match.groups()
    elif match := _SLASHED.fullmatch(value):
        day, month, year = match.groups()
    elif match := _WRITTEN.fullmatch(value):
        day, month, year = match[1], _month_number(match[2], text), match[3]
    elif match := _ISO_MONTH.fullmatch(value):
        return _month(int(match[1]), int(match[2]), text)
    elif match := _WRITTEN_MONTH.fullmatch(value):
        return _month(int(match[2]), _month_number(match[1], text), text)
    else:
        raise Misspelled.of("datum", value=text)
    _check_year(int(year), text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Misspelled.of("datum-bestaat-niet", value=text) from None


def parse_time(text: str) -> time:
    """A time of day; `24:00` is END_OF_DAY."""
    value = text.strip().lower()
    match = _TIME.fullmatch(value)
    if not match:
        raise Misspelled.of("uur", value=text)
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if (hour, minute) == (24, 0):
        return END_OF_DAY
    if hour > 23 or minute > 59:
        raise Misspelled.of("uur-niet-op-de-klok", value=text)
    return time(hour, minute)


def parse_weekday(text: str) -> int:
    """0 for Monday up to 6 for Sunday; `za` and `zaterdag` are both Saturday."""
    try:
        return _WEEKDAY_NUMBERS[text.strip().lower().rstrip(".")]
    except KeyError:
        raise Misspelled.of("weekdag", value=text) from None


def parse_monthly_weekday(text: str) -> MonthlyWeekday:
    """`eerste dinsdag`, `laatste vrijdag`."""
    ordinal, _, weekday = text.strip().lower().partition(" ")
    if ordinal not in ORDINALS or not weekday:
        raise Misspelled.of("op", value=text)
    return MonthlyWeekday(ORDINALS[ordinal], parse_weekday(weekday))


def parse_yes_or_no(text: str) -> bool:
    """`ja`, `true`, `nee`, `false`: words, never YAML's own idea of them."""
    value = text.strip().lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise Misspelled.of("ja-of-nee", value=text)


def is_yes_or_no(text: str) -> bool:
    """Whether `parse_yes_or_no` would understand it."""
    return text.strip().lower() in YES | NO


def parse_price(text: str) -> Price:
    """`gratis`, an amount in euro such as `5`, `12,50` or `€ 3`, or a short text."""
    value = text.strip()
    if value.lower() == "gratis":
        return Price("gratis", Decimal(0))
    if match := _AMOUNT.fullmatch(value):
        euros, cents = int(match[1]), (match[2] or "").ljust(2, "0")
        amount = Decimal(f"{euros}.{cents}")
        if not amount:
            return Price("gratis", amount)
        return Price(f"€ {euros},{cents}" if amount % 1 else f"€ {euros}", amount)
    return Price(value, None)


def written(meaning: date | Month | time | MonthlyWeekday | str) -> str:
    """The one spelling of ours: `2026-03-07`, `2026-05`, `volgt`, `14:00`, `24:00` or `eerste dinsdag`."""
    if isinstance(meaning, Month):
        return f"{meaning.year}-{meaning.month:02}"
    if isinstance(meaning, MonthlyWeekday):
        ordinal = next(word for word, nth in ORDINALS.items() if nth == meaning.nth)
        return f"{ordinal} {WEEKDAYS[meaning.weekday]}"
    if isinstance(meaning, time):
        return "24:00" if meaning == END_OF_DAY else f"{meaning:%H:%M}"
    return str(meaning)


def _month_number(word: str, text: str) -> int:
    for name, number in _MONTH_NUMBERS.items():
        if word == name or (len(word) >= 3 and word == name[:3]) or (word == "mrt" and number == 3):
            return number
    raise Misspelled.of("datum", value=text)


def _check_year(year: int, text: str) -> None:
    """No campaign is that far away; and Python's calendar ends at 9999, where adding a day is an error."""
    if not 2000 <= year <= 2100:
        raise Misspelled.of("datum-te-ver", value=text)


def _month(year: int, month: int, text: str) -> Month:
    _check_year(year, text)
    if not 1 <= month <= 12:
        raise Misspelled.of("maand-bestaat-niet", value=text)
    return Month(year, month)
