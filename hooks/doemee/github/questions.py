"""The questions of the issue forms, in their order: from the one declaration in load/submission.py.

Both the forms themselves (form_files) and the reading of what comes back (issue_form) start here, so
that they cannot differ. Left out, for editors or because a form cannot ask them well: `afbeelding` and
`terugblik` (they come afterwards, in a reaction), `tips`, `in_de_kijker` and `eerder`; and of a moment its
`id`, `titel`, `locatie` and `online`. A correction keeps them as they are.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from doemee.load.spelling import LANGUAGES
from doemee.load.submission import Status, Submission, Tip
from doemee.model.campaign import Campaign


class Kind(Enum):
    """How a form asks; the values are GitHub's names."""

    LINE = "input"
    TEXT = "textarea"
    ONE_OF = "dropdown"
    SOME_OF = "checkboxes"
    CONSENT = "consent"  # checkboxes that must all be ticked


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key` is the path of its field, or a word of our own; `options` holds value by name."""

    key: str
    label: str
    kind: Kind
    description: str = ""
    placeholder: str = ""
    required: bool = False
    options: dict[str, Any] = field(default_factory=dict)


EXISTING = "bestaand"
BODY = "beschrijving"
CONSENT = "akkoord"

_LABELS = {
    "organisatie.naam": "Organisatie",
    "organisatie.website": "Website van de organisatie",
    "organisatie.partners": "Partners",
    "locatie.naam": "Zaal of plek",
    "inschrijven.url": "Inschrijven: webadres",
    "contact.naam": "Contact: naam",
    "contact.email": "Contact: e-mail",
    "contact.telefoon": "Contact: telefoon",
    "locatie.adres": "Straat en nummer",
    "locatie.postcode": "Postcode",
    "locatie.gemeente": "Gemeente",
    "inschrijven.tot": "Inschrijven tot",
    "inschrijven.verplicht": "Inschrijven verplicht",
}
"""Where the titles of a group and of its field do not make a good label together."""

_DESCRIPTIONS = {
    "momenten": (
        "Schrijf elk moment op een eigen regel, zoals in het voorbeeld. Is de dag nog niet bekend, schrijf dan alleen de maand (mei 2026), "
        "of: volgt. Duurt het meer dagen, schrijf dan de eerste en de laatste: 7 maart 2026 - 9 maart 2026. "
        "Gaat een moment niet door, zet er dan `, geannuleerd` achter."
    ),
    "organisatie.partners": "Organisaties die mee organiseren, elk op een eigen regel",
    "herhaling.elke": "Alleen als het ene moment hierboven geregeld terugkomt",
    "herhaling.interval": "Bijvoorbeeld 2: dan is het om de twee weken, of om de twee maanden",
    "herhaling.op": "Bij elke week: maandag, donderdag. Bij elke maand bijvoorbeeld: eerste dinsdag, of laatste vrijdag",
    "herhaling.tot_en_met": "De laatste dag waarop het kan doorgaan. Of vul hieronder in hoeveel keer het is",
    "herhaling.behalve": "Dagen waarop het niet doorgaat, elk op een eigen regel",
    "online": "Schrijf ja, of het adres van de vergadering of de stream",
    "bereik": "Alleen voor een initiatief zonder één plaats",
    "sdgs": "De duurzame-ontwikkelingsdoelen waaraan het bijdraagt",
    "taal": "Laat dit open als het in het Nederlands is",
    "help_mee": "Kunnen mensen hier de handen uit de mouwen steken? Schrijf ja, een zin of een webadres",
    "uitdatabank": "Het adres van je activiteit op uitinvlaanderen.be, als ze daar ook staat",
}
"""Where the description of the field is about writing a file."""

_PLACEHOLDERS = {
    "momenten": "zaterdag 7 maart 2026, van 14.00 tot 17.00 uur\n8/3/2026 14:00-17:00\nmei 2026",
    "herhaling.op": "maandag, donderdag",
    "online": "ja",
}
"""Where the example of the field is of a file."""

_KINDS = {
    "samenvatting": Kind.TEXT,
    "organisatie.partners": Kind.TEXT,
    "type": Kind.ONE_OF,
    "momenten": Kind.TEXT,
    "herhaling.elke": Kind.ONE_OF,
    "herhaling.behalve": Kind.TEXT,
    "bereik": Kind.SOME_OF,
    "themas": Kind.SOME_OF,
    "sdgs": Kind.SOME_OF,
    "doelgroep": Kind.SOME_OF,
    "toegankelijkheid": Kind.SOME_OF,
    "inschrijven.verplicht": Kind.ONE_OF,
    "status": Kind.ONE_OF,
    "reeks": Kind.ONE_OF,
    "taal": Kind.SOME_OF,
    "thema": Kind.ONE_OF,
    "voor": Kind.SOME_OF,
}

_LEFT_OUT = frozenset({"afbeelding", "terugblik", "tips", "in_de_kijker", "eerder"})
_CONSENT = {
    "Ik weet dat alles in dit formulier openbaar wordt, en dat het in de geschiedenis van de site blijft.": "openbaar",
    "Ik mag dit insturen: het gaat over mijn organisatie, of zij weet ervan.": "mag-insturen",
}


def initiative_questions(campaign: Campaign) -> tuple[Question, ...]:
    """What the form for an initiative asks."""
    names = (name for name in Submission.model_fields if name not in _LEFT_OUT)
    asked = [question for name in names for question in _questions(name, Submission.model_fields[name], campaign)]
    existing = Question(
        EXISTING,
        "Bestaand initiatief",
        Kind.LINE,
        "Alleen om iets te verbeteren: het adres van de pagina van je initiatief. Wat je verder leeg laat, blijft dan zoals het was.",
        placeholder=f"{campaign.facts.site}initiatieven/soep-voor-de-straat/",
    )
    return (
        existing,
        *asked,
        *_closing("Vertel meer, in gewone zinnen. **Vet** kan, een [link](https://www.example.org/) ook."),
    )


def tip_questions(campaign: Campaign) -> tuple[Question, ...]:
    """What the form for a tip asks."""
    asked = [question for name, info in Tip.model_fields.items() for question in _questions(name, info, campaign)]
    return (*asked, *_closing("Leg de tip uit, zodat een ander ermee aan de slag kan."))


def _closing(about_body: str) -> tuple[Question, ...]:
    return (
        Question(BODY, "Beschrijving", Kind.TEXT, about_body),
        Question(CONSENT, "Akkoord", Kind.CONSENT, required=True, options=_CONSENT),
    )


def _questions(name: str, info: FieldInfo, campaign: Campaign) -> list[Question]:
    """The question of a field; of a group, one for each of its fields. Momenten are one question."""
    group = _group(info.annotation)
    if group is None or name == "momenten":
        return [_question(name, info.title, info, campaign, required=info.is_required())]
    return [
        _question(
            f"{name}.{key}",
            f"{info.title}: {inner.title.lower()}",
            inner,
            campaign,
            info.is_required() and inner.is_required(),
        )
        for key, inner in group.model_fields.items()
    ]


def _question(key: str, label: str, info: FieldInfo, campaign: Campaign, required: bool) -> Question:
    return Question(
        key,
        _LABELS.get(key, label),
        _KINDS.get(key, Kind.LINE),
        _DESCRIPTIONS.get(key, info.description or "") + (_explained(campaign) if key == "type" else ""),
        _PLACEHOLDERS.get(key, _example(info)) if _KINDS.get(key, Kind.LINE) in (Kind.LINE, Kind.TEXT) else "",
        required,
        _options(key, campaign),
    )


def _explained(campaign: Campaign) -> str:
    """What each type is, for who must choose one."""
    return "\n\n" + "\n".join(
        f"- **{row.name}:** {row.description}" for row in campaign.types.values() if row.description
    )


def _example(info: FieldInfo) -> str:
    """The example of the declaration, when it is a text."""
    first = (info.examples or [""])[0]
    return first if isinstance(first, str) else ""


def _options(key: str, campaign: Campaign) -> dict[str, Any]:
    """What there is to choose from: value by the name that people read."""
    tables = {
        "type": campaign.types,
        "bereik": campaign.regions,
        "themas": campaign.themes,
        "thema": campaign.themes,
        "doelgroep": campaign.audiences,
        "voor": campaign.audiences,
        "toegankelijkheid": campaign.accessibility,
        "reeks": campaign.series,
    }
    if key in tables:
        return {row.name: row.id for row in tables[key].values()}
    others = {
        "sdgs": {f"SDG {goal.id}: {goal.name}": goal.id for goal in campaign.sdgs.values()},
        "taal": {name: code for code, name in LANGUAGES.items()},
        "status": {str(status).capitalize(): str(status) for status in Status},
        "herhaling.elke": {"Elke dag": "dag", "Elke week": "week", "Elke maand": "maand"},
        "inschrijven.verplicht": {"Ja, inschrijven moet": True, "Nee, het mag": False},
    }
    return others.get(key, {})


def _group(annotation: Any) -> type[BaseModel] | None:
    """The group of fields that a field is, if it is one: `locatie`, `organisatie`; also inside a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_group(argument) for argument in getattr(annotation, "__args__", ()))
    return next(filter(None, found), None)
