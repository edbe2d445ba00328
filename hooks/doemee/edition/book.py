"""What the edition holds: chapters, in them sections, in those nodes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from doemee.edition.node import Node

LANGUAGE = "nl-BE"
NAME = "doe-mee-met-ivy2026"
"""The name of both files, and of their addresses on the site: a promise."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line beside a tip: for whom, how long, which goals."""

    label: str
    body: Node


@dataclass(frozen=True, slots=True)
class Section:
    """A tip, a page of the editors, or a province of the calendar: it starts on a page of its own or keeps together.

    `id` is its place in the book, `address` its page on the site, from the root.
    """

    id: str
    title: str
    kind: str
    address: str = ""
    number: int | None = None
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. `kind` says how it looks: intro, theme, pages, calendar or colophon. `address` is the page that it stands for, if any."""

    id: str
    kind: str
    title: str
    address: str = ""
    number: int | None = None
    lead: str = ""
    color: str = "#45163a"
    blocks: tuple[Node, ...] = ()
    sections: tuple[Section, ...] = ()

    def nodes(self) -> Iterator[Node]:
        """Every node of the chapter and its sections, in the order of reading."""
        for block in self.blocks:
            yield from block.walk()
        for section in self.sections:
            for block in (*(fact.body for fact in section.facts), *section.blocks):
                yield from block.walk()

    def places(self) -> Iterator[str]:
        """Every id in it that a link can lead to: its own, and those of sections, headings and entries."""
        yield self.id
        yield from (section.id for section in self.sections)
        yield from (node.values["id"] for node in self.nodes() if node.values.get("id"))


@dataclass(frozen=True, slots=True)
class Book:
    """The whole edition. `date` is that of the edition; `notice` says what every reader must know first, as that it is a trial."""

    title: str
    subtitle: str
    author: str
    description: str
    identity: str
    site: str
    date: date
    date_in_words: str
    period: str
    keywords: tuple[str, ...]
    cover_alt: str
    notice: str
    chapters: tuple[Chapter, ...]

    def changed(self, change: Callable[[Node], Node]) -> "Book":
        """The same book with `change` applied to each node."""
        return replace(self, chapters=tuple(_changed(chapter, change) for chapter in self.chapters))

    def nodes(self) -> Iterator[Node]:
        """Every node of the book, in the order of reading."""
        for chapter in self.chapters:
            yield from chapter.nodes()

    def as_data(self) -> dict[str, Any]:
        """For JSON, so that Typst gets it as data."""
        chapters = [
            {
                **_plain(chapter),
                "blocks": [node.as_data() for node in chapter.blocks],
                "sections": [
                    {
                        **_plain(section),
                        "blocks": [node.as_data() for node in section.blocks],
                        "facts": [{"label": fact.label, "body": fact.body.as_data()} for fact in section.facts],
                    }
                    for section in chapter.sections
                ],
            }
            for chapter in self.chapters
        ]
        return {**_plain(self), "date": self.date.isoformat(), "language": LANGUAGE, "chapters": chapters}


def _changed(chapter: Chapter, change: Callable[[Node], Node]) -> Chapter:
    sections = tuple(
        replace(
            section,
            blocks=tuple(node.changed(change) for node in section.blocks),
            facts=tuple(Fact(fact.label, fact.body.changed(change)) for fact in section.facts),
        )
        for section in chapter.sections
    )
    return replace(chapter, blocks=tuple(node.changed(change) for node in chapter.blocks), sections=sections)


def _plain(thing: Any) -> dict[str, Any]:
    """Its simple fields; what holds nodes is for the caller."""
    kept = {name: getattr(thing, name) for name in thing.__slots__}
    return {name: value for name, value in kept.items() if name not in ("blocks", "sections", "facts", "chapters")}
