"""The columns of a table, from the declaration of the fields: their names, what people call them, what a cell says.

A column is a dotted key (`locatie.postcode`). The same list makes the template to download and reads what
comes back, so neither can lag behind a new field.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from doemee.load import spelling
from doemee.load.declared import INITIATIVE, Declaration, Field
from doemee.load.fields import DAY_KINDS, SDG, TIME_OF_DAY, YES_KINDS
from doemee.load.marks import InTable
from doemee.load.spelling import Misspelled
from doemee.text import slugify
from doemee.write.data.choices import Choices, options

EXAMPLE = "VOORBEELD:"
"""What the title of the example in the template starts with: such a row is never read."""

SLUG = "bestandsnaam"
_FILE_NAME = Field(
    (SLUG,),
    "Bestandsnaam",
    "Het adres van de pagina, als je dat zelf kiest: soep-voor-de-straat",
    full_title="Bestandsnaam",
    in_table=InTable(also=("slug",)),
)

_DASHED = re.compile(r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})")
_DAY_AND_CLOCK = re.compile(r"(.{6,30}?)[ T]([0-2]?[0-9]:[0-5][0-9])(?::[0-9]{2})?")
_SECONDS = re.compile(r"([0-2]?[0-9]:[0-5][0-9]):[0-9]{2}")
_TICKS = frozenset({"x", "✓", "✔"})


@dataclass(frozen=True, slots=True)
class Column:
    """One field that fits in a cell. `choices` are the values it may hold, if those are few."""

    field: Field
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`locatie.postcode`"""
        return self.field.key

    @property
    def title(self) -> str:
        """What people read."""
        return self.field.full_title

    @property
    def description(self) -> str:
        """What it asks."""
        words = self.field.in_table.help
        return self.field.help if words is None else words

    @property
    def example(self) -> str:
        """How somebody may fill it in, or nothing."""
        words = self.field.in_table.example
        return self.field.example if words is None else words

    @property
    def required(self) -> bool:
        """Whether every initiative has it."""
        return self.field.needed

    @property
    def heading(self) -> str:
        """`Postcode [locatie.postcode]`: what people read and what we read."""
        return f"{self.title}{' *' if self.required else ''} [{self.key}]"


def columns(choices: Choices, declared: Declaration = INITIATIVE) -> list[Column]:
    """Every column, in the order of the declaration; the description and the name of the file come last."""
    fields = [leaf for field in declared.fields for leaf in _in_a_row(field)]
    fields += [declared.body] if declared.body else []
    return [Column(field, _words(field, choices)) for field in (*fields, _FILE_NAME)]


def _in_a_row(field: Field) -> list[Field]:
    """The fields of a group that fit in a row: a list of groups has a row for each, but that row is one level deep."""
    if field.in_table.left_out:
        return []
    return [leaf for inner in field.fields for leaf in _in_a_row(inner)] if field.fields else [field]


def _words(field: Field, choices: Choices) -> tuple[str, ...]:
    """What a column lets choose: the ids of a table or the few words; goals and languages go by their own codes."""
    return tuple(option.value for option in options(field, choices.campaign)) if field.table or field.words else ()


def column_of(heading: str, known: list[Column]) -> str | None:
    """The key of a column by its heading: the key between brackets, the key, its last part or its title."""
    heading = " ".join(heading.split())
    keys = {column.key: column.key for column in known}
    if bracketed := re.search(r"\[([a-z_.]+)\]\s*$", heading):
        return keys.get(bracketed[1])
    bare = heading.rstrip("*: ").strip()
    # A group that may be written as its one field is a column by its own name too: `organisatie`.
    ours = keys | {".".join(column.field.path[:-1]): column.key for column in known if column.field.stands_for_group}
    if bare.lower() in ours:
        return ours[bare.lower()]
    plain = slugify(bare)
    # A name may be that of several fields: the field of the whole goes before, then that of a moment.
    last_first = sorted(known, key=lambda column: (len(column.field.path), not column.field.in_list))[::-1]
    named = (
        {slugify(column.title): column.key for column in last_first},
        {slugify(column.key): column.key for column in last_first},
        {name: column.key for column in last_first for name in column.field.in_table.also},
        {slugify(column.field.name): column.key for column in last_first},
    )
    return next((names[plain] for names in named if plain in names), None)


def value(column: Column, text: str, choices: Choices) -> Any:
    """What a cell says, spelled as in a file where that is clear; else its text, and the check will tell."""
    field = column.field
    if field.listed:
        # A text of the sender's own may hold a comma; a day, an id and a code cannot.
        parts = [part.strip() for part in re.split(r"[;|\n]" if field.free else r"[,;|\n]", text) if part.strip()]
        if not field.many and len(parts) == 1 and " " in parts[0]:
            return parts[0].lower()  # a phrase: eerste dinsdag
        return [_item(field, part, choices) for part in parts]
    if text.strip().lower() in _TICKS and field.kind in YES_KINDS:
        return True
    return _item(field, text, choices)


def _item(field: Field, text: str, choices: Choices) -> str:
    """One value."""
    if field.kind in DAY_KINDS:
        return day(text)
    if field.kind is TIME_OF_DAY:
        return clock(text)
    if field.kind is SDG:
        text = re.sub(r"^SDG ?", "", text, flags=re.IGNORECASE)
    if field.table and not field.many:
        known = choices.of(field, text)
        return slugify(known) or known  # in small letters, so that the check says which one is meant
    if field.words and slugify(text) in field.words:
        return slugify(text)
    return choices.of(field, text) if field.many else text


def day(text: str) -> str:
    """A date as `2026-03-07`, from what people and spreadsheets write in Belgium: the day goes first."""
    plain = " ".join(text.split())
    if both := _DAY_AND_CLOCK.fullmatch(plain):
        plain = both[1]
    if dashed := _DASHED.fullmatch(plain):
        plain = "/".join(dashed.groups())
    try:
        found = spelling.parse_date(plain)
    except Misspelled:
        return text
    return found.isoformat() if isinstance(found, date) else plain


def weekday_and_day(text: str) -> tuple[str, str]:
    """`za 7 maart 2026` as a weekday, for the check, and a date; no weekday when there is none."""
    first, _, rest = " ".join(text.split()).partition(" ")
    try:
        spelling.parse_weekday(first.rstrip(","))
    except Misspelled:
        return "", text
    return (first.rstrip(",.").lower(), rest) if rest else ("", text)


def clock_in(text: str) -> str:
    """The hour that a spreadsheet keeps in the same cell as the day; nothing for midnight."""
    both = _DAY_AND_CLOCK.fullmatch(" ".join(text.split()))
    return "" if not both or both[2].lstrip("0") in (":00", "") else both[2]


def clock(text: str) -> str:
    """An hour as `14:00`."""
    plain = " ".join(text.split())
    if seconds := _SECONDS.fullmatch(plain):
        plain = seconds[1]
    try:
        at = spelling.parse_time(plain)
    except Misspelled:
        return text
    return "24:00" if at == spelling.END_OF_DAY else f"{at:%H:%M}"
