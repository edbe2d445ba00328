"""What there is to choose from for a field, and the other way round: what people call it becomes the id of a table.

`Zorg dat je gezien wordt`, `Vorming` and `acties` are all names of a row of data/*.yml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from doemee.load.declared import INITIATIVE, Field
from doemee.load.spelling import LANGUAGES
from doemee.model.campaign import Campaign
from doemee.text import slugify


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values to choose from: as a file spells it, and as people read it."""

    value: str
    name: str
    description: str = ""


def options(field: Field, campaign: Campaign) -> tuple[Option, ...]:
    """Every value that a field may have, in the order of its table; none when it is not one of a few."""
    if field.words:
        return tuple(Option(word, word) for word in field.words)
    rows = _rows(source(field), campaign)
    return tuple(
        Option(str(id), row)
        if isinstance(row, str)
        else Option(str(id), row.name, getattr(row, "description", "") or "")
        for id, row in rows.items()
    )


def source(field: Field) -> str:
    """Where the names of its values stand: a table of the campaign, `languages`, or nothing."""
    return field.table or (field.kind.named_in if field.kind else "")


def _rows(name: str, campaign: Campaign) -> Mapping[Any, Any]:
    if name == "languages":
        return LANGUAGES
    rows: Mapping[Any, Any] = getattr(campaign, name) if name else {}
    return rows


class Choices:
    """The choices of each field, by what people may call them."""

    def __init__(self, campaign: Campaign):
        self.campaign = campaign
        self._names: dict[str, dict[str, str]] = {}

    def id(self, table: str, text: str) -> str | None:
        """The id of a table that a name stands for, or None. Languages are a table too."""
        if table not in self._names:
            self._names[table] = _by_name(_rows(table, self.campaign))
        return self._names[table].get(slugify(text) or text)

    def of(self, field: Field, text: str) -> str:
        """The id for a field; the text itself, with single spaces, when nothing is known by that name."""
        text = " ".join(text.split())
        return (self.id(source(field), text) if source(field) else None) or text

    def of_field(self, key: str, text: str) -> str:
        """The same for a field of an initiative, by its key."""
        return self.of(INITIATIVE.by_key[key], text)

    def types_of_term(self, term: str) -> list[str]:
        """The types that UiTdatabank knows under this event type; several may share one."""
        return [row.id for row in self.campaign.types.values() if row.uitdatabank.id == term]


def _by_name(rows: Mapping[Any, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for identity, row in rows.items():
        names = [row] if isinstance(row, str) else [row.name, getattr(row, "plural", "")]
        for name in (str(identity), *names):
            found.setdefault(slugify(name) or name, str(identity))
    return found
