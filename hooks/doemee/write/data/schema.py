"""JSON Schema of the files that people send in, from the one declaration of the fields."""

import json
from typing import Any

from doemee.load.declared import INITIATIVE, TIP, Declaration, Field
from doemee.model.campaign import Campaign


def initiative_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/initiatief.json`, with the ids of this campaign to choose from."""
    whole = schema(INITIATIVE, campaign, "Initiatief", address)
    if body := INITIATIVE.body:
        whole["properties"][body.name] = {
            "title": body.title,
            "type": "string",
            "description": "In een .yml-bestand: de beschrijving, in Markdown",
        }
    return _bytes(whole)


def tip_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/tip.json`."""
    return _bytes(schema(TIP, campaign, "Tip", address))


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


def schema(declared: Declaration, campaign: Campaign, title: str, address: str) -> dict[str, Any]:
    """What a file with these fields may hold, as JSON takes it; `address` is its own."""
    found = declared.model.model_json_schema(mode="validation")
    _complete(campaign.declared(declared).fields, found, found.get("$defs", {}), campaign)
    found.pop("description", None)
    if needed := _one_of(declared):
        found["anyOf"] = [{"required": [name]} for name in needed]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": title} | found


def _one_of(declared: Declaration) -> list[str]:
    """The fields of which one is needed; and the lists of groups that may each have one of their own instead."""
    names = {field.name for field in declared.one_of()}
    lists = (field for field in declared.fields if field.many and names & {inner.name for inner in field.fields})
    return [field.name for field in (*declared.one_of(), *lists)]


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
