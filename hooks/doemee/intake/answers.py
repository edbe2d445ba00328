"""One field, asked until the answer is right: the words come from the declaration, the verdict from `doemee check`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel

from doemee.check import check_one, check_tips
from doemee.intake.dialogue import Dialogue
from doemee.load.declared import INITIATIVE, TIP
from doemee.load.loader import load
from doemee.load.spelling import LANGUAGES
from doemee.load.submission import Submission
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity
from doemee.text import slugify
from doemee.write.data.choices import Choices, enum_values
from doemee.write.data.columns import clock, day
from doemee.write.data.submission_file import file_text

Wrap = Callable[[dict[str, Any]], dict[str, Any]]

_UNFINISHED = frozenset({"verplicht-veld", "geen-plaats", "te-weinig", "herhaling-einde", "leeg"})
"""What is wrong only because not everything has been asked yet."""

_SPELLED = {
    "momenten.datum": day,
    "momenten.einddatum": day,
    "momenten.van": clock,
    "momenten.tot": clock,
    "herhaling.tot_en_met": day,
}
"""Answers that are written as in every other file, once they are clear."""


@dataclass(slots=True)
class Draft:
    """The answers so far, and what the check would say of them."""

    campaign: Campaign
    dialogue: Dialogue
    images: frozenset[str]
    model: type[BaseModel] = Submission
    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    choices: Choices = field(init=False)

    def __post_init__(self) -> None:
        """Names are looked up for every answer."""
        self.choices = Choices(self.campaign)

    def text(self, fields: Mapping[str, Any] | None = None) -> str:
        """The file as it would be now."""
        return file_text(self.fields if fields is None else fields, self.body, model=self.model)

    def problems(self, fields: Mapping[str, Any], finished: str = "") -> list[Problem]:
        """What `doemee check` says of these fields; what is still to be asked counts only in the one that is `finished`."""
        loaded = load("data/initiatives/nieuw-bestand.md", self.text(fields).encode(), self.model)
        found = (
            check_one(loaded, self.campaign, self.images)
            if self.model is Submission
            else check_tips([loaded], self.campaign)
        )
        return [p for p in found if p.code not in _UNFINISHED or (finished and p.field.split(".")[0] == finished)]

    def accepted(self, fields: Mapping[str, Any], name: str) -> bool:
        """Say what an answer to `name` adds to what was wrong; a warning lets it pass."""
        before = {(problem.field, problem.code, problem.message) for problem in self.problems(self.fields)}
        return self._judged([p for p in self.problems(fields, name) if (p.field, p.code, p.message) not in before])

    def ask_field(self, name: str, required: bool = False) -> None:
        """Ask a field of the whole and keep the answer; an empty one leaves an optional field out."""
        declared = self.model.model_fields[name]
        first = True
        while True:
            value = self._value(name, declared, (name,), required, first)
            fields = {key: item for key, item in self.fields.items() if key != name} | (
                {} if value is None else {name: value}
            )
            if value is None or self.accepted(fields, name):
                self.fields = fields
                return
            first = False

    def ask_group(
        self,
        model: type[BaseModel],
        path: tuple[str, ...],
        wrap: Wrap,
        skip: frozenset[str] = frozenset(),
        required: bool = True,
    ) -> dict[str, Any] | None:
        """The fields of a group, one by one; None when all of them are left open.

        `wrap` makes the whole file of a group, so that each answer is checked in its place. Of a group that
        is not `required`, an empty answer where one is needed means: leave it.
        """
        group: dict[str, Any] = {}
        for name, declared in model.model_fields.items():
            if name in skip:
                continue
            dotted = ".".join((*path, name))
            first = True
            while True:
                value = self._value(name, declared, (*path, name), declared.is_required() and required, first)
                if value is None and declared.is_required():
                    self.dialogue.say("  Dan laten we dit weg.")
                    return None
                if value is None:
                    break
                found = self.problems(wrap(group | {name: value}))
                if self._judged([p for p in found if p.field == dotted or p.field.startswith(f"{dotted}.")]):
                    group[name] = value
                    self._follow_up(name, value)
                    break
                first = False
        return group or None

    def _judged(self, found: list[Problem]) -> bool:
        for problem in dict.fromkeys(found):
            kind = "Let op" if problem.severity is Severity.WARNING else "Dat gaat niet"
            self.dialogue.say(f"  {kind}: {problem.sentence}")
        return all(problem.severity is Severity.WARNING for problem in found)

    def _value(self, name: str, declared: Any, path: tuple[str, ...], required: bool, first: bool) -> Any:
        inner = _group(declared.annotation)
        if inner is not None:
            self.dialogue.say("", f"{declared.title}: {declared.description}")
            top, whole = path[0], len(path) == 1
            return self.ask_group(
                inner, path, lambda group: {**self.fields, top: group} if whole else self.fields, required=required
            )
        options = self._options(name, path, declared)
        many = "list[" in str(declared.annotation)
        if first:
            self._introduce(declared, required, options, many)
        while not (answer := self.dialogue.ask(f"{declared.title}:")):
            if not required:
                return None
            self.dialogue.say("  Dit is verplicht: vul het in.")
        if not many:
            return _SPELLED.get(".".join(path), str)(self._chosen(answer, options, path))
        parts = [part.strip() for part in answer.split(",") if part.strip()]
        if path[-1] == "op" and len(parts) == 1 and " " in parts[0]:
            return parts[0]
        return [self._chosen(part, options, path) for part in parts] or None

    def _introduce(self, declared: Any, required: bool, options: list[tuple[str, str]], many: bool) -> None:
        self.dialogue.say("", f"{declared.title}{' (verplicht)' if required else ''}: {declared.description}")
        if declared.examples and not options:
            self.dialogue.say(f"  Bijvoorbeeld: {declared.examples[0]}")
        for number, (identity, label) in enumerate(options, 1):
            self.dialogue.say(f"  {number:2}. {label if label.lower() == identity else f'{label} [{identity}]'}")
        if options and many:
            self.dialogue.say("  Meer dan één? Zet er een komma tussen.")

    def _options(self, name: str, path: tuple[str, ...], declared: Any) -> list[tuple[str, str]]:
        """What there is to choose from: ids with their names."""
        if words := enum_values(declared.annotation):
            return [(word, word) for word in words]
        if len(path) > 1:
            return []
        if name == "sdgs":
            return [(str(goal.id), goal.name) for goal in self.campaign.sdgs.values()]
        if name == "taal":
            return list(LANGUAGES.items())
        table = (INITIATIVE.tables if self.model is Submission else TIP.tables).get(name)
        rows = getattr(self.campaign, table) if table else {}
        return [(identity, _named(row)) for identity, row in rows.items()]

    def _chosen(self, answer: str, options: list[tuple[str, str]], path: tuple[str, ...]) -> str:
        """The id for a number of the list, an id or a name; else the answer, and the check says what is wrong."""
        if options and answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1][0]
        for identity, label in options:
            if answer.casefold() in (identity, label.split(":")[0].casefold()):
                return identity
        known = self.choices.of_field(path[-1], answer) if self.model is Submission and len(path) == 1 else answer
        return slugify(known) or known if options else known

    def _follow_up(self, name: str, value: Any) -> None:
        """What follows from an answer: of a date the day of the week, of a postcode the municipality and the province."""
        if name == "datum" and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            self.dialogue.say(f"  → {dutch.day(date.fromisoformat(value))}")
        if name != "postcode" or not (place := self.campaign.places.municipality(str(value))):
            return
        names = self.campaign.places.names(str(value))
        more = f" (ook: {', '.join(names[1:8])})" if len(names) > 1 else ""
        self.dialogue.say(f"  → {place.name}{more}, {self.campaign.regions[place.region].name}")


def _named(row: Any) -> str:
    if isinstance(row, str):
        return row
    return f"{row.name}: {row.description}" if getattr(row, "description", None) else row.name


def _group(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group(part))), None)
