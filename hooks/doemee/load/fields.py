"""The kinds of value that the fields of a file can have.

Each is a pydantic type: what the sender may write (and the JSON Schema of it), how it is read, and
the Dutch answer when it is something else. The spellings themselves are in spelling.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from doemee.load import spelling
from doemee.load.spelling import Misspelled

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
_PHONE = re.compile(r"\+?[0-9][0-9 ./()-]{5,19}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}")
_PLAIN_URL = re.compile(rf"https?://{_HOST.pattern}(?:/[A-Za-z0-9._~/?&=%+-]*)?")
_BAD_IN_URL = re.compile(r"[\s\\<>\"{}|^`]")
_IMAGE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)")


@dataclass(frozen=True, slots=True)
class IdOf:
    """Marks a field whose value must be an id of `data/<table>.yml`."""

    table: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Says what a field asks for, to whoever shows it to a person: `name` is the code of its answers.

    `least` and `most` bound the length of a text, or the number itself.
    """

    name: str
    least: int = 0
    most: int = 500


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error for pydantic to collect; messages.py unpacks it again."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def spelled(code: str, parse: Callable[[str], Any], schema: dict[str, Any], kind: Kind | None = None) -> Any:
    """A field that `parse` reads from text."""

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            raise not_text(value)
        try:
            return parse(value)
        except Misspelled as error:
            raise wrong(code, error.message, error.hint) from None

    return Annotated[Any, PlainValidator(validate), WithJsonSchema(schema), kind or Kind(code)]


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


def _signs(number: int) -> str:
    return f"{number} {'teken' if number == 1 else 'tekens'}"


def text(least: int, most: int) -> Any:
    """Plain text on one line: no markup, no line ends; `least` to `most` characters."""

    def validate(value: Any) -> str:
        if not isinstance(value, str):
            raise not_text(value)
        line = " ".join(value.split())
        if not line:
            raise wrong("leeg", "dit veld is leeg", "Vul het in of verwijder de regel")
        if len(line) < least:
            raise wrong(
                "te-kort",
                f"deze tekst telt {_signs(len(line))}, er zijn er minstens {least} nodig",
                "Schrijf het iets vollediger",
            )
        if len(line) > most:
            raise wrong(
                "te-lang",
                f"deze tekst telt {len(line)} tekens, er mogen er hoogstens {most} zijn",
                f"Schrap {_signs(len(line) - most)}",
            )
        return line

    # A number is a text as well here; to an editor that follows YAML 1.2 it would be a mistake.
    schema = {"type": ["string", "number"], "minLength": least, "maxLength": most}
    return Annotated[str, PlainValidator(validate), WithJsonSchema(schema), Kind("tekst", least, most)]


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


def positive(most: int) -> Any:
    """A whole number from 1 up to `most`."""

    def parse(value: str) -> int:
        if not re.fullmatch("[0-9]{1,4}", value.strip()) or not 1 <= int(value) <= most:
            raise Misspelled(f"“{value[:40]}” is geen getal van 1 tot en met {most}", "Schrijf een getal in cijfers")
        return int(value)

    return spelled("getal", parse, {"type": "integer", "minimum": 1, "maximum": most}, Kind("getal", 1, most))


def many(kind: Any) -> Any:
    """A list of `kind`. One value is a list of one: `themas: ga-samenwerken` is clear enough."""
    return Annotated[list[kind], BeforeValidator(listed, json_schema_input_type=list[kind] | kind)]


def listed(value: Any) -> Any:
    """A list, also of one value."""
    return [value] if isinstance(value, str) else value


def _yes_or_else(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: spelling.parse_yes_or_no(value) if spelling.is_yes_or_no(value) else parse(value)


def _sentence(value: str) -> str:
    line = " ".join(value.split())
    if not 3 <= len(line) <= 280:
        raise Misspelled(f"deze zin telt {_signs(len(line))}", "Schrijf 3 tot 280 tekens, of alleen true")
    return line


def _help(value: str) -> str:
    return _check_url(value) if value.strip().lower().startswith(("http:", "https:", "www.")) else _sentence(value)


_STRING = {"type": "string"}
# An editor that follows YAML 1.2 reads true as a boolean and ja as a text; `14.00` as a number.
_YES = {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee"]}]}

Day = spelled("datum", spelling.parse_day, _STRING | {"examples": ["2026-03-07", "7 maart 2026"]}, Kind("dag"))
DayOrMonth = spelled("datum", spelling.parse_date, _STRING | {"examples": ["2026-03-07", "mei 2026"]})
TimeOfDay = spelled("uur", spelling.parse_time, {"type": ["string", "number"], "examples": ["14:00", "14u30"]})
Weekday = spelled("weekdag", spelling.parse_weekday, _STRING | {"examples": ["za", "zaterdag"]})
YesOrNo = spelled("ja-of-nee", spelling.parse_yes_or_no, _YES)
PriceText = spelled("prijs", _check_price, {"type": ["string", "number"], "maxLength": 120})
Url = spelled("url", _check_url, _STRING | {"format": "uri", "maxLength": 500})
Email = spelled("email", _check_email, _STRING | {"format": "email"})
Phone = spelled("telefoon", _check_phone, _STRING | {"maxLength": 20})
Slug = spelled("slug", _check_slug, _STRING | {"pattern": f"^{SLUG}$", "minLength": 3, "maxLength": 80})
ShortId = spelled("id", _check_short_id, _STRING | {"pattern": f"^{SLUG}$", "maxLength": 40})
ImageName = spelled("afbeelding", _check_image, _STRING | {"pattern": r"\.(jpg|jpeg|png|webp)$"})
Sdg = spelled("sdg", _check_sdg, {"type": "integer", "minimum": 1, "maximum": 17})
Postcode = spelled("postcode", _check_postcode, {"type": ["string", "integer"]})
Language = spelled("taal", _check_language, _STRING | {"pattern": "^[a-z]{2,3}$"})
UiTdatabank = spelled("uitdatabank", _check_uitdatabank, _STRING | {"maxLength": 500})
YesOrUrl = spelled("online", _yes_or_else(_check_url), {"anyOf": [_YES, _STRING | {"format": "uri"}]})
YesOrSentence = spelled("zin", _yes_or_else(_sentence), {"anyOf": [_YES, _STRING | {"maxLength": 280}]})
YesSentenceOrUrl = spelled("help", _yes_or_else(_help), {"anyOf": [_YES, _STRING | {"maxLength": 500}]})


def ids(table: str) -> Any:
    """A list of ids of `data/<table>.yml`."""
    return many(Annotated[ShortId, IdOf(table)])
