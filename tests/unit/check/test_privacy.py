"""Personal data is caught before it is in a public history."""

import pytest

from doemee.check.privacy import nothing_personal
from doemee.check.rules import Known
from doemee.load.loader import load
from doemee.problems import Problem
from tests.example_campaign import campaign


def personal(text: str) -> list[Problem]:
    return list(nothing_personal(load("data/initiatives/soep.md", text.encode()), Known(campaign())))


def codes(text: str) -> list[str]:
    return [problem.code for problem in personal(f"---\ntitel: Soep\n---\n{text}\n")]


@pytest.mark.parametrize("number", ["85.07.30-033.28", "85073003328", "85 07 30 033 28", "00.01.01-001.05"])
def test_a_register_number_is_found_however_it_is_written(number):
    """Of people born before and since 2000."""
    assert codes(f"Vraag naar {number}.") == ["rijksregisternummer"]


@pytest.mark.parametrize(
    "number", ["85.07.30-033.29", "85.13.30-033.28", "12345678901", "185.07.30-033.28", "2026-03-07 14:00-17:00"]
)
def test_another_number_is_none(number):
    """The check digits or the date do not fit, or it is part of a longer one."""
    assert codes(f"Vraag naar {number}.") == []


@pytest.mark.parametrize("address", ["jan@gmail.com", "Jan.Peeters@Telenet.be", "an_1@hotmail.be", "x+y@icloud.com"])
def test_a_private_mailbox_is_warned_of(address):
    assert codes(f"Mail {address}") == ["privemail"]


@pytest.mark.parametrize("address", ["info@buurthuis.be", "soep@gmail.buurthuis.be", "info@telenetvrienden.be"])
def test_the_address_of_an_organisation_is_none(address):
    assert codes(f"Mail {address}") == []


@pytest.mark.parametrize(
    "number", ["0470 12 34 56", "0470/12.34.56", "+32 470 12 34 56", "0032470123456", "+32(0)470123456", "+32470010028"]
)
def test_a_mobile_number_is_warned_of(number):
    assert codes(f"Bel {number}") == ["gsm-nummer"]


@pytest.mark.parametrize("number", ["09 123 45 67", "0470.123.465", "02 470 12 34", "015 12 34 56", "800 04 70 12"])
def test_a_number_of_an_office_is_none(number):
    assert codes(f"Bel {number}") == []


def test_the_place_is_right_in_fields_comments_and_text():
    """All of the file becomes public, its comments too; each problem says where."""
    text = "---\ntitel: Soep\n# van jan@gmail.com\ncontact:\n  telefoon: 0470 12 34 56\n---\n\nMail an@gmail.com\n"
    found = personal(text)
    assert sorted((p.line, p.column, p.field) for p in found) == [
        (3, 7, ""),
        (5, 13, "telefoon"),
        (8, 6, "beschrijving"),
    ]
