"""What stops the reading of one file, before it is known which file that is."""


class Trouble(Exception):
    """Raised inside load/ only; the loader turns it into a Problem and goes on with the next file.

    `line` and `column` start at 1. `field` is the key in which it happened, if that is known.
    """

    def __init__(self, code: str, message: str, hint: str = "", *, line: int = 1, column: int = 1, field: str = ""):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
        self.field = field
