"""The book as EPUB 3, from the templates in overrides/edition/epub/: the archive, the files in it, the nodes as XHTML.

Everything that people wrote is escaped: by the templates, and by Markup.format where a node becomes an element.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup

from doemee.edition.book import Book
from doemee.edition.node import Node
from doemee.write.frame.templates import environment


def epub(book: Book, templates: Path, cover: bytes) -> bytes:
    """The EPUB. `cover` is the picture that shops and shelves show. Same arguments, same bytes.

    We write the zip ourselves, since the order and the times of its files are part of its bytes.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # First and not compressed, so that a program knows what it is from the first bytes (OCF 3.3, section 4.3).
        archive.writestr(_entry("mimetype", book), "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in files(book, templates, cover).items():
            archive.writestr(_entry(name, book), data, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def _entry(name: str, book: Book) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (book.date.year, book.date.month, book.date.day, 0, 0, 0))
    entry.create_system = 3  # else it tells on which system it was made
    entry.external_attr = 0o644 << 16
    return entry


def files(book: Book, templates: Path, cover: bytes) -> dict[str, bytes]:
    """Every file of the archive but `mimetype`: name and content, the chapters in the order of reading."""
    book = _linked_between_files(book)
    ours = environment(templates / "epub")
    ours.filters["xhtml"] = xhtml

    def filled(template: str, **values: Any) -> bytes:
        return ours.get_template(template).render(book=book, **values).encode()

    publication = {
        "nav.xhtml": filled("nav.xhtml"),
        "edition.css": (templates / "edition.css").read_bytes(),
        "omslag.png": cover,
        "omslag.svg": (templates / "cover.svg").read_bytes(),
        "titel.xhtml": filled("titel.xhtml"),
        **{f"{chapter.id}.xhtml": filled("chapter.xhtml", chapter=chapter) for chapter in book.chapters},
    }
    return {
        "META-INF/container.xml": filled("container.xml"),
        "EPUB/package.opf": filled("package.opf", names=list(publication)),
        **{f"EPUB/{name}": data for name, data in publication.items()},
    }


def _linked_between_files(book: Book) -> Book:
    """The book with each link to a place in it (`#tip-…`) as one to that place in its file (`thema-….xhtml#tip-…`)."""
    files = {place: f"{chapter.id}.xhtml" for chapter in book.chapters for place in chapter.places()}

    def change(node: Node) -> Node:
        if node.kind != "link" or not node.values["to"].startswith("#"):
            return node
        to = node.values["to"]
        return replace(node, values={**node.values, "to": files[to[1:]] + to})

    return book.changed(change)


# The elements of the kinds that need no more than what is in them.
_ELEMENTS = {
    "paragraph": "<p>{}</p>\n",
    "list": "<ul>{}</ul>\n",
    "checklist": '<ul class="checklist">{}</ul>\n',
    "quote": "<blockquote>{}</blockquote>\n",
    "code-block": "<pre><code>{}</code></pre>\n",
    "rule": "<hr/>\n",
    "table": "<table>{}</table>\n",
    "row": "<tr>{}</tr>",
    "entries": '<ul class="entries">{}</ul>\n',
    "emphasis": "<em>{}</em>",
    "strong": "<strong>{}</strong>",
    "code": "<code>{}</code>",
    "break": "<br/>",
}


def xhtml(nodes: Iterable[Node | str]) -> Markup:
    """Nodes and texts as XHTML. Raises KeyError for a kind of node that has no element here."""
    return Markup("").join(map(_xhtml, nodes))


def _xhtml(node: Node | str) -> Markup:
    if isinstance(node, str):
        return Markup(escape(node, quote=False))
    values, inside = node.values, xhtml(_inside(node))
    match node.kind:
        case "paragraph" if values.get("role") == "listing":
            return Markup('<p class="listing">{}</p>\n').format(inside)
        case "heading":
            level = min(values["level"], 6)
            return Markup("<h{0}{1}>{2}</h{0}>\n").format(level, _id(node), inside)
        case "ordered":
            start = Markup(' start="{}"').format(values["start"]) if values["start"] != 1 else ""
            return Markup("<ol{}>{}</ol>\n").format(start, inside)
        case "item":
            return Markup("<li>{}{}</li>").format(_box(node), inside)
        case "note":
            title = Markup("<p><strong>{}</strong></p>").format(values["title"]) if values["title"] else ""
            return Markup('<aside class="note">{}{}</aside>\n').format(title, inside)
        case "cell":
            return Markup('<th scope="col">{}</th>' if values["header"] else "<td>{}</td>").format(inside)
        case "part":
            return Markup('<section class="part-{}">{}</section>\n').format(values["role"], inside)
        case "link":
            return Markup('<a href="{}">{}</a>').format(values["to"], inside)
        case "goal":
            chip = Markup('<span class="goal" style="background:{color};color:{text}">{number}</span> ')
            return chip.format(**values) + inside
        case "entry":
            return _calendar_entry(node)
        case kind:
            return Markup(_ELEMENTS[kind]).format(inside)


def _inside(node: Node) -> tuple[Node | str, ...]:
    """What stands in its element: of an item that is one paragraph, only the text."""
    match node:
        case Node("item", (Node("paragraph", text),)):
            return text
    return node.children


def _id(node: Node) -> Markup:
    return Markup(' id="{}"').format(node.values["id"]) if node.values["id"] else Markup()


def _box(item: Node) -> Markup:
    """A character and no form: most apps for reading let nobody tick."""
    match item.values.get("box"):
        case None:
            return Markup()
        case True:
            return Markup('<span class="box" role="img" aria-label="afgevinkt">☑</span> ')
        case _:
            return Markup('<span class="box" aria-hidden="true">☐</span> ')


def _calendar_entry(node: Node) -> Markup:
    """An initiative of the calendar: what it is first, then when, where and who."""
    values = node.values
    flag, when = Markup('<span class="{}">{}</span> '), Markup("{}")
    loud = {"geannuleerd", "uitgesteld", "volzet"}
    flags = (flag.format("loud" if word in loud else "word", word.upper()) for word in values["words"])
    if values["status"] in ("geannuleerd", "uitgesteld"):
        when = Markup("<del>{}</del>")
    return Markup(
        '<li{id}>{flags}<strong><a href="{address}">{title}</a></strong><br/>{whens}<br/>{where}<br/>{organiser}</li>\n'
    ).format_map(
        {
            **values,
            "id": _id(node),
            "flags": Markup().join(flags),
            "whens": Markup("<br/>").join(map(when.format, values["whens"])),
        }
    )
