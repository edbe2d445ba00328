"""Markdown → nodes: what the tips, the pages of the editors and the introduction say, as markdown-it-py reads it.

Two dialects, those of the pages on the site: a tip is CommonMark; the pages of the editors have tables and
admonitions besides, as Python-Markdown knows them. Of raw HTML only the words come along, and no link that is a script.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode

from doemee.edition.node import Inline, Node, plain_text

_ADMONITION = re.compile(r'!!! ?[\w-]+(?: +[\w-]+)*(?: +"(.*?)")? *')
_BOX = re.compile(r"\[([ xX])\]\s+")


def _admonition(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A block rule of markdown-it: `!!! note "Title"`, and as its content the lines below that are indented by four."""
    opening = _ADMONITION.fullmatch(state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first])
    if not opening or state.is_code_block(first):
        return False
    if silent:
        return True
    last = first + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent + 4):
        last += 1
    state.push("admonition_open", "aside", 1).meta = {"title": opening[1] or ""}
    whole, state.lineMax = state.lineMax, last
    state.blkIndent += 4
    state.md.block.tokenize(state, first + 1, last)
    state.blkIndent -= 4
    state.lineMax = whole
    state.push("admonition_close", "aside", -1)
    state.line = last
    return True


def _commonmark() -> MarkdownIt:
    # Its own limit of 20 levels passes over what is deeper without a word: a list in a list is two of them already.
    return MarkdownIt("commonmark", {"maxNesting": 100})


TIP = _commonmark()
PAGE = _commonmark().enable("table")
PAGE.block.ruler.before("fence", "admonition", _admonition, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def blocks(markdown: str, dialect: MarkdownIt) -> tuple[Node, ...]:
    """The blocks of a text in the dialect TIP or PAGE. Headings keep their level and have no id yet."""
    return tuple(_blocks(SyntaxTreeNode(dialect.parse(markdown))))


def _blocks(parent: SyntaxTreeNode) -> Iterator[Node]:
    """What stands in a container: one node for each token, and none for what says nothing."""
    for token in parent.children:
        match token.type:
            case "paragraph":
                if words := _line(token):
                    yield Node("paragraph", words)
            case "heading":
                if words := _line(token):
                    yield Node("heading", words, {"level": int(token.tag[1:]), "id": None})
            case "bullet_list":
                items = tuple(_blocks(token))
                yield Node("checklist" if all("box" in item.values for item in items) else "list", items)
            case "ordered_list":
                yield Node("ordered", tuple(_blocks(token)), {"start": token.attrs.get("start", 1)})
            case "list_item":
                yield _item(tuple(_blocks(token)))
            case "blockquote":
                yield Node("quote", tuple(_blocks(token)))
            case "admonition":
                yield Node("note", tuple(_blocks(token)), {"title": token.meta["title"]})
            case "fence" | "code_block":
                yield Node("code-block", (token.content.rstrip("\n"),))
            case "hr":
                yield Node("rule")
            case "table":
                yield Node("table", tuple(row for part in token.children for row in _blocks(part)))
            case "tr":
                yield Node("row", tuple(_blocks(token)))
            case "th" | "td":
                yield Node("cell", _line(token), {"header": token.type == "th"})
            case "html_block":
                if said := " ".join(unescape(nh3.clean(token.content, tags=set())).split()):
                    yield Node("paragraph", (said,))
            case other:
                raise ValueError(f"no node for a block of Markdown of the kind {other}")


def _item(inside: tuple[Node, ...]) -> Node:
    """An item of a list; `[ ]` or `[x]` at its start becomes the value `box`: whether it is ticked."""
    match inside:
        case (Node("paragraph", (str(text), *others)), *below) if box := _BOX.match(text):
            line = tuple(child for child in (text[box.end() :], *others) if child)
            first = (Node("paragraph", line),) if line else ()
            return Node("item", (*first, *below), {"box": box[1] != " "})
    return Node("item", inside)


def _line(block: SyntaxTreeNode) -> tuple[Node | str, ...]:
    """The text of a paragraph, a heading or a cell: its only child has the inline tokens."""
    return tuple(_joined(block.children[0])) if block.children else ()


def _joined(parent: SyntaxTreeNode) -> Iterator[Node | str]:
    """The inline nodes below a token, with texts that follow each other as one."""
    for is_text, run in groupby(map(_inline, parent.children), lambda child: isinstance(child, str)):
        if not is_text:
            yield from run
        elif text := "".join(map(str, run)):
            yield text


def _inline(token: SyntaxTreeNode) -> Node | str:
    match token.type:
        case "text":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return Node("break")
        case "em":
            return _around("emphasis", token)
        case "strong":
            return _around("strong", token)
        case "code_inline":
            return Node("code", (token.content,))
        case "link":
            return _around("link", token, to=token.attrs["href"])
        case "image":
            return plain_text(_joined(token))  # there are no pictures: what it shows, in words
        case "html_inline":
            return Node("break") if token.content.lower().startswith("<br") else ""
    raise ValueError(f"no node for a piece of Markdown of the kind {token.type}")


def _around(kind: Inline, token: SyntaxTreeNode, **values: Any) -> Node | str:
    """The node around what is in a token; without words there is none, since nobody could see or follow it."""
    inside = tuple(_joined(token))
    return Node(kind, inside, values) if inside else ""
