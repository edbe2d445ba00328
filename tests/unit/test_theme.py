"""The files of the theme as people read them; ruff looks at the Python, eslint and djlint at what is in these."""

import pytest

from tests.example_campaign import ROOT

LONGEST = 120
KINDS = ("html", "xhtml", "js", "css", "typ")


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_longer_than_those_of_the_code(kind):
    """Whoever reads two files beside each other need not scroll sideways."""
    too_long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "overrides").rglob(f"*.{kind}"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if len(line) > LONGEST
    ]
    assert too_long == []
