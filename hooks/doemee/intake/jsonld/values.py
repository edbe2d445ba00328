"""Values as JSON-LD writes them: one or many, plain or with a language, in place or by reference."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TypeAlias

from doemee.model.initiative import BRUSSELS

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = dict[str, Json]
"""A thing with properties."""

Nodes: TypeAlias = Mapping[str, Node]
"""The things of a document by their `@id`."""

_MONTH = re.compile("[0-9]{4}-[0-9]{2}")
_DAY = re.compile(f"{_MONTH.pattern}-[0-9]{{2}}")
_CLOCK = re.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?")
_INSTANT = re.compile(
    rf"{_DAY.pattern}[T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
)


def listed(value: Json) -> list[Json]:
    """A list, also of one or of nothing."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def nodes(value: Json) -> list[Node]:
    """The things among one or many values."""
    return [item for item in listed(value) if isinstance(item, dict)]


def words(value: Json, language: str = "nl") -> str:
    """A text in Dutch if there is one, else in `language`, else in the first that there is."""
    if isinstance(value, list):
        by_language: Node = {str(item.get("@language", "")): item.get("@value") for item in nodes(value)}
        return words(by_language or (value[0] if value else ""), language)
    if isinstance(value, dict):
        if "@value" in value:
            return words(value["@value"])
        texts = {key: text for key, text in value.items() if isinstance(text, str) and text.strip()}
        return texts.get("nl") or texts.get(language) or next(iter(texts.values()), "")
    if isinstance(value, bool) or value is None:
        return ""
    return str(value).strip()


def thing(value: Json, by_id: Nodes) -> Node:
    """A node; one that is only referred to is looked up, a text is a name."""
    if isinstance(value, str):
        return by_id.get(value, {"name": value})
    if isinstance(value, dict):
        if value.keys() <= {"@id", "@type"} and (known := by_id.get(str(value.get("@id")))):
            return known
        return value
    return {}


def last_part(value: Json) -> str:
    """`https://schema.org/EventCancelled` → `EventCancelled`."""
    return re.split("[/#:]", str(value or "").rstrip("/"))[-1]


def instant(value: Json) -> date | datetime | None:
    """A date or an aware datetime from ISO 8601; an hour without offset is one in Brussels. None for anything else."""
    text = str(value or "").strip()
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if not _INSTANT.fullmatch(text):
            return None
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=BRUSSELS)


def month_of(value: Json) -> str:
    """A month of ISO 8601, as `2026-05`; empty for anything else."""
    text = words(value)
    return text if _MONTH.fullmatch(text) else ""


def clock(value: Json) -> time | None:
    """An hour on the clock; seconds do not count. None for anything else."""
    match = _CLOCK.fullmatch(words(value))
    return time(int(match[1]), int(match[2])) if match else None


def amount(value: Json) -> str:
    """A number of euros as a file says it: `gratis`, `5`, `12,50`; empty when it is no number."""
    try:
        number = round(float(str(value).replace(",", ".")), 2)
    except ValueError:
        return ""
    if not 0 <= number < 100_000:
        return ""
    if number == 0:
        return "gratis"
    return str(int(number)) if number == int(number) else f"{number:.2f}".replace(".", ",")


def named_price(name: str, price: str) -> str:
    """`Basistarief: € 5`, of an amount as `amount` gives it."""
    return f"{name}: {price if price == 'gratis' else f'€ {price}'}"


def unused(node: Node, used: frozenset[str]) -> list[str]:
    """The properties of a node that nobody looks at, keywords of JSON-LD itself left out."""
    return [key for key in node if key not in used and not key.startswith("@")]
