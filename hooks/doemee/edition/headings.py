"""The headings of a text, fitted into the book: below its section, without a level missing, each with its own place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from doemee.edition.node import Node
from doemee.text import slugify

TOP = 3
"""The level of the first headings in a section: 1 is the chapter, 2 the section."""


def fitted(nodes: Iterable[Node], place: str) -> Iterator[Node]:
    """The nodes with their headings from level 3 on; `place` is the id of the section, with which theirs begin.

    PDF/UA and readers of screens take a level that is missing for something that was lost.
    """
    level = TOP - 1
    used: set[str] = set()
    for node in nodes:
        if node.kind == "heading":
            level = min(max(node.values["level"] + 1, TOP), level + 1)
            identity = _place(f"{place}--{slugify(node.text) or 'deel'}", used)
            node = replace(node, values={"level": level, "id": identity})
        yield node


def _place(wanted: str, used: set[str]) -> str:
    name = wanted
    for number in count(2):
        if name not in used:
            break
        name = f"{wanted}-{number}"
    used.add(name)
    return name
