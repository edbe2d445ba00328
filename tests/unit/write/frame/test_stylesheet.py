"""assets/doemee.css: the styles of the site in one file."""

import pytest

from doemee.write.frame.stylesheet import stylesheet
from tests import example_campaign as example

OVERRIDES = example.ROOT / "overrides"
STYLES = sorted([*OVERRIDES.glob("styles/*.css"), *OVERRIDES.glob("assets/*/*.css")])
LONGEST = 120


def test_the_tokens_come_first_and_paper_last():
    """What other rules use is there before them, and nothing after overrules how it is printed."""
    text = stylesheet(example.campaign(), OVERRIDES / "styles").decode()
    names = ("tokens", "base", "calendar", "tips", "print")
    parts = [(OVERRIDES / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in names]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert ".dm-type-actie{--dm-color:" in text


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_line_of_style_can_be_read_and_compared(path):
    """As those of code: whoever changes one declaration sees that one in the difference."""
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST] == []
