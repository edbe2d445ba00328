"""The form at /kalender/toevoegen/ and /tips/toevoegen/, from the one declaration of the fields.

Here is said which control of the browser asks for which kind of field. What a field is called, may hold and under
which heading it is asked stands in load/submission.py; the browser gets that as JSON, with the answers, and checks
with it (overrides/assets/form/).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from doemee.check import privacy
from doemee.load import description, hidden_characters
from doemee.load.answers import for_forms
from doemee.load.declared import Declaration, Field, declaration
from doemee.load.fields import (
    DAY,
    DAY_KINDS,
    DAY_OR_MONTH,
    SLUG,
    TIME_OF_DAY,
    WEEKDAY,
    YES_KINDS,
    YES_OR_NO,
    Demand,
    Description,
    On,
    Variant,
)
from doemee.load.spelling import ORDINALS, TO_FOLLOW, WEEKDAYS, written
from doemee.load.submission import Submission, Tip
from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Option, options, source
from doemee.write.pages.page import Page

LEAD = (
    "Vul in wat je weet. Je ziet meteen hoe het op de site komt, en wat er nog aan ontbreekt. "
    "Een account is niet nodig om te beginnen."
)
TIP_LEAD = "Wat werkt bij jullie? Deel het met andere organisaties. Je ziet meteen of alles er staat."

LONG_TEXT = 160
"""A text that may be longer gets more than one line."""

KEYBOARDS = {"getal": "numeric", "url": "url", "email": "email", "telefoon": "tel"}
"""Kind of field → keyboard of a telephone."""

_EXAMPLES_SHOWN = ("text", "area", "lines", "markdown", "yes-or-text")


@dataclass(frozen=True, slots=True)
class Group:
    """Some fields of a group under one heading, which has no title when there is only one."""

    title: str
    open: bool
    fields: tuple["FormField", ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as a person meets it.

    `control` is how it is asked: the words are those of form.html and of form/controls.js. `need` says when it must be
    filled in, `folded` that it waits until somebody wants it. `one` is what an item of a list of groups is called.
    """

    key: str
    label: str
    help: str
    example: str
    control: str
    need: str = ""
    choices: tuple[Option, ...] = ()
    keyboard: str = ""
    postcode: bool = False
    groups: tuple[Group, ...] = ()
    folded: bool = False
    one: str = ""


def groups(model: type[Submission] | type[Tip], campaign: Campaign) -> tuple[Group, ...]:
    """The fields under the headings of the form, the description among them."""
    declared = campaign.declared(declaration(model))
    found = []
    for section, fields in declared.by_section():
        body = (declared.body,) if section.body and declared.body else ()
        asked = tuple(_field(field, campaign) for field in (*fields, *body))
        found.append(Group(section.title, section.open, asked))
    return tuple(found)


def _field(field: Field, campaign: Campaign) -> FormField:
    control = _control(field)
    demand = "verplicht" if field.needed else "nodig als je dit invult" if field.required else ""
    kind = field.kind.name if field.kind else ""
    needed_here = field.required or bool(field.section and field.section.one_of)
    return FormField(
        key=field.name,
        label=field.in_form.label or field.title,
        help=field.help if field.in_form.help is None else field.in_form.help,
        example=field.example if control in _EXAMPLES_SHOWN else "",
        control=control,
        need=demand,
        choices=_choices(field, campaign),
        keyboard=_keyboard(kind, campaign),
        postcode=kind == "postcode",
        groups=tuple(
            Group(section.title, section.open or not section.title, tuple(_field(inner, campaign) for inner in fields))
            for section, fields in field.by_section()
            if field.fields
        ),
        folded=control == "group" and len(field.path) == 1 and not needed_here,
        one=field.each.one if field.each else "",
    )


def _control(field: Field) -> str:
    """How a field is asked: the first that fits."""
    kind, few = field.kind, bool(field.words or source(field))
    ways = (
        ("items", field.many and bool(field.fields)),
        ("group", bool(field.fields)),
        ("on", isinstance(kind, On)),
        ("boxes", field.many and few),
        ("select", few or kind is WEEKDAY),
        ("dates", field.many and kind in DAY_KINDS),
        ("lines", field.many),
        ("date-or-month", kind is DAY_OR_MONTH),
        ("date", kind is DAY),
        ("time", kind is TIME_OF_DAY),
        ("tick", kind is YES_OR_NO),
        ("yes-or-text", kind in YES_KINDS),
        ("markdown", isinstance(kind, Description)),
        ("area", kind is not None and kind.name == "tekst" and field.most > LONG_TEXT),
    )
    return next((control for control, fits in ways if fits), "text")


def _choices(field: Field, campaign: Campaign) -> tuple[Option, ...]:
    if field.kind is WEEKDAY:
        return tuple(Option(day, day) for day in WEEKDAYS)
    if field.kind is DAY_OR_MONTH:
        months = [(written(month), dutch.month(month)) for month in campaign.months()]
        return (*(Option(value, f"{name}, datum volgt") for value, name in months), Option(TO_FOLLOW, "datum volgt"))
    if source(field) == "sdgs":
        return tuple(Option(goal.value, f"{goal.value} {goal.name}") for goal in options(field, campaign))
    return options(field, campaign)


