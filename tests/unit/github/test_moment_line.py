"""A moment on one line: what people write, what the site writes, and what is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doemee.github.moment_line import moment, moments
from doemee.load.loader import load
from doemee.load.spelling import Misspelled
from doemee.model import dutch
from doemee.model.initiative import resolve
from doemee.write.data.submission_file import file_text
from tests.example_campaign import campaign, initiatives

READ = {
    "zaterdag 7 maart 2026, van 14.00 tot 17.00 uur": {
        "datum": "2026-03-07",
        "weekdag": "zaterdag",
        "van": "14:00",
        "tot": "17:00",
    },
    "7/3/2026 14:00-17:00": {"datum": "2026-03-07", "van": "14:00", "tot": "17:00"},
    "za. 7/3/2026 van 14 tot 17 uur": {"datum": "2026-03-07", "weekdag": "zaterdag", "van": "14:00", "tot": "17:00"},
    "7 maart 2026 14-17u": {"datum": "2026-03-07", "van": "14:00", "tot": "17:00"},
    "Op 7 mrt 2026 vanaf 9u30.": {"datum": "2026-03-07", "van": "09:30"},
    "7 maart 2026 14 uur 30 – 24u": {"datum": "2026-03-07", "van": "14:30", "tot": "24:00"},
    "- 2026-03-07": {"datum": "2026-03-07"},
    "2. zaterdag 7 maart 2026": {"datum": "2026-03-07", "weekdag": "zaterdag"},
    "7 maart 2026 - 9 maart 2026": {"datum": "2026-03-07", "einddatum": "2026-03-09"},
    "7 - 9 maart 2026": {"datum": "2026-03-07", "einddatum": "2026-03-09"},
    "van 30 december 2026 tot en met 2 januari 2027": {"datum": "2026-12-30", "einddatum": "2027-01-02"},
    "7/3/2026 20:00 - 8/3/2026 02:00": {
        "datum": "2026-03-07",
        "einddatum": "2026-03-08",
        "van": "20:00",
        "tot": "02:00",
    },
    "mei 2026": {"datum": "2026-05"},
    "2026-05": {"datum": "2026-05"},
    "volgt": {"datum": "volgt"},
    "zaterdag 7 maart 2026 (geannuleerd)": {"datum": "2026-03-07", "weekdag": "zaterdag", "status": "geannuleerd"},
    "mei 2026, uitgesteld": {"datum": "2026-05", "status": "uitgesteld"},
}

REFUSED = {
    "7 maart": "“7 maart”: het jaar ontbreekt",
    "7/3/26": "“7/3/26” kunnen we niet lezen",
    "3/7/2026 om 3 uur 's middags": "“3/7/2026 om 3 uur 's middags” kunnen we niet lezen",
    "zaterdga 7 maart 2026": "“zaterdga 7 maart 2026” kunnen we niet lezen",
    "elke dinsdag": "“elke dinsdag” kunnen we niet lezen",
    "7 en 8 maart 2026": "“7 en 8 maart 2026” kunnen we niet lezen",
    "30 februari 2026": "“30 februari 2026” bestaat niet op de kalender",
    "7 maart 2026 om 25 uur": "“7 maart 2026 om 25 uur”: “25 uur” bestaat niet op de klok",
    "7 maart 2026 14-17": "“7 maart 2026 14-17”: “14” is geen uur dat we kunnen lezen",
    "7 maart 2026 tot 9 maart 2026": "“7 maart 2026 tot 9 maart 2026”: hoort de laatste dag er nog bij?",
    "7 maart 2026 - 9 maart 2026, van 10 tot 17 uur": "“7 maart 2026 - 9 maart 2026, van 10 tot 17 uur”: zijn dat de uren van elke dag?",
    "7 maart 2026 - zondag 9 maart 2026": "“7 maart 2026 - zondag 9 maart 2026”: 9/3/2026 is een maandag, geen zondag",
    "x" * 300: f"“{'x' * 60}…” is te lang voor één moment",
    "geannuleerd": "“geannuleerd” kunnen we niet lezen",
}


@pytest.mark.parametrize("line", READ)
def test_a_line_is_read_as_people_write_it(line):
    """Every usual way of writing gives the fields of a file; a weekday becomes the checksum."""
    assert moment(line) == READ[line]


@pytest.mark.parametrize("line", REFUSED)
def test_a_line_that_is_not_clear_is_refused(line):
    """Nothing is guessed; the answer quotes the line and says what to write."""
    with pytest.raises(Misspelled) as refused:
        moment(line)
    assert refused.value.message == REFUSED[line]
    assert refused.value.hint


def test_what_the_site_says_of_a_moment_is_understood():
    """Who copies the words of a page into the form gets the same moment."""
    compared = 0
    for initiative in initiatives():
        for each in initiative.moments:
            if each.rule:
                continue
            fields = {
                "titel": "Soep op de stoep",
                "samenvatting": "Een kom soep voor de straat.",
                "organisatie": "De Linde",
                "type": "actie",
            }
            text = file_text(fields | {"momenten": [moment(dutch.moment(each))], "online": True})
            (again,) = resolve(load("data/initiatives/soep.md", text.encode()), campaign()).moments
            assert dutch.moment(again) == dutch.moment(each)
            compared += 1
    assert compared > 50


def test_each_line_is_a_moment_and_every_mistake_is_told():
    """One wrong line hides neither the next wrong one nor the right ones."""
    read, refused = moments("7/3/2026\n\n  \nmorgen\nmei 2026\novermorgen\n")
    assert read == [{"datum": "2026-03-07"}, {"datum": "2026-05"}]
    assert [error.message for error in refused] == [
        "“morgen” kunnen we niet lezen",
        "“overmorgen” kunnen we niet lezen",
    ]


@given(st.text(alphabet="0123456789 /-.:uvantolemrz", max_size=60))
def test_any_line_is_read_or_refused(line):
    """Never another exception."""
    try:
        assert moment(line)["datum"]
    except Misspelled as refused:
        assert refused.message
