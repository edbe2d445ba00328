"""The kinds of value that the fields of a file can have.

Each says what the sender may write (and the JSON Schema of it), how it is read, and the Dutch answer when it is
something else; `Annotated[str, URL]` is a field of that kind. The spellings themselves are in spelling.py.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from doemee.load import spelling
from doemee.load.spelling import Misspelled

SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG_PATTERN)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
_PHONE = re.compile(r"\+?[0-9][0-9 ./()-]{5,19}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}")
_PLAIN_URL = re.compile(rf"https?://{_HOST.pattern}(?:/[A-Za-z0-9._~/?&=%+-]*)?")
_BAD_IN_URL = re.compile(r"[\s\\<>\"{}|^`]")
_IMAGE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)")


class Kind(ABC):
    """What a field asks for. In `Annotated[str, Text(3, 120)]` it is what pydantic reads the value with.

    `name` says to forms and to the browser what it is; `least` and `most` bound the length of a text, or the number
    itself. `table` is the table of data/*.yml that its ids come from, and `named_in` where the names of its values
    stand when those are no such ids: `sdgs` or `languages`. `free` says that it may hold words of the sender's own.
    """

    name: str
    least: int = 0
    most: int = 500
    table: str = ""
    named_in: str = ""
    free: bool = False

    @abstractmethod
    def read(self, value: Any) -> Any:
        """What the value means. Raises PydanticCustomError, made by `wrong`, with the answer."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """JSON Schema of what may be written."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Pydantic's own hook: https://docs.pydantic.dev/latest/concepts/types/#custom-types"""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The same for JSON Schema."""
        return self.schema()


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error for pydantic to collect; messages.py unpacks it again."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


@dataclass(frozen=True, eq=False)
class Spelled(Kind):
    """A value that `parse` reads from text. `code` is that of its answers."""

    code: str
    parse: Callable[[str], Any]
    written: Mapping[str, Any]
    name: str = ""
    least: int = 0
    most: int = 500
    table: str = ""
    named_in: str = ""
    free: bool = False

    def __post_init__(self) -> None:
        """The kind is called as its answers are, unless two kinds share those."""
        object.__setattr__(self, "name", self.name or self.code)

    def read(self, value: Any) -> Any:
        """The value that the text stands for."""
        if not isinstance(value, str):
            raise not_text(value)
        try:
            return self.parse(value)
        except Misspelled as error:
            raise wrong(self.code, error.message, error.hint) from None

    def schema(self) -> dict[str, Any]:
        """As declared."""
        return dict(self.written)


def not_text(value: Any) -> PydanticCustomError:
    """The answer when a list, a group of fields or nothing stands where a text belongs."""
    if value is None:
        return wrong("leeg", "dit veld is leeg", "Vul het in of verwijder de regel")
    kind = "een lijst" if isinstance(value, list) else "een groep velden"
    return wrong(
        "geen-tekst",
        f"hier staat {kind}, maar er hoort een tekst",
        "Zet aanhalingstekens rond een tekst die met [ of { begint",
    )


def _characters(number: int) -> str:
    return f"{number} {'teken' if number == 1 else 'tekens'}"


@dataclass(frozen=True, eq=False)
class Text(Kind):
    """Plain text on one line: no markup, no line ends; `least` to `most` characters."""

    least: int
    most: int
    name: str = "tekst"
    free: bool = True

    def read(self, value: Any) -> str:
        """The text with single spaces."""
        if not isinstance(value, str):
            raise not_text(value)
        line = " ".join(value.split())
        length = len(line)
        if not line:
            raise wrong("leeg", "dit veld is leeg", "Vul het in of verwijder de regel")
        if length < self.least:
            message = f"deze tekst telt {_characters(length)}, er zijn er minstens {self.least} nodig"
            raise wrong("te-kort", message, "Schrijf het iets vollediger")
        if length > self.most:
            message = f"deze tekst telt {length} tekens, er mogen er hoogstens {self.most} zijn"
            raise wrong("te-lang", message, f"Schrap {_characters(length - self.most)}")
        return line

    def schema(self) -> dict[str, Any]:
        """A number is a text as well here; to an editor that follows YAML 1.2 it would be a mistake."""
        return {"type": ["string", "number"], "minLength": self.least, "maxLength": self.most}


def _check_url(value: str) -> str:
    """An absolute web address, re-assembled from its parts.

    urlsplit drops tabs and newlines and takes `https:evil` and `https://good\\@evil`, so what it
    would have to be forgiving about is refused first.
    """
    example = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit"
    stripped = value.strip()
    if _PLAIN_URL.fullmatch(stripped) and len(stripped) <= 500:
        return stripped
    if _BAD_IN_URL.search(stripped) or len(stripped) > 500:
        raise Misspelled(f"“{stripped[:80]}” is geen geldig webadres", example)
    try:
        parts = urlsplit(stripped)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port
    except ValueError:
        raise Misspelled(f"“{stripped[:80]}” is geen geldig webadres", example) from None
    if not parts.scheme and not stripped.startswith("/") and _HOST.match(stripped.lower()):
        raise Misspelled("dit adres begint niet met https://", f"Schrijf `https://{stripped}`")
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or parts.username is not None:
        raise Misspelled(f"“{stripped[:80]}” is geen geldig webadres", example)
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    return parts._replace(netloc=netloc).geturl()


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value.strip()):
        raise Misspelled(f"“{value[:80]}” is geen geldig e-mailadres", "Schrijf het als info@mijnvereniging.be")
    return value.strip()


def _check_phone(value: str) -> str:
    if not _PHONE.fullmatch(value.strip()):
        raise Misspelled(f"“{value[:40]}” is geen geldig telefoonnummer", "Schrijf het als 015 12 34 56")
    return value.strip()


def _check_slug(value: str) -> str:
    slug = value.strip()
    if not _SLUG.fullmatch(slug) or not 3 <= len(slug) <= 80:
        raise Misspelled(
            f"“{slug[:80]}” kan geen deel van een adres zijn",
            "Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens",
        )
    return slug


def _check_short_id(value: str) -> str:
    if _SLUG.fullmatch(value.strip().lower()) and value.strip() != value.strip().lower():
        raise Misspelled(
            f"“{value[:40]}” heeft hoofdletters", f"Schrijf het in kleine letters: `{value.strip().lower()}`"
        )
    if not _SLUG.fullmatch(value.strip()) or len(value.strip()) > 40:
        raise Misspelled(f"“{value[:40]}” kan geen id zijn", "Gebruik kleine letters, cijfers en koppeltekens")
    return value.strip()


def _check_image(value: str) -> str:
    if value.strip().lower().endswith(".svg"):
        raise Misspelled(
            "een SVG kunnen we niet aannemen: er kan van alles in zitten", "Bewaar het beeld als PNG of JPEG"
        )
    if not _IMAGE.fullmatch(value.strip()) or len(value.strip()) > 100:
        raise Misspelled(
            f"“{value[:80]}” kan geen naam van een afbeelding zijn",
            "Zet een .jpg, .png of .webp in data/initiatives/afbeeldingen/ en schrijf alleen de naam, in kleine letters zonder spaties",
        )
    return value.strip()


def _check_price(value: str) -> spelling.Price:
    line = " ".join(value.split())
    if not 1 <= len(line) <= 120:
        raise Misspelled(
            f"deze prijs telt {len(line)} tekens", "Schrijf gratis, een bedrag of een tekst van hoogstens 120 tekens"
        )
    return spelling.parse_price(line)


def _check_sdg(value: str) -> int:
    digits = value.strip()
    if not re.fullmatch("[0-9]{1,2}", digits) or not 1 <= int(digits) <= 17:
        meant = [number for number in re.findall("[0-9]{1,2}", digits[:80]) if 1 <= int(number) <= 17]
        hint = (
            f"Schrijf `[{', '.join(meant)}]`"
            if meant and re.search("[A-Za-z,;]", digits)
            else "Schrijf een getal van 1 tot en met 17"
        )
        raise Misspelled(f"“{value[:40]}” is geen SDG", hint)
    return int(digits)


def _check_postcode(value: str) -> str:
    if not re.fullmatch("[1-9][0-9]{3}", value.strip()):
        raise Misspelled(f"“{value[:40]}” is geen postcode", "Schrijf de vier cijfers van de postcode")
    return value.strip()


def _check_language(value: str) -> str:
    code = value.strip().lower()
    if not re.fullmatch("[a-z]{2,3}", code):
        named = next((short for short, name in spelling.LANGUAGES.items() if name.lower() == code), None)
        hint = f"Schrijf `{named}`" if named else "Schrijf bijvoorbeeld nl, fr, en, ar of uk"
        raise Misspelled(f"“{value[:40]}” is geen taalcode", hint)
    return code


def _check_uitdatabank(value: str) -> str:
    reference = value.strip()
    if reference.startswith(("http:", "https:")):
        return _check_url(reference)
    if not re.fullmatch("[A-Za-z0-9-]{3,60}", reference):
        raise Misspelled(
            f"“{value[:60]}” is geen nummer of adres van UiTdatabank",
            "Kopieer het adres van je activiteit op uitinvlaanderen.be",
        )
    return reference


@dataclass(frozen=True, eq=False)
class Number(Kind):
    """A whole number from 1 up to `most`."""

    most: int
    name: str = "getal"
    least: int = 1

    def read(self, value: Any) -> int:
        """The number."""
        if not isinstance(value, str):
            raise not_text(value)
        if not re.fullmatch("[0-9]{1,4}", value.strip()) or not 1 <= int(value) <= self.most:
            raise wrong(
                "getal", f"“{value[:40]}” is geen getal van 1 tot en met {self.most}", "Schrijf een getal in cijfers"
            )
        return int(value)

    def schema(self) -> dict[str, Any]:
        """From 1."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, eq=False)
class OneOf(Kind):
    """An id of `data/<table>.yml`, or the slug of a tip; whether it is there is for check/what.py to say."""

    table: str
    name: str = "keuze"

    @property
    def _spelled(self) -> Spelled:
        return SLUG if self.table == "tips" else SHORT_ID

    def read(self, value: Any) -> Any:
        """The id, as far as it is spelled like one."""
        return self._spelled.read(value)

    def schema(self) -> dict[str, Any]:
        """That of an id; write/data/schema.py puts the ids of the campaign in the place of its pattern."""
        return self._spelled.schema()


@dataclass(frozen=True, eq=False)
class Many:
    """A list of `kind`. One value is a list of one: `themas: ga-samenwerken` is clear enough."""

    kind: Kind
    least: int = 0
    most: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A list of what the kind reads."""
        item = core_schema.no_info_plain_validator_function(self.kind.read)
        items = core_schema.list_schema(item, min_length=self.least or None, max_length=self.most)
        return core_schema.no_info_before_validator_function(listed, items)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A list, or just the one."""
        return {"anyOf": [{"items": self.kind.schema(), "type": "array"}, self.kind.schema()]}


@dataclass(frozen=True, eq=False)
class Short:
    """A group of fields, or just the one that counts: `organisatie: De Linde` is `organisatie: {naam: De Linde}`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A text becomes the group with that text in its one field."""
        return core_schema.no_info_before_validator_function(
            lambda value: {self.key: value} if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The group, or a text."""
        return {"anyOf": [handler(schema), {"type": "string"}]}


class Setter(StrEnum):
    """Who fills in a field, and when."""

    SENDER = "inzender"
    AFTERWARDS = "achteraf"
    EDITORS = "redactie"


def listed(value: Any) -> Any:
    """A list, also of one value."""
    return [value] if isinstance(value, str) else value


def _yes_or_else(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: spelling.parse_yes_or_no(value) if spelling.is_yes_or_no(value) else parse(value)


def _sentence(value: str) -> str:
    line = " ".join(value.split())
    if not 3 <= len(line) <= 280:
        raise Misspelled(f"deze zin telt {_characters(len(line))}", "Schrijf 3 tot 280 tekens, of alleen true")
    return line


def _help(value: str) -> str:
    return _check_url(value) if value.strip().lower().startswith(("http:", "https:", "www.")) else _sentence(value)


_STRING = {"type": "string"}
# An editor that follows YAML 1.2 reads true as a boolean and ja as a text; `14.00` as a number.
_YES = {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee"]}]}

DAY = Spelled("datum", spelling.parse_day, _STRING | {"examples": ["2026-03-07", "7 maart 2026"]}, name="dag")
DAY_OR_MONTH = Spelled("datum", spelling.parse_date, _STRING | {"examples": ["2026-03-07", "mei 2026"]})
TIME_OF_DAY = Spelled("uur", spelling.parse_time, {"type": ["string", "number"], "examples": ["14:00", "14u30"]})
WEEKDAY = Spelled("weekdag", spelling.parse_weekday, _STRING | {"examples": ["za", "zaterdag"]})
YES_OR_NO = Spelled("ja-of-nee", spelling.parse_yes_or_no, _YES)
PRICE = Spelled("prijs", _check_price, {"type": ["string", "number"], "maxLength": 120}, free=True)
URL = Spelled("url", _check_url, _STRING | {"format": "uri", "maxLength": 500})
EMAIL = Spelled("email", _check_email, _STRING | {"format": "email"})
PHONE = Spelled("telefoon", _check_phone, _STRING | {"maxLength": 20})
SLUG = Spelled("slug", _check_slug, _STRING | {"pattern": f"^{SLUG_PATTERN}$", "minLength": 3, "maxLength": 80})
SHORT_ID = Spelled("id", _check_short_id, _STRING | {"pattern": f"^{SLUG_PATTERN}$", "maxLength": 40})
IMAGE_NAME = Spelled("afbeelding", _check_image, _STRING | {"pattern": r"\.(jpg|jpeg|png|webp)$"})
SDG = Spelled("sdg", _check_sdg, {"type": "integer", "minimum": 1, "maximum": 17}, named_in="sdgs")
POSTCODE = Spelled("postcode", _check_postcode, {"type": ["string", "integer"]})
LANGUAGE = Spelled("taal", _check_language, _STRING | {"pattern": "^[a-z]{2,3}$"}, named_in="languages")
UITDATABANK = Spelled("uitdatabank", _check_uitdatabank, _STRING | {"maxLength": 500})
YES_OR_URL = Spelled("online", _yes_or_else(_check_url), {"anyOf": [_YES, _STRING | {"format": "uri"}]})
YES_OR_SENTENCE = Spelled("zin", _yes_or_else(_sentence), {"anyOf": [_YES, _STRING | {"maxLength": 280}]}, free=True)
YES_SENTENCE_OR_URL = Spelled("help", _yes_or_else(_help), {"anyOf": [_YES, _STRING | {"maxLength": 500}]}, free=True)


YES_KINDS = frozenset({YES_OR_NO, YES_OR_URL, YES_OR_SENTENCE, YES_SENTENCE_OR_URL})
"""Kinds that a bare yes is a value of."""

DAY_KINDS = frozenset({DAY, DAY_OR_MONTH})
"""Kinds that a day is a value of."""

# Marks: what a door needs to know of a field besides its title, description, examples and kind. They stand in
# `Annotated`, pydantic passes over them, and only declared.py reads them.


@dataclass(frozen=True)
class Section:
    """A heading under which the form asks fields; a model lists its own in their order, each field names one.

    An `open` one is shown at once. The description of the whole comes last in the one with `body`. A `later` one is
    for what is filled in afterwards, or by editors. `one_of` is the code of the problem when none of its fields is
    filled in, for one of which at least one is needed.
    """

    title: str
    open: bool = False
    body: bool = False
    later: bool = False
    one_of: str = ""


@dataclass(frozen=True)
class InIssueForm:
    """How a form on GitHub asks a field; None is what follows from the field.

    `lines` gives room for more than one line, `options` are the words to choose from with what each stands for,
    `explained` says in the question what each choice means. What is `left_out` no form can ask well: a correction
    keeps it as it is.
    """

    label: str | None = None
    help: str | None = None
    placeholder: str | None = None
    lines: bool = False
    options: tuple[tuple[str, Any], ...] = ()
    explained: bool = False
    left_out: bool = False


@dataclass(frozen=True)
class InTable:
    """A field as a column; None is what follows from the field.

    `also` is what people call it besides its title and key, as slugs. A `wide` one has room for a sentence.
    """

    also: tuple[str, ...] = ()
    help: str | None = None
    example: str | None = None
    wide: bool = False
    left_out: bool = False


@dataclass(frozen=True)
class InExample:
    """A field in the file and in the row that people copy.

    `value` is how the file spells it, where the example of the field is for a person in a form; `note` stands behind
    it. `shown` fills it in although it is not required.
    """

    value: str = ""
    note: str = ""
    shown: bool = False


@dataclass(frozen=True)
class Each:
    """Of a list of groups: what `one` of them is called, and the question whether one `differs` from the whole."""

    one: str
    differs: str = ""
