"""The chapters of the book as XHTML files of the EPUB, and what its navigation names."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from doemee.edition import xhtml
from doemee.edition.book import LANGUAGE, Book, Chapter, Section

_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="edition.css"/>
</head>
<body{body}>
{inside}</body>
</html>
"""
_TYPES = {
    "intro": "introduction",
    "theme": "chapter",
    "pages": "chapter",
    "calendar": "appendix",
    "colophon": "colophon",
}
_ROLES = {
    "introduction": "doc-introduction",
    "chapter": "doc-chapter",
    "appendix": "doc-appendix",
    "colophon": "doc-colophon",
}


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A file of the EPUB: its name, what the navigation calls it, and the places in it that the navigation names."""

    name: str
    title: str
    kind: str
    html: str
    places: tuple[tuple[str, str], ...] = ()


def chapter_files(book: Book) -> Iterator[ChapterFile]:
    """The title page and a file per chapter, in the order of reading."""
    files = {place: file_name(chapter) for chapter in book.chapters for place in _places(chapter)}

    def href(to: str) -> str:
        return f"{files[to[1:]]}{to}" if to.startswith("#") else to

    yield ChapterFile("titel.xhtml", "Omslag", "titlepage", page(book.title, _title_page(book)))
    for chapter in book.chapters:
        places = tuple((section.id, section.title) for section in chapter.sections)
        html = page(f"{chapter.title} · {book.title}", _chapter(chapter, href))
        yield ChapterFile(file_name(chapter), chapter.title, chapter.kind, html, places)


def file_name(chapter: Chapter) -> str:
    """The file of a chapter."""
    return f"{chapter.id}.xhtml"


def page(title: str, inside: str, body: str = "") -> str:
    """A whole XHTML file; `inside` is made and escaped by us."""
    return _PAGE.format(language=LANGUAGE, title=escape(title), inside=inside, body=body)


def _places(chapter: Chapter) -> Iterator[str]:
    yield chapter.id
    for node in (*chapter.blocks, *(node for section in chapter.sections for node in section.blocks)):
        for below in node.walk():
            if below.values.get("id"):
                yield below.values["id"]
    for section in chapter.sections:
        yield section.id


def _title_page(book: Book) -> str:
    notice = f'<p class="notice">{escape(book.notice)}</p>\n' if book.notice else ""
    return (
        '<section class="title-page" epub:type="titlepage" aria-labelledby="titel">\n'
        f'<img src="omslag.svg" alt={xhtml.attribute(book.cover_alt)}/>\n'
        f'<h1 id="titel">{escape(book.title)}</h1>\n<p>{escape(book.subtitle)}</p>\n{notice}'
        f"<p><strong>{escape(book.author)}</strong><br/>Uitgave van {escape(book.date_in_words)}</p>\n</section>\n"
    )


def _chapter(chapter: Chapter, href: xhtml.Href) -> str:
    kind = _TYPES[chapter.kind]
    number = f'<span class="number">Thema {chapter.number}</span> ' if chapter.number else ""
    lead = f'<p class="lead">{escape(chapter.lead)}</p>\n' if chapter.lead else ""
    sections = "".join(_section(section, chapter, href) for section in chapter.sections)
    return (
        f'<section class="{chapter.kind}" id="{chapter.id}" epub:type="{kind}" role="{_ROLES[kind]}" aria-labelledby="{chapter.id}-kop">\n'
        f'<h1 id="{chapter.id}-kop" style="border-color:{chapter.color}">{number}{escape(chapter.title)}</h1>\n'
        f"{lead}{xhtml.blocks(chapter.blocks, href)}{sections}</section>\n"
    )


def _section(section: Section, chapter: Chapter, href: xhtml.Href) -> str:
    number = f'<p class="number">Tip {section.number}</p>\n' if section.kind == "tip" else ""
    lead = f'<p class="lead">{escape(section.lead)}</p>\n' if section.lead else ""
    facts = "".join(
        f"<dt>{escape(fact.label)}</dt><dd>{xhtml.blocks((fact.body,), href)}</dd>\n" for fact in section.facts
    )
    listed = f'<dl class="facts" style="border-color:{chapter.color}">\n{facts}</dl>\n' if facts else ""
    head = f'<h2 id="{section.id}-kop">{escape(section.title)}</h2>\n'
    inside = f"{number}{head}{lead}{listed}{xhtml.blocks(section.blocks, href)}"
    return (
        f'<section class="{section.kind}" id="{section.id}" aria-labelledby="{section.id}-kop">\n{inside}</section>\n'
    )
