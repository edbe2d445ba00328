"""What is said of a mistake: an answer of the catalogue, by its key, with the values of the case filled in."""

import string
from typing import Any, NamedTuple

from doemee.load.catalogue import ANSWERS, IN_FORMS, Answer
from doemee.load.trouble import Trouble
from doemee.problems import Severity


class Said(NamedTuple):
    """A filled-in answer, in the order in which a Problem takes its parts."""

    code: str
    message: str
    hint: str
    severity: Severity
    form_hint: str


def say(key: str, /, **values: object) -> Said:
    """The answer of that key. Raises KeyError when there is none, or when it needs a value that is not given."""
    answer = ANSWERS[key]
    hint = answer.cure.format_map(values)
    form_hint = answer.form.format_map(values) if answer.form else ""
    return Said(answer.code or key, answer.message.format_map(values), hint, answer.severity, form_hint)


def trouble(key: str, /, *, line: int = 1, column: int = 1, field: str = "", **values: object) -> Trouble:
    """The same in a place of a file; `line` and `column` start at 1."""
    said = say(key, **values)
    return Trouble(
        said.code,
        said.message,
        said.hint,
        line=line,
        column=column,
        field=field,
        severity=said.severity,
        form_hint=said.form_hint,
    )


def placeholders(answer: Answer) -> set[str]:
    """The names of the values that an answer needs."""
    texts = (answer.message, answer.cure, answer.form)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def for_forms() -> dict[str, dict[str, Any]]:
    """The answers that the browser gives too, in the words for who fills in a form, as JSON takes them."""
    return {key: _in_form(answer) for key, answer in IN_FORMS.items()}


def _in_form(answer: Answer) -> dict[str, Any]:
    said: dict[str, Any] = {"message": answer.message, "cure": answer.form or answer.cure}
    if answer.code:
        said["code"] = answer.code
    if answer.severity is not Severity.ERROR:
        said["severity"] = answer.severity.value
    return said
