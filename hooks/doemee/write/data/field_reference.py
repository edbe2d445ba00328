"""The table of all fields in CONTRIBUTING.md, from the declaration: what each is, and what may be written.

scripts/create-generated-files.py puts it between its two marks, never a hand; a test compares.
"""

from collections.abc import Iterator

from doemee.load import fields as kinds
from doemee.load.declared import INITIATIVE, Declaration, Field
from doemee.load.fields import Kind

BEGIN = "<!-- velden: gemaakt uit hooks/doemee/load/submission.py, wijzig ze daar -->"
END = "<!-- einde van de velden -->"

_WRITTEN: dict[Kind, str] = {
    kinds.DAY: "een datum: 2026-03-07, 7/3/2026 of 7 maart 2026",
    kinds.DAY_OR_MONTH: "een datum (2026-03-07, 7/3/2026 of 7 maart 2026), een maand (mei 2026), of volgt",
    kinds.TIME_OF_DAY: "een uur: 14:00, 14.00, 14u of 14u30",
    kinds.WEEKDAY: "een dag van de week: za of zaterdag",
    kinds.YES_OR_NO: "ja of nee",
    kinds.PRICE: "gratis, een bedrag in euro, of een tekst van hoogstens 120 tekens",
    kinds.URL: "een adres dat met https:// begint",
    kinds.EMAIL: "een mailadres",
    kinds.PHONE: "een telefoonnummer",
    kinds.SLUG: "3 tot 80 kleine letters, cijfers en koppeltekens",
    kinds.SHORT_ID: "hoogstens 40 kleine letters, cijfers en koppeltekens",
    kinds.IMAGE_NAME: "de naam van een .jpg, .png of .webp",
    kinds.SDG: "een getal van 1 tot en met 17",
    kinds.POSTCODE: "een postcode",
    kinds.LANGUAGE: "een taalcode, zoals nl, fr of en",
    kinds.UITDATABANK: "een nummer of een adres van UiTdatabank",
    kinds.YES_OR_URL: "ja, nee, of een adres dat met https:// begint",
    kinds.YES_OR_SENTENCE: "ja, of een zin van 3 tot 280 tekens",
    kinds.YES_SENTENCE_OR_URL: "ja, een zin van 3 tot 280 tekens, of een adres dat met https:// begint",
}
"""What may be written, for the kinds that say so in words of their own."""


def with_reference(text: str, declared: Declaration = INITIATIVE) -> str:
    """A text with the table as it is now between its marks. Raises ValueError when those are not there once."""
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end or BEGIN in rest or END in after:
        raise ValueError(f"{BEGIN} and {END} must be there, each once")
    return f"{before}{BEGIN}\n{reference(declared)}{END}{after}"


def reference(declared: Declaration = INITIATIVE) -> str:
    """The table in Markdown: a row for each field, groups before what is in them."""
    rows = ["| Veld | Wat is het? | Wat schrijf je? |", "| --- | --- | --- |"]
    for field in declared.walk():
        duty = _duty(field, declared)
        rows.append(f"| `{field.key}`{f' ({duty})' if duty else ''} | {_cell(field.help)} | {_cell(allowed(field))} |")
    return "".join(f"{row}\n" for row in rows)


def allowed(field: Field) -> str:
    """What may be written, in a few words; of a group, which fields."""
    one = " of ".join(_of_one(field))
    if not field.many:
        return one
    most = f" (hoogstens {field.most_items})" if field.most_items else ""
    return f"een of meer{most}, elk {'met ' if field.fields else ''}{one}"


def _of_one(field: Field) -> Iterator[str]:
    if field.fields:
        if field.short:
            yield f"alleen {field.short},"
        yield either([inner.name for inner in field.fields], "en")
    elif field.words:
        yield either(field.words)
    elif field.kind is None:
        yield "een tekst"
    elif field.table == "tips":
        yield "de naam van een tip, uit data/themes.yml of data/tips/"
    elif field.table:
        yield f"een id uit data/{field.table.replace('_', '-')}.yml"
    elif field.kind in _WRITTEN:
        yield _WRITTEN[field.kind]
    elif field.listed and not field.many:
        yield "dagen van de week,"
        yield "bijvoorbeeld eerste dinsdag"
    elif field.free:
        yield f"{field.least} tot {field.most} tekens"
    else:
        yield f"een getal van {field.least} tot en met {field.most}"


def either(words: tuple[str, ...] | list[str], last: str = "of") -> str:
    """`dag, week of maand`"""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _duty(field: Field, declared: Declaration) -> str:
    if field.needed:
        return "verplicht"
    if field.required:
        return f"verplicht in `{'.'.join(field.path[:-1])}`"
    return "een van deze is verplicht" if field in declared.one_of() else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
