"""The form answers in the words of `doemee check`: both get the same values by chance, and must find the same.

What differs on purpose: of which field a file says that something is missing or personal, for the check names the key of
its line. What only the repository can know (other files, images) the form leaves to the check.
"""

from functools import cache
from typing import Any

import pytest
from hypothesis import settings

from doemee.check import check, check_one
from doemee.load.declared import TIP
from doemee.load.loader import load
from doemee.load.submission import Tip
from doemee.model import dutch
from doemee.model.initiative import resolve
from doemee.problems import Problem, errors
from doemee.write.data.submission_file import file_text
from tests.example_campaign import campaign
from tests.rules.invented import invented, tip_with_mistakes, with_mistakes
from tests.rules.scripts import in_the_scripts

MANY = 1500 if settings.get_current_profile_name() == "thorough" else 600
"""Fewer would miss codes that chance must give, see EXPECTED."""

OF_THE_WHOLE_TEXT = {
    *("rijksregisternummer", "gsm-nummer", "rekeningnummer", "privemail"),
    *("onzichtbaar-teken", "verloren-letter", "stapel-accenten", "gemengd-schrift"),
    *("geen-plaats", "verplicht-veld"),
}
"""Codes of what the check finds in a line and the form in a field."""

EXPECTED = """
    te-kort te-lang te-veel url email telefoon id slug getal prijs postcode datum verplicht-veld
    html link veel-links onzichtbaar-teken verloren-letter stapel-accenten gemengd-schrift
    rijksregisternummer privemail gsm-nummer rekeningnummer
    geen-plaats gemeente-past-niet onbekende-postcode zelfde-naam naam-zonder-letters staat-er-al plaats-buiten-bereik
    dag-onbekend einde-voor-begin geen-beginuur geen-einduur verkeerde-weekdag uur-bestaat-niet uur-dubbel
    buiten-de-campagne dubbel-id herhaling-van-wat herhaling-einde op-past-niet eerste-keer geen-herhaling-die-dag nooit
    inschrijven-te-laat
"""
"""Codes that chance must have given, or nothing is held to them."""

Row = tuple[str, ...]


def of_the_check(problems: list[Problem]) -> set[Row]:
    rows = ((p.field, p.code, p.message, p.severity, p.form_hint or p.hint) for p in problems)
    return set(map(without_place, rows))


def of_the_form(problems: list[dict[str, Any]]) -> set[Row]:
    return {
        without_place(
            (
                ".".join(step for step in p["path"] if isinstance(step, str)),
                p["code"],
                p["message"],
                p["severity"],
                p["hint"],
            )
        )
        for p in problems
    }


def without_place(row: Row) -> Row:
    return ("", *row[1:]) if row[1] in OF_THE_WHOLE_TEXT else row


@cache
def initiative(seed: int) -> tuple[dict[str, Any], str, list[Problem]]:
    """The values and the description of an initiative with mistakes, and what the check finds in it."""
    values, body = with_mistakes(seed)
    file = load("data/initiatives/proef.md", file_text(values, body).encode())
    return values, body, check([file], campaign(), frozenset())


@cache
def tip(seed: int) -> tuple[dict[str, Any], str, list[Problem]]:
    """The same of a tip."""
    values, body = tip_with_mistakes(seed)
    file = load("data/tips/proef.md", file_text(values, body, declared=TIP).encode(), Tip)
    return values, body, check_one(file, campaign())


def differences(cases: list[tuple[dict[str, Any], str, list[Problem]]], is_tip: bool) -> list[str]:
    """Each case in which the form and the check find something else."""
    given = [{"rule": "read", "given": {"values": values, "body": body, "tip": is_tip}} for values, body, _ in cases]
    different = []
    for (values, body, problems), found in zip(cases, in_the_scripts(given), strict=True):
        form, file_rows = of_the_form(found), of_the_check(problems)
        if form != file_rows:
            different.append(f"{values} {body[:200]!r}\n  form: {form - file_rows}\n  check: {file_rows - form}")
    return different


def test_the_form_and_the_check_find_the_same_in_initiatives():
    """Field, code, message, severity and cure: hidden characters, long lists and links among the mistakes."""
    different = differences([initiative(seed) for seed in range(MANY)], is_tip=False)
    assert different == [], "\n".join(different[:5])


def test_the_form_and_the_check_find_the_same_in_tips():
    """A tip may link within the site, in a reference too; the rest is as in an initiative."""
    different = differences([tip(seed) for seed in range(MANY)], is_tip=True)
    assert different == [], "\n".join(different[:5])


def test_the_generated_mistakes_are_of_every_kind():
    """A rule that chance never breaks is not held by this."""
    found = {problem.code for seed in range(MANY) for problem in initiative(seed)[2]}
    assert set(EXPECTED.split()) - found == set()


def test_the_form_says_when_it_is_as_the_page_will():
    """Weekday, hours, recurrence, midnight: the sentence of the preview is the one on the site."""
    cases, expected = [], []
    for seed in range(MANY):
        values, _ = with_mistakes(seed)
        file = load("data/initiatives/proef.md", file_text(values, "").encode())
        if not errors(check([file], campaign(), frozenset())):
            cases.append({"rule": "moment", "given": values})
            expected.append([dutch.moment(moment) for moment in resolve(file, campaign()).moments])
    assert len(cases) > MANY / 15
    assert in_the_scripts(cases) == expected


@pytest.mark.parametrize("path", ["data/initiatives/proef.md", "data/initiatives/proef.yml"])
def test_the_form_writes_the_file_that_the_core_writes(path):
    """To the letter, whatever characters are in it."""
    given = [invented(seed) for seed in range(MANY)]
    cases = [{"rule": "file", "given": {"values": values, "body": body, "path": path}} for values, body in given]
    assert in_the_scripts(cases) == [file_text(values, body, path=path) for values, body in given]
