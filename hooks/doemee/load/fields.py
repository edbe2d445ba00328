"""The kinds of value that the fields of a file can have.

A kind is data as far as data can say it: demands (a pattern, bounds) in their order, each with the key of its answer.
From them follow how Python reads it, the JSON Schema of what may be written, and how the browser reads it in the
form. What is left is a named step, which both languages have: here in STEPS, there in overrides/assets/form/values.js,
held together by tests/rules/. `Annotated[str, URL]` is a field of that kind; the spellings are in spelling.py.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from doemee.load import spelling
from doemee.load.answers import Said, say
from doemee.load.spelling import Misspelled, MonthlyWeekday

# Patterns that Python's `re` and JavaScript's `RegExp` read alike, with its flag u; a test compares.
SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}"
_HOST_IN_ANY_CASE = _HOST.replace("a-z", "A-Za-z")
_EMAIL = r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
_PHONE = r"\+?[0-9][0-9 ./()-]{5,19}"
_IMAGE = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)"
_NO_SCHEME = "(?![A-Za-z][A-Za-z0-9+.-]*:)"
_HTTP = r"[Hh][Tt][Tt][Pp][Ss]?://[^/?#@]+(?:[/?#].*)?"
_PLAIN_URL = re.compile(rf"https?://{_HOST}(?:/[A-Za-z0-9._~/?&=%+-]*)?")


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that is asked of a text, and the key of the answer when it is not so.

    The whole text `matches` a pattern, no part of it is one that it `refuses`, it has `least` to `most` characters, or
    it is a number from `lowest` to `highest`.
    """

    answer: str
    matches: str = ""
    refuses: str = ""
    least: int = 0
    most: int | None = None
    lowest: int = 0
    highest: int | None = None

    def meets(self, text: str) -> bool:
        """Whether the text is as asked."""
        return not (
            (self.matches and not re.fullmatch(self.matches, text))
            or (self.refuses and re.search(self.refuses, text))
            or not self.least <= len(text) <= (len(text) if self.most is None else self.most)
            or (self.highest is not None and not self.lowest <= int(text) <= self.highest)
        )

    def answered(self, text: str) -> Misspelled:
        """The answer to a text that is not: every answer of a kind can name these values."""
        return Misspelled.of(
            self.answer,
            value=text,
            small=text.lower(),
            length=len(text),
            characters=_characters(len(text)),
            excess=_characters(len(text) - (self.most or 0)),
            least=self.least,
            most=self.most,
            highest=self.highest,
        )

    def as_data(self) -> dict[str, Any]:
        """For the browser: what is asked, without the rest."""
        return {key: value for key, value in asdict(self).items() if value not in ("", 0, None)}


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a value: `when` is found in the text, in small letters; then these are its demands.

    What it means is the text itself, or what the step of that name makes of it.
    """

    demands: tuple[Demand, ...] = ()
    step: str = ""
    when: str = ""

    def read(self, text: str) -> Any:
        """What the text means. Raises Misspelled with the first answer."""
        for demand in self.demands:
            if not demand.meets(text):
                raise demand.answered(text)
        return STEPS[self.step](text) if self.step else text

    def as_data(self) -> dict[str, Any]:
        """For the browser."""
        parts = {"when": self.when, "demands": [demand.as_data() for demand in self.demands], "step": self.step}
        return {key: value for key, value in parts.items() if value}


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

    def as_data(self) -> dict[str, Any]:
        """For the browser: how it reads a value, as JSON takes it."""
        return {}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Pydantic's own hook: https://docs.pydantic.dev/latest/concepts/types/#custom-types"""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The same for JSON Schema."""
        return self.schema()


def wrong(error: Misspelled | Said, code: str = "") -> PydanticCustomError:
    """An error for pydantic to collect; messages.py unpacks it again. `code` goes before that of the answer."""
    said = {"message": error.message, "hint": error.hint, "form_hint": error.form_hint}
    return PydanticCustomError(code or error.code, "{message}", said)


def not_text(value: Any) -> PydanticCustomError:
    """The answer when a list, a group of fields or nothing stands where a text belongs."""
    if value is None:
        return wrong(say("leeg"))
    return wrong(say("geen-tekst" if isinstance(value, list) else "groep-als-tekst"))


@dataclass(frozen=True, eq=False)
class Spelled(Kind):
    """A value that is written as a text, in one of its variants.

    `one_line` makes single spaces of all white space; else only that around the text goes. `code` is that of all its
    answers, where they are borrowed from another kind. `nearly` gives a better answer to what is nearly right, or
    None; the browser needs none, for there such a value is picked, not typed. `written` is what JSON Schema cannot
    take from the demands.
    """

    name: str
    variants: tuple[Variant, ...]
    written: Mapping[str, Any]
    examples: tuple[str, ...] = ()
    one_line: bool = False
    code: str = ""
    nearly: Callable[[str], Misspelled | None] | None = None
    least: int = 0
    most: int = 500
    table: str = ""
    named_in: str = ""
    free: bool = False

    def read(self, value: Any) -> Any:
        """The value that the text stands for."""
        if not isinstance(value, str):
            raise not_text(value)
        text = " ".join(value.split()) if self.one_line else value.strip()
        try:
            return self._variant(text).read(text)
        except Misspelled as error:
            better = self.nearly(text) if self.nearly else None
            raise wrong(better or error, self.code) from None

    def _variant(self, text: str) -> Variant:
        small = text.lower()
        return next(variant for variant in self.variants if not variant.when or re.search(variant.when, small))

    def schema(self) -> dict[str, Any]:
        """As declared, with what the demands say when there is one way to write it."""
        schema = dict(self.written)
        for demand in self.variants[0].demands if len(self.variants) == 1 else ():
            if demand.matches and "integer" not in schema["type"]:
                schema["pattern"] = f"^{demand.matches}$"
            bounds = {"minLength": demand.least or None, "maxLength": demand.most}
            if demand.highest is not None:
                bounds |= {"minimum": demand.lowest, "maximum": demand.highest}
            schema |= {key: bound for key, bound in bounds.items() if bound is not None}
        return schema | ({"examples": list(self.examples)} if self.examples else {})

    def as_data(self) -> dict[str, Any]:
        """For the browser: its variants, the code of its answers where that is its own, whether it is one line."""
        data: dict[str, Any] = {"variants": [variant.as_data() for variant in self.variants]}
        data |= {"code": self.code} if self.code else {}
        return data | ({"oneLine": True} if self.one_line else {})


def _characters(number: int) -> str:
    return f"{number} {'teken' if number == 1 else 'tekens'}"


def Text(least: int, most: int) -> Spelled:  # noqa: N802 - a kind with its bounds, written in capitals as the others are
    """Plain text on one line: no markup, no line ends; `least` to `most` characters."""
    demands = (Demand("leeg", least=1), Demand("te-kort", least=least), Demand("te-lang", most=most))
    # A number is a text as well here; to an editor that follows YAML 1.2 it would be a mistake.
    return Spelled("tekst", (Variant(demands),), _TEXT_OR_NUMBER, one_line=True, least=least, most=most, free=True)


def Number(most: int) -> Spelled:  # noqa: N802
    """A whole number from 1 up to `most`."""
    demand = Demand("getal", matches="[0-9]{1,4}", lowest=1, highest=most)
    return Spelled("getal", (Variant((demand,), "getal"),), _INTEGER, least=1, most=most)


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


class On(Kind):
    """The days of a recurrence: a list of weekdays, or a phrase such as `eerste dinsdag`."""

    name = "op"

    def read(self, value: Any) -> list[int] | MonthlyWeekday:
        """Numbers of weekdays from Monday, 0, in order and each once; or the weekday of a month."""
        try:
            if isinstance(value, str) and " " in value.strip():
                return spelling.parse_monthly_weekday(value)
            if isinstance(value, str | list):
                return sorted({spelling.parse_weekday(_text(day)) for day in listed(value)})
        except Misspelled as error:
            raise wrong(error, "op") from None
        raise not_text(value)

    def schema(self) -> dict[str, Any]:
        """One text, or a list of them."""
        return {"anyOf": [{"type": "string"}, {"items": {"type": "string"}, "type": "array"}]}


class Description(Kind):
    """The text of a page, in Markdown: below the front matter of an `.md` file, a key of its own in a `.yml` file."""

    name = "beschrijving"
    most = 8000
    free = True

    def read(self, value: Any) -> str:
        """The text as it is; description.py judges it."""
        return _text(value)

    def schema(self) -> dict[str, Any]:
        """A text."""
        return {"type": "string"}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise not_text(value)
    return value


@dataclass(frozen=True, eq=False)
class Many:
    """A list of `kind`. One value is a list of one: `themas: ga-samenwerken` is clear enough.

    `too_many` is the key of the answer when there are more than `most`: what to leave out depends on what it lists.
    """

    kind: Kind
    least: int = 0
    most: int | None = None
    too_many: str = "te-veel"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A list of what the kind reads."""
        item = core_schema.no_info_plain_validator_function(self.kind.read)
        return core_schema.no_info_before_validator_function(self._counted, core_schema.list_schema(item))

    def _counted(self, value: Any) -> Any:
        items = listed(value)
        if isinstance(items, list) and len(items) < self.least:
            raise wrong(say("te-weinig"))
        if isinstance(items, list) and self.most is not None and len(items) > self.most:
            raise wrong(say(self.too_many, most=self.most))
        return items

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


