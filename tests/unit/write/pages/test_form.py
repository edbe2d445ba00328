"""The form holds every field of the declaration, with what a person needs to fill it in."""

import json
from typing import Annotated

import pytest

from doemee.load import fields
from doemee.load.declared import declaration
from doemee.load.submission import Frequency, Model, Moment, Submission, Tip
from doemee.write.pages import form
from tests.example_campaign import campaign


def asked(model):
    """Every field of the form, in groups too, with its dotted key."""
    pending = [("", group) for group in form.groups(model, campaign())]
    while pending:
        prefix, group = pending.pop(0)
        for field in group.fields:
            yield f"{prefix}{field.key}", field
            pending += [(f"{prefix}{field.key}.", inner) for inner in field.groups]


def leaves(model):
    return ((path, field) for path, field in asked(model) if not field.groups)


@pytest.mark.parametrize("model", [Submission, Tip])
def test_every_field_is_asked_once(model):
    """None is forgotten when the model grows, none is asked twice; the description is among them."""
    declared = declaration(model)
    assert sorted(path for path, _ in asked(model)) == sorted([*declared.by_key, declared.body.key])


@pytest.mark.parametrize("model", [Submission, Tip])
def test_every_field_has_a_label_and_says_what_it_wants(model):
    """A label for all; where people write something themselves also help and an example."""
    for path, field in leaves(model):
        assert field.label, path
        assert field.help, path
        assert field.example or field.control not in ("text", "area", "lines", "markdown", "yes-or-text"), path


@pytest.mark.parametrize("model", [Submission, Tip])
def test_nobody_reads_of_files(model):
    """No keys, ids or names of files in the words of the form."""
    for path, field in asked(model):
        words = f"{field.label} {field.help}"
        assert not [part for part in ("data/", "true", "heel-vlaanderen", "[", "`") if part in words], path


class OneOfEach(Model):
    """A field of every kind, as somebody could declare it."""

    tekst: Annotated[str, fields.Text(3, 120)]
    lang: Annotated[str, fields.Text(3, 500)]
    getal: Annotated[int, fields.Number(9)]
    keuze: Annotated[str, fields.OneOf("types")]
    woord: Frequency
    veel: Annotated[list[str], fields.Many(fields.OneOf("themes"))]
    regels: Annotated[list[str], fields.Many(fields.Text(2, 9), most=3)]
    dagen: Annotated[list[str], fields.Many(fields.DAY, most=3)]
    dag: Annotated[str, fields.DAY]
    maand: Annotated[str, fields.DAY_OR_MONTH]
    uur: Annotated[str, fields.TIME_OF_DAY]
    weekdag: Annotated[int, fields.WEEKDAY]
    vink: Annotated[bool, fields.YES_OR_NO]
    ja: Annotated[bool | str, fields.YES_OR_URL]
    op: Annotated[str, fields.On()]
    groep: Moment
    groepen: list[Moment]


CONTROLS = {
    "tekst": "text", "lang": "area", "getal": "text", "keuze": "select", "woord": "select", "veel": "boxes",
    "regels": "lines", "dagen": "dates", "dag": "date", "maand": "date-or-month", "uur": "time", "weekdag": "select",
    "vink": "tick", "ja": "yes-or-text", "op": "on", "groep": "group", "groepen": "items",
}  # fmt: skip


def test_a_field_of_every_kind_gets_its_control():
    """The browser's own where it has one; the browser gets how to read it and how many there may be."""
    found = {data["key"]: data for data in form.fields_as_data(declaration(OneOfEach), campaign())}
    assert {key: data["control"] for key, data in found.items()} == CONTROLS
    assert found["regels"] | {"variants": []} == {
        "key": "regels", "control": "lines", "required": True, "many": True, "most": 3, "tooMany": "te-veel",
        "oneLine": True, "variants": [],
    }  # fmt: skip
    assert found["groepen"]["tooMany"] == "te-veel-momenten"
    assert [inner["key"] for inner in found["groep"]["fields"]] == list(Moment.model_fields)


def test_every_choice_is_one_of_the_campaign():
    """What can be ticked is what `doemee check` accepts."""
    found = dict(leaves(Submission))
    assert [choice.value for choice in found["bereik"].choices] == list(campaign().regions)
    assert [choice.value for choice in found["sdgs"].choices] == [str(number) for number in range(1, 18)]
    assert [choice.value for choice in found["status"].choices] == ["bevestigd", "volzet", "uitgesteld", "geannuleerd"]
    months = [choice.value for choice in found["momenten.datum"].choices]
    assert (months[0], months[-2], months[-1], len(months)) == ("2025-12", "2026-12", "volgt", 14)


def test_a_postcode_is_read_as_the_campaign_says():
    """Its pattern is data of the campaign; only digits get the keyboard of digits."""
    data = json.dumps(form.as_data(Submission, campaign(), ""))
    assert data.count('"matches": "[1-9][0-9]{3}"') == 2
    assert dict(asked(Submission))["locatie.postcode"].keyboard == "numeric"


def test_the_declaration_cannot_close_its_element():
    """It stands in a <script> of the page as JSON."""
    text = form.as_json(form.as_data(Submission, campaign(), "https://git.example/</script><script>"))
    assert "<" not in text
    assert json.loads(text)["repository"] == "https://git.example/</script><script>"
