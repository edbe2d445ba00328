"""What the edition holds: chapters, in them sections, in those nodes. Assembled of the sources, set as both files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from doemee.edition.node import Node


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

    def changed(self, change: Callable[[Node], Node]) -> "Section":
        """The same section with `change` applied to each node."""
        facts = tuple(replace(fact, body=fact.body.changed(change)) for fact in self.facts)
        return replace(self, facts=facts, blocks=tuple(block.changed(change) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. `kind` says how it looks: intro, theme, pages, calendar or colophon.

    `address` is the page that it stands for, if any.
    """

    id: str
    kind: str
    title: str
    address: str = ""
    number: int | None = None
    lead: str = ""
    color: str = "#45163a"
    blocks: tuple[Node, ...] = ()
    sections: tuple[Section, ...] = ()

    def changed(self, change: Callable[[Node], Node]) -> "Chapter":
        """The same chapter with `change` applied to each node."""
        return replace(
            self,
            blocks=tuple(block.changed(change) for block in self.blocks),
            sections=tuple(section.changed(change) for section in self.sections),
        )

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
    """The whole edition. `date` is that of the edition, `site` the address of the site with a slash at its end,
    `language` a tag of BCP 47 with the country: `nl-BE`.

    `notice` says what every reader must know first, as that it is a trial.
    """

    title: str
    subtitle: str
    author: str
    description: str
    identity: str
    site: str
    language: str
    date: date
    date_in_words: str
    keywords: tuple[str, ...]
    cover_alt: str
    notice: str
    chapters: tuple[Chapter, ...]

    def changed(self, change: Callable[[Node], Node]) -> "Book":
        """The same book with `change` applied to each node."""
        return replace(self, chapters=tuple(chapter.changed(change) for chapter in self.chapters))

    def nodes(self) -> Iterator[Node]:
        """Every node of the book, in the order of reading."""
        for chapter in self.chapters:
            yield from chapter.nodes()
