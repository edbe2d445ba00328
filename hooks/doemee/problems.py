"""What is wrong with a file, as a value: gathered, sorted and printed, never raised halfway."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is; the values are the words of the contract."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place.

    `line` and `column` start at 1 and point at the offending key or value in the file on disk.
    `message` says what is wrong, `hint` what to do instead: both are plain Dutch sentences
    without a closing full stop. `form_hint` is what to do for who fills in a form, where that differs.
    """

    file: str
    line: int
    column: int
    field: str
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    form_hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        subject = f"{self.field}: " if self.field else ""
        return printable(f"{place}: {self.severity}: {subject}{self.sentence}")

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it, on one line."""
        return sentence(self.message, self.hint)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that block a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def as_text(problems: Iterable[Problem]) -> str:
    """One line per problem: `path:line:column: fout: field: what is wrong. What to do.`"""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of `{file, line, column, severity, field, code, message, hint}`."""
    keys = ("file", "line", "column", "field", "code", "message", "hint", "severity")
    return json.dumps([{key: getattr(p, key) for key in keys} for p in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow annotations.

    Source of the escapes: actions/toolkit, packages/core/src/command.ts. A value that a stranger
    sent can thus never start a workflow command of its own.
    """
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    return "".join(
        f"::{kind[p.severity]} file={_property(p.file)},line={p.line},col={p.column},"
        f"title={_property(p.field or p.code)}::{_data(p.sentence)}\n"
        for p in problems
    )


def summary(problems: list[Problem], files: int) -> str:
    """The closing line: how much was looked at and what came of it."""
    bad = len(errors(problems))
    warnings = len(problems) - bad
    counted = _count(files, "bestand", "bestanden")
    if not problems:
        return f"{counted} nagekeken: alles in orde."
    found = [_count(bad, "fout", "fouten")] if bad else []
    if warnings:
        found.append(_count(warnings, "waarschuwing", "waarschuwingen"))
    return f"{counted} nagekeken: {' en '.join(found)}."


def sentence(message: str, hint: str) -> str:
    """What is wrong and how to mend it, on one line, each with its full stop."""
    return printable(f"{_ended(message)} {_ended(hint)}" if hint else _ended(message))


def printable(text: str) -> str:
    """Line ends and control characters of a stranger's text shown, not obeyed by the terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
