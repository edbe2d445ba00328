"""The themes as chapters, each tip a section of its own."""

from collections.abc import Iterable, Iterator
from itertools import count

from doemee.edition import markdown
from doemee.edition.book import Chapter, Fact, Section
from doemee.edition.headings import fitted
from doemee.edition.node import Node, paragraph
from doemee.model import addresses
from doemee.model.campaign import Campaign, Goal, Theme
from doemee.model.tip import Publication, PublishedTip

MOST_BESIDE = 600
"""So many characters of what helps further find a place beside the tip; more stand below it."""

_TO_FOLLOW = "De uitwerking van deze tip volgt."


def theme_chapters(publication: Publication, campaign: Campaign) -> Iterator[Chapter]:
    """A chapter per theme, in the order of data/themes.yml; the tips are numbered through.

    A tip that the theme names and that has no file yet "volgt".
    """
    numbers = count(1)
    for place, theme in enumerate(campaign.themes.values(), 1):
        yield Chapter(
            id=f"thema-{theme.id}",
            kind="theme",
            title=theme.name,
            address=addresses.TIPS if place == 1 else "",
            number=place,
            lead=theme.description or "",
            color=theme.color,
            sections=tuple(_sections(theme, publication, campaign, numbers)),
        )


def _sections(theme: Theme, publication: Publication, campaign: Campaign, numbers: Iterator[int]) -> Iterator[Section]:
    for tip in publication.of_theme(theme.id):
        yield _section(tip, next(numbers), campaign)
    for named in theme.tips:
        if named.id not in publication.tips:
            address, blocks = addresses.tip(named.id), (paragraph(_TO_FOLLOW),)
            yield Section(f"tip-{named.id}", named.title, "tip", address, next(numbers), blocks=blocks)


def _section(tip: PublishedTip, number: int, campaign: Campaign) -> Section:
    place = f"tip-{tip.slug}"
    return Section(
        id=place,
        title=tip.sent.titel,
        kind="tip",
        address=addresses.tip(tip.slug),
        number=number,
        lead=tip.sent.samenvatting,
        facts=tuple(_facts(tip, campaign)),
        blocks=tuple(_parts(fitted(markdown.blocks(tip.body, markdown.TIP), place))),
    )


def _facts(tip: PublishedTip, campaign: Campaign) -> Iterator[Fact]:
    sent = tip.sent
    if sent.voor:
        names = [campaign.audiences[audience].name for audience in sent.voor]
        yield Fact("Voor wie", _list(names))
    if sent.tijd:
        yield Fact("Tijd", paragraph(sent.tijd))
    if sent.sdgs:
        yield Fact("SDG's", _list(_goal(campaign.sdgs[goal]) for goal in sent.sdgs))
    if sent.organisatie:
        yield Fact("Ingestuurd door", paragraph(sent.organisatie))
    if sent.bron:
        yield Fact("Bron", paragraph(sent.bron))


def _list(lines: Iterable[Node | str]) -> Node:
    return Node("list", tuple(Node("item", (paragraph(line),)) for line in lines))


def _goal(goal: Goal) -> Node:
    """The official icon may not be altered, so there is none: a number on the colour of the goal, and its name."""
    return Node("goal", (goal.name,), {"number": goal.id, "color": goal.color, "text": goal.text})


def _parts(nodes: Iterable[Node]) -> list[Node]:
    """What stands under a heading, together with it: so a checklist and an example can look like what they are."""
    parts: list[list[Node]] = []
    for node in nodes:
        if not parts or (node.kind == "heading" and node.values["level"] == 3):
            parts.append([])
        parts[-1].append(node)
    roles = [_role(part) for part in parts]
    if roles[-2:] == ["checklist", "text"] and sum(len(node.text) for node in parts[-1]) <= MOST_BESIDE:
        roles[-1] = "help"
    return [Node("part", tuple(part), {"role": role}) for part, role in zip(parts, roles, strict=True)]


def _role(nodes: list[Node]) -> str:
    if nodes[0].kind != "heading":
        return "opening"
    if any(node.kind == "checklist" for node in nodes):
        return "checklist"
    first = next((node for node in nodes[1:] if node.kind == "paragraph"), None)
    bold = first.children[0] if first and first.children else None
    if isinstance(bold, Node) and bold.kind == "strong" and bold.text.strip(" .:").casefold() == "voorbeeld":
        return "example"
    return "text"
