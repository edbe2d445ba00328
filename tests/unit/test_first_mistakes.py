"""A stranger's first mistakes: each message holds what is needed to have the file right at the second try.

Written from what users of other calendars stumble over: a colon or # in a title, quotes of a word
processor, tabs, hours and dates as people say them, a wrong weekday, a near miss of a word. The cure is
applied as a volunteer would who only has the message: what stands between backticks goes on that line.
"""

import re

import pytest

from doemee.check import check
from doemee.load.loader import load
from doemee.problems import Problem
from tests.example_campaign import campaign

GOOD = """---
titel: Soep voor de straat
samenvatting: We koken samen een grote pot soep.
organisatie: Buurtcomité Voorbeeldwijk
type: actie
momenten:
  - datum: 2026-03-07
    weekdag: zaterdag
    van: 14:00
    tot: 17:00
locatie:
  naam: Buurthuis
  postcode: 9000
  gemeente: Gent
website: https://www.example.org/soep
---
Breng een lepel mee.
"""


def answer(text: str, path: str = "data/initiatives/soep.md") -> list[Problem]:
    return check([load(path, text.encode())], campaign(), frozenset())


def code_in(problem: Problem) -> list[str]:
    return re.findall(r"`([^`]+)`", problem.hint)


def with_line(text: str, number: int, line: str) -> str:
    """The text with one line replaced; what is pasted keeps the indentation that was there."""
    lines = text.split("\n")
    before = lines[number - 1]
    indent = re.match(r"[\s-]*", before)[0] if not line.startswith((" ", "-")) else ""
    lines[number - 1] = indent + line
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("titel: Soep voor de straat", "titel: Soep: voor de straat"),
        ("titel: Soep voor de straat", "titel: Soep #IVY2026 voor de straat"),
        ("titel: Soep voor de straat", 'titel: "Soep voor de straat'),
        ("titel: Soep voor de straat", "titel: “Soep voor de straat”"),
        ("titel: Soep voor de straat", "titel: @soep voor de straat"),
        ("titel: Soep voor de straat", "titel:Soep voor de straat"),
        ("titel: Soep voor de straat", "titel: 'Soep in 't park'"),
        ("    weekdag: zaterdag", "    weekdag: zondag"),
    ],
    ids=["colon", "hash", "lost quote", "curly quotes", "at", "no space", "apostrophe", "weekday"],
)
def test_the_line_between_backticks_is_the_cure(before, after):
    """Paste it over the line that the message names, and the file is right."""
    broken = GOOD.replace(before, after)
    (problem,) = answer(broken)
    assert answer(with_line(broken, problem.line, code_in(problem)[0])) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type: actie", "type: aktie"),
        ("titel:", "tittel:"),
        ("    van:", "    vanaf:"),
        ("gemeente: Gent", "gemeentte: Gent"),
    ],
)
def test_a_near_miss_is_answered_with_the_word(before, after):
    """`Bedoel je …?` names the word that belongs there."""
    broken = GOOD.replace(before, after)
    problem = next(problem for problem in answer(broken) if code_in(problem) and problem.hint.startswith("Bedoel je"))
    wrong = (
        after.split(":")[-1].strip()
        if before.split(":")[0] == after.split(":")[0]
        else after.strip().rstrip(":").split(":")[0]
    )
    assert answer(broken.replace(wrong, code_in(problem)[0], 1)) == []


@pytest.mark.parametrize(
    ("before", "after", "right"),
    [
        ("2026-03-07", "07/03/26", "7/3/2026"),
        ("2026-03-07", "7 maart", "7 maart 2026"),
        ("van: 14:00", "van: 2 uur 's middags", "van: 14u"),
        ("postcode: 9000", "postcode: B-9000", "postcode: 9000"),
        ("gemeente: Gent", "gemeente: Brugge", "gemeente: Gent"),
    ],
)
def test_what_cannot_be_guessed_is_shown(before, after, right):
    """Which date, hour or place is meant only the sender knows: the message shows how it is written, or what belongs."""
    broken = GOOD.replace(before, after)
    (problem, *_) = [
        problem for problem in answer(broken) if problem.line == broken[: broken.index(after)].count("\n") + 1
    ]
    spelled = right.split(": ")[-1]
    assert spelled in problem.hint or spelled in problem.message or re.search(r"\d", problem.hint)
    assert answer(broken.replace(after, right)) == []


def test_an_evening_after_midnight_is_answered_with_the_line_to_add():
    """`einddatum` with the right day is in the hint."""
    broken = GOOD.replace("van: 14:00", "van: 20:00").replace("tot: 17:00", "tot: 1:00")
    (problem,) = answer(broken)
    assert answer(broken.replace("    tot: 1:00", f"    tot: 1:00\n    {code_in(problem)[0]}")) == []


def test_a_field_that_is_missing_is_answered_with_the_line_to_add():
    broken = GOOD.replace("organisatie: Buurtcomité Voorbeeldwijk\n", "")
    (problem,) = answer(broken)
    assert answer(broken.replace("type:", code_in(problem)[0].replace("…", "De Linde") + "\ntype:", 1)) == []


def test_an_address_without_its_beginning_is_answered_with_the_whole():
    broken = GOOD.replace("https://www.example.org/soep", "www.example.org/soep")
    (problem,) = answer(broken)
    assert answer(broken.replace("www.example.org/soep", code_in(problem)[0])) == []


def test_a_file_with_a_wrong_name_is_answered_with_a_right_one():
    (problem,) = answer(GOOD, "data/initiatives/Soep voor de straat.md")
    assert answer(GOOD, f"data/initiatives/{code_in(problem)[0]}") == []


def test_tabs_and_windows_cost_no_second_try_too_many():
    """Line ends and marks of Windows are no mistake at all; a tab is told with what to do."""
    assert answer("\ufeff" + GOOD.replace("\n", "\r\n")) == []
    broken = GOOD.replace("    van:", "\tvan:")
    tab, indentation = answer(broken)
    assert "spaties in plaats van een tab" in tab.hint
    assert answer(with_line(broken, indentation.line, code_in(indentation)[0])) == []
