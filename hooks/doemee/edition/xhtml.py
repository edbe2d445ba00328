"""Nodes as XHTML, for the EPUB. Everything is escaped here; no text of people is written in any other way."""

from collections.abc import Callable, Iterable
from html import escape

from doemee.edition.node import Node

Href = Callable[[str], str]
"""From a place in the book (`#tip-…`) to a link between its files; a full address stays what it is."""

_INLINE = {"emphasis": "em", "strong": "strong", "code": "code"}
_LOUD = frozenset({"geannuleerd", "uitgesteld", "volzet"})


def blocks(nodes: Iterable[Node], href: Href) -> str:
    """The elements of some blocks."""
    return "".join(_block(node, href) for node in nodes)


def attribute(value: str) -> str:
    """Text as the value of an attribute, with its quotes."""
    return f'"{escape(value)}"'


def _block(node: Node, href: Href) -> str:
    inside = _inside(node, href)
    match node.kind:
        case "paragraph":
            return (
                f'<p class="listing">{inside}</p>\n' if node.values.get("role") == "listing" else f"<p>{inside}</p>\n"
            )
        case "heading":
            level = min(node.values["level"], 6)
            return f"<h{level}{_id(node)}>{inside}</h{level}>\n"
        case "list":
            return f"<ul>{inside}</ul>\n"
        case "ordered":
            start = f' start="{node.values["start"]}"' if node.values["start"] != 1 else ""
            return f"<ol{start}>{inside}</ol>\n"
        case "checklist":
            return f'<ul class="checklist">{inside}</ul>\n'
        case "item":
            return f"<li>{_box(node)}{inside}</li>"
        case "quote":
            return f"<blockquote>{inside}</blockquote>\n"
        case "code-block":
            return f"<pre><code>{inside}</code></pre>\n"
        case "rule":
            return "<hr/>\n"
        case "note":
            title = f"<p><strong>{escape(node.values['title'])}</strong></p>" if node.values["title"] else ""
            return f'<aside class="note">{title}{inside}</aside>\n'
        case "table":
            return f"<table>{inside}</table>\n"
        case "row":
            return f"<tr>{inside}</tr>"
        case "cell":
            return f'<th scope="col">{inside}</th>' if node.values["header"] else f"<td>{inside}</td>"
        case "part":
            return f'<section class="part-{node.values["role"]}">{inside}</section>\n'
        case "entries":
            return f'<ul class="entries">{inside}</ul>\n'
        case "entry":
            return _entry(node)
    return f"<p>{_inline(node, href)}</p>\n"


def _inside(node: Node, href: Href) -> str:
    if node.kind == "item" and len(node.children) == 1 and node.children[0].kind == "paragraph":
        return _inside(node.children[0], href)
    return "".join(_inline(child, href) for child in node.children)


def _inline(node: Node | str, href: Href) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if node.kind == "break":
        return "<br/>"
    if node.kind == "link":
        return f"<a href={attribute(href(node.values['to']))}>{_inside(node, href)}</a>"
    if node.kind == "goal":
        number, color, text = (node.values[key] for key in ("number", "color", "text"))
        return f'<span class="goal" style="background:{color};color:{text}">{number}</span> {_inside(node, href)}'
    if tag := _INLINE.get(node.kind):
        return f"<{tag}>{_inside(node, href)}</{tag}>"
    return _block(node, href)


def _entry(node: Node) -> str:
    """An initiative of the calendar: what it is first, then when, where and who."""
    values = node.values
    words = "".join(
        f'<span class="{"loud" if word in _LOUD else "word"}">{escape(word.upper())}</span> '
        for word in values["words"]
    )
    off = values["status"] in ("geannuleerd", "uitgesteld")
    whens = "<br/>".join(f"<del>{escape(when)}</del>" if off else escape(when) for when in values["whens"])
    title = f"<a href={attribute(values['address'])}>{escape(values['title'])}</a>"
    return f"<li{_id(node)}>{words}<strong>{title}</strong><br/>{whens}<br/>{escape(values['where'])}<br/>{escape(values['organiser'])}</li>\n"


def _box(node: Node) -> str:
    """A sign and no form: most readers of books let nobody tick."""
    if "box" not in node.values:
        return ""
    if node.values["box"]:
        return '<span class="box" role="img" aria-label="afgevinkt">☑</span> '
    return '<span class="box" aria-hidden="true">☐</span> '


def _id(node: Node) -> str:
    return f" id={attribute(node.values['id'])}" if node.values.get("id") else ""
