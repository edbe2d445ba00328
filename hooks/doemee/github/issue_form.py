"""The text of an issue that came from a form, back into answers.

GitHub writes each question as `### Label`, a blank line and the answer, in the order of the form; an empty
answer is `_No response_`, a checkbox `- [x] name`. All of it is one text that the sender can change, and
who writes a description may well type a heading. So: a heading counts only where it is next in order, any
other belongs to the text above it; and when a text can be divided in two ways, it is refused, not guessed.
"""

import re
from collections.abc import Sequence
from typing import Any

from doemee.github.questions import Control, Question

MAX_BODY = 65_536
"""GitHub itself takes no longer text."""

EMPTY = frozenset({"_No response_", "None", "_Geen antwoord_", ""})
_TICKED = re.compile(r"[-*] \[( |x|X)\] (.*)")

Answers = dict[str, Any]
"""By the key of the question: a text, a chosen value or a list of them. What was left empty is not there."""


class Refusal(Exception):
    """An answer, or the whole text, cannot be read. `label` is the question, if it is about one."""

    def __init__(self, label: str, message: str, hint: str):
        super().__init__(f"{label}: {message}")
        self.label = label
        self.message = message
        self.hint = hint


_AGAIN = "Herstel de koppen (###) van het formulier, of vul een nieuw formulier in en sluit dit"


def read(body: str, questions: Sequence[Question]) -> tuple[Answers, list[Refusal]]:
    """The answers, and what is wrong with single ones.

    Raises Refusal when the text cannot be divided into the questions at all. Texts are given back as they
    were typed, without the blank lines around them.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    if len(body) > MAX_BODY:
        raise Refusal("", "deze tekst is te lang", "Kort de beschrijving in en verwijs voor de rest naar je website")
    starts = _starts(lines, questions)
    answers: Answers = {}
    refused: list[Refusal] = []
    for question, start, end in zip(questions, starts, [*starts[1:], len(lines)], strict=True):
        text = "\n".join(lines[start + 1 : end]).strip("\n")
        if question.control in (Control.LINE, Control.TEXT, Control.ONE_OF) and text.strip() in EMPTY:
            continue
        try:
            answers[question.key] = _answer(text, question)
        except Refusal as refusal:
            refused.append(refusal)
    return answers, refused


def _starts(lines: list[str], questions: Sequence[Question]) -> list[int]:
    """The line of each question's heading.

    The first and the last way to find all headings in order must be the same: then there is no other.
    """
    first: list[int] = []
    for question in questions:
        after = first[-1] + 1 if first else 0
        at = next((row for row in range(after, len(lines)) if _is_heading(lines, row, question)), None)
        if at is None or (not first and at):
            raise Refusal(question.label, "deze kop staat niet meer op zijn plaats in je tekst", _AGAIN)
        first.append(at)
    last: list[int] = []
    for question in reversed(questions):
        before = last[-1] if last else len(lines)
        last.append(next(row for row in range(before - 1, -1, -1) if _is_heading(lines, row, question)))
    last.reverse()
    for question, low, high in zip(questions, first, last, strict=True):
        if low != high:
            message = "deze kop staat twee keer in je tekst, en we weten niet welke van het formulier is"
            raise Refusal(question.label, message, "Schrijf hem in je eigen tekst anders, bijvoorbeeld zonder ###")
    return first


def _is_heading(lines: list[str], row: int, question: Question) -> bool:
    """GitHub puts a blank line on both sides."""
    return (
        lines[row].rstrip() == f"### {question.label}"
        and (row == 0 or not lines[row - 1].strip())
        and (row + 1 == len(lines) or not lines[row + 1].strip())
    )


def _answer(text: str, question: Question) -> Any:
    if question.control is Control.TEXT:
        return text
    if question.control in (Control.SOME_OF, Control.CONSENT):
        return _ticked(text, question)
    if "\n" in text.strip():
        raise Refusal(
            question.label, "hier staan meer regels dan het formulier vraagt", "Schrijf je antwoord op één regel"
        )
    if question.control is Control.LINE:
        return text.strip()
    if text.strip() not in question.options:
        raise _unknown(text, question)
    return question.options[text.strip()]


def _ticked(text: str, question: Question) -> list[Any]:
    """The values of the ticked names, each of them one of the form's."""
    chosen: list[Any] = []
    for line in filter(str.strip, text.split("\n")):
        match = _TICKED.fullmatch(line.strip())
        if not match or match[2].strip() not in question.options:
            raise _unknown(line, question)
        if match[1] != " ":
            chosen.append(question.options[match[2].strip()])
    if question.control is Control.CONSENT and set(question.options.values()) - set(chosen):
        raise Refusal(
            question.label,
            "niet alles is aangevinkt",
            "Vink elk vakje aan, anders kunnen we je inzending niet publiceren",
        )
    return list(dict.fromkeys(chosen))


def _unknown(text: str, question: Question) -> Refusal:
    shown = " ".join(text.split())[:80]
    return Refusal(
        question.label, f"“{shown}” is geen antwoord van het formulier", f"Kies uit: {', '.join(question.options)}"
    )
