"""Dates and hours in words."""

from datetime import date, datetime

import pytest

from doemee.model import dutch
from doemee.model.initiative import BRUSSELS, Occurrence

FRIDAY, SUNDAY = date(2026, 3, 6), date(2026, 3, 8)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("occurrence", "words"),
    [
        (Occurrence(FRIDAY, FRIDAY), "vrijdag 6 maart 2026"),
        (Occurrence(FRIDAY, SUNDAY), "van vrijdag 6 maart tot en met zondag 8 maart 2026"),
        (Occurrence(FRIDAY, FRIDAY, at(FRIDAY, 9)), "vrijdag 6 maart 2026, vanaf 9.00 uur"),
        (Occurrence(FRIDAY, FRIDAY, at(FRIDAY, 9), at(FRIDAY, 17)), "vrijdag 6 maart 2026, van 9.00 tot 17.00 uur"),
        (
            Occurrence(FRIDAY, SUNDAY, at(FRIDAY, 9), at(SUNDAY, 17)),
            "van vrijdag 6 maart 2026 om 9.00 uur tot zondag 8 maart 2026 om 17.00 uur",
        ),
        (
            Occurrence(FRIDAY, SUNDAY, at(FRIDAY, 9)),
            "van vrijdag 6 maart 2026 om 9.00 uur tot en met zondag 8 maart 2026",
        ),
    ],
)
def test_every_shape_of_an_occurrence_has_words(occurrence, words):
    """Whole days, an hour alone, an end on the same day, on another, or one that is not known."""
    assert dutch.occurrence(occurrence) == words
