"""One moment on one line, as people write it and as the site itself does, into the fields of a file.

Everything that the pages say of a moment is understood here (dutch.moment; a test compares), and the short
spellings: `7/3/2026 14:00-17:00`. Nothing is guessed: a line that can mean two things is refused with what
to write instead. The spellings of a date and an hour themselves are those of load/spelling.py.
"""

import re
from datetime import date
from typing import Any

from doemee.load.spelling import MONTHS, TO_FOLLOW, WEEKDAYS, Misspelled, parse_date, parse_time, parse_weekday, written
from doemee.load.submission import Status

MAX_LINE = 200

_BULLET = re.compile(r"(?:[-*•] +|[0-9]{1,2}[.)] +(?=[a-z]))")
_WEEKDAY = "|".join(sorted({name[:length] for name in WEEKDAYS for length in (2, len(name))}, key=len, reverse=True))
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2} [a-z]{3,9}(?: [0-9]{4})?"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2}| ?u(?:ur)?(?: ?[0-9]{2}(?![0-9:./]))?)?(?: ?uur)?"


def _day(name: str) -> str:
    return rf"(?:(?P<{name}_weekday>{_WEEKDAY})\.?,? )?(?P<{name}>{_DATE})"


_MONTH = re.compile(
    rf"(?P<month>[0-9]{{4}}-[0-9]{{1,2}}|(?:{'|'.join(MONTHS)}|[a-z]{{3}}) [0-9]{{4}})(?:,? (?:datum )?volgt)?"
)
_STATUS = re.compile(rf",? \(?({'|'.join(Status)})\)?")
_ONE_DAY = re.compile(
    rf"(?:op )?{_day('first')}"
    rf"(?:,? (?:van )?(?P<start>{_CLOCK})(?: ?- ?| tot )(?P<end>{_CLOCK})|,? (?P<word>vanaf |om |)(?P<only>{_CLOCK}))?"
)
_MORE_DAYS = re.compile(
    rf"(?:van )?{_day('first')}(?P<until> ?- ?| tot en met | t/m | tot )(?P<last_part>{_day('last')})"
)
_SHORT_DAYS = re.compile(
    r"(?:van )?(?P<first_day>[0-9]{1,2})(?P<until> ?- ?| tot en met | t/m )(?P<last>[0-9]{1,2} [a-z]{3,9} [0-9]{4})"
)
_THROUGH = re.compile(
    rf"(?:van )?{_day('first')}(?:,? om|,)? (?P<start>{_CLOCK})(?: ?- ?| tot (?:en met )?)"
    rf"{_day('last')}(?:,? om|,)? (?P<end>{_CLOCK})"
)
_DAYS_WITH_HOURS = re.compile(rf"{_MORE_DAYS.pattern},? (?:van )?{_CLOCK}.*")

_EXAMPLES = (
    "Schrijf bijvoorbeeld: zaterdag 7 maart 2026, van 14.00 tot 17.00 uur; "
    "of: 7 maart 2026 - 9 maart 2026; of: mei 2026; of: volgt"
)


def moments(text: str) -> tuple[list[dict[str, Any]], list[Misspelled]]:
    """The fields of every moment of a text, one per line, and what could not be read, in order."""
    read: list[dict[str, Any]] = []
    refused: list[Misspelled] = []
    for line in filter(str.strip, text.splitlines()):
        try:
            read.append(moment(line))
        except Misspelled as error:
            refused.append(error)
    return read, refused


def moment(line: str) -> dict[str, Any]:
    """The fields of one moment. Raises Misspelled when the line cannot be read in one way only."""
    shown = " ".join(line.split())
    if len(shown) > MAX_LINE:
        raise Misspelled(f"“{shown[:60]}…” is te lang voor één moment", _EXAMPLES)
    plain = re.sub("[‐‑‒–—−]", "-", shown.lower()).rstrip(".;,")
    plain = plain[match.end() :] if (match := _BULLET.match(plain)) else plain
    status = re.search(_STATUS.pattern + "$", plain)
    fields = _fields(plain[: status.start()] if status else plain, shown)
    if status:
        fields["status"] = status[1]
    return fields


