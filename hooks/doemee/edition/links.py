"""Where links lead: to the place in the book when it is in it, else to the full address on the site."""

import re
from collections.abc import Iterator
from dataclasses import replace

from doemee.edition.book import Book
from doemee.edition.node import Node

_SCHEME = re.compile(r"(?:mailto:|tel:|https?://)?(?:www\.)?")


def resolved(book: Book) -> Book:
    """The book with every link either a place in it (`#tip-…`) or a full address."""
    places = dict(_places(book))
    known = {place for chapter in book.chapters for place in chapter.places()}

    def change(node: Node) -> Node:
        if node.kind == "link":
            to = _target(node.values["to"], places, known, book.site)
            return replace(node, values={"to": to, "shown": _shown(to, node.text)})
        if node.kind == "entry":
            return replace(node, values={**node.values, "address": book.site + node.values["address"].lstrip("/")})
        return node

    return book.changed(change)


def _places(book: Book) -> Iterator[tuple[str, str]]:
    """Addresses of the site, from its root, that are in the book: each with its place."""
    for chapter in book.chapters:
        for section in chapter.sections:
            yield f"/{section.address}", section.id
        if chapter.address:
            yield f"/{chapter.address}", chapter.id
    for node in book.nodes():
        if node.kind == "entry" and node.values["id"]:
            yield node.values["address"], node.values["id"]


def _target(to: str, places: dict[str, str], known: set[str], site: str) -> str:
    if not to.startswith("/"):
        return to
    page, _, fragment = to.partition("#")
    place = places.get(page)
    if place and f"{place}--{fragment}" in known:
        return f"#{place}--{fragment}"
    return f"#{place}" if place else site + to.lstrip("/")


def _shown(to: str, text: str) -> str:
    """The address to print beside a link: none when the text already says it, or when it is in the book."""
    if to.startswith("#"):
        return ""
    return "" if _bare(to) == _bare(text.strip()) else to


def _bare(address: str) -> str:
    """An address as people say it: `https://www.a.be/` → `a.be`."""
    return _SCHEME.sub("", address, count=1).rstrip("/")
