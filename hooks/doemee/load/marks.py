"""Marks of a field: what one door needs to know of it besides its title, description, examples and kind.

They stand in `Annotated` in submission.py, pydantic passes over them, and only declared.py reads them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Setter(StrEnum):
    """Who fills in a field, and when."""

    SENDER = "inzender"
    AFTERWARDS = "achteraf"
    EDITORS = "redactie"


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
class InForm:
    """How the form in the browser asks a field; None is what follows from the field."""

    label: str | None = None
    help: str | None = None


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
