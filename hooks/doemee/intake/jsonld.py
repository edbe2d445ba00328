"""JSON with events: schema.org JSON-LD (also our own /kalender.json) and UiTdatabank.

Here the events are found in the file; schema_org.py and uitdatabank.py say what one of them means.
"""

import json
from collections.abc import Iterator
from typing import Any

from doemee.intake import schema_org, uitdatabank
from doemee.intake.found import MAX_FOUND, Reading, Unreadable
from doemee.model.campaign import Campaign

_LISTS = ("@graph", "member", "hydra:member", "itemListElement")
MAX_DEPTH = 12


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of a file with one event, a list of them, an `@graph` or an answer of UiTdatabank."""
    reading = Reading(source)
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("dit bestand is niet bewaard als UTF-8", "Bewaar het opnieuw als UTF-8") from error
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"op regel {error.lineno}, kolom {error.colno} is dit geen JSON", "Download het bestand opnieuw"
        ) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("dit bestand zit te diep in elkaar", "Download het bestand opnieuw") from error
    nodes = list(_nodes(tree))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    events = [node for node in nodes if uitdatabank.is_one(node) or schema_org.is_one(node)]
    if (
        others := sorted({_kind(node) for node in nodes if node not in events and "@type" in node} - {""})
        if len(nodes) < MAX_FOUND
        else []
    ):
        reading.mention("", f"dit zijn geen evenementen en komen niet mee: {', '.join(others[:8])}")
    if len(events) > MAX_FOUND:
        reading.to_do("", f"er staan meer dan {MAX_FOUND} evenementen in, we namen de eerste", "Splits het bestand")
    for number, node in enumerate(events[:MAX_FOUND], 1):
        (uitdatabank if uitdatabank.is_one(node) else schema_org).add(node, number, by_id, reading, campaign)
    if not events:
        reading.to_do("", "er staat geen evenement in", "Kijk of het een evenement van schema.org of UiTdatabank is")
    return reading


def _nodes(tree: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The things that a file lists, in its order; what is inside an event belongs to that event."""
    if depth > MAX_DEPTH:
        return
    if isinstance(tree, list):
        for item in tree:
            yield from _nodes(item, depth + 1)
    elif isinstance(tree, dict):
        listed = [tree[key] for key in _LISTS if isinstance(tree.get(key), list)]
        if listed and not schema_org.is_one(tree):
            for items in listed:
                yield from _nodes(items, depth + 1)
        elif isinstance(tree.get("item"), dict):
            yield from _nodes(tree["item"], depth + 1)
        else:
            yield tree


def _kind(node: dict[str, Any]) -> str:
    kind = node.get("@type", "")
    return str(kind[0] if isinstance(kind, list) and kind else kind)[:40]
