"""JSON Schema of the files that people send in, from the one declaration of the fields."""

import json
from typing import Any

from pydantic import BaseModel

from doemee.load.submission import ID_FIELDS, Model, Submission, Tip
from doemee.model.campaign import Campaign

_MODELS = {group.__name__: group for group in Model.__subclasses__()}


def initiative_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/initiatief.json`, with the ids of this campaign to choose from."""
    schema = _schema(Submission, "Initiatief", address)
    schema["properties"]["beschrijving"] = {
        "title": "Beschrijving",
        "type": "string",
        "description": "In een .yml-bestand: de beschrijving, in Markdown",
    }
    for name, table in ID_FIELDS.items():
        _choose(schema["properties"][name], list(getattr(campaign, table)))
    schema["anyOf"] = [
        {"required": ["locatie"]},
        {"required": ["online"]},
        {"required": ["bereik"]},
        {"required": ["momenten"]},
    ]
    return _bytes(schema)


def tip_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/tip.json`."""
    schema = _schema(Tip, "Tip", address)
    _choose(schema["properties"]["thema"], list(campaign.themes))
    _choose(schema["properties"]["voor"], list(campaign.audiences))
    return _bytes(schema)


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


def _schema(model: type[BaseModel], title: str, address: str) -> dict[str, Any]:
    schema = model.model_json_schema(mode="validation")
    for name, group in ((model.__name__, schema), *schema["$defs"].items()) if "$defs" in schema else ():
        for key, part in group.get("properties", {}).items():
            part["title"] = _MODELS[name].model_fields[key].title  # pydantic leaves it out beside a reference
    schema.pop("description", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": title} | schema


def _bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1, default=str) + "\n").encode()
