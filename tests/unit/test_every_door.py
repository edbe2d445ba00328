"""A field is declared once and found everywhere: a made-up model with a field of every kind, and each door.

Who writes a door that knows fields by name sees it here: no name of this model stands anywhere else.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import jsonschema
import pytest
from pydantic import Field

from doemee.github.form_fields import corrected, fields
from doemee.github.form_files import element
from doemee.github.issue_form import read
from doemee.github.questions import Control, questions
from doemee.intake.answers import Interview
from doemee.intake.dialogue import Dialogue
from doemee.intake.questions import ask_optional, ask_required
from doemee.load import declared as tree
from doemee.load.declared import declaration
from doemee.load.fields import DAY, DAY_OR_MONTH, TIME_OF_DAY, YES_OR_NO, YES_OR_URL, Many, Number, OneOf, Short, Text
from doemee.load.loader import load
from doemee.load.marks import Each, Section, Setter
from doemee.load.submission import Body, Model
from doemee.write.data.choices import Choices
from doemee.write.data.columns import column_of, columns, value
from doemee.write.data.example_file import example_file
from doemee.write.data.field_reference import reference
from doemee.write.data.schema import schema
from doemee.write.data.submission_file import file_text
from doemee.write.data.table_template import csv_template
from doemee.write.pages import form
from tests.example_campaign import campaign
from tests.unit.github.form_bodies import body


class Size(StrEnum):
    SMALL = "klein"
    LARGE = "groot"


class Box(Model):
    inhoud: Annotated[str, Text(2, 20)] = Field(title="Inhoud", description="Wat erin zit", examples=["Appels"])
    soort: Annotated[str, OneOf("types")] | None = Field(None, title="Soort", description="Ook van de tabel")
    gewicht: Annotated[int, Number(30)] | None = Field(None, title="Gewicht", description="In kilo", examples=["12"])


class Giver(Model):
    roepnaam: Annotated[str, Text(2, 20)] = Field(title="Roepnaam", description="Hoe die heet", examples=["Jef"])
    vriend: Annotated[str, Text(2, 20)] | None = Field(None, title="Vriend", description="Wie mee", examples=["An"])


class Step(Model):
    wat: Annotated[str, Text(2, 40)] = Field(title="Wat", description="Wat je doet", examples=["Schillen"])
    tegen: Annotated[Any, DAY] | None = Field(None, title="Tegen", description="Voor wanneer", examples=["1/3/2026"])


class Made(Model):
    sections = (Section("Alles", open=True, body=True), Section("Later", later=True))
    body = Body

    kop: Annotated[str, Text(3, 40)] = Field(title="Kop", description="Hoe het heet", examples=["Een mand"])
    stoelen: Annotated[int, Number(50)] | None = Field(None, title="Stoelen", description="Hoeveel", examples=["12"])
    leverdag: Annotated[Any, DAY] | None = Field(None, title="Leverdag", description="Welke", examples=["7/3/2026"])
    seizoen: Annotated[Any, DAY_OR_MONTH] | None = Field(
        None, title="Seizoen", description="Ergens", examples=["mei 2026"]
    )
    leveruur: Annotated[Any, TIME_OF_DAY] | None = Field(
        None, title="Leveruur", description="Wanneer", examples=["14u"]
    )
    kleur: Annotated[str, OneOf("types")] | None = Field(None, title="Kleur", description="Een van de tabel")
    tinten: Annotated[list[str], Many(OneOf("audiences"), most=3)] = Field([], title="Tinten", description="Meer")
    bijnamen: Annotated[list[str], Many(Text(2, 30), most=4)] = Field(
        [], title="Bijnamen", description="Vrij", examples=["De mand, van ons"]
    )
    maat: Size | None = Field(None, title="Maat", description="Hoe groot")
    gezegd: Annotated[bool, YES_OR_NO] | None = Field(None, title="Gezegd", description="Of het gezegd is")
    zender: Annotated[bool | str, YES_OR_URL] | None = Field(
        None, title="Zender", description="Of waar", examples=["https://www.example.org/"]
    )
    kist: Box | None = Field(None, title="Kist", description="Waar het in zit")
    gever: Annotated[Giver, Short("roepnaam")] | None = Field(None, title="Gever", description="Van wie het is")
    stappen: Annotated[list[Step], Each("stap")] = Field([], title="Stappen", description="Hoe het gaat", max_length=6)
    geheim: Annotated[str, Text(2, 20), Setter.EDITORS] | None = Field(
        None, title="Geheim", description="Voor de redactie", examples=["Niets"]
    )
    nadien: Annotated[str, Text(2, 20), Setter.AFTERWARDS] | None = Field(
        None, title="Nadien", description="Achteraf", examples=["Goed"]
    )


MADE = declaration(Made)


@dataclass(frozen=True)
class Case:
    """A field: what somebody types, what that is in a file (unless the same), and what is wrong there."""

    key: str
    typed: str
    written: Any
    wrong: Any
    code: str
    control: Control = Control.LINE


CASES = (
    Case("kop", "Een mand", "Een mand", "x", "te-kort"),
    Case("stoelen", "12", "12", "51", "getal"),
    Case("leverdag", "7/3/2026", "2026-03-07", "morgen", "datum"),
    Case("seizoen", "mei 2026", "mei 2026", "ooit", "datum"),
    Case("leveruur", "14u", "14:00", "half drie", "uur"),
    Case("kleur", "Vorming", "vorming", "Rood!", "id", Control.ONE_OF),
    Case("tinten", "Iedereen", ["iedereen"], ["a", "b", "c", "d"], "te-veel", Control.SOME_OF),
    Case("bijnamen", "De mand", ["De mand"], ["x"], "te-kort", Control.TEXT),
    Case("maat", "Groot", "groot", "reus", "onbekende-keuze", Control.ONE_OF),
    Case("gezegd", "ja", True, "misschien", "ja-of-nee", Control.ONE_OF),
    Case("zender", "ja", True, "misschien", "online"),
    Case("kist.inhoud", "Appels", "Appels", "x", "te-kort"),
    Case("kist.soort", "Vorming", "vorming", "Rood!", "id", Control.ONE_OF),
    Case("kist.gewicht", "12", "12", "31", "getal"),
    Case("gever.roepnaam", "Jef", "Jef", "x", "te-kort"),
    Case("gever.vriend", "An", "An", "x", "te-kort"),
    Case("stappen.wat", "Schillen", "Schillen", "x", "te-kort"),
    Case("stappen.tegen", "1/3/2026", "2026-03-01", "morgen", "datum"),
    Case("geheim", "Niets", "Niets", "x", "te-kort"),
    Case("nadien", "Goed", "Goed", "x", "te-kort"),
)
every = pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
ASKED = tuple(case for case in CASES if MADE.by_key[case.key].setter is Setter.SENDER)
asked = pytest.mark.parametrize("case", ASKED, ids=lambda case: case.key)
plain = pytest.mark.parametrize(
    "case", [case for case in ASKED if not case.key.startswith("stappen.")], ids=lambda case: case.key
)
"""Of a list of groups an issue form asks each on a line."""


def nested(key: str, item: Any) -> dict[str, Any]:
    """The fields of a file that hold one value, with what its group needs besides."""
    needed = {"kop": "Een mand"}
    group, _, name = key.rpartition(".")
    if not group:
        return needed | {name: item}
    least = {inner.name: inner.example for inner in MADE.by_key[group].fields if inner.required}
    inside = least | {name: item}
    return needed | {group: [inside] if MADE.by_key[group].many else inside}


def as_file(values: dict[str, Any]) -> bytes:
    return file_text(values, "Meer.", declared=MADE).encode()


def test_every_field_of_the_model_has_a_case():
    """Of every kind, so that none is forgotten below."""
    assert [case.key for case in CASES] == [field.key for field in MADE.leaves()]


# --- load: mending and messages ---


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (tree.keys_of_texts, "beschrijving kop bijnamen gever inhoud roepnaam vriend wat geheim nadien"),
        (tree.keys_of_lists, "tinten bijnamen stappen"),
        (tree.keys_of_groups, "kist gever stappen"),
        (tree.first_fields, "kist gever"),
        (tree.short_forms, "gever"),
    ],
    ids=lambda found: getattr(found, "__name__", ""),
)
def test_what_mends_the_yaml_knows_its_key(found, expected):
    """As a text, a list, a group, one that may be written short."""
    assert set(found(MADE)) == set(expected.split())


@every
def test_what_is_right_is_read(case):
    """And what a form, an import or the questions write is right, whatever the kind."""
    assert load("een-mand.md", as_file(nested(case.key, case.written)), Made).problems == []


@every
def test_what_is_wrong_is_reported_by_its_key(case):
    """With the code of its kind."""
    (problem,) = load("een-mand.md", as_file(nested(case.key, case.wrong)), Made).problems
    assert (problem.field, problem.code) == (case.key, case.code)


@every
def test_a_slip_in_its_key_is_answered_with_its_key(case):
    """At any depth: one letter too many, and the answer names it."""
    found = load("een-mand.md", as_file(nested(f"{case.key}x", case.written)), Made).problems
    assert [p.hint for p in found if p.code == "onbekend-veld"] == [f"Bedoel je `{case.key.split('.')[-1]}`?"]


# --- write: schema, file, form ---


@every
def test_the_schema_explains_it(case):
    """With the words of the declaration, as an editor shows them."""
    whole = schema(MADE, campaign(), "Gemaakt", "https://www.example.org/")
    group, _, name = case.key.rpartition(".")
    model = MADE.by_key[group].model if group else None
    words = (whole["$defs"][model.__name__] if model else whole)["properties"][name]
    field = MADE.by_key[case.key]
    assert (words["title"], words["description"]) == (field.title, field.help)


@every
def test_the_schema_takes_what_is_right_and_not_what_it_can_know_is_wrong(case):
    """A wrong word, number or list does not fit; what only reading can tell does."""
    whole = schema(MADE, campaign(), "Gemaakt", "https://www.example.org/")
    number = int(case.written) if case.key in ("stoelen", "kist.gewicht") else case.written
    jsonschema.validate(nested(case.key, number), whole)
    if case.code in ("getal", "te-kort", "id", "onbekende-keuze"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(nested(case.key, case.wrong), whole)


@pytest.mark.parametrize("key", ["kleur", "tinten", "kist.soort"])
def test_the_schema_offers_the_ids_of_the_campaign(key):
    """In a group and in a list too; an id that is spelled well but is not there does not fit."""
    whole = schema(MADE, campaign(), "Gemaakt", "https://www.example.org/")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(nested(key, ["geen-id"] if MADE.by_key[key].many else "geen-id"), whole)


def test_a_file_has_its_order_and_its_short_form():
    """Whatever order the values came in."""
    values = {"stappen": [{"wat": "Schillen"}], "gever": {"roepnaam": "Jef"}, "maat": "groot", "kop": "Een mand"}
    assert file_text(values, declared=MADE) == (
        "---\nkop: Een mand\nmaat: groot\ngever: Jef\nstappen:\n  - wat: Schillen\n---\n"
    )


def in_the_form(fields: list[dict[str, Any]], path: str = "") -> dict[str, dict[str, Any]]:
    """What the browser gets of each field, by its key."""
    found = {}
    for data in fields:
        inner = in_the_form(data.get("fields", []), f"{path}{data['key']}.")
        found |= inner or {f"{path}{data['key']}": data}
    return found


def test_the_form_asks_every_field():
    """The page has a control for it, and the browser gets how to read it."""
    keys = [case.key for case in CASES]
    assert list(in_the_form(form.fields_as_data(MADE, campaign()))) == keys
    page = [field for group in form.groups(Made, campaign()) for field in group.fields]
    assert sorted(field.key for field in page) == sorted([*(field.name for field in MADE.fields), "beschrijving"])


@every
def test_the_form_asks_it_in_its_words(case):
    """Title and help are those of the declaration."""
    page = [field for group in form.groups(Made, campaign()) for field in group.fields]
    top, _, name = case.key.partition(".")
    shown = next(field for field in page if field.key == top)
    if name:
        shown = next(field for group in shown.groups for field in group.fields if field.key == name)
    field = MADE.by_key[case.key]
    assert (shown.label, shown.help) == (field.title, field.help)


def test_the_form_knows_how_many_there_may_be():
    """Of each list the most that its declaration allows."""
    found = {data["key"]: data["most"] for data in form.fields_as_data(MADE, campaign()) if data.get("many")}
    assert found == {"tinten": 3, "bijnamen": 4, "stappen": 6}


@every
def test_the_example_file_shows_it(case):
    """On a line of its own, behind a # when it need not be there."""
    name = case.key.split(".")[-1]
    lines = [line.lstrip("# -") for line in example_file(campaign(), MADE).split("\n")]
    assert any(line.startswith(f"{name}: ") for line in lines)


