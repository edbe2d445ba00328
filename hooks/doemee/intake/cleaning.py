"""What a stranger's program wrote, made fit for a file: no hidden characters, no empty fields, no endless texts."""

import unicodedata
from typing import cast

from doemee.intake.found import Fields, Found, Reading, shown
from doemee.load.declared import BODY
from doemee.load.hidden_characters import without_hidden
from doemee.problems import Severity

MAX_TEXT = 1000
"""Characters of a field."""

MAX_BODY = 20_000
"""Characters of a description."""


def clean(found: Found, reading: Reading) -> None:
    """Clean the fields and the description in place, and report what was taken out."""
    cleaner = _Cleaner(found, reading)
    found.fields = cast(Fields, cleaner.value(found.fields, "") or {})  # only what is empty is gone
    found.body = cleaner.text(found.body, BODY, MAX_BODY, lines=True)


class _Cleaner:
    def __init__(self, found: Found, reading: Reading):
        self.remarks = reading.at(found.where)

    def value(self, value: object, name: str) -> object:
        """A value at any depth, without what is empty in it; None when nothing is left. `name` is its dotted key."""
        if isinstance(value, dict):
            inside = {key: self.value(item, f"{name}.{key}".strip(".")) for key, item in value.items()}
            return {key: item for key, item in inside.items() if not _is_empty(item)} or None
        if isinstance(value, list):
            items = [item for item in (self.value(part, name) for part in value) if not _is_empty(item)]
            return list(dict.fromkeys(items)) if all(isinstance(item, str | int) for item in items) else items
        return self.text(value, name, MAX_TEXT) if isinstance(value, str) else value

    def text(self, text: str, name: str, most: int, lines: bool = False) -> str:
        """A text of at most so many characters, on one line unless it may have `lines`."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = unicodedata.normalize("NFC", text if lines else " ".join(text.split()))
        text, troubles = without_hidden(text)
        for message in dict.fromkeys(trouble.message for trouble in troubles if trouble.severity is Severity.ERROR):
            self.remarks.info(f"{name}: {message}; we lieten het weg")
        if len(text) > most:
            until = shown(text[most - 30 : most])
            message = f"{name} telt {len(text)} tekens; we namen de eerste {most} over, tot {until}"
            self.remarks.todo(message, "Kort de tekst in de bron in")
            text = text[:most]
        return text if lines else " ".join(text.split())


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})
