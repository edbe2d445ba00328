"""JSON Schema of the files that people send in, from the one declaration of the fields."""

import json
from typing import Any

from pydantic import BaseModel

from doemee.campaign import Campaign
from doemee.load.submission import ID_FIELDS, Submission, Tip


def initiative_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/initiatief.json`, with the ids of this campaign to choose from."""
    schema = _schema(Submission, "Initiatief", address)
    schema["properties"]["beschrijving"] = {
        "title": "Beschrijving",
        "type": "string",
        "description": "In een .yml-bestand: de beschrijving, in Markdown",
    }
    for name, table in ID_FIELDS.items():
        field = schema["properties"][name]
        for part in (field, *field.get("anyOf", ())):
            if "pattern" in (target := part.get("items", part)):
                target.pop("pattern")
                target["enum"] = list(getattr(campaign, table))
    schema["anyOf"] = [{"required": ["locatie"]}, {"required": ["online"]}, {"required": ["bereik"]}, {"required": ["momenten"]}]
    return _bytes(schema)


def tip_schema(campaign: Campaign, address: str) -> bytes:
    """`/schema/tip.json`."""
    schema = _schema(Tip, "Tip", address)
    schema["properties"]["thema"] |= {"enum": list(campaign.themes)}
    schema["properties"]["voor"]["items"] = {"type": "string", "enum": list(campaign.audiences)}
    return _bytes(schema)


def _schema(model: type[BaseModel], title: str, address: str) -> dict[str, Any]:
    schema = model.model_json_schema(mode="validation")
    schema.pop("description", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": title} | schema


def _bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1, default=str) + "\n").encode()