def test_the_example_file_is_right():
    """Also for a model that nobody made an example for."""
    assert load("een-mand.md", example_file(campaign(), MADE).encode(), Made).problems == []


@every
def test_the_reference_explains_it(case):
    """In a row of its own, with what may be written."""
    (row,) = [
        row for row in reference(MADE).split("\n") if row.startswith(f"| `{case.key}` ") or f"`{case.key}` (" in row
    ]
    assert MADE.by_key[case.key].help in row


# --- the table ---


KNOWN = columns(Choices(campaign()), MADE)


@every
def test_a_column_is_known_by_its_heading_its_key_and_its_title(case):
    """And the template has it, unless it is for editors."""
    column = next(column for column in KNOWN if column.key == case.key)
    header = next(csv.reader(io.StringIO(csv_template(campaign(), MADE).decode("utf-8-sig")), delimiter=";"))
    assert {column_of(name, KNOWN) for name in (column.heading, column.key, column.title)} == {case.key}
    assert (column.heading in header) is (MADE.by_key[case.key].setter is not Setter.EDITORS)


@every
def test_a_cell_says_the_same_as_a_file(case):
    """Days, hours, names of a table and lists in the spelling of a file; the check tells of the rest."""
    column = next(column for column in KNOWN if column.key == case.key)
    cell = "x" if case.written is True else case.typed
    assert value(column, cell, Choices(campaign())) == case.written


