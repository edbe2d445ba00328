"""data/initiatives/_voorbeeld.md, the file that people copy: every field, from the declaration.

scripts/create-generated-files.py writes it, never a hand; a test compares. What is filled in makes a file that is
right; what is not stands behind a # that may be taken away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doemee.load.declared import INITIATIVE, Declaration, Field
from doemee.load.fields import YES_OR_NO
from doemee.model.campaign import Campaign
from doemee.write.data.choices import options
from doemee.write.data.field_reference import allowed
from doemee.write.data.submission_file import scalar

PATH = "data/initiatives/_voorbeeld.md"

_NOTE_AT = 48
"""The column in which the notes start, where the field leaves room."""

_HEAD = """\
# Het voorbeeldbestand. Kopieer het, geef de kopie een eigen naam en vul in wat voor jou geldt.
# De naam van het bestand wordt het adres: soep-voor-de-straat.md → /initiatieven/soep-voor-de-straat/
# Gebruik kleine letters, cijfers en koppeltekens, en verander de naam later niet meer.
# Wat achter een # staat, leest niemand: haal het # vooraan een regel weg om dat veld te gebruiken.
"""
_BODY = """\
Hier vertel je meer, in gewone zinnen. **Vet** kan, een [link](https://www.example.org/) ook.

- een lijstje
- met streepjes
"""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of YAML with what stands behind it. A `hidden` one has a # in front."""

    text: str
    note: str
    hidden: bool

    def __str__(self) -> str:
        text = f"#{self.text}" if self.hidden else self.text
        return f"{text:<{_NOTE_AT - 1}} # {self.note}" if self.note else text


def example_file(campaign: Campaign, declared: Declaration = INITIATIVE) -> str:
    """The whole file, with ids of the campaign's tables. A blank line goes before and behind what is shown at once."""
    lines = [_HEAD]
    before = None
    for field in campaign.declared(declared).fields:
        section = field.section
        if before and section and section != before and (section.open or before.open):
            lines.append("")
        lines += map(str, _lines(field, campaign))
        before = section
    return "\n".join(["---", *lines, "---", _BODY])


def _lines(field: Field, campaign: Campaign, indent: str = "") -> Iterator[_Line]:
    """The lines of a field or a group; a group that may be written short is first shown so, when it is filled in."""
    if not field.fields:
        yield _Line(f"{indent}{field.name}: {_value(field, campaign)}", _note(field), not field.shown)
        return
    hidden = not field.shown
    note = _note(field)
    if field.short and field.shown:
        short = _value(field.field(field.short), campaign)
        yield _Line(f"{indent}{field.name}: {short}", f"{_note(field, 'of, met meer gegevens:')}", hidden)
        hidden, note = True, ""
    yield _Line(f"{indent}{field.name}:", note, hidden)
    inner = [line for part in field.fields for line in _inside(part, campaign, f"{indent}  ", hidden)]
    if not field.many:
        yield from inner
        return
    for number, line in enumerate(inner):
        start = f"{indent}  - " if number == 0 else f"{indent}    "
        yield _Line(start + line.text.removeprefix(f"{indent}  "), line.note, line.hidden)


def _inside(field: Field, campaign: Campaign, indent: str, hidden: bool) -> Iterator[_Line]:
    """The lines of a field in a group; of a group in a group the least of it, on one line."""
    if not field.fields:
        yield _Line(f"{indent}{field.name}: {_value(field, campaign)}", _note(field), hidden or not field.shown)
        return
    least = [inner for inner in field.fields if inner.required] or field.fields[:1]
    parts = ", ".join(f"{inner.name}: {_value(inner, campaign)}" for inner in least)
    value = f"[{{{parts}}}]" if field.many else f"{{{parts}}}"
    yield _Line(f"{indent}{field.name}: {value}", _note(field), hidden or not field.shown)


def _value(field: Field, campaign: Campaign) -> str:
    """An example as the file spells it."""
    if field.in_example.value:
        return field.in_example.value
    chosen: Sequence[str] = [option.value for option in options(field, campaign)]
    if field.kind is YES_OR_NO:
        chosen = ["ja"]
    value = scalar((chosen and chosen[0]) or field.example or "…")
    return f"[{value}]" if field.many else value


def _note(field: Field, instead: str = "") -> str:
    """Whether it must be there, and what may be written. Of a group: what it is for."""
    chosen = bool(field.words or field.table)
    what = instead or field.in_example.note or (_small(field.help) if field.fields else "")
    said = [what] if what and not chosen else [*([what] if what else []), allowed(field)]
    return f"{'(verplicht) ' if field.required else ''}{': '.join(said)}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
