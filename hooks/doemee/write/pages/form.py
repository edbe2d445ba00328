"""The form at /kalender/toevoegen/ and /tips/toevoegen/, from the one declaration of the fields.

Here is said only in which order people meet the fields; what a field is called and may hold stands in
load/submission.py. The browser gets the same declaration as JSON and checks with it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from doemee.load.declared import Field
from doemee.load.declared import declaration as declared_by
from doemee.load.spelling import LANGUAGES, WEEKDAYS
from doemee.load.submission import Model, Submission, Tip
from doemee.model import addresses
from doemee.model.campaign import Campaign
from doemee.write.pages.page import Page

BODY = "beschrijving"
"""The description is no field of the front matter, but people fill it in like one."""

SECTIONS = {
    "Wat": ("titel", "samenvatting", "organisatie", "type", BODY),
    "Wanneer": ("momenten", "herhaling"),
    "Waar": ("locatie", "online", "bereik"),
    "Voor wie en hoe": (
        "doelgroep",
        "toegankelijkheid",
        "prijs",
        "inschrijven",
        "website",
        "contact",
        "taal",
        "help_mee",
    ),
    "Waar het bij past": ("themas", "sdgs", "tips", "reeks"),
    "Beeld": ("afbeelding",),
    "Later, of voor redacteurs": ("status", "terugblik", "uitdatabank", "in_de_kijker", "eerder"),
}
"""The order in which people meet the fields of an initiative. All of them: a test counts."""

TIP_SECTIONS = {
    "De tip": ("titel", "samenvatting", "thema", BODY),
    "Voor wie en van wie": ("voor", "organisatie", "bron", "sdgs", "tijd"),
}

LEAD = "Vul in wat je weet. Je ziet meteen hoe het op de site komt, en wat er nog aan ontbreekt. Een account is niet nodig om te beginnen."
TIP_LEAD = "Wat werkt bij jullie? Deel het met andere organisaties. Je ziet meteen of alles er staat."

FIRST_KEYS = ("datum", "van", "tot", "einddatum")
"""The keys of a moment that everybody needs; the others wait behind "Meer over dit moment"."""

ORDINALS = ("eerste", "tweede", "derde", "vierde", "laatste")

OPEN = ("Wat", "Wanneer", "Waar", "De tip")
"""Sections that hold what is required; the others open when somebody wants them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values to choose from."""

    value: str
    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as a person meets it.

    `kind` says how its text is read: the codes of fields.Kind, `keuze` for one of `choices`, `groep` for
    `fields` inside it. `many` says that there may be more of it, at most `most_items`.
    """

    key: str
    label: str
    help: str
    example: str
    required: bool
    kind: str
    many: bool = False
    most_items: int = 1
    least: int = 0
    most: int = 500
    choices: tuple[Choice, ...] = ()
    fields: tuple["FormField", ...] = ()

    def as_json(self) -> dict[str, Any]:
        """What the browser needs to read and check it."""
        data: dict[str, Any] = {"key": self.key, "kind": self.kind}
        if self.required:
            data["required"] = True
        if self.many:
            data["many"] = True
        if self.kind in ("tekst", "getal"):
            data |= {"least": self.least, "most": self.most}
        if self.fields:
            data["fields"] = [field.as_json() for field in self.fields]
        return data


def form_fields(model: type[Model], campaign: Campaign) -> tuple[FormField, ...]:
    """Every field of a group, in the order of its declaration."""
    return tuple(_field(field, campaign) for field in campaign.declared(declared_by(model)).fields)


def sections(model: type[Submission] | type[Tip], campaign: Campaign) -> list[tuple[str, list[FormField]]]:
    """The fields under the headings of the form, with the description among them."""
    by_key = {field.key: field for field in form_fields(model, campaign)} | {BODY: _BODY}
    order = SECTIONS if model is Submission else TIP_SECTIONS
    return [(title, [by_key[key] for key in keys if key in by_key]) for title, keys in order.items()]