def test_a_text_in_a_list_may_hold_a_comma():
    """A name does; an id does not."""
    by_key = {column.key: column for column in KNOWN}
    choices = Choices(campaign())
    assert value(by_key["bijnamen"], "De mand, van ons; Korf", choices) == ["De mand, van ons", "Korf"]
    assert value(by_key["tinten"], "iedereen, Jongeren", choices) == ["iedereen", "jongeren"]


# --- the issue form ---


QUESTIONS = questions(MADE, campaign())


@plain
def test_an_issue_form_asks_it(case):
    """In the way that its kind wants; the form itself has it as GitHub takes it."""
    question = next(question for question in QUESTIONS if question.key == case.key)
    assert question.control is case.control
    assert element(question)["attributes"]["label"] == question.label


@plain
def test_what_comes_back_is_the_same_as_in_a_file(case):
    """A text as it was typed: the file takes every spelling."""
    answer = {"gezegd": "Ja"}.get(case.key, case.typed)
    typed: Any = [answer] if case.control is Control.SOME_OF else answer
    answers, refused = read(body(QUESTIONS, {"kop": "Een mand", case.key: typed}), QUESTIONS)
    found, unread = fields(answers, QUESTIONS)
    group, _, name = case.key.rpartition(".")
    as_typed = MADE.by_key[case.key].kind in (DAY, TIME_OF_DAY)
    assert (refused, unread) == ([], [])
    assert (found[group] if group else found)[name] == (case.typed if as_typed else case.written)


