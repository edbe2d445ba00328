"""A QR code is what segno made, drawn as one path."""

import re

import pytest
import segno

from doemee.write.pages.qr import QUIET, qr_code

ADDRESS = "https://ivy2026.example/kalender/provincie/oost-vlaanderen/"


def drawn(path: str, size: int) -> list[list[int]]:
    """The modules of a path: 1 where something is painted."""
    modules = [[0] * size for _ in range(size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        for step in range(int(width)):
            assert modules[int(y)][int(x) + step] == 0
            modules[int(y)][int(x) + step] = 1
    return modules


def test_the_path_is_the_code_with_its_quiet_zone():
    """Module by module as segno has it."""
    code = qr_code(ADDRESS)
    wanted = [list(row) for row in segno.make(ADDRESS, error="l", mask=3, micro=False).matrix]
    inner = [row[QUIET:-QUIET] for row in drawn(code.path, code.size)[QUIET:-QUIET]]
    assert inner == wanted
    assert sum(map(sum, drawn(code.path, code.size))) == sum(map(sum, wanted))


def test_the_picture_has_a_name_and_no_style():
    """A screen reader says where it leads; what is in the name cannot end it."""
    svg = str(qr_code(ADDRESS).svg('naar "<b>"'))
    assert 'role="img" aria-label="naar &#34;&lt;b&gt;&#34;"' in svg
    assert "style" not in svg


def test_the_address_as_people_type_it():
    """Without https and the last slash."""
    assert qr_code(ADDRESS).short == "ivy2026.example/kalender/provincie/oost-vlaanderen"


def test_an_address_that_is_too_long_is_refused():
    """With a name that says what is wrong."""
    with pytest.raises(ValueError, match="too long"):
        qr_code("https://ivy2026.example/" + "x" * 3000)
