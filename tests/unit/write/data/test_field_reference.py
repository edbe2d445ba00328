"""The table of the fields in the guide: what the declaration says, for each of them."""

import pytest

from doemee.load.declared import INITIATIVE
from doemee.write.data.field_reference import BEGIN, END, reference, with_reference
from tests.example_campaign import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_guide_is_up_to_date():
    """Else: scripts/create-generated-files.py, and commit what it writes."""
    assert with_reference(GUIDE) == GUIDE


def test_every_field_has_a_row():
    """In the order of the declaration, with a word on what it is and on what may be written."""
    rows = [row.strip("| ").split(" | ") for row in reference().splitlines()[2:]]
    assert [row[0].split("`")[1] for row in rows] == [field.key for field in INITIATIVE.walk()]
    assert [row for row in rows if len(row) != 3 or not all(row)] == []


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"])
def test_a_guide_without_the_marks_is_refused(text):
    """Nothing is written over that should stay."""
    with pytest.raises(ValueError, match="velden"):
        with_reference(text)
