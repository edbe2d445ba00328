"""JSON Schema of the files that people send in, from the one declaration of the fields."""

import json
from typing import Any

from doemee.load.declared import INITIATIVE, TIP, Declaration, Field
from doemee.model.campaign import Campaign


def initiative_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/initiatief.json`, with the ids of this campaign to choose from."""
    schema = _schema(INITIATIVE, campaign, "Initiatief", address)
    schema["properties"]["beschrijving"] = {
        "title": "Beschrijving",
        "type": "string",
        "description": "In een .yml-bestand: de beschrijving, in Markdown",
    }
    schema["anyOf"] = [
        {"required": ["locatie"]},
        {"required": ["online"]},
        {"required": ["bereik"]},
        {"required": ["momenten"]},
    ]
    return _bytes(schema)


def tip_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/tip.json`."""
    return _bytes(_schema(TIP, campaign, "Tip", address))


def _choose(part: Any, allowed: list[Any]) -> None:
    """Wherever any id may stand, only those of this campaign may."""
    if isinstance(part, dict):
        if part.pop("pattern", None):
            part["enum"] = allowed
        for inner in part.values():
            _choose(inner, allowed)
    elif isinstance(part, list):
        for inner in part:
            _choose(inner, allowed)


def _schema(declared: Declaration, campaign: Campaign, title: str, address: str) -> dict[str, Any]:
    schema = declared.model.model_json_schema(mode="validation")
    _complete(campaign.declared(declared).fields, schema, schema.get("$defs", {}), campaign)
    schema.pop("description", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": title} | schema


def _complete(fields: tuple[Field, ...], group: dict[str, Any], groups: dict[str, Any], campaign: Campaign) -> None:
    """Titles, which pydantic leaves out beside a reference, this campaign's words and ids to choose; in groups too."""
    for field in fields:
        part = group["properties"][field.name]
        part["title"] = field.title
        part |= {"description": field.help} if "description" in part else {}
        part |= {"examples": list(field.examples)} if "examples" in part else {}
        if field.table:
            _choose(part, list(getattr(campaign, field.table)))
        if field.fields:
            _complete(field.fields, groups[_reference(part)], groups, campaign)


def _reference(part: Any) -> str:
    """The name of the group that a part refers to, itself or in one of its alternatives."""
    found = [part, *part.get("anyOf", ()), part.get("items", {})]
    return next(str(other["$ref"]) for other in found if "$ref" in other).rpartition("/")[2]


def _bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1, default=str) + "\n").encode()