def test_a_list_of_groups_is_asked_a_line_for_each():
    """Its parts in their order; one part too many is refused, not guessed."""
    question = next(question for question in QUESTIONS if question.key == "stappen")
    assert question.description.endswith("met een puntkomma ertussen: Wat; Tegen")
    found, unread = fields({"stappen": "Schillen; 1/3/2026\n- Koken\na; b; c"}, QUESTIONS)
    assert found == {"stappen": [{"wat": "Schillen", "tegen": "1/3/2026"}, {"wat": "Koken"}]}
    assert [(refusal.label, refusal.hint) for refusal in unread] == [("Stappen", "Schrijf: Wat; Tegen")]


def test_a_correction_keeps_what_was_left_empty():
    """In a group too, also when the file has its short form."""
    before = {"kop": "Een mand", "gever": "Jef", "kist": {"inhoud": "Appels", "gewicht": "12"}}
    sent = {"gever": {"vriend": "An"}, "kist": {"inhoud": "Peren"}}
    assert corrected(before, sent, MADE) == before | {
        "gever": {"roepnaam": "Jef", "vriend": "An"},
        "kist": {"inhoud": "Peren", "gewicht": "12"},
    }


@pytest.mark.parametrize("key", ["geheim", "nadien"])
def test_an_issue_form_does_not_ask_what_others_fill_in(key):
    """Editors, or the sender afterwards."""
    assert key not in {question.key for question in QUESTIONS}


# --- the questions in a terminal ---


def interview(*answers: str) -> tuple[dict[str, Any], str]:
    """The fields that came of some answers, and what was said."""
    said: list[str] = []
    lines: Iterator[str] = iter(answers)

    def read_line(prompt: str) -> str:
        said.append(prompt)
        return next(lines)

    asking = Interview(MADE, campaign(), Dialogue(read_line, said.append), lambda loaded: loaded.problems)
    ask_required(asking)
    ask_optional(asking)
    assert list(lines) == []
    return asking.fields, "\n".join(said)


@asked
def test_the_questions_ask_it(case):
    """Required fields at once, the others from a menu; a group field by field, a list of groups one by one."""
    top, _, name = case.key.partition(".")
    if case.key == "kop":
        found, said = interview(case.typed, "")
    else:
        parts = (
            [case.typed]
            if not name
            else [
                case.typed if inner.name == name else inner.example if inner.required else ""
                for inner in MADE.by_key[top].fields
            ]
        )
        more = ["nee"] if MADE.by_key[top].many and name else []
        found, said = interview("Een mand", MADE.by_key[top].title, *parts, *more, "")
    typed_yes = MADE.by_key[case.key].kind in (YES_OR_NO, YES_OR_URL)
    assert found == nested(case.key, case.typed if typed_yes else case.written)
    assert f"{MADE.by_key[case.key].title}:" in said


@pytest.mark.parametrize("key", ["geheim", "nadien"])
def test_the_questions_do_not_offer_what_others_fill_in(key):
    """Not in the menu either."""
    assert MADE.by_key[key].title not in interview("Een mand", "")[1]
