"""The issue forms as files of `.github/ISSUE_TEMPLATE/`: written from the questions, never by hand.

Source of the keys: GitHub, "Syntax for issue forms" and "Syntax for GitHub's form schema".
"""

from collections.abc import Sequence
from typing import Any

import yaml

from doemee.github.questions import Control, Question, initiative_questions, tip_questions
from doemee.model import addresses
from doemee.model.campaign import Campaign

FOLDER = ".github/ISSUE_TEMPLATE"
LABEL_OF_INITIATIVE = "initiatief"
LABEL_OF_TIP = "tip"

_MADE = (
    "# Gemaakt door `doemee github formulieren` uit hooks/doemee/load/submission.py en data/*.yml: "
    "niet zelf wijzigen.\n"
)
_WELCOME = """\
Fijn dat je meedoet! Vul in wat je weet. Alleen wat een * heeft, is verplicht.

Na het insturen antwoordt een programma hieronder: het toont hoe het er op de site uitziet, of wat er nog niet klopt. \
Daarna kijkt een redacteur het na.

**Alles wat je hier invult, wordt openbaar.** Gebruik het mailadres en het telefoonnummer van je organisatie, \
niet die van jezelf.
"""
_PHOTO = """
Een foto? Stuur eerst dit formulier in en zet de foto daarna in een reactie, met een zin over wat erop staat en wie \
ze maakte.
"""


def form_files(campaign: Campaign) -> dict[str, str]:
    """The text of every file, by its path from the root of the project."""
    name = campaign.facts.name
    initiative = _form(
        "Een initiatief voor de kalender",
        f"Een activiteit, vorming, feest of actie voor {name}",
        LABEL_OF_INITIATIVE,
        _WELCOME + _PHOTO,
        initiative_questions(campaign),
    )
    tip = _form(
        "Een tip voor andere organisaties",
        "Wat bij jou werkte, helpt een ander vooruit",
        LABEL_OF_TIP,
        _WELCOME,
        tip_questions(campaign),
    )
    site = campaign.facts.site.rstrip("/") + "/"
    choices = {
        "blank_issues_enabled": False,
        "contact_links": [
            {
                "name": "Een initiatief insturen via de site",
                "url": site + addresses.ADD,
                "about": "Hetzelfde formulier. Het zegt meteen wat er nog ontbreekt.",
            },
            {
                "name": "Een tip insturen via de site",
                "url": site + addresses.ADD_TIP,
                "about": "Wat bij jou werkte, helpt een ander vooruit.",
            },
            {
                "name": "Eerst de kalender bekijken",
                "url": site + addresses.CALENDAR,
                "about": "Misschien staat je initiatief er al in.",
            },
        ],
    }
    texts = {"initiatief.yml": initiative, "tip.yml": tip, "config.yml": choices}
    return {f"{FOLDER}/{name}": _MADE + _yaml(content) for name, content in texts.items()}


def _form(name: str, description: str, label: str, welcome: str, questions: Sequence[Question]) -> dict[str, Any]:
    introduction = {"type": "markdown", "attributes": {"value": welcome}}
    return {
        "name": name,
        "description": description,
        "title": f"{label.capitalize()}: ",
        "labels": [label],
        "body": [introduction, *map(element, questions)],
    }


def element(question: Question) -> dict[str, Any]:
    """One question as GitHub takes it."""
    ticked = question.control in (Control.SOME_OF, Control.CONSENT)
    attributes: dict[str, Any] = {"label": question.label}
    if question.description:
        attributes["description"] = question.description
    if question.placeholder:
        attributes["placeholder"] = question.placeholder
    if ticked:
        must = {"required": True} if question.control is Control.CONSENT else {}
        attributes["options"] = [{"label": name} | must for name in question.options]
    elif question.options:
        attributes["options"] = list(question.options)
    element: dict[str, Any] = {
        "type": "checkboxes" if ticked else question.control.value,
        "id": question.key.replace(".", "-").replace("_", "-"),
        "attributes": attributes,
    }
    if question.required and not ticked:
        element["validations"] = {"required": True}
    return element


class _Dumper(yaml.SafeDumper):
    """Texts over more lines as such, and lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's own
        super().increase_indent(flow, False)


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def _yaml(content: dict[str, Any]) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text
