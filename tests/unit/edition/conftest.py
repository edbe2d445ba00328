"""The edition of the example campaign, made once for all tests that look at it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from doemee.edition.assembly import assembled
from doemee.edition.book import Book
from doemee.edition.epub import epub
from doemee.edition.pdf import cover, pdf
from doemee.load.folder import load_folder
from doemee.load.submission import Tip
from doemee.model.tip import Publication, publication
from tests import example_campaign as example

TEMPLATES = example.ROOT / "overrides" / "edition"


@cache
def _publication() -> Publication:
    return publication(
        load_folder(example.ROOT / "data" / "tips", example.ROOT, Tip), example.campaign(), example.initiatives()
    )


@cache
def _book() -> Book:
    return assembled(
        example.agenda(), _publication(), templates=TEMPLATES, content=example.ROOT / "content", site=example.SITE
    )


@cache
def _pdf() -> bytes:
    return pdf(_book(), TEMPLATES)


@cache
def _epub() -> bytes:
    return epub(_book(), TEMPLATES, cover(_book(), TEMPLATES))


@pytest.fixture
def tips() -> Publication:
    return _publication()


@pytest.fixture
def book() -> Book:
    return _book()


@pytest.fixture
def pdf_bytes() -> bytes:
    return _pdf()


@pytest.fixture
def epub_bytes() -> bytes:
    return _epub()


@pytest.fixture
def short() -> Callable[..., Book]:
    """A book of only its introduction and colophon, with some fields changed: quick to set."""

    def shortened(*blocks, **fields) -> Book:
        whole = _book()
        first, last = whole.chapters[0], whole.chapters[-1]
        chapters = (replace(first, blocks=blocks or first.blocks[:1]), replace(last, blocks=last.blocks[:1]))
        return replace(whole, **{"chapters": chapters, **fields})

    return shortened
