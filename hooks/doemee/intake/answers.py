"""One field, asked until the answer is right: the words come from the declaration, the verdict from `doemee check`."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from doemee.intake.dialogue import Dialogue
from doemee.load.declared import Declaration, Field
from doemee.load.fields import DAY_KINDS, POSTCODE, TIME_OF_DAY
from doemee.load.loader import Loaded, load
from doemee.load.marks import Setter
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity
from doemee.text import slugify
from doemee.write.data.choices import Choices, Option, options
from doemee.write.data.columns import clock, day
from doemee.write.data.submission_file import file_text

Wrap = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes the fields of the whole file of those of a group, so that each answer is judged in its place."""

_UNFINISHED = frozenset({"verplicht-veld", "geen-plaats", "te-weinig", "herhaling-einde", "leeg"})
"""What is wrong only because not everything has been asked yet."""


@dataclass(slots=True)
class Interview:
    """The answers so far, and what the check would say of them: `judge` gives the problems of the file by itself."""

    declared: Declaration
    campaign: Campaign
    dialogue: Dialogue
    judge: Callable[[Loaded], list[Problem]]
    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    choices: Choices = field(init=False)

    def __post_init__(self) -> None:
        """Names are looked up for every answer."""
        self.choices = Choices(self.campaign)

    def text(self, fields: Mapping[str, Any] | None = None) -> str:
        """The file as it would be now."""
        return file_text(self.fields if fields is None else fields, self.body, declared=self.declared)

    def problems(self, fields: Mapping[str, Any], finished: str = "") -> list[Problem]:
        """What is wrong with these fields; what is still to be asked counts only in the one that is `finished`."""
        loaded = load("data/initiatives/nieuw-bestand.md", self.text(fields).encode(), self.declared.model)
        return [
            problem
            for problem in self.judge(loaded)
            if problem.code not in _UNFINISHED or (finished and problem.field.split(".")[0] == finished)
        ]

    def accepted(self, fields: Mapping[str, Any], name: str) -> bool:
        """Say what an answer to `name` adds to what was wrong; a warning lets it pass."""
        before = {(problem.field, problem.code, problem.message) for problem in self.problems(self.fields)}
        return self._judged([p for p in self.problems(fields, name) if (p.field, p.code, p.message) not in before])

    def ask(self, asked: Field, required: bool = False) -> None:
        """Ask a field of the whole and keep the answer; an empty one leaves an optional field out."""
        if asked.many and asked.fields:
            self._ask_list(asked)
            return
        first = True
        while True:
            value = self._value(asked, required, first)
            fields = self._without(asked) | ({} if value is None else {asked.name: value})
            if value is None or self.accepted(fields, asked.name):
                self.fields = fields
                return
            first = False

    def forget(self, asked: Field) -> None:
        """Without the answer to a field."""
        self.fields = self._without(asked)

    def _without(self, asked: Field) -> dict[str, Any]:
        return {key: item for key, item in self.fields.items() if key != asked.name}

    def _ask_list(self, asked: Field) -> None:
        """One group after another, until the person has no more of them."""
        one = asked.each.one if asked.each else asked.title.lower()
        self.forget(asked)
        while True:
            items = self.fields.get(asked.name, [])
            self.dialogue.say("", f"{one.capitalize()} {len(items) + 1}")
            item = self._item(asked, items)
            if not item and not asked.required:
                return
            fields = self.fields | {asked.name: [*items, item]}
            if self.accepted(fields, asked.name):
                self.fields = fields
                if not self.dialogue.confirm(f"Nog een {one}?", otherwise=False):
                    return

    def _item(self, asked: Field, before: list[dict[str, Any]]) -> dict[str, Any]:
        """One group of a list: what everybody needs of it; from the second on also what differs from the whole."""

        def wrap(group: dict[str, Any]) -> dict[str, Any]:
            return self.fields | {asked.name: [*before, group]}

        _, needed = asked.by_section()[0]
        item = self.ask_group(needed, wrap) or {}
        whole = {field.name for field in self.declared.fields}
        own = [inner for inner in asked.fields if inner not in needed and inner.name in whole]
        if (
            own
            and before
            and asked.each
            and asked.each.differs
            and self.dialogue.confirm(asked.each.differs, otherwise=False)
        ):
            item |= self.ask_group(own, lambda group: wrap(item | group)) or {}
        return item

    def ask_group(self, asked: Sequence[Field], wrap: Wrap, required: bool = True) -> dict[str, Any] | None:
        """The fields of a group, one by one; None when all of them are left open.

        Of a group that is not `required`, an empty answer where one is needed means: leave it.
        """
        group: dict[str, Any] = {}
        for inner in asked:
            if inner.setter is not Setter.SENDER:
                continue
            first = True
            while True:
                value = self._value(inner, inner.required and required, first)
                if value is None and inner.required:
                    self.dialogue.say("  Dan laten we dit weg.")
                    return None
                if value is None:
                    break
                found = self.problems(wrap(group | {inner.name: value}))
                if self._judged([p for p in found if p.field == inner.key or p.field.startswith(f"{inner.key}.")]):
                    group[inner.name] = value
                    self._follow_up(inner, value)
                    break
                first = False
        return group or None

    def _judged(self, found: list[Problem]) -> bool:
        for problem in dict.fromkeys(found):
            kind = "Let op" if problem.severity is Severity.WARNING else "Dat gaat niet"
            self.dialogue.say(f"  {kind}: {problem.sentence}")
        return all(problem.severity is Severity.WARNING for problem in found)

    def _value(self, asked: Field, required: bool, first: bool) -> Any:
        """One answer, as it stands in a file; None when it is empty. The question is introduced the `first` time."""
        if asked.fields:
            self.dialogue.say("", f"{asked.title}: {asked.help}")
            whole = len(asked.path) == 1
            return self.ask_group(
                asked.fields, lambda group: {**self.fields, asked.name: group} if whole else self.fields, required
            )
        choices = options(asked, self.campaign)
        if first:
            self._introduce(asked, required, choices)
        while not (answer := self.dialogue.ask(f"{asked.title}:")):
            if not required:
                return None
            self.dialogue.say("  Dit is verplicht: vul het in.")
        if not asked.listed:
            return self._spelled(asked, answer, choices)
        parts = [part.strip() for part in answer.split(",") if part.strip()]
        if not asked.many and len(parts) == 1 and " " in parts[0]:
            return parts[0]  # a phrase: eerste dinsdag
        return [self._spelled(asked, part, choices) for part in parts] or None

    def _introduce(self, asked: Field, required: bool, choices: Sequence[Option]) -> None:
        self.dialogue.say("", f"{asked.title}{' (verplicht)' if required else ''}: {asked.help}")
        if asked.example and not choices:
            self.dialogue.say(f"  Bijvoorbeeld: {asked.example}")
        for number, option in enumerate(choices, 1):
            label = f"{option.name}: {option.description}" if option.description else option.name
            self.dialogue.say(
                f"  {number:2}. {label if label.lower() == option.value else f'{label} [{option.value}]'}"
            )
        if choices and asked.listed:
            self.dialogue.say("  Meer dan één? Zet er een komma tussen.")

    def _spelled(self, asked: Field, answer: str, choices: Sequence[Option]) -> str:
        """An answer as it stands in every other file, where it is clear; else as it is, and the check says why not."""
        if choices:
            return self._chosen(asked, answer, choices)
        if asked.kind in DAY_KINDS:
            return day(answer)
        return clock(answer) if asked.kind is TIME_OF_DAY else answer

    def _chosen(self, asked: Field, answer: str, choices: Sequence[Option]) -> str:
        """The value for a number of the list, a value or a name."""
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1].value
        for option in choices:
            if answer.casefold() in (option.value, option.name.casefold()):
                return option.value
        known = self.choices.of(asked, answer)
        return slugify(known) or known

    def _follow_up(self, asked: Field, value: Any) -> None:
        """What follows from an answer: of a date the weekday, of a postcode the municipality and the province."""
        if asked.kind in DAY_KINDS and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            self.dialogue.say(f"  → {dutch.day(date.fromisoformat(value))}")
        if asked.kind is not POSTCODE or not (place := self.campaign.places.municipality(str(value))):
            return
        names = self.campaign.places.names(str(value))
        more = f" (ook: {', '.join(names[1:8])})" if len(names) > 1 else ""
        self.dialogue.say(f"  → {place.name}{more}, {self.campaign.regions[place.region].name}")
