"""The PDF: tagged, with bookmarks, the same to the byte, and deaf to code in what people wrote."""

import io
import re
from dataclasses import replace
from typing import get_args

from pypdf import PdfReader

from doemee.edition.glyphs import _OF_TYPST, LEFT_OUT, covered, showable
from doemee.edition.links import resolved
from doemee.edition.markdown import PAGE, blocks
from doemee.edition.node import Block, Inline, paragraph
from doemee.edition.pdf import cover, pdf
from tests.unit.edition.conftest import TEMPLATES

FONTS = TEMPLATES / "fonts"


def words(data: bytes) -> str:
    return _plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_same_book_gives_the_same_bytes(short):
    """Its time is that of the edition, not of the clock."""
    book = short()
    assert pdf(book, TEMPLATES) == pdf(book, TEMPLATES)
    assert cover(book, TEMPLATES) == cover(book, TEMPLATES)


def test_what_people_write_is_never_code(short):
    """Markup, code, labels and paths of Typst are set as they were written."""
    hostile = [
        '#panic("x")',
        "*vet* _schuin_ `code` $x^2$ @bron <label>",
        '#read("/etc/passwd")',
        "\\u{41} // weg /* weg */",
        "= Kop",
    ]
    text = words(pdf(short(*map(paragraph, hostile)), TEMPLATES))
    assert [line for line in hostile if _plain(line) not in text] == []


def test_everything_that_markdown_can_hold_is_set(short):
    """Each kind of block and of line; also one that is empty, for Typst sets no element without content."""
    text = """
## Kop

Een *schuine* **vette** `code` [link](https://a.be/x), gebroken\\
regel.

1. Eerst
    - Onder
2. Dan

3) Derde

- [ ] Vakje
- [x] Aangevinkt

> Gezegd

    ingesprongen

---

!!! note "Let op"
    Goed zo

!!! note
    Zonder kop

| A |   |
| - | - |
|   | cel |

##

-

- [ ] <b></b>

[](/tips/) ** ** ``` ``` <!-- stil -->
"""
    nodes = blocks(text, PAGE)
    assert {node.kind for top in nodes for node in top.walk()} >= _OF_MARKDOWN
    shown = words(pdf(resolved(short(*nodes)), TEMPLATES))
    for word in (
        "Kop",
        "schuine",
        "regel",
        "Onder",
        "Derde",
        "Aangevinkt",
        "Gezegd",
        "ingesprongen",
        "Zonderkop",
        "cel",
    ):
        assert word in shown


_OF_MARKDOWN = {*get_args(Block), *get_args(Inline)} - {"part", "entries", "entry", "goal"}


def test_a_character_without_a_glyph_stops_nothing(short):
    """An emoji falls away, other writing leaves a mark; the rest of the sentence stays."""
    text = words(pdf(short(paragraph("Soep 🍲 voor 漢字 en مرحبا, Łódź ✓ žluťoučký → 100 €")), TEMPLATES))
    assert _plain(f"Soep voor {LEFT_OUT} en {LEFT_OUT}, Łódź ✓ žluťoučký → 100 €") in text


def test_every_character_that_we_count_on_has_a_glyph(short):
    """Those of our fonts and those of the fonts that Typst brings: a new version of it may bring others."""
    characters = [chr(point) for point in sorted(covered(FONTS.glob("*.ttf"))) if point > 0x20]
    assert len(characters) > 700
    assert any(first <= ord(character) <= last for first, last in _OF_TYPST for character in characters)
    lines = (" ".join(characters[start : start + 40]) for start in range(0, len(characters), 40))
    assert pdf(short(*map(paragraph, lines)), TEMPLATES)


def test_only_what_has_no_glyph_is_changed():
    """Spaces at the ends stay: a link may follow."""
    known = covered(FONTS.glob("*.ttf"))
    assert showable({"a": [" één ", 3, None]}, known) == {"a": [" één ", 3, None]}
    assert showable(" één 🎉 ", known) == " één "
    assert showable("🌱 Plant mee 🌳", known) == "Plant mee"


def test_each_part_of_the_book_has_a_language_and_a_title(short):
    """A campaign of another name needs no other template."""
    data = pdf(short(title="Iets anders", author="Iemand"), TEMPLATES)
    assert PdfReader(io.BytesIO(data)).metadata.title == "Iets anders"


def test_a_book_without_tips_or_initiatives_can_be_set(book):
    """Before anything is sent in there is an edition too."""
    bare = tuple(replace(chapter, sections=()) for chapter in book.chapters)
    empty = replace(book, chapters=tuple(replace(chapter, blocks=()) for chapter in bare))
    assert pdf(empty, TEMPLATES).startswith(b"%PDF-1.7")
