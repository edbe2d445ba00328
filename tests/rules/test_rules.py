"""What Python and the scripts of the site both know: the same cases for both, without a browser.

Each file here is a list of cases: `{"rule", "given", "expected"}`. A rule is a name in RULES below and in run.mjs, or that
of a rule of the check (doemee.check, overrides/assets/form/rules.js): then `given` holds fields as a sender writes
them, and `expected` the problems as `[path, code]`. The scripts get fields in the one spelling that the form knows
(write/data/form_values.py). Days are written as 2026-03-07, months as 2026-03.

A new case: write it with `"expected": null`, let `DOEMEE_ACCEPT=1 pytest tests/rules` fill in what Python says, and read
that before you commit it.
"""

import calendar
import json
import os
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from doemee.check import what, when
from doemee.check.privacy import MAILBOXES, NUMBERS
from doemee.check.rules import Known
from doemee.load.catalogue import ANSWERS
from doemee.load.description import mistakes
from doemee.load.hidden_characters import without_hidden
from doemee.load.loader import Loaded, load
from doemee.load.spelling import Month
from doemee.load.submission import Recurrence
from doemee.model import dutch, recurrence
from doemee.model.initiative import BRUSSELS, resolve
from doemee.model.places import Places, plain_name
from doemee.text import slugify
from doemee.write.data.filter_index import plain_words
from doemee.write.data.form_values import normalised
from doemee.write.data.submission_file import file_text
from tests.example_campaign import campaign
from tests.rules.scripts import KINDS, in_the_scripts

FOLDER = Path(__file__).resolve().parent
FILES = sorted(FOLDER.glob("*.json"))
ACCEPT = bool(os.environ.get("DOEMEE_ACCEPT"))

COMPLETE = {
    "titel": "Soep voor de straat",
    "samenvatting": "We koken samen een grote pot soep.",
    "organisatie": "Buurtcomité Voorbeeldstraat",
    "type": "actie",
    "bereik": ["heel-vlaanderen"],
}
"""What an initiative needs besides its moments."""


def cases(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def loaded(fields: dict[str, Any]) -> Loaded:
    return load("data/initiatives/proef.md", file_text(fields, "").encode())


def month(text: str) -> Month:
    return Month(*map(int, text.split("-")))


def last_of_month(text: str) -> str:
    year, number = month(text)
    return date(year, number, calendar.monthrange(year, number)[1]).isoformat()


def day_from(given: list[int]) -> str | None:
    try:
        return date(*given).isoformat()
    except ValueError:
        return None


def clock_changes_on(text: str) -> str:
    """The day of a month in which the offset of Brussels changes, by the zone database."""
    year, number = month(text)
    midnights = [datetime(year, number, 1, tzinfo=BRUSSELS) + timedelta(days=days) for days in range(32)]
    (changes,) = [
        day
        for day, following in pairwise(midnights)
        if day.utcoffset() != following.utcoffset() and day.month == number
    ]
    return changes.date().isoformat()


def days_of(given: dict[str, Any]) -> list[str]:
    rule = Recurrence.model_validate(given["rule"])
    return [day.isoformat() for day in recurrence.days(date.fromisoformat(given["first"]), rule)]


def span(given: dict[str, Any]) -> list[Any]:
    """The first and the last day of a long recurrence, and how many there are."""
    found = days_of(given)
    return [found[0], found[-1], len(found)]


def is_portable(given: dict[str, Any]) -> bool:
    return recurrence.is_portable(date.fromisoformat(given["first"]), Recurrence.model_validate(given["rule"]))


def moment(fields: dict[str, Any]) -> list[str]:
    initiative = resolve(loaded(COMPLETE | fields), campaign())
    return [dutch.moment(found) for found in initiative.moments]


def value(given: list[str]) -> list[str] | None:
    """What is said of a text to who fills in a form: nothing when its kind takes it."""
    name, text = given
    try:
        KINDS[name].read(text)
    except PydanticCustomError as error:
        said = error.context or {}
        return [error.type, said["message"], said["form_hint"] or said["hint"]]
    return None


def hidden(text: str) -> list[Any]:
    """A text without what nobody sees, and what was in it."""
    clean, troubles = without_hidden(text)
    return [unicodedata.normalize("NFC", clean), sorted({trouble.message for trouble in troubles})]


def place_in_parts(given: dict[str, str]) -> list[str]:
    """The names under a postcode where places.csv has only a part of what people write."""
    row = {"postcode": "1012", "place": "Amsterdam", "municipality": "Amsterdam", "region": "noord-holland"}
    rest = {"main": "1", "former": "", "lat": "52.4", "lon": "4.9"}
    return Places([row | rest], given["pattern"]).names(given["postcode"])


RULES: dict[str, Callable[[Any], Any]] = {
    "slugify": slugify,
    "place_in_parts": place_in_parts,
    "plain_words": plain_words,
    "plain_name": plain_name,
    "collapsed": lambda text: " ".join(text.split()),
    "day_from": day_from,
    "weekday": lambda day: date.fromisoformat(day).weekday(),
    "plus_days": lambda given: (date.fromisoformat(given[0]) + timedelta(days=given[1])).isoformat(),
    "days_between": lambda given: (date.fromisoformat(given[1]) - date.fromisoformat(given[0])).days,
    "last_of_month": last_of_month,
    "clock_changes_on": clock_changes_on,
    "day": lambda day: dutch.day(date.fromisoformat(day)),
    "day_without_year": lambda day: dutch.day_without_year(date.fromisoformat(day)),
    "plain_day": lambda day: dutch.plain_day(date.fromisoformat(day)),
    "month": lambda text: dutch.month(month(text)),
    "short_month": dutch.short_month,
    "count": lambda given: dutch.count(*given),
    "days": days_of,
    "span": span,
    "is_portable": is_portable,
    "moment": moment,
    "value": value,
    "description": lambda body: sorted(trouble.message for trouble in mistakes(body)),
    "description_of_tip": lambda body: sorted(trouble.message for trouble in mistakes(body, internal=True)),
    "hidden": hidden,
    "personal": lambda text: sorted({key for rule in (*NUMBERS, *MAILBOXES) for _, key in rule(text)}),
}

OF_A_RECURRENCE = {"days", "span", "is_portable"}
"""Rules of which a part of what is given is a recurrence."""


class Recorder:
    """A loaded file whose problems are `[path, code]`, positions in lists included."""

    def __init__(self, fields: dict[str, Any]):
        self._loaded = loaded(fields)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loaded, name)

    def problem(self, at: tuple[str | int, ...], key: str, **_: Any) -> list[str]:
        # Only that there is no place is about the whole; the form says it beside the place.
        return [".".join(map(str, at)) or "locatie", ANSWERS[key].code or key]


