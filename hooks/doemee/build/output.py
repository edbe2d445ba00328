"""One file of the site: where it stands, what its bytes follow from, how they are made.

Writing, `mkdocs serve` on request, the search, the sitemap, the page about the data and the check of links are all
readings of one list of these (outputs.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from doemee.model import addresses

DependsOn = frozenset[str]
"""What the bytes of an output follow from, besides the campaign's tables and the code:

    initiative:<slug>, initiatives    one of them, or any
    tip:<slug>, tips                  the same
    history      the versions in git
    today        the day of the build
    template:<name>, layout, styles, scripts, content, edition, pictures    files of overrides/, content/ and data/
"""

INITIATIVES, TIPS, HISTORY, TODAY, LAYOUT = "initiatives", "tips", "history", "today", "layout"


class SearchEntry(NamedTuple):
    """What the search of the site knows of a page besides its address."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class About:
    """A row of the page about the data. `text` and `term` are our own HTML, with `{root}` for the way to the root.

    `term` stands in the place of the links to the files; in `text`, `{example}` is a link to the first file.
    """

    text: str
    term: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site.

    `address` is that of the file, from the root. `make` gives its bytes: always the same while what it `depends_on`
    stays. `found` is there for a page that the search finds; `listed` says that the sitemap names it. `about` says on
    the page about the data what machines find in it.
    """

    address: str
    depends_on: DependsOn
    make: Callable[[], bytes]
    found: SearchEntry | None = None
    listed: bool = False
    about: About | None = None

    @property
    def page(self) -> str:
        """The address by which people and links know it: without index.html."""
        return self.address.removesuffix("index.html")


@dataclass(frozen=True, slots=True)
class Outputs:
    """All files of the site. What belongs to one initiative or view is made together, in one process."""

    initiatives: list[tuple[Output, ...]]
    views: list[tuple[Output, ...]]
    once: list[Output]

    def __iter__(self) -> Iterator[Output]:
        for together in (*self.initiatives, *self.views):
            yield from together
        yield from self.once

    def by_address(self) -> dict[str, Output]:
        """By the address that somebody asks for."""
        return {output.page: output for output in self}

    def searched(self) -> Iterator[tuple[str, SearchEntry]]:
        """Every page that the search finds."""
        return ((output.page, output.found) for output in self if output.found)

    def sitemap(self) -> list[str]:
        """The pages that the sitemap names, from the root: those that the search finds first."""
        found = [output.page for output in self if output.found]
        return [*found, *(output.page for output in self if output.listed and not output.found)]


def file_of(page: str) -> str:
    """The address of the file of a page."""
    return addresses.file(page)