def listed(value: Any) -> Any:
    """A list, also of one value."""
    return [value] if isinstance(value, str) else value


def _web_address(text: str) -> str:
    """An absolute web address, its host in ASCII, re-assembled from its parts.

    What urlsplit would have to be forgiving about (it drops tabs and newlines, and takes `https:evil` and
    `https://good\\@evil`) was refused by the demands.
    """
    if _PLAIN_URL.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:
        raise Misspelled.of("url", value=text) from None
    if not re.fullmatch(_HOST, host):
        raise Misspelled.of("url", value=text)
    return parts._replace(netloc=host if port is None else f"{host}:{port}").geturl()


def _sdg_in_words(text: str) -> Misspelled | None:
    meant = [number for number in re.findall("[0-9]{1,2}", text[:80]) if 1 <= int(number) <= 17]
    said = re.search("[A-Za-z,;]", text)
    return Misspelled.of("sdg-in-woorden", value=text, meant=", ".join(meant)) if meant and said else None


def _language_in_words(text: str) -> Misspelled | None:
    meant = next((short for short, name in spelling.LANGUAGES.items() if name.lower() == text.lower()), None)
    return Misspelled.of("taal-voluit", value=text, meant=meant) if meant else None


STEPS: Mapping[str, Callable[[str], Any]] = {
    "dag": spelling.parse_day,
    "datum": spelling.parse_date,
    "uur": spelling.parse_time,
    "weekdag": spelling.parse_weekday,
    "ja-of-nee": spelling.parse_yes_or_no,
    "ja": lambda _: True,
    "nee": lambda _: False,
    "prijs": spelling.parse_price,
    "getal": int,
    "kleine-letters": str.lower,
    "webadres": _web_address,
}
"""What data cannot say: how a text that meets its demands becomes its meaning. A step raises Misspelled."""

