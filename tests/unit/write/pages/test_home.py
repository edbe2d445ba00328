"""What the home page shows of a day."""

from datetime import date

import pytest

from doemee.load.submission import Status
from doemee.write.pages.home import WEEK, context, countdown
from tests.example_campaign import agenda, campaign


@pytest.mark.parametrize(
    ("today", "days", "words"),
    [
        (date(2025, 12, 4), 1, "dag tot IVY2026 begint"),
        (date(2025, 12, 5), 392, "dagen om mee te doen, tot en met 31 december 2026"),
        (date(2026, 12, 31), 1, "dag om mee te doen, tot en met 31 december 2026"),
        (date(2027, 1, 1), None, "IVY2026 is voorbij. Wat er was, blijft hier staan."),
    ],
)
def test_the_countdown_counts_the_days_that_are_left(today, days, words):
    """The last day counts; before and after the year it says so."""
    found = countdown(campaign().facts, today)
    assert (found.days, found.text) == (days, words)


@pytest.mark.parametrize(
    "today", [date(2025, 12, 1), date(2026, 3, 1), date(2026, 3, 4), date(2026, 8, 15), date(2027, 2, 1)]
)
def test_the_cards_are_what_can_still_be_gone_to(today):
    """The nearest first, nothing that is over or does not go on, and at most six."""
    shown = context(agenda(today), "", "")["week"]
    assert len(shown) <= WEEK
    assert all(item.occurrence.last_day >= today for item in shown)
    assert not {item.moment.status for item in shown} & {Status.CANCELLED, Status.POSTPONED}
    days = [max(item.occurrence.first_day, today) for item in shown]
    assert days == sorted(days)


def test_this_week_is_until_sunday():
    """On Wednesday 4 March nothing of the week after is under `Deze week`."""
    found = context(agenda(date(2026, 3, 4)), "", "")
    assert found["is_this_week"]
    assert all(item.occurrence.first_day <= date(2026, 3, 8) for item in found["week"])
