"""The text that GitHub makes of a filled-in form."""

from collections.abc import Mapping, Sequence
from typing import Any

from doemee.github.questions import CONSENT, Control, Question

RIGHT = {
    "titel": "Soep op de stoep",
    "samenvatting": "Een kom soep voor de hele straat.",
    "organisatie.naam": "Buurthuis De Linde",
    "type": "Actie",
    "momenten": "zaterdag 7 maart 2026, van 14.00 tot 17.00 uur",
    "locatie.postcode": "9800",
    "locatie.gemeente": "Deinze",
}
"""The least that makes an initiative."""

RIGHT_TIP = {
    "titel": "Vraag het persoonlijk",
    "samenvatting": "Wie persoonlijk gevraagd wordt, zegt vaker ja.",
    "thema": "Trek nieuwe vrijwilligers aan",
    "beschrijving": "Bel eens, in plaats van te mailen.",
}


def body(questions: Sequence[Question], answers: Mapping[str, Any], *, end: str = "\n") -> str:
    """`### Label`, a blank line, the answer. `answers` holds texts, and lists of names for checkboxes; consent is given."""
    assert not set(answers) - {question.key for question in questions}
    parts = [f"### {question.label}\n\n{_answered(question, answers)}" for question in questions]
    return "\n\n".join(parts).replace("\n", end)


def _answered(question: Question, answers: Mapping[str, Any]) -> str:
    answer = answers.get(question.key)
    if question.control in (Control.SOME_OF, Control.CONSENT):
        chosen = question.options if question.key == CONSENT and answer is None else answer or ()
        return "\n".join(f"- [{'x' if name in chosen else ' '}] {name}" for name in question.options)
    return "_No response_" if answer is None else answer
