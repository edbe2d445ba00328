"""From the answers of a form to the fields of a file, and over the fields that a file has already."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from doemee.github.issue_form import Answers, Refusal
from doemee.github.moment_line import moments
from doemee.github.questions import Question, on_a_line
from doemee.load.declared import BODY, INITIATIVE, Declaration, Field
from doemee.load.fields import YES_KINDS
from doemee.load.spelling import Misspelled, is_yes_or_no, parse_yes_or_no
from doemee.load.submission import Model, Moment, Recurrence

Lines = Callable[[str], tuple[list[dict[str, Any]], list[Misspelled]]]

_LINES: Mapping[type[Model], Lines] = {Moment: moments}
"""Groups that people write on a line in a spelling of their own; of others the parts stand in their order."""

_BULLET = re.compile(r"[-*•] +")


def fields(answers: Answers, questions: Sequence[Question]) -> tuple[dict[str, Any], list[Refusal]]:
    """The fields as file_text takes them, and what could not be read."""
    found: dict[str, Any] = {}
    refused: list[Refusal] = []
    for question in questions:
        if question.about is None or question.about.key == BODY or question.key not in answers:
            continue
        answer, unread = _value(question.about, answers[question.key])
        refused += (Refusal(question.label, error.message, error.hint) for error in unread)
        *groups, name = question.about.path
        inside = found
        for group in groups:
            inside = inside.setdefault(group, {})
        inside[name] = answer
    return found, refused


def corrected(
    present: Mapping[str, Any], sent: Mapping[str, Any], declared: Declaration = INITIATIVE
) -> dict[str, Any]:
    """The fields of a file with those of a correction in their place; what was left empty stays.

    A moment keeps what a form cannot ask (its id, title, place) when there is one on the same date; so
    it stays the same in the calendars of people. A recurrence is replaced as a whole: its parts exclude
    each other.
    """
    result = {**present}
    for key, value in sent.items():
        field, was = declared.by_key[key], result.get(key)
        if field.short and isinstance(was, str):
            was = {field.short: was}
        if field.many and field.fields:
            result[key] = _with_extras(field, value, was if isinstance(was, list) else [])
        elif field.model is not Recurrence and isinstance(value, Mapping) and isinstance(was, Mapping):
            result[key] = {**was, **value}
        else:
            result[key] = value
    return result


def _with_extras(field: Field, items: list[dict[str, Any]], before: list[Any]) -> list[dict[str, Any]]:
    """Each group of a list with what a form cannot ask of it, from the former one that it is.

    That is the one whose first field, the date of a moment, means the same; else, when as many are left on both
    sides, the one in its place.
    """
    first = field.fields[0]

    def meaning(item: Mapping[str, Any]) -> Any:
        try:
            return first.kind.read(str(item.get(first.name))) if first.kind else item.get(first.name)
        except PydanticCustomError:
            return None

    left = [item for item in before if isinstance(item, Mapping)]
    pairs: list[Mapping[str, Any] | None] = []
    for item in items:
        same = next((former for former in left if meaning(former) == meaning(item)), None)
        if same is not None:
            left.remove(same)
        pairs.append(same)
    if len(left) == pairs.count(None):
        pairs = [pair if pair is not None else left.pop(0) for pair in pairs]
    extras = [inner.name for inner in field.fields if inner.in_issue_form.left_out]
    return [
        item | {key: former[key] for key in extras if former and key in former}
        for item, former in zip(items, pairs, strict=True)
    ]


def _value(field: Field, answer: Any) -> tuple[Any, list[Misspelled]]:
    """What an answer is in a file, and what of it could not be read."""
    if not isinstance(answer, str):
        return answer, []  # chosen from the options of the form, which are values already
    if field.many and field.fields:
        lines = _LINES.get(field.model) if field.model else None
        return lines(answer) if lines else _groups(field, answer)
    if field.listed:
        return _listed(field, answer), []
    if field.kind in YES_KINDS and is_yes_or_no(answer):
        return parse_yes_or_no(answer), []
    return answer, []


def _groups(field: Field, text: str) -> tuple[list[dict[str, Any]], list[Misspelled]]:
    """A group for each line, its parts with semicolons between them."""
    parts = on_a_line(field)
    found: list[dict[str, Any]] = []
    unread: list[Misspelled] = []
    for line in filter(None, (_BULLET.sub("", line.strip(), count=1) for line in text.split("\n"))):
        words = [word.strip() for word in line.split(";")]
        if len(words) > len(parts):
            message = f"“{line[:80]}” heeft meer delen dan er gevraagd worden"
            unread.append(Misspelled(message, f"Schrijf: {'; '.join(part.title for part in parts)}"))
        else:
            found.append({part.name: word for part, word in zip(parts, words, strict=False) if word})
    return found, unread


def _listed(field: Field, text: str) -> list[str] | str:
    """The items of a text: one per line or with commas, but a text of the sender's own may hold those itself."""
    apart = r"\n" if field.free else r"[\n,;]| en "
    items = [_BULLET.sub("", item.strip(), count=1) for item in re.split(apart, text) if item.strip()]
    # `eerste dinsdag` is one phrase, no list.
    return items[0] if not field.many and len(items) == 1 and " " in items[0] else items
