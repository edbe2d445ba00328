"""Names that people write become the ids of data/*.yml: `Zorg dat je gezien wordt`, `Vorming`, `acties`."""

from collections.abc import Mapping
from typing import Any, get_args

from doemee.load.declared import INITIATIVE
from doemee.load.spelling import LANGUAGES
from doemee.load.submission import Submission
from doemee.model.campaign import Campaign
from doemee.text import slugify


class Choices:
    """The choices of each field, by what people may call them."""

    def __init__(self, campaign: Campaign):
        self.campaign = campaign
        self.by_table = {table: _names(getattr(campaign, table)) for table in set(INITIATIVE.tables.values())}
        self.by_table["taal"] = _names(LANGUAGES)

    def id(self, table: str, text: str) -> str | None:
        """The id that a name stands for, or None."""
        return self.by_table[table].get(slugify(text) or text)

    def of_field(self, key: str, text: str) -> str:
        """The id for a field of the declaration; the text itself when nothing is known by that name."""
        text = " ".join(text.split())
        table = INITIATIVE.tables.get(key, "taal" if key == "taal" else "")
        return (table and self.id(table, text)) or text

    def types_of_term(self, term: str) -> list[str]:
        """The types that UiTdatabank knows under this event type; several may share one."""
        return [row.id for row in self.campaign.types.values() if row.uitdatabank.id == term]


def enum_values(annotation: Any) -> list[str]:
    """The values of a field that is one of a few words, such as `status`; else nothing."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and hasattr(part, "__members__"):
            return [member.value for member in part]
    return []


def single_ids() -> dict[str, str]:
    """Fields that hold one id of a table, with that table."""
    return {
        key: table
        for key, table in INITIATIVE.tables.items()
        if "list" not in str(Submission.model_fields[key].annotation)
    }


def _names(rows: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for identity, row in rows.items():
        names = [row] if isinstance(row, str) else [row.name, getattr(row, "plural", "")]
        for name in (str(identity), *names):
            found.setdefault(slugify(name) or name, str(identity))
    return found
