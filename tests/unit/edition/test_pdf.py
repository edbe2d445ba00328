"""The PDF: tagged, with bookmarks, the same to the byte, and deaf to code in what people wrote."""

import io
import re
from collections import Counter
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


def test_it_says_that_it_is_pdf_ua_and_in_which_language(reader):
    """What a reader of screens looks at first: ISO 14289-1, sections 5, 7.1 and 7.2."""
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata.title == "Doe mee met IVY2026!"
    assert reader.metadata.author == "Vlaams Steunpunt Vrijwilligerswerk vzw"


def test_every_page_is_read_in_the_order_of_its_structure(reader):
    """ISO 14289-1, section 7.18.3."""
    assert {page["/Tabs"] for page in reader.pages} == {"/S"}


def test_every_link_says_where_it_leads(reader):
    """ISO 14289-1, section 7.18.5."""
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    assert len(links) > 300
    assert all(link["/Subtype"] == "/Link" and link["/Contents"] for link in links)


def test_the_structure_has_a_title_headings_lists_and_described_figures(reader):
    """Nothing is only a shape: the cover and the code of the site have words."""
    found: Counter[str] = Counter()
    without_words = []
    pending = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while pending:
        node = pending.pop().get_object()
        kind = node.get("/S", "")
        found[kind] += 1
        if kind == "/Figure" and not node.get("/Alt"):
            without_words.append(node)
        below = node.get("/K", [])
        below = below if isinstance(below, list) else [below]
        pending += [child for child in below if isinstance(child.get_object(), dict)]
    assert found["/Title"] == 1
    assert not without_words
    assert found["/Figure"] == 2
    assert min(found[kind] for kind in ("/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TOC", "/Note")) >= 1


def test_the_bookmarks_are_the_headings(reader, book):
    """Of chapters, sections and what is in them, in order; not those that come back in each tip."""
    wanted = ["Inhoud"]
    for chapter in book.chapters:
        wanted.append(chapter.title)
        wanted += [node.text for node in chapter.blocks if node.kind == "heading"]
        for section in chapter.sections:
            wanted.append(section.title)
            wanted += [node.text for node in section.blocks if node.kind == "heading"]
    assert _flat(reader.outline) == wanted


def _flat(outline) -> list[str]:
    return [title for entry in outline for title in (_flat(entry) if isinstance(entry, list) else [entry.title])]


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