def _fields(plain: str, shown: str) -> dict[str, Any]:
    if plain in (TO_FOLLOW, f"datum {TO_FOLLOW}"):
        return {"datum": TO_FOLLOW}
    if match := _MONTH.fullmatch(plain):
        return {"datum": written(parse_date(match["month"]))}
    if match := _ONE_DAY.fullmatch(plain):
        first = _date(match["first"], shown)
        return _with_weekday({"datum": written(first)}, match["first_weekday"]) | _hours(match, shown)
    if match := _THROUGH.fullmatch(plain):
        clocks = {"van": _clock(match["start"], shown), "tot": _clock(match["end"], shown)}
        return _span(match, shown) | clocks
    if match := _MORE_DAYS.fullmatch(plain):
        if match["until"] == " tot ":
            raise Misspelled(
                f"“{shown}”: hoort de laatste dag er nog bij?", "Schrijf: tot en met, als de laatste dag meetelt"
            )
        return _span(match, shown)
    if match := _SHORT_DAYS.fullmatch(plain):
        last = _date(match["last"], shown)
        first = _date(f"{match['first_day']} {match['last'].split(' ', 1)[1]}", shown)
        return {"datum": written(first), "einddatum": written(last)}
    if _DAYS_WITH_HOURS.fullmatch(plain):
        hint = (
            "Schrijf elke dag met zijn uren op een eigen regel. "
            "Gaat het in één stuk door, schrijf dan: 7/3/2026 14:00 - 8/3/2026 12:00"
        )
        raise Misspelled(f"“{shown}”: zijn dat de uren van elke dag?", hint)
    raise Misspelled(f"“{shown}” kunnen we niet lezen", _EXAMPLES)


def _span(match: re.Match[str], shown: str) -> dict[str, Any]:
    """From one day to another. The first may go without its year: then it is that of the last."""
    last = _date(match["last"], shown)
    year = f" {last.year}" if re.fullmatch("[0-9]{1,2} [a-z]+", match["first"]) else ""
    first = _date(match["first"] + year, shown)
    if match["last_weekday"] and parse_weekday(match["last_weekday"]) != last.weekday():
        asked, is_really = WEEKDAYS[parse_weekday(match["last_weekday"])], WEEKDAYS[last.weekday()]
        message = f"“{shown}”: {last.day}/{last.month}/{last.year} is een {is_really}, geen {asked}"
        raise Misspelled(message, "Verbeter de dag of de datum")
    return _with_weekday({"datum": written(first)}, match["first_weekday"]) | {"einddatum": written(last)}


def _hours(match: re.Match[str], shown: str) -> dict[str, Any]:
    """`van` and `tot`. A bare `14` is an hour only before one that says so: `14 tot 17 uur`, `14-17u`."""
    if match["start"]:
        start = match["start"]
        if start.isdigit() and "u" in match["end"]:
            start += "u"
        return {"van": _clock(start, shown), "tot": _clock(match["end"], shown)}
    return {"van": _clock(match["only"], shown)} if match["only"] else {}


def _date(text: str, shown: str) -> date:
    if re.fullmatch("[0-9]{1,2} [a-z]+", text):
        raise Misspelled(f"“{shown}”: het jaar ontbreekt", "Schrijf ook het jaar")
    parsed = parse_date(text)
    assert isinstance(parsed, date)  # noqa: S101 - the expressions above take full dates only
    return parsed


def _clock(text: str, shown: str) -> str:
    try:
        return written(parse_time(text))
    except Misspelled as error:
        raise Misspelled(f"“{shown}”: {error.message}", error.hint) from None


def _with_weekday(fields: dict[str, Any], weekday: str | None) -> dict[str, Any]:
    """The weekday that somebody wrote becomes the checksum of the file."""
    return fields | ({"weekdag": WEEKDAYS[parse_weekday(weekday)]} if weekday else {})