_STRING = {"type": "string"}
_INTEGER = {"type": "integer"}
_TEXT_OR_NUMBER = {"type": ["string", "number"]}
# An editor that follows YAML 1.2 reads true as a boolean and ja as a text; `14.00` as a number.
_YES = {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee"]}]}
_URI = _STRING | {"format": "uri"}

_YES_OR_NO = (
    Variant(step="ja", when=f"^(?:{'|'.join(sorted(spelling.YES))})$"),
    Variant(step="nee", when=f"^(?:{'|'.join(sorted(spelling.NO))})$"),
)
_SENTENCE = Variant((Demand("zin", least=3, most=280),))
_ADDRESS = Variant(
    (
        Demand("url", refuses=r"""[\s\\<>"{}|^`]""", most=500),
        Demand("url-zonder-https", refuses=f"^{_NO_SCHEME}{_HOST_IN_ANY_CASE}"),
        Demand("url", matches=_HTTP),
    ),
    "webadres",
)


DAY = Spelled("dag", (Variant(step="dag"),), _STRING, ("2026-03-07", "7 maart 2026"))
DAY_OR_MONTH = Spelled("datum", (Variant(step="datum"),), _STRING, ("2026-03-07", "mei 2026"))
TIME_OF_DAY = Spelled("uur", (Variant(step="uur"),), _TEXT_OR_NUMBER, ("14:00", "14u30"))
WEEKDAY = Spelled("weekdag", (Variant(step="weekdag"),), _STRING, ("za", "zaterdag"))
YES_OR_NO = Spelled("ja-of-nee", (Variant(step="ja-of-nee"),), _YES)
PRICE = Spelled(
    "prijs", (Variant((Demand("prijs", least=1, most=120),), "prijs"),), _TEXT_OR_NUMBER, one_line=True, free=True
)
URL = Spelled("url", (_ADDRESS,), _URI)
EMAIL = Spelled("email", (Variant((Demand("email", matches=_EMAIL),)),), _STRING | {"format": "email"})
PHONE = Spelled("telefoon", (Variant((Demand("telefoon", matches=_PHONE),)),), _STRING)
SLUG = Spelled("slug", (Variant((Demand("slug", matches=SLUG_PATTERN, least=3, most=80),)),), _STRING)
SHORT_ID = Spelled(
    "id",
    (
        Variant(
            (
                Demand("id-hoofdletters", refuses="^(?=.*[A-Z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$"),
                Demand("id", matches=SLUG_PATTERN, most=40),
            )
        ),
    ),
    _STRING,
)
IMAGE_NAME = Spelled(
    "afbeelding",
    (Variant((Demand("afbeelding-svg", refuses=r"\.[Ss][Vv][Gg]$"), Demand("afbeelding", matches=_IMAGE, most=100))),),
    _STRING,
)
SDG = Spelled(
    "sdg",
    (Variant((Demand("sdg", matches="[0-9]{1,2}", lowest=1, highest=17),), "getal"),),
    _INTEGER,
    nearly=_sdg_in_words,
    named_in="sdgs",
)
POSTCODE = Spelled("postcode", (Variant(),), {"type": ["string", "integer"]})
"""Any text: how a postcode is written depends on the country, which the campaign knows (check/what.py)."""

LANGUAGE = Spelled(
    "taal",
    (Variant((Demand("taal", matches="[A-Za-z]{2,3}"),), "kleine-letters"),),
    _STRING,
    nearly=_language_in_words,
    named_in="languages",
)
UITDATABANK = Spelled(
    "uitdatabank",
    (replace(_ADDRESS, when="^https?:"), Variant((Demand("uitdatabank", matches="[A-Za-z0-9-]{3,60}"),))),
    _STRING | {"maxLength": 500},
    code="uitdatabank",
)
YES_OR_URL = Spelled("online", (*_YES_OR_NO, _ADDRESS), {"anyOf": [_YES, _URI]}, code="online")
YES_OR_SENTENCE = Spelled(
    "zin", (*_YES_OR_NO, _SENTENCE), {"anyOf": [_YES, _STRING | {"maxLength": 280}]}, one_line=True, free=True
)
YES_SENTENCE_OR_URL = Spelled(
    "help",
    (*_YES_OR_NO, replace(_ADDRESS, when=r"^(?:https?:|www\.)"), _SENTENCE),
    {"anyOf": [_YES, _STRING | {"maxLength": 500}]},
    one_line=True,
    code="help",
    free=True,
)


YES_KINDS = frozenset({YES_OR_NO, YES_OR_URL, YES_OR_SENTENCE, YES_SENTENCE_OR_URL})
"""Kinds that a bare yes is a value of."""

DAY_KINDS = frozenset({DAY, DAY_OR_MONTH})
"""Kinds that a day is a value of."""