_BODY = FormField(
    key=BODY,
    label="Beschrijving",
    help="Vertel meer, in gewone zinnen. Een lege regel begint een nieuwe alinea, een streepje een lijst, **twee sterretjes** vet",
    example="Breng laarzen mee. Handschoenen liggen klaar.",
    required=False,
    kind=BODY,
    most=8000,
)


def _field(declared: Field, campaign: Campaign) -> FormField:
    choices = _choices(declared, campaign)
    kind = declared.kind.name if declared.kind else ""
    name = (
        "op" if kind == "op" else "groep" if declared.fields else "keuze" if declared.table or declared.words else kind
    )
    return FormField(
        key=declared.name,
        label=declared.title,
        help=declared.help,
        example=declared.example,
        required=declared.required,
        kind=name,
        many=declared.many,
        most_items=declared.most_items or 100,
        least=declared.least,
        most=declared.most,
        choices=choices,
        fields=tuple(_field(inner, campaign) for inner in declared.fields),
    )


def _choices(declared: Field, campaign: Campaign) -> tuple[Choice, ...]:
    if declared.words:
        return tuple(Choice(word, word) for word in declared.words)
    if declared.table:
        rows: Mapping[str, Any] = getattr(campaign, declared.table)
        return tuple(
            Choice(id, getattr(row, "name", row), getattr(row, "description", None)) for id, row in rows.items()
        )
    named_in = declared.kind.named_in if declared.kind else ""
    if named_in == "sdgs":
        return tuple(Choice(str(goal.id), f"{goal.id} {goal.name}") for goal in campaign.sdgs.values())
    if named_in == "languages":
        return tuple(Choice(code, name) for code, name in LANGUAGES.items())
    return ()


def declaration(model: type[Submission] | type[Tip], campaign: Campaign, repository: str) -> str:
    """What the browser must know to read, check and write what people fill in, as JSON."""
    facts = campaign.facts
    data = {
        "soort": "initiatief" if model is Submission else "tip",
        "fields": [field.as_json() for field in form_fields(model, campaign)],
        "start": facts.start.isoformat(),
        "end": facts.end.isoformat(),
        "regions": [
            {"id": r.id, "name": r.name, "within": r.within, "kind": r.kind} for r in campaign.regions.values()
        ],
        "types": {row.id: row.name for row in campaign.types.values()},
        "folder": "data/initiatives/" if model is Submission else "data/tips/",
        "repository": repository,
        "branch": facts.branch,
        "mail": facts.editors_mail,
        "weekdays": list(WEEKDAYS),
    }
    # As in jsonld.py: no text of whatever origin can close the element that it stands in.
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def context(model: type[Submission] | type[Tip], campaign: Campaign, repository: str) -> dict[str, Any]:
    """What overrides/doemee/form.html shows."""
    tip = model is Tip
    return {
        "kind": "tip" if tip else "initiatief",
        "title": "Deel een tip" if tip else "Zet je initiatief in de kalender",
        "lead": TIP_LEAD if tip else LEAD,
        "parent": {"address": "tips/", "title": "Tips"} if tip else {"address": "kalender/", "title": "Kalender"},
        "sections": sections(model, campaign),
        "open": OPEN,
        "first_keys": FIRST_KEYS,
        "needed_groups": [field.name for field in declared_by(model).fields if field.required],
        "weekdays": WEEKDAYS,
        "ordinals": ORDINALS,
        "repository": repository,
        "branch": campaign.facts.branch,
        "mail": campaign.facts.editors_mail,
        "declaration": Markup(declaration(model, campaign, repository)),
    }


def form_page(model: type[Submission] | type[Tip], campaign: Campaign, edit: str, render: Callable[..., str]) -> Page:
    """The form to send in an initiative or a tip, or to change one.

    `edit` is the address that opens a file of the repository for editing, up to its path.
    """
    values = context(model, campaign, edit.partition("/edit/")[0])
    address = addresses.ADD_TIP if model is Tip else addresses.ADD
    return Page(address, values["title"], values["lead"], render("form", **values))
