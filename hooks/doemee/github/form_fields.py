"""From the answers of a form to the fields of a file, and over the fields that a file has already."""

import re
from collections.abc import Mapping
from typing import Any

from doemee.github.issue_form import Answers, Refusal
from doemee.github.moment_line import moments
from doemee.github.questions import BODY, CONSENT, EXISTING
from doemee.load.spelling import Misspelled, is_yes_or_no, parse_date, parse_yes_or_no

_OURS = frozenset({EXISTING, BODY, CONSENT})
_YES_OR_TEXT = frozenset({"online", "help_mee"})
_LISTS = {"organisatie.partners": r"\n", "herhaling.behalve": r"[\n,;]", "herhaling.op": r"[\n,;]| en "}
_BULLET = re.compile(r"[-*•] +")


def fields(answers: Answers, labels: Mapping[str, str]) -> tuple[dict[str, Any], list[Refusal]]:
    """The fields as file_text takes them, and what could not be read. `labels` holds the words of the form by key."""
    found: dict[str, Any] = {}
    refused: list[Refusal] = []
    for key, answer in answers.items():
        if key in _OURS:
            continue
        if key == "momenten":
            answer, unread = moments(answer)
            refused += (Refusal(labels[key], error.message, error.hint) for error in unread)
        elif key in _LISTS:
            answer = _listed(answer, key)
        elif key in _YES_OR_TEXT and is_yes_or_no(answer):
            answer = parse_yes_or_no(answer)
        group, _, name = key.rpartition(".")
        (found.setdefault(group, {}) if group else found)[name] = answer
    return found, refused


def corrected(present: Mapping[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a file with those of a correction in their place; what was left empty stays.

    A moment keeps what a form cannot ask (its id, title, place) when there is one on the same date; so
    it stays the same in the calendars of people. `herhaling` is replaced as a whole: its parts exclude
    each other.
    """
    result = {**present}
    for key, value in sent.items():
        was = result.get(key)
        if key in ("organisatie", "inschrijven") and isinstance(was, str):
            was = {"naam" if key == "organisatie" else "url": was}
        if key == "momenten":
            result[key] = _with_extras(value, was if isinstance(was, list) else [])
        elif key != "herhaling" and isinstance(value, Mapping) and isinstance(was, Mapping):
            result[key] = {**was, **value}
        else:
            result[key] = value
    return result


def _with_extras(moments: list[dict[str, Any]], before: list[Any]) -> list[dict[str, Any]]:
    """Each moment with the `id`, `titel`, `locatie` and `online` of the former one that it is.

    That is the one on the same date; else, when as many moments are left on both sides, the one in its place.
    """

    def on(moment: Mapping[str, Any]) -> Any:
        try:
            return parse_date(str(moment.get("datum")))
        except Misspelled:
            return None

    left = [moment for moment in before if isinstance(moment, Mapping)]
    pairs: list[Mapping[str, Any] | None] = []
    for moment in moments:
        same = next((former for former in left if on(former) == on(moment)), None)
        if same is not None:
            left.remove(same)
        pairs.append(same)
    if len(left) == pairs.count(None):
        pairs = [pair if pair is not None else left.pop(0) for pair in pairs]
    extras = ("id", "titel", "locatie", "online")
    return [
        moment | {key: former[key] for key in extras if former and key in former}
        for moment, former in zip(moments, pairs, strict=True)
    ]


def _listed(text: str, key: str) -> list[str] | str:
    """The items of a text, one per line or with commas. `eerste dinsdag` is one phrase, no list."""
    items = [_BULLET.sub("", item.strip(), count=1) for item in re.split(_LISTS[key], text) if item.strip()]
    return items[0] if key == "herhaling.op" and len(items) == 1 and " " in items[0] else items