def in_python(case: dict[str, Any]) -> Any:
    if case["rule"] in RULES:
        return RULES[case["rule"]](case["given"])
    rule = next(rule for rule in (*what.RULES, *when.RULES) if rule.__name__ == case["rule"])
    file = Recorder(case["given"])
    return sorted(rule(file, file.submission, Known(campaign())))


def for_the_form(case: dict[str, Any]) -> dict[str, Any]:
    """A case with its fields in the one spelling that the form knows."""
    rule, given = case["rule"], case["given"]
    if rule in OF_A_RECURRENCE:
        return case | {"given": given | {"rule": normalised({"herhaling": given["rule"]})["herhaling"]}}
    return case | {"given": normalised(given)} if rule == "moment" or rule not in RULES else case


def differences(path: Path, found: list[Any]) -> list[str]:
    return [
        f"{case['rule']}({json.dumps(case['given'], ensure_ascii=False)}): {answer!r} instead of {case['expected']!r}"
        for case, answer in zip(cases(path), found, strict=True)
        if answer != case["expected"]
    ]


def readable(row: dict[str, Any]) -> str:
    """As JSON on one line, with an escape for what nobody can see."""
    text = json.dumps(row, ensure_ascii=False)
    return "".join(character if character.isprintable() else json.dumps(character)[1:-1] for character in text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_python_does_as_the_cases_say(path):
    """Case by case; what differs is named with what was given."""
    found = [in_python(case) for case in cases(path)]
    if ACCEPT:
        rows = [case | {"expected": answer} for case, answer in zip(cases(path), found, strict=True)]
        path.write_text("[\n" + ",\n".join(f"  {readable(row)}" for row in rows) + "\n]\n", encoding="utf-8")
    assert differences(path, found) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_scripts_do_as_the_cases_say(path):
    """The modules that the site bundles, run by Node as they stand in overrides/assets."""
    assert differences(path, in_the_scripts([for_the_form(case) for case in cases(path)])) == []


def test_every_rule_has_a_case():
    """A rule that no case names is held by nothing."""
    named = {case["rule"] for path in FILES for case in cases(path)}
    rules = {rule.__name__ for rule in (*what.RULES, *when.RULES)} - {"ids_exist"}  # what is picked in a form exists
    assert (set(RULES) | rules) - named == set()
