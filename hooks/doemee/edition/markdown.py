"""Markdown → nodes, by the parser that the site uses for tips. Raw HTML and scripts in addresses do not come along.

The editors' pages know two forms besides: `!!! note "Title"` with an indented text, and a line such as
`[[initiatieven sdg/3]]`, which stands for a list of the calendar.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import groupby
from textwrap import dedent

import cmarkgfm

from doemee.edition.node import BLOCKS, Node

Marked = Callable[[str, str], tuple[Node, ...]]

_KINDS = {
    "p": "paragraph",
    "ul": "list",
    "ol": "ordered",
    "li": "item",
    "blockquote": "quote",
    "pre": "code-block",
    "hr": "rule",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "em": "emphasis",
    "strong": "strong",
    "del": "struck",
    "code": "code",
    "br": "break",
    "a": "link",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_EMPTY = frozenset({"hr", "br", "input", "img"})
_NOTE = re.compile(r'^(?:!!!|\?\?\?\+?) +[\w-]+(?: +"([^"\n]*)")? *\n((?:(?: {4}|\t)[^\n]*\n|[ \t]*\n)+)', re.MULTILINE)
_MARKER = re.compile(r"^\[\[([a-z-]+)(?: +([^\]\n]*))?\]\] *$", re.MULTILINE)
_SPECIAL = re.compile(f"(?P<note>{_NOTE.pattern})|(?P<marker>{_MARKER.pattern})", re.MULTILINE)


def blocks(markdown: str, marked: Marked = lambda *_: ()) -> tuple[Node, ...]:
    """The blocks of a text. `marked` gives what stands for a marker: its first word, and the rest of it."""
    return tuple(_parts(markdown if markdown.endswith("\n") else f"{markdown}\n", marked))


def _parts(markdown: str, marked: Marked) -> Iterator[Node]:
    done = 0
    for special in _SPECIAL.finditer(markdown):
        yield from _parsed(markdown[done : special.start()])
        done = special.end()
        if special["note"]:
            title, text = _NOTE.match(special["note"]).groups()
            yield Node("note", _parsed(dedent(text.expandtabs(4))), {"title": title or ""})
        else:
            yield from marked(*(word or "" for word in _MARKER.match(special["marker"]).groups()))
    yield from _parsed(markdown[done:])


def _parsed(markdown: str) -> tuple[Node, ...]:
    """Without CMARK_OPT_UNSAFE: the parser leaves out raw HTML, and the address of a link that is a script."""
    if not markdown.strip():
        return ()
    reader = _Reader()
    reader.feed(cmarkgfm.github_flavored_markdown_to_html(markdown))
    reader.close()
    return tuple(_blocks_only(reader.children[0]))


class _Reader(HTMLParser):
    """HTML of cmark, whose tags are known and balanced, as nodes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.children: list[list[Node | str]] = [[]]
        self.values: list[dict] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input":
            self.children[-1].append(Node("box", (), {"checked": "checked" in given}))
        elif tag == "img":
            self.children[-1].append(given.get("alt", ""))
        elif tag in _EMPTY:
            self.children[-1].append(Node(_KINDS[tag]))
        elif tag in _KINDS:
            self.children.append([])
            self.values.append(_values(tag, given))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _KINDS or tag in _EMPTY:
            return
        self.children[-2].append(_made(_KINDS[tag], self.children.pop(), self.values.pop()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self.children[-1].append(data)


def _values(tag: str, given: dict[str, str]) -> dict:
    if tag[0] == "h" and tag[1:].isdigit():
        return {"level": int(tag[1:]), "id": None}
    if tag == "a":
        return {"to": given.get("href", "")}
    if tag == "ol":
        return {"start": int(given.get("start", 1))}
    return {"header": True} if tag == "th" else {"header": False} if tag == "td" else {}


def _made(kind: str, children: list[Node | str], values: dict) -> Node:
    if kind == "link" and not values["to"]:
        return Node("emphasis", _tidy(children))  # its address was not allowed; what it said stays
    if kind == "code-block":
        return Node(kind, ("".join(c if isinstance(c, str) else c.text for c in children).rstrip("\n"),))
    if kind == "item":
        return _item(_blocks_only(children))
    if kind == "quote":
        return Node(kind, tuple(_blocks_only(children)))
    if kind in ("list", "ordered", "table", "row"):
        below = tuple(child for child in children if isinstance(child, Node))
        ticked = kind == "list" and below and all("box" in child.values for child in below)
        return Node("checklist" if ticked else kind, below, values)
    return Node(kind, _tidy(children), values)


def _item(children: list[Node]) -> Node:
    """An item of a list; `[ ]` at its start becomes the value `box`."""
    first = children[0].children[0] if children and children[0].children else None
    if not (isinstance(first, Node) and first.kind == "box"):
        return Node("item", tuple(children))
    line = replace(children[0], children=_tidy(children[0].children[1:]))
    return Node("item", (line, *children[1:]), {"box": first.values["checked"]})


def _blocks_only(children: Iterable[Node | str]) -> list[Node]:
    """Text that stands loose among blocks becomes a paragraph, as in an item of a tight list."""
    found: list[Node] = []
    for is_block, run in groupby(children, lambda child: isinstance(child, Node) and child.kind in BLOCKS):
        if is_block:
            found += run
        elif text := _tidy(run):
            found.append(Node("paragraph", text))
    return found


def _tidy(children: Iterable[Node | str]) -> tuple[Node | str, ...]:
    """Without space at its ends, and each line break of the source a space."""
    kept = [child.replace("\n", " ") if isinstance(child, str) else child for child in children]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return tuple(child for child in kept if child)
