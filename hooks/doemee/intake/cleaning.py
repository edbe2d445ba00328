"""What a stranger's program wrote, made fit for a file: no hidden signs, no empty fields, no endless texts."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from doemee.intake.found import Found, Reading, shown
from doemee.load.hidden_characters import without_hidden
from doemee.problems import Severity

MAX_TEXT = 1000
MAX_BODY = 20_000


def clean(found: Found, reading: Reading) -> None:
    """Clean the fields and the description in place, and tell what was taken out."""
    found.fields = _cleaned(found.fields, "", found, reading) or {}
    found.body = _text(found.body, "beschrijving", MAX_BODY, found, reading, lines=True)


def _cleaned(value: Any, name: str, found: Found, reading: Reading) -> Any:
    if isinstance(value, Mapping):
        items = {key: _cleaned(item, f"{name}.{key}".strip("."), found, reading) for key, item in value.items()}
        return {key: item for key, item in items.items() if item not in (None, "", [], {})} or None
    if isinstance(value, list):
        items = [item for part in value if (item := _cleaned(part, name, found, reading)) not in (None, "", [], {})]
        return list(dict.fromkeys(items)) if all(isinstance(item, str | int) for item in items) else items
    return _text(value, name, MAX_TEXT, found, reading) if isinstance(value, str) else value


def _text(text: str, name: str, most: int, found: Found, reading: Reading, lines: bool = False) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text if lines else " ".join(text.split()))
    text, troubles = without_hidden(text)
    for message in dict.fromkeys(trouble.message for trouble in troubles if trouble.severity is Severity.ERROR):
        reading.mention(found.where, f"{name}: {message}; we lieten het weg")
    if len(text) > most:
        message = f"{name} telt {len(text)} tekens; we namen de eerste {most} over, tot {shown(text[most - 30 : most])}"
        reading.to_do(found.where, message, "Kort de tekst in de bron in")
        text = text[:most]
    return text if lines else " ".join(text.split())
