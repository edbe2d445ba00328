"""The questions of the issue forms, in their order: from the one declaration in load/submission.py.

Both the forms themselves (form_files) and the reading of what comes back (issue_form, form_fields) start here, so
that they cannot differ. What the declaration leaves out a form cannot ask well; it comes afterwards, in a reaction, or
a correction keeps it as it is. What is not for the sender is left out too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from doemee.load.declared import INITIATIVE, TIP, Declaration, Field
from doemee.load.fields import SDG, YES_OR_NO
from doemee.load.marks import Setter
from doemee.model.campaign import Campaign
from doemee.write.data.choices import options

EXISTING = "bestaand"
CONSENT = "akkoord"
_CONSENT = {
    "Ik weet dat alles in dit formulier openbaar wordt, en dat het in de geschiedenis van de site blijft.": "openbaar",
    "Ik mag dit insturen: het gaat over mijn organisatie, of zij weet ervan.": "mag-insturen",
}


class Control(Enum):
    """How a form asks; the values are GitHub's names."""

    LINE = "input"
    TEXT = "textarea"
    ONE_OF = "dropdown"
    SOME_OF = "checkboxes"
    CONSENT = "consent"  # checkboxes that must all be ticked


@dataclass(frozen=True, slots=True)
class Question:
    """One question, `about` a field or one of our own. `key` is that of the field; `options` holds value by name."""

    key: str
    label: str
    control: Control
    description: str = ""
    placeholder: str = ""
    required: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    about: Field | None = None


def initiative_questions(campaign: Campaign) -> tuple[Question, ...]:
    """What the form for an initiative asks."""
    existing = Question(
        EXISTING,
        "Bestaand initiatief",
        Control.LINE,
        "Alleen om iets te verbeteren: het adres van de pagina van je initiatief. Wat je verder leeg laat, blijft dan "
        "zoals het was.",
        placeholder=f"{campaign.facts.site}initiatieven/soep-voor-de-straat/",
    )
    return (existing, *questions(INITIATIVE, campaign))


def tip_questions(campaign: Campaign) -> tuple[Question, ...]:
    """What the form for a tip asks."""
    return questions(TIP, campaign)


def questions(declared: Declaration, campaign: Campaign) -> tuple[Question, ...]:
    """What a form asks of the fields of a declaration, of the description, and whether the sender agrees."""
    declared = campaign.declared(declared)
    fields = [asked for field in declared.fields for asked in _asked(field)]
    return (
        *(_question(about, campaign) for about in (*fields, *([declared.body] if declared.body else []))),
        Question(CONSENT, "Akkoord", Control.CONSENT, required=True, options=_CONSENT),
    )


def _asked(field: Field) -> Iterator[Field]:
    """A question for each field of a group; a list of groups is one question."""
    if field.in_issue_form.left_out or field.setter is not Setter.SENDER:
        return
    if field.many or not field.fields:
        yield field
    else:
        for inner in field.fields:
            yield from _asked(inner)


def _question(about: Field, campaign: Campaign) -> Question:
    words = about.in_issue_form
    choices = _options(about, campaign)
    control = _control(about, bool(choices))
    written = control in (Control.LINE, Control.TEXT)
    return Question(
        about.key,
        _else(words.label, about.full_title),
        control,
        _else(words.help, _help(about)) + (_explained(about, campaign) if words.explained else ""),
        _else(words.placeholder, about.example) if written else "",
        about.needed,
        choices,
        about,
    )


def _else(words: str | None, otherwise: str) -> str:
    return otherwise if words is None else words


def _control(about: Field, chosen: bool) -> Control:
    """One of few is a list to pick from, many of few are boxes; many of one's own, and what is long, get more lines."""
    if chosen:
        return Control.SOME_OF if about.many else Control.ONE_OF
    return Control.TEXT if about.many or about.in_issue_form.lines else Control.LINE


def _options(about: Field, campaign: Campaign) -> dict[str, Any]:
    """What there is to choose from: value by the name that people read."""
    if about.in_issue_form.options:
        return dict(about.in_issue_form.options)
    if about.kind is YES_OR_NO:
        return {"Ja": True, "Nee": False}
    found = options(about, campaign)
    if about.kind is SDG:
        return {f"SDG {option.value}: {option.name}": int(option.value) for option in found}
    return {option.name.capitalize() if about.words else option.name: option.value for option in found}


def _explained(about: Field, campaign: Campaign) -> str:
    """What each choice means, for who must make one."""
    lines = [f"- **{option.name}:** {option.description}" for option in options(about, campaign) if option.description]
    return "\n\n" + "\n".join(lines)


def _help(about: Field) -> str:
    """What to write; of a list of groups also how each of them fits on a line."""
    if not (about.many and about.fields):
        return about.help
    titles = "; ".join(part.title for part in on_a_line(about))
    return f"{about.help}. Schrijf elk op een eigen regel, met een puntkomma ertussen: {titles}"


def on_a_line(groups: Field) -> tuple[Field, ...]:
    """The fields of each of a list of groups that one line can hold, in their order."""
    return tuple(
        inner
        for inner in groups.fields
        if not (inner.fields or inner.many or inner.in_issue_form.left_out) and inner.setter is Setter.SENDER
    )
