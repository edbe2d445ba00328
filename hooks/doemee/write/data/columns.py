"""The columns of a table, from the declaration of the fields: their names, what people call them, what a cell says.

A column is a dotted key (`locatie.postcode`). The same list makes the template to download and reads what
comes back, so neither can lag behind a new field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from doemee.load import spelling
from doemee.load.declared import INITIATIVE
from doemee.load.spelling import Misspelled
from doemee.load.submission import Submission
from doemee.text import slugify
from doemee.write.data.choices import Choices, enum_values

BODY, SLUG = "beschrijving", "bestandsnaam"
EXAMPLE = "VOORBEELD:"
"""What the title of the example in the template starts with: such a row is never read."""

_NOT_IN_A_ROW = ("momenten.locatie", "momenten.online", "momenten.id")
"""A further row of the same initiative has its own place and its own online; who needs an id edits the file."""

_ALSO = {
    "begindatum": "momenten.datum",
    "startdatum": "momenten.datum",
    "dag": "momenten.datum",
    "wanneer": "momenten.datum",
    "beginuur": "momenten.van",
    "startuur": "momenten.van",
    "begin": "momenten.van",
    "van-uur": "momenten.van",
    "einduur": "momenten.tot",
    "einde": "momenten.tot",
    "tot-uur": "momenten.tot",
    "organisator": "organisatie.naam",
    "vereniging": "organisatie.naam",
    "activiteit": "titel",
    "naam": "titel",
    "naam-activiteit": "titel",
    "korte-beschrijving": "samenvatting",
    "omschrijving": BODY,
    "meer-uitleg": BODY,
    "locatie": "locatie.naam",
    "zaal": "locatie.naam",
    "straat": "locatie.adres",
    "mail": "contact.email",
    "e-mail": "contact.email",
    "e-mailadres": "contact.email",
    "tel": "contact.telefoon",
    "telefoonnummer": "contact.telefoon",
    "contactpersoon": "contact.naam",
    "link": "website",
    "slug": SLUG,
}
"""What people call columns besides the titles of the fields."""

_TITLES = frozenset(field.title for field in Submission.model_fields.values())

_DASHED = re.compile(r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})")
_STAMP = re.compile(r"(.{6,30}?)[ T]([0-2]?[0-9]:[0-5][0-9])(?::[0-9]{2})?")
_SECONDS = re.compile(r"([0-2]?[0-9]:[0-5][0-9]):[0-9]{2}")
_TRUE = frozenset({"x", "✓", "✔"})


@dataclass(frozen=True, slots=True)
class Column:
    """One field that fits in a cell. `choices` are the words it may hold, if those are few; `many` when it may hold more."""

    key: str
    title: str
    description: str
    required: bool
    many: bool = False
    table: str = ""
    choices: tuple[str, ...] = ()
    example: str = ""

    @property
    def heading(self) -> str:
        """`Postcode [locatie.postcode]`: what people read and what we read."""
        return f"{self.title}{' *' if self.required else ''} [{self.key}]"


def columns(choices: Choices) -> list[Column]:
    """Every column, in the order of the declaration; the description and the name of the file come last."""
    found = []
    for key, title, field, required in _leaves(Submission, "", ""):
        table = INITIATIVE.tables.get(key, "")
        words = enum_values(field.annotation)
        if table and not words:
            words = [str(identity) for identity in getattr(choices.campaign, table)]
        many = "list[" in str(field.annotation)
        example = str(field.examples[0]) if field.examples else ""
        found.append(Column(key, title, field.description or "", required, many, table, tuple(words), example))
    found.append(
        Column(BODY, "Beschrijving", "Meer uitleg, in gewone tekst of Markdown. Regels in de cel mogen", False)
    )
    found.append(
        Column(SLUG, "Bestandsnaam", "Het adres van de pagina, als je dat zelf kiest: soep-voor-de-straat", False)
    )
    return found


def column_of(heading: str, known: list[Column]) -> str | None:
    """The key of a column by its heading: the key between brackets, the key, its last part or its title."""
    heading = " ".join(heading.split())
    keys = {column.key: column.key for column in known}
    if bracketed := re.search(r"\[([a-z_.]+)\]\s*$", heading):
        return keys.get(bracketed[1])
    bare = heading.rstrip("*: ").strip()
    if bare.lower() in keys:
        return bare.lower()
    short = {"organisatie": "organisatie.naam", "inschrijven": "inschrijven.url"}
    if bare.lower() in short:
        return short[bare.lower()]
    plain = slugify(bare)
    # A title may be that of several fields: the field of the whole goes before, then that of a moment.
    ranked = sorted(known, key=lambda column: (column.key.count("."), not column.key.startswith("momenten")))
    for names in (lambda column: column.title, lambda column: column.key):
        for column in ranked:
            if plain and slugify(names(column)) == plain:
                return column.key
    if plain in _ALSO:
        return keys.get(_ALSO[plain])
    return next((column.key for column in ranked if column.key.split(".")[-1].replace("_", "-") == plain), None)


def value(column: Column, text: str, choices: Choices) -> Any:
    """What a cell says, spelled as in a file where that is clear; else its text, and the check will tell."""
    leaf = column.key.rsplit(".", 1)[-1]
    if column.many:
        apart = r"[;|\n]" if leaf == "partners" else r"[,;|\n]"
        parts = [part.strip() for part in re.split(apart, text) if part.strip()]
        if column.key == "sdgs":
            return [re.sub(r"^SDG ?", "", part, flags=re.IGNORECASE) for part in parts]
        if column.key == "herhaling.op" and len(parts) == 1 and " " in parts[0]:
            return parts[0].lower()
        return [day(part) if leaf == "behalve" else choices.of_field(column.key, part) for part in parts]
    if leaf in ("datum", "einddatum", "tot_en_met") or column.key == "inschrijven.tot":
        return day(text)
    if leaf in ("van", "tot"):
        return clock(text)
    if column.table:
        known = choices.of_field(column.key, text)
        return slugify(known) or known  # in small letters, so that the check says which one is meant
    if column.choices and slugify(text) in column.choices:
        return slugify(text)
    if text.strip().lower() in _TRUE and leaf in ("online", "verplicht", "help_mee", "in_de_kijker"):
        return True
    return text


def day(text: str) -> str:
    """A date as `2026-03-07`, from what people and spreadsheets write in Belgium: the day goes first."""
    plain = " ".join(text.split())
    if stamp := _STAMP.fullmatch(plain):
        plain = stamp[1]
    if dashed := _DASHED.fullmatch(plain):
        plain = "/".join(dashed.groups())
    try:
        found = spelling.parse_date(plain)
    except Misspelled:
        return text
    return found.isoformat() if hasattr(found, "isoformat") else plain


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
    stamp = _STAMP.fullmatch(" ".join(text.split()))
    return "" if not stamp or stamp[2].lstrip("0") in (":00", "") else stamp[2]


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


def _leaves(model: type[BaseModel], prefix: str, group: str) -> Iterator[tuple[str, str, FieldInfo, bool]]:
    """Every field that is no group; a field in a group carries the title of the group unless its own says enough."""
    for name, field in model.model_fields.items():
        key = f"{prefix}{name}"
        if key in _NOT_IN_A_ROW:
            continue
        inner = _group(field.annotation)
        needed = field.is_required()
        if inner is not None:
            for leaf, title, leaf_field, required in _leaves(inner, f"{key}.", field.title or ""):
                yield leaf, title, leaf_field, required and needed
        else:
            title = field.title or name
            clear = prefix in ("momenten.", "locatie.") and title not in _TITLES
            if group and group != title and not clear:
                title = f"{group}: {title[:1].lower()}{title[1:]}"
            yield key, title, field, needed


def _group(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group(part))), None)
