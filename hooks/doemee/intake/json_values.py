"""Values as JSON-LD writes them: one or many, plain or with a language, in place or by reference."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from doemee.model.initiative import BRUSSELS


def listed(value: Any) -> list[Any]:
    """A list, also of one or of nothing."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def words(value: Any, language: str = "nl") -> str:
    """A text in Dutch if there is one, else in `language`, else in the first that there is."""
    if isinstance(value, list):
        tagged = {str(item.get("@language", "")): item.get("@value") for item in value if isinstance(item, Mapping)}
        return words(tagged or (value[0] if value else ""), language)
    if isinstance(value, Mapping):
        if "@value" in value:
            return words(value["@value"])
        texts = {key: text for key, text in value.items() if isinstance(text, str) and text.strip()}
        return texts.get("nl") or texts.get(language) or next(iter(texts.values()), "")
    if isinstance(value, bool) or value is None:
        return ""
    return str(value).strip()


def thing(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """A node; one that is only referred to is looked up, a text is a name."""
    if isinstance(value, str):
        return by_id.get(value, {"name": value})
    if isinstance(value, Mapping):
        if set(value) <= {"@id", "@type"} and value.get("@id") in by_id:
            return by_id[str(value["@id"])]
        return value
    return {}


def last_part(value: Any) -> str:
    """`https://schema.org/EventCancelled` → `EventCancelled`."""
    return re.split("[/#:]", str(value or "").rstrip("/"))[-1]


def instant(value: Any) -> date | datetime | None:
    """A date or an aware datetime from ISO 8601; an hour without offset is one in Brussels."""
    text = str(value or "").strip()
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if not re.fullmatch(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?", text
    ):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=BRUSSELS)


def amount(value: Any) -> str:
    """A number of euros as a file says it: `gratis`, `5`, `12,50`; empty when it is no number."""
    try:
        number = round(float(str(value).replace(",", ".")), 2)
    except (TypeError, ValueError):
        return ""
    if not 0 <= number < 100_000:
        return ""
    if number == 0:
        return "gratis"
    return str(int(number)) if number == int(number) else f"{number:.2f}".replace(".", ",")
