"""What is wrong with one file, before it is known which file: a value, and the exception that stops the reading."""

from dataclasses import KW_ONLY, dataclass

from doemee.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing wrong in a file. Only load/ makes them; whoever knows the file makes a Problem of it.

    `line` and `column` start at 1. `field` is the key in which it happened, if that is known. `form_hint` is what to do
    for who fills in a form, where that differs from `hint`.
    """

    code: str
    message: str
    hint: str = ""
    _: KW_ONLY
    line: int = 1
    column: int = 1
    field: str = ""
    severity: Severity = Severity.ERROR
    form_hint: str = ""

    def problem(self, file: str, *, first_line: int = 1) -> Problem:
        """The same as a Problem of `file`; `first_line` is the number, in the file, of the first line that was read."""
        line = max(1, self.line + first_line - 1)
        said = (self.code, self.message, self.hint, self.severity, self.form_hint)
        return Problem(file, line, self.column, self.field, *said)


class BrokenFile(Exception):
    """Of these bytes, this text or this YAML nothing can be made.

    `troubles` holds everything that was found: first what could be seen through, last what could not.
    """

    def __init__(self, *troubles: Trouble):
        super().__init__(troubles[-1].message)
        self.troubles = troubles
