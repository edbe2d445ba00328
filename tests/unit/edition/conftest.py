"""The edition of the example campaign, made once for all tests that look at it."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from doemee.edition.book import Book
from doemee.edition.epub import epub
from doemee.edition.pdf import cover
from doemee.model.tip import Publication
from tests import example_campaign as example

TEMPLATES = example.ROOT / "overrides" / "edition"


@cache
def _epub() -> bytes:
    return epub(example.book(), TEMPLATES, cover(example.book(), TEMPLATES))


@pytest.fixture
def tips() -> Publication:
    return example.publication()


@pytest.fixture
def book() -> Book:
    return example.book()


@pytest.fixture
def epub_bytes() -> bytes:
    return _epub()


@pytest.fixture
def archive(epub_bytes) -> zipfile.ZipFile:
    """The files in the EPUB."""
    return zipfile.ZipFile(io.BytesIO(epub_bytes))


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project of two tips and no initiative of its own, in which one stands."""
    for name in ("data", "content", "overrides"):
        (tmp_path / name).symlink_to(example.ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOEMEE_INITIATIVES", str(example.FOLDER / "roadshows"))
    monkeypatch.delenv("DOEMEE_TODAY", raising=False)
    return tmp_path


@pytest.fixture
def short() -> Callable[..., Book]:
    """A book of only its introduction and colophon, with some fields changed: quick to set."""

    def shortened(*blocks, **fields) -> Book:
        whole = example.book()
        first, last = whole.chapters[0], whole.chapters[-1]
        chapters = (replace(first, blocks=blocks or first.blocks[:1]), replace(last, blocks=last.blocks[:1]))
        return replace(whole, **{"chapters": chapters, **fields})

    return shortened
