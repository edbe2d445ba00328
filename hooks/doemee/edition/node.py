"""A piece of a document: the small tree between Markdown on one side, Typst and XHTML on the other.

Each kind is set in overrides/edition/blocks.typ and in edition/epub.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Block = Literal[
    "paragraph", "heading", "list", "ordered", "checklist", "item", "quote", "code-block", "rule", "note",
    "table", "row", "cell", "part", "entries", "entry",
]  # fmt: skip
Inline = Literal["emphasis", "strong", "code", "break", "link", "goal"]


@dataclass(frozen=True, slots=True)
class Node:
    """A child is a node or plain text; `values` is what else there is to know of it, by its kind."""

    kind: Block | Inline
    children: tuple["Node | str", ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What it says, without any form."""
        return plain_text(self.children)

    def walk(self) -> Iterator["Node"]:
        """The node and every node below it, in the order of reading."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def changed(self, change: Callable[["Node"], "Node"]) -> "Node":
        """The same tree with `change` applied to each node, the lowest first."""
        below = tuple(child if isinstance(child, str) else child.changed(change) for child in self.children)
        return change(replace(self, children=below))


def plain_text(children: Iterable[Node | str]) -> str:
    """What some nodes and texts say, without any form; a break is a space."""
    return "".join(
        child if isinstance(child, str) else " " if child.kind == "break" else child.text for child in children
    )


def paragraph(*children: Node | str, **values: Any) -> Node:
    """A paragraph of text and inline nodes."""
    return Node("paragraph", children, values)


def heading(level: int, text: str, identity: str | None = None) -> Node:
    """A heading; the chapter has level 1, what is in it level 2."""
    return Node("heading", (text,), {"level": level, "id": identity})


def link(to: str, *children: Node | str) -> Node:
    """A link: to an address of the site (`/tips/`), a full address, or with # to a place in the book."""
    return Node("link", children, {"to": to})


def strong(text: str) -> Node:
    """Text with weight."""
    return Node("strong", (text,))
