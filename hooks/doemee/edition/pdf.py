"""The book as a PDF: Typst sets it, from the templates in overrides/edition/.

Why Typst: its compiler is one wheel of PyPI, without a library of the system, on Linux and macOS alike; it tags what it
sets, and refuses to write a file that is no PDF/UA-1. The book goes in as JSON, so nothing that people wrote is code.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from doemee.edition.book import Book
from doemee.edition.glyphs import covered, showable
from doemee.edition.node import Node
from doemee.write.pages.qr import qr_code


class UnsetEdition(Exception):
    """Typst could not set the book; the message is its own, for who changed a template."""


def pdf(book: Book, templates: Path) -> bytes:
    """The PDF. Same book, same bytes: its time is that of the edition."""
    return _set(book, templates, "edition.typ", pdf_standards="ua-1", format="pdf")


def cover(book: Book, templates: Path) -> bytes:
    """The cover as a PNG of 1200 by 1600: shops and readers show it small."""
    return _set(book, templates, "cover-image.typ", format="png", ppi=72)


def _set(book: Book, templates: Path, main: str, **options: Any) -> bytes:
    fonts = templates / "fonts"
    code = qr_code(book.site)
    data = {
        **showable(_as_data(book), covered(sorted(fonts.glob("*.ttf")))),
        "qr": {"size": code.size, "path": code.path},
    }
    try:
        made: bytes = typst.compile(
            templates / main,
            root=templates,
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs={"book": json.dumps(data, ensure_ascii=False, allow_nan=False)},
            timestamp=datetime.combine(book.date, time(), UTC),
            **options,
        )
    except typst.TypstError as error:
        raise UnsetEdition(f"{error.message}\n{error.diagnostic}") from error
    return made


def _as_data(thing: Any) -> Any:
    """The book as the templates see it: dictionaries, lists, texts and numbers. The values of a node are beside it."""
    match thing:
        case Node():
            return {"kind": thing.kind, "children": _as_data(thing.children), **_as_data(thing.values)}
        case Mapping():
            return {key: _as_data(value) for key, value in thing.items()}
        case tuple() | list():
            return [_as_data(item) for item in thing]
        case date():
            return thing.isoformat()
        case _ if is_dataclass(thing):
            return {field.name: _as_data(getattr(thing, field.name)) for field in fields(thing)}
    return thing