def _keyboard(kind: str, campaign: Campaign) -> str:
    if kind == "postcode" and not re.search("[A-Za-z]", campaign.facts.postcodes.pattern):
        return "numeric"
    return KEYBOARDS.get(kind, "")


# --- what the browser must know ---


def as_data(model: type[Submission] | type[Tip], campaign: Campaign, repository: str) -> dict[str, Any]:
    """What the browser must know to read, check and write what people fill in, as JSON takes it."""
    facts, declared = campaign.facts, declaration(model)
    return {
        "tip": model is Tip,
        "fields": fields_as_data(declared, campaign),
        "slug": SLUG.as_data(),
        "answers": for_forms(),
        "description": _description_as_data(declared.body.most if declared.body else 0),
        "personal": _personal_as_data(),
        "hidden": _hidden_as_data(),
        "start": facts.start.isoformat(),
        "end": facts.end.isoformat(),
        "area": facts.area,
        "spelled": facts.postcodes.spelled,
        "regions": [
            {"id": row.id, "name": row.name, "within": row.within, "kind": row.kind}
            for row in campaign.regions.values()
        ],
        "types": {row.id: row.name for row in campaign.types.values()},
        "folder": "data/tips/" if model is Tip else "data/initiatives/",
        "repository": repository,
        "branch": facts.branch,
        "mail": facts.editors_mail or "",
    }


def fields_as_data(declared: Declaration, campaign: Campaign) -> list[dict[str, Any]]:
    """How the browser asks and reads each field."""
    return [_field_as_data(field, campaign) for field in declared.fields]


def _field_as_data(field: Field, campaign: Campaign) -> dict[str, Any]:
    data: dict[str, Any] = {"key": field.name, "control": _control(field)}
    if field.required:
        data["required"] = True
    if field.many:
        data |= {"many": True, "most": field.most_items, "tooMany": field.too_many}
    if field.fields:
        data |= {"short": field.short, "fields": [_field_as_data(inner, campaign) for inner in field.fields]}
    elif field.kind and field.kind.name == "postcode":
        # What only the campaign knows of this kind (check/what.py).
        demand = Demand("postcode", matches=campaign.facts.postcodes.pattern)
        data["variants"] = [Variant((demand,)).as_data()]
    elif field.kind and not field.table:
        data |= field.kind.as_data()
    return {key: value for key, value in data.items() if value not in ("", None)}


def _description_as_data(most: int) -> dict[str, Any]:
    expressions = {
        "tag": description.TAG,
        "link": description.LINK,
        "code": description.CODE,
        "internal": description.INTERNAL,
        "scheme": description.SCHEME,
        "allowed": description.ALLOWED,
        "likeHost": description.LOOKS_LIKE_HOST,
        "mail": description.MAIL,
        "host": description.HOST,
        "file": description.FILE,
    }
    return {
        "most": most,
        "mostLinks": description.MAX_LINKS,
        "kept": sorted(description.KEPT_TAGS),
        "leftOut": description.LEFT_OUT_WHOLE,
        **{name: _expression(pattern) for name, pattern in expressions.items()},
    }


def _personal_as_data() -> dict[str, Any]:
    return {
        "rijksregisternummer": _expression(privacy.REGISTER),
        "gsm-nummer": _expression(privacy.MOBILE),
        "rekeningnummer": _expression(privacy.IBAN),
        "privemail": _expression(privacy.MAILBOX),
    }


def _hidden_as_data() -> dict[str, Any]:
    return {
        "never": hidden_characters.NEVER,
        "names": hidden_characters.NAMES,
        "categories": hidden_characters.CATEGORIES,
        "shape": hidden_characters.SHAPE,
        "stacked": _expression(hidden_characters.STACKED),
    }


def _expression(pattern: re.Pattern[str]) -> dict[str, str]:
    return {"source": pattern.pattern, "flags": "i" if pattern.flags & re.IGNORECASE else ""}


def as_json(data: Mapping[str, Any]) -> str:
    """As in jsonld.py: no text of whatever origin can close the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


# --- the page ---


def context(model: type[Submission] | type[Tip], campaign: Campaign, repository: str) -> dict[str, Any]:
    """What overrides/doemee/form.html shows."""
    tip, facts = model is Tip, campaign.facts
    return {
        "kind": "tip" if tip else "initiatief",
        "title": "Deel een tip" if tip else "Zet je initiatief in de kalender",
        "lead": TIP_LEAD if tip else LEAD,
        "parent": {"address": "tips/", "title": "Tips"} if tip else {"address": "kalender/", "title": "Kalender"},
        "groups": groups(model, campaign),
        "weekdays": WEEKDAYS,
        "ordinals": list(ORDINALS),
        "start": facts.start.isoformat(),
        "end": facts.end.isoformat(),
        "repository": repository,
        "branch": facts.branch,
        "mail": facts.editors_mail,
        "declaration": Markup(as_json(as_data(model, campaign, repository))),
    }


def form_page(model: type[Submission] | type[Tip], campaign: Campaign, edit: str, render: Callable[..., str]) -> Page:
    """The form to send in an initiative or a tip, or to change one.

    `edit` is the address that opens a file of the repository for editing, up to its path.
    """
    values = context(model, campaign, edit.partition("/edit/")[0])
    address = addresses.ADD_TIP if model is Tip else addresses.ADD
    return Page(address, values["title"], values["lead"], render("form", **values))
