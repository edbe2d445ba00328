"""What is wrong with one file, before it is known which file that is."""

from doemee.problems import Severity


class Trouble(Exception):
    """Raised or gathered inside load/ only; the loader turns it into a Problem.

    `line` and `column` start at 1. `field` is the key in which it happened, if that is known. `form_hint`
    is what to do for who fills in a form, where that differs. `others` is what was found before, when this one is the last.
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        line: int = 1,
        column: int = 1,
        field: str = "",
        severity: Severity = Severity.ERROR,
        form_hint: str = "",
    ):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
        self.field = field
        self.severity = severity
        self.form_hint = form_hint
        self.others: list[Trouble] = []
