"""The book as EPUB 3: a zip that we write ourselves, since the order and the times of its files are part of its bytes."""

import io
import zipfile
from pathlib import Path

from doemee.edition.book import Book
from doemee.edition.chapter_files import chapter_files
from doemee.edition.package import NAVIGATION, container, navigation, package

_MIMETYPE = "application/epub+zip"


def epub(book: Book, templates: Path, cover: bytes) -> bytes:
    """The EPUB. `cover` is the picture that shops and shelves show. Same arguments, same bytes."""
    files = list(chapter_files(book))
    others = {
        NAVIGATION: navigation(files).encode(),
        "edition.css": (templates / "edition.css").read_bytes(),
        "omslag.png": cover,
        "omslag.svg": (templates / "cover.svg").read_bytes(),
    }
    inside = {
        "META-INF/container.xml": container().encode(),
        "EPUB/package.opf": package(book, files, list(others)).encode(),
        **{f"EPUB/{name}": data for name, data in others.items()},
        **{f"EPUB/{file.name}": file.html.encode() for file in files},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # First and not compressed, so that a program knows what it is from the first bytes (OCF 3.3, section 4.3).
        archive.writestr(_entry("mimetype", book), _MIMETYPE, zipfile.ZIP_STORED)
        for name, data in inside.items():
            archive.writestr(_entry(name, book), data, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def _entry(name: str, book: Book) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (book.date.year, book.date.month, book.date.day, 0, 0, 0))
    entry.create_system = 3  # else it tells on which system it was made
    entry.external_attr = 0o644 << 16
    return entry
