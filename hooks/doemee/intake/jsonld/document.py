"""A file with one event, a list of them, an `@graph` or an answer of UiTdatabank: here the events are found in it."""

import json
from collections.abc import Iterator

from doemee.intake.found import MAX_FOUND, Reading, Unreadable
from doemee.intake.jsonld import schema_org, uitdatabank
from doemee.intake.jsonld.values import Json, Node, listed
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices

_LISTS = ("@graph", "member", "hydra:member", "itemListElement")
MAX_DEPTH = 12


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of a file. Raises Unreadable when it is no JSON."""
    reading, choices = Reading(source), Choices(campaign)
    nodes = list(_nodes(_tree(data)))
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    events = [node for node in nodes if uitdatabank.is_event(node) or schema_org.is_event(node)]
    if len(nodes) < MAX_FOUND:
        others = {_type(node) for node in nodes if node not in events and "@type" in node}
        if names := sorted(others - {""}):
            reading.info(f"dit zijn geen evenementen en komen niet mee: {', '.join(names[:8])}")
    if len(events) > MAX_FOUND:
        reading.todo(f"er staan meer dan {MAX_FOUND} evenementen in, we namen de eerste", "Splits het bestand")
    for number, node in enumerate(events[:MAX_FOUND], 1):
        initiative = uitdatabank.initiative if uitdatabank.is_event(node) else schema_org.initiative
        if found := initiative(node, number, by_id, reading, choices):
            reading.found.append(found)
    if not events:
        reading.todo("er staat geen evenement in", "Kijk of het een evenement van schema.org of UiTdatabank is")
    return reading


def _tree(data: bytes) -> Json:
    """What the file holds. Raises Unreadable."""
    again = "Download het bestand opnieuw"
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
        tree: Json = json.loads(text)
    except UnicodeDecodeError as error:
        raise Unreadable("dit bestand is niet bewaard als UTF-8", "Bewaar het opnieuw als UTF-8") from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"op regel {error.lineno}, kolom {error.colno} is dit geen JSON", again) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("dit bestand zit te diep in elkaar", again) from error
    return tree


def _nodes(tree: Json, depth: int = 0) -> Iterator[Node]:
    """The things that a file lists, in its order; what is inside an event belongs to that event."""
    if depth > MAX_DEPTH:
        return
    if isinstance(tree, list):
        for item in tree:
            yield from _nodes(item, depth + 1)
    elif isinstance(tree, dict):
        lists = [items for key in _LISTS if isinstance(items := tree.get(key), list)]
        if lists and not schema_org.is_event(tree):
            for items in lists:
                yield from _nodes(items, depth + 1)
        elif isinstance(item := tree.get("item"), dict):
            yield from _nodes(item, depth + 1)
        else:
            yield tree


def _type(node: Node) -> str:
    return str(next(iter(listed(node.get("@type"))), ""))[:40]
