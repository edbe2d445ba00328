"""What a rule is: a small function whose docstring is the rule; every module of check/ ends in a tuple RULES of them.

Each kind of thing that a rule can look at has one signature here, so that a list of rules is all that
check/__init__.py needs to know of a module.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from doemee.load.answers import say
from doemee.load.loader import Loaded
from doemee.load.strict_yaml import Value
from doemee.load.submission import Submission, Tip
from doemee.model.campaign import Campaign
from doemee.problems import Problem

At = tuple[str | int, ...]
"""A path of keys and list positions in a file."""

Problems = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule on one file may know besides that file: the campaign, and the names of the images."""

    campaign: Campaign
    images: frozenset[str] = frozenset()


class FileRule(Protocol):
    """On one file as it was sent in, also when its fields could not be read."""

    def __call__(self, file: Loaded, known: Known, /) -> Problems: ...


class InitiativeRule(Protocol):
    """On what one initiative says. A field that could not be read is None here: its own problem is there already."""

    def __call__(self, file: Loaded, sent: Submission, known: Known, /) -> Problems: ...


class TipRule(Protocol):
    """On what one tip says, in the same way."""

    def __call__(self, file: Loaded, sent: Tip, known: Known, /) -> Problems: ...


class TogetherRule(Protocol):
    """On all files together: what no file can know by itself."""

    def __call__(self, files: Sequence[Loaded], /) -> Problems: ...


class PublishedRule(Protocol):
    """On the files as they were published, and as they are now."""

    def __call__(self, before: Sequence[Loaded], now: Sequence[Loaded], /) -> Problems: ...


class FolderRule(Protocol):
    """On what lies in the folder of the files, on disk; `shown` is where paths start from in messages."""

    def __call__(self, files: Sequence[Loaded], folder: Path, shown: Path, /) -> Problems: ...


class Page(NamedTuple):
    """A text of the editors: what messages call it, the fields at its top, its lines with their numbers in the file.

    `highest` is the level of heading that it may start with: the layout may have written the title already.
    """

    name: str
    head: dict[str, Value] | None
    lines: list[tuple[int, str]]
    highest: int


class PageRule(Protocol):
    """On one text of the editors."""

    def __call__(self, page: Page, campaign: Campaign, /) -> Problems: ...


def of_file(name: str, key: str, /, **values: object) -> Problem:
    """The answer of that key to a file as a whole."""
    return Problem(name, 1, 1, "", *say(key, **values))
