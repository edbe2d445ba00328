"""A recurrence becomes the days on which it goes on."""

from datetime import date

import pytest

from doemee.load.spelling import MonthlyWeekday
from doemee.load.submission import Recurrence
from doemee.model.recurrence import MAX_OCCURRENCES, days, is_portable, rule_days

SATURDAY = date(2026, 3, 7)


def rule(**fields) -> Recurrence:
    return Recurrence.model_validate(fields)


def written(found: list[date]) -> str:
    return " ".join(f"{day.day}/{day.month}" for day in found)


@pytest.mark.parametrize(
    ("first", "fields", "expected"),
    [
        ("2026-03-07", {"elke": "dag", "aantal": "3"}, "7/3 8/3 9/3"),
        ("2026-03-07", {"elke": "dag", "interval": "10", "aantal": "3"}, "7/3 17/3 27/3"),
        ("2026-03-07", {"elke": "week", "aantal": "3"}, "7/3 14/3 21/3"),
        ("2026-03-07", {"elke": "week", "interval": "2", "aantal": "3"}, "7/3 21/3 4/4"),
        ("2026-03-02", {"elke": "week", "op": ["ma", "do"], "aantal": "5"}, "2/3 5/3 9/3 12/3 16/3"),
        ("2026-03-02", {"elke": "week", "op": ["do", "ma"], "interval": "2", "aantal": "4"}, "2/3 5/3 16/3 19/3"),
        ("2026-03-07", {"elke": "week", "tot_en_met": "2026-03-21"}, "7/3 14/3 21/3"),
        ("2026-03-07", {"elke": "week", "tot_en_met": "2026-03-20"}, "7/3 14/3"),
        ("2026-01-15", {"elke": "maand", "aantal": "3"}, "15/1 15/2 15/3"),
        ("2026-01-31", {"elke": "maand", "aantal": "4"}, "31/1 31/3 31/5 31/7"),
        ("2026-03-03", {"elke": "maand", "op": "eerste dinsdag", "aantal": "3"}, "3/3 7/4 5/5"),
        ("2026-03-27", {"elke": "maand", "op": "laatste vrijdag", "aantal": "3"}, "27/3 24/4 29/5"),
        ("2026-01-17", {"elke": "maand", "op": "derde za", "interval": "2", "aantal": "3"}, "17/1 21/3 16/5"),
        ("2026-03-07", {"elke": "maand", "op": "tweede zaterdag", "aantal": "2"}, "14/3 11/4"),
        ("2026-03-07", {"elke": "week", "tot_en_met": "2026-03-01"}, ""),
        ("2026-03-07", {"elke": "week"}, ""),
    ],
)
def test_a_rule_falls_on_its_days(first, fields, expected):
    """The end counts in, months without that day are skipped, and a rule without an end gives nothing."""
    assert expected == written(rule_days(date.fromisoformat(first), rule(**fields)))


def test_a_number_of_times_counts_the_exceptions_in():
    """As in RFC 5545: COUNT counts before EXDATE takes away."""
    weekly = rule(elke="week", aantal="4", behalve=["14/3/2026", "2026-03-28"])
    assert written(rule_days(SATURDAY, weekly)) == "7/3 14/3 21/3 28/3"
    assert written(days(SATURDAY, weekly)) == "7/3 21/3"


def test_a_rule_that_never_seems_to_end_is_cut_off():
    """One more than the maximum, so that a check can see that there are too many."""
    assert len(rule_days(SATURDAY, rule(elke="dag", tot_en_met="2099-12-31"))) == MAX_OCCURRENCES + 1


def test_summer_time_moves_no_day():
    """The clock changes on 29 March and 25 October 2026; days are days."""
    assert written(rule_days(date(2026, 3, 28), rule(elke="dag", aantal="3"))) == "28/3 29/3 30/3"
    assert written(rule_days(date(2026, 10, 24), rule(elke="dag", aantal="3"))) == "24/10 25/10 26/10"


@pytest.mark.parametrize(
    ("first", "fields", "expected"),
    [
        pytest.param("2026-03-07", {"elke": "week", "aantal": "3"}, True, id="every week"),
        pytest.param("2026-01-28", {"elke": "maand", "aantal": "3"}, True, id="the 28th exists in every month"),
        pytest.param(
            "2026-01-29", {"elke": "maand", "aantal": "3"}, False, id="the 29th does not, and Outlook moves it"
        ),
        pytest.param(
            "2026-01-31",
            {"elke": "maand", "op": "laatste za", "aantal": "3"},
            True,
            id="the last Saturday always exists",
        ),
        pytest.param("2026-03-07", {"elke": "week", "aantal": "1"}, False, id="Outlook refuses COUNT=1"),
        pytest.param(
            "2026-03-07", {"elke": "week", "aantal": "2", "behalve": ["2026-03-14"]}, False, id="one day is left"
        ),
    ],
)
def test_only_rules_that_every_app_reads_alike_become_an_rrule(first, fields, expected):
    assert expected is is_portable(date.fromisoformat(first), rule(**fields))


def test_the_phrase_of_a_month_is_a_weekday_and_its_number():
    assert rule(elke="maand", op="laatste vrijdag", aantal="2").op == MonthlyWeekday(-1, 4)
