"""The pages of the editors in content/ as sections, with what their markers for lists stand for."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from doemee.edition import markdown
from doemee.edition.book import Section
from doemee.edition.headings import fitted
from doemee.edition.node import Node, link, paragraph, strong
from doemee.load.editors import read_page
from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda, Listed, State
from doemee.model.campaign import BrokenCampaign
from doemee.model.tip import Publication

MOST = 4
"""So many initiatives a list in running text names; the others are in the calendar."""

_MARKER = re.compile(r"\[\[(\w+) ([a-z0-9/-]+)\]\]")
_FULL = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lists:
    """What a marker such as `[[initiatieven sdg/3]]` or `[[tips thema/ga-samenwerken]]` stands for in the book."""

    agenda: Agenda
    publication: Publication

    def __call__(self, what: str, which: str) -> tuple[Node, ...]:
        """A line of titles, or nothing: the edition is no place to complain of a marker, the site does."""
        kind, _, identity = which.partition("/")
        if what == "tips":
            found = self.publication.of_theme(identity) if kind == "thema" else self.publication.for_audience(identity)
            return _line("Tips", [(link(f"/{addresses.tip(tip.slug)}", tip.sent.titel),) for tip in found], 0)
        if kind == "in-de-kijker":
            entries = [entry for entry in self.agenda.everything.entries if entry.initiative.sent.in_de_kijker]
        else:
            entries = next((view.entries for view in self.agenda.groups.get(kind, ()) if view.id == identity), [])
        items = sorted(map(self.agenda.listed, entries), key=lambda item: item.state is State.PAST)
        return _line("In de kalender", [tuple(_named(item)) for item in items[:MOST]], len(items) - MOST)


def editors_page(path: Path, content: Path, lists: Lists) -> Section:
    """One page of content/ as a section of the book. Raises BrokenCampaign when there is an error in it."""
    name = path.relative_to(content).as_posix()
    page, problems = read_page(f"{content.name}/{name}", path.read_bytes())
    if page is None:
        raise BrokenCampaign(problems)
    address = _page(name)
    place = f"pagina-{address.strip('/').replace('/', '-') or 'begin'}"
    nodes = list(page_blocks(page.body, lists))
    title = str(page.head.get("title") or "")
    if nodes and nodes[0].kind == "heading" and nodes[0].values["level"] == 1:
        title = title or nodes[0].text
        nodes = nodes[1:]
    blocks = tuple(node.changed(lambda below: _rooted(below, name)) for node in fitted(nodes, place))
    return Section(place, title, "page", address, lead=str(page.head.get("description") or ""), blocks=blocks)


def page_blocks(text: str, lists: Lists) -> Iterator[Node]:
    """The blocks of what an editor wrote, with each paragraph that is a marker replaced by what it stands for."""
    for node in markdown.blocks(text, markdown.PAGE):
        yield from _with_lists(node, lists)


def _with_lists(node: Node, lists: Lists) -> Iterator[Node]:
    match node:
        case Node("paragraph", (str(text),)) if marker := _MARKER.fullmatch(text):
            yield from lists(*marker.groups())
        case Node("item" | "quote" | "note" | "list" | "ordered" | "checklist"):
            below = (_with_lists(child, lists) for child in node.children if isinstance(child, Node))
            yield replace(node, children=tuple(chain.from_iterable(below)))
        case _:
            yield node


def parts_of(section: Section, *names: str) -> Iterator[Node]:
    """What stands under the headings of these names, with the headings."""
    wanted = False
    for node in section.blocks:
        if node.kind == "heading" and node.values["level"] == 3:
            wanted = node.text in names
        if wanted:
            yield node


def _page(name: str) -> str:
    """The address of a page: `ivy2026/sdgs.md` → `ivy2026/sdgs/`."""
    bare = name.removesuffix(".md").removesuffix("index").strip("/")
    return f"{bare}/" if bare else ""


def _rooted(node: Node, name: str) -> Node:
    """Editors link from file to file; here every link starts at the root of the site, as those of tips do."""
    if node.kind != "link" or _FULL.match(node.values["to"]):
        return node
    file, hash_sign, fragment = node.values["to"].partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
    return replace(node, values={**node.values, "to": f"/{_page(target)}{hash_sign}{fragment}"})


def _named(item: Listed) -> Iterator[Node | str]:
    initiative = item.entry.initiative
    yield link(f"/{addresses.initiative(initiative.slug)}", initiative.sent.titel)
    yield f" ({_when(item)}{', voorbeeld' if initiative.example else ''})"


def _when(item: Listed) -> str:
    if item.occurrence is None:
        return dutch.moment(item.moment)
    first, last = item.occurrence.first_day, item.occurrence.last_day
    return dutch.plain_day(first) if first == last else f"{dutch.plain_day(first)} tot en met {dutch.plain_day(last)}"


def _line(label: str, items: list[tuple[Node | str, ...]], rest: int) -> tuple[Node, ...]:
    """`In de kalender: A (7 maart 2026); B (datum volgt).`"""
    if not items:
        return ()
    words: list[Node | str] = [strong(f"{label}:"), " "]
    for number, item in enumerate(items):
        words += ("; ", *item) if number else item
    words.append(f" en nog {rest}." if rest > 0 else ".")
    return (paragraph(*words, role="listing"),)
