"""The pages of the editors in content/ as sections, with what their markers for lists stand for."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from doemee.edition import markdown
from doemee.edition.book import Section
from doemee.edition.headings import fitted
from doemee.edition.node import Node, link, paragraph, strong
from doemee.load import source, strict_yaml
from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda, Listed, State
from doemee.model.tip import Publication

MOST = 4
"""So many initiatives a list in running text names; the others are in the calendar."""

_FULL = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|/|#)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lists:
    """What a marker such as `[[initiatieven sdg/3]]` or `[[tips thema/ga-samenwerken]]` stands for in the book."""

    agenda: Agenda
    publication: Publication

    def __call__(self, what: str, which: str) -> tuple[Node, ...]:
        """A line of titles, or nothing: the edition is no place to complain of a marker, the site does."""
        kind, _, identity = which.strip().partition("/")
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
    """One page of content/ as a section of the book."""
    name = path.relative_to(content).as_posix()
    parts = source.split_markdown(source.read_text(path.read_bytes()))
    front = strict_yaml.parse(parts.yaml).data
    address = _page(name)
    place = page_place(address)
    nodes = list(markdown.blocks(parts.body, lists))
    title = front.get("title") or ""
    if nodes and nodes[0].kind == "heading" and nodes[0].values["level"] == 1:
        title = title or nodes[0].text
        nodes = nodes[1:]
    blocks = tuple(node.changed(lambda below: _rooted(below, name)) for node in fitted(nodes, place))
    return Section(place, title, "page", address, lead=front.get("description") or "", blocks=blocks)


def parts_of(section: Section, *names: str) -> Iterator[Node]:
    """What stands under the headings of these names, with the headings."""
    wanted = False
    for node in section.blocks:
        if node.kind == "heading" and node.values["level"] == 3:
            wanted = node.text in names
        if wanted:
            yield node


def page_place(address: str) -> str:
    """The id of a page in the book: `pagina-ivy2026-sdgs`."""
    return f"pagina-{address.strip('/').replace('/', '-') or 'begin'}"


def _page(name: str) -> str:
    """The address of a page: `ivy2026/sdgs.md` → `ivy2026/sdgs/`."""
    bare = name.removesuffix(".md").removesuffix("index").strip("/")
    return f"{bare}/" if bare else ""


def _rooted(node: Node, name: str) -> Node:
    """Editors link from file to file; here every link starts at the root of the site, as those of tips do."""
    if node.kind != "link" or _FULL.match(node.values["to"]):
        return (
            replace(node, values={**node.values, "to": f"/{_page(name)}{node.values['to']}"})
            if _is_fragment(node)
            else node
        )
    file, hash_sign, fragment = node.values["to"].partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
    return replace(node, values={**node.values, "to": f"/{_page(target)}{hash_sign}{fragment}"})


def _is_fragment(node: Node) -> bool:
    return node.kind == "link" and node.values["to"].startswith("#")


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
