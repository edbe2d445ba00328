"""The tree of the fields: what it says of the fields that there are."""

from typing import Annotated

import pytest

from doemee.load.declared import INITIATIVE, TIP, declaration
from doemee.load.fields import Text
from doemee.load.marks import Section, Setter
from doemee.load.submission import Model


@pytest.mark.parametrize("declared", [INITIATIVE, TIP, INITIATIVE.by_key["momenten"]])
def test_every_field_stands_under_one_heading(declared):
    """None is forgotten when the model grows, none is asked twice; the description has one heading too."""
    placed = [field.name for _, fields in declared.by_section() for field in fields]
    assert sorted(placed) == sorted(field.name for field in declared.fields)


@pytest.mark.parametrize("declared", [INITIATIVE, TIP])
def test_the_description_stands_under_one_heading(declared):
    """Exactly one section has it."""
    assert len([section for section, _ in declared.by_section() if section.body]) == 1


def test_a_field_without_a_heading_goes_last():
    """Under the last ordinary heading, or under the later one when it is not for the sender."""

    class Made(Model):
        sections = (Section("Eerst", open=True), Section("Dan"), Section("Later", later=True))

        een: Annotated[str, Text(1, 10)]
        twee: Annotated[str, Text(1, 10), Setter.EDITORS]
        drie: Annotated[str, Text(1, 10), Setter.AFTERWARDS]
        vier: Annotated[str, Text(1, 10), Section("Eerst", open=True)]

    found = {section.title: [field.name for field in fields] for section, fields in declaration(Made).by_section()}
    assert found == {"Eerst": ["vier"], "Dan": ["een"], "Later": ["twee", "drie"]}
