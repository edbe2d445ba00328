"""The EPUB: what readers of books ask of it, and epubcheck where Java is."""

import re
import zipfile
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree

import pytest

from doemee.edition.epub import epub, files, xhtml
from doemee.edition.node import Block, Inline, Node, heading, link, paragraph, strong
from doemee.edition.pdf import cover
from tests.unit.edition.conftest import TEMPLATES

PNG = b"\x89PNG"


def test_its_first_bytes_say_what_it_is(epub_bytes, archive):
    """OCF 3.3, section 4.3: `mimetype` first, not compressed, without extra fields."""
    assert epub_bytes[30:58] == b"mimetypeapplication/epub+zip"
    assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_the_same_book_gives_the_same_bytes(book):
    """Fixed order, fixed times."""
    assert epub(book, TEMPLATES, PNG) == epub(book, TEMPLATES, PNG)


def test_it_says_how_accessible_it_is_and_claims_no_more(archive):
    """EPUB Accessibility 1.1, section 2.2; conformance is for who certifies."""
    package = archive.read("EPUB/package.opf").decode()
    for name in (
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ):
        assert f'property="schema:{name}"' in package
    assert "conformsTo" not in package
    assert "<dc:language>nl-BE</dc:language>" in package


def test_the_navigation_names_every_chapter_and_every_tip(archive, book):
    """And each of its links has its place."""
    nav = archive.read("EPUB/nav.xhtml").decode()
    for to in re.findall(r'href="([^"#]+)(?:#([^"]+))?"', nav):
        if to[0].endswith(".xhtml"):
            assert not to[1] or f'id="{to[1]}"' in archive.read(f"EPUB/{to[0]}").decode()
    ids = {section.id for chapter in book.chapters for section in chapter.sections}
    assert ids <= set(re.findall(r'#([^"]+)"', nav))
    assert 'epub:type="landmarks"' in nav


def test_every_link_within_the_book_has_its_place(archive):
    """From chapter to chapter as well."""
    files = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")}
    for html in files.values():
        for file, place in re.findall(r'href="([\w-]+\.xhtml)#([^"]+)"', html):
            assert f'id="{place}"' in files[f"EPUB/{file}"]


def test_headings_miss_no_level(archive):
    """Each file starts with h1, and no next one is more than a level lower."""
    for name in archive.namelist():
        if name.endswith(".xhtml"):
            levels = [int(level) for level in re.findall(r"<h([1-6])", archive.read(name).decode())]
            assert levels[0] == 1
            assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_what_people_write_is_escaped(short):
    """No tag, no attribute and no entity comes out of a text."""
    nasty = "<script>alert('x')</script> & \" ' ]]>"
    book = short(paragraph(nasty, link('https://a.be/"><script>', nasty)), title=nasty, author=nasty)
    for name, data in files(book, TEMPLATES, PNG).items():
        if name.endswith(("xhtml", "opf")):
            ElementTree.fromstring(data)
            assert b"<script" not in data, name


def test_a_title_with_quotes_and_angles_is_read_back_as_it_was(short):
    """Escaped once, not twice: in the package, in the navigation, in a chapter."""
    title = 'Kom & doe <mee> met "Jan\'s" soep'
    inside = files(short(title=title), TEMPLATES, PNG)
    for name in ("EPUB/package.opf", "EPUB/titel.xhtml", "EPUB/inleiding.xhtml"):
        texts = [element.text or "" for element in ElementTree.fromstring(inside[name]).iter()]
        assert any(text.endswith(title) for text in texts), name


def test_a_book_without_tips_or_calendar_has_a_navigation(short):
    """Its landmarks name only what is there."""
    nav = files(short(), TEMPLATES, PNG)["EPUB/nav.xhtml"].decode()
    assert "titlepage" in nav
    assert "bodymatter" not in nav
    assert "appendix" not in nav


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (paragraph("Jan & ", strong("Piet")), "<p>Jan &amp; <strong>Piet</strong></p>\n"),
        (paragraph("x", role="listing"), '<p class="listing">x</p>\n'),
        (heading(3, "Kop", "tip-x--kop"), '<h3 id="tip-x--kop">Kop</h3>\n'),
        (heading(8, "Kop"), "<h6>Kop</h6>\n"),
        (Node("item", (paragraph("x"),)), "<li>x</li>"),
        (Node("item", (paragraph("x"), paragraph("y"))), "<li><p>x</p>\n<p>y</p>\n</li>"),
        (Node("item", (paragraph("x"),), {"box": False}), '<li><span class="box" aria-hidden="true">☐</span> x</li>'),
        (
            Node("item", (paragraph("x"),), {"box": True}),
            '<li><span class="box" role="img" aria-label="afgevinkt">☑</span> x</li>',
        ),
        (Node("ordered", (), {"start": 4}), '<ol start="4"></ol>\n'),
        (Node("cell", ("x",), {"header": True}), '<th scope="col">x</th>'),
        (
            Node("note", (paragraph("x"),), {"title": "Let <op>"}),
            '<aside class="note"><p><strong>Let &lt;op&gt;</strong></p><p>x</p>\n</aside>\n',
        ),
        (link('https://a.be/?a="&b', "x"), '<a href="https://a.be/?a=&#34;&amp;b">x</a>'),
        (Node("code-block", ("a\n  <b>",)), "<pre><code>a\n  &lt;b&gt;</code></pre>\n"),
    ],
    ids=lambda value: value.kind if isinstance(value, Node) else "",
)
def test_a_node_is_an_element(node, expected):
    """Of its kind, with what it holds; an item that is one paragraph holds its words."""
    assert xhtml([node]) == expected


def test_every_kind_of_node_is_in_the_book_or_has_an_element(book):
    """A kind that the EPUB forgets would only be found by who reads it."""
    made = {node.kind for node in book.nodes()}
    for kind in {*get_args(Block), *get_args(Inline)} - made:
        assert xhtml([Node(kind, (), {"title": "", "header": False, "to": ""})]).strip().startswith("<")


def test_the_cover_is_a_picture_of_a_size_for_shelves(short):
    """1200 by 1600: shops ask at least 1000 at its longest side."""
    assert cover(short(), TEMPLATES)[16:24] == (1200).to_bytes(4, "big") + (1600).to_bytes(4, "big")
