"""The lines of YAML as people write it: the parts of one, a place in them, and what mending makes of them.

Rows count from 0 here; lines and columns, as in what is reported, from 1.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from doemee.load.trouble import Trouble
from doemee.problems import Severity

LOOK_BACK = 150
"""So many lines are looked at around a mistake: hostile input must not make that long."""

COMMENT = re.compile(r"\s+#(?:\s.*)?$")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^']|'')*'", re.DOTALL)
_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]{0,40}) *(?P<colon>:)(?= |$) *)?(?P<value>.*)", re.DOTALL
)
_UNCHANGED: Mapping[int, str] = {}


class Line(NamedTuple):
    """Of `  - datum: 7 maart` the lead is `  - `, the key `datum` and the value `7 maart`, comment included.

    `colon` is the column, from 1, of the colon behind the key; 0 when there is no key. The value starts at index `at`.
    """

    lead: str
    key: str
    colon: int
    value: str
    at: int

    @property
    def spaces(self) -> int:
        """How far the line is indented."""
        return len(self.lead) - len(self.lead.lstrip(" "))


def parts(line: str) -> Line:
    """The parts of a line. Every text has them: what is no field and no item is all value."""
    match = next(_LINE.finditer(line))  # there is one, for every part may be empty
    return Line(match["lead"], match["key"] or "", match.start("colon") + 1, match["value"], match.start("value"))


def field_at(lines: Sequence[str], row: int, changed: Mapping[int, str] = _UNCHANGED) -> str:
    """`momenten.titel`: the field of a line and those it stands under, by their indentation.

    `changed` holds the rows that are to be read otherwise than they stand.
    """
    keys: list[str] = []
    limit = 1 << 30
    for number in range(min(row, len(lines) - 1), max(-1, row - LOOK_BACK), -1):
        match = _LINE.match(changed.get(number, lines[number]))
        if match and match["key"] and match.end("lead") < limit:
            keys.append(match["key"])
            limit = match.end("lead")
        if limit == 0:
            break
    return ".".join(reversed(keys))


def quoted(line: Line, value: str, comment: re.Pattern[str] = COMMENT) -> str:
    """The line with this value between quotes; a comment behind it goes."""
    text = comment.sub("", value).strip()
    mark = "'" if '"' in text and "'" not in text else '"'
    inner = text if mark == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    return f"{line.lead}{line.key}: {mark}{inner}{mark}" if line.key else f"{line.lead}{mark}{inner}{mark}"


def shown(line: str, otherwise: str, before: str = "Schrijf") -> str:
    """The cure: the line to paste, unless it is too long to show."""
    return f"{before}: `{line.strip()}`" if len(line) <= 160 else otherwise


@dataclass(frozen=True, slots=True)
class Fix:
    """One mistake, and what the lines become: `lines` holds the rows that change; from row `end` on, nothing is left.

    `done` are rows that are as they should be: no other fixer looks at them. Of `dropped` ones the value is gone, and
    `lost` are keys that stood in the file and no longer do: what is said of their fields later would be noise. A Fix
    without `trouble` mends what was reported before.
    """

    trouble: Trouble | None
    lines: Mapping[int, str]
    done: Set[int] = frozenset()
    dropped: Set[int] = frozenset()
    lost: Set[str] = frozenset()
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the lines, and why it is looked at.

    The parser stumbled, and `words` are its own, or it read what strict_yaml `refused`; or nothing stopped it. `column`
    is 0 for another row than the one to which it points, `begin` the row on which began what it was reading. `done` and
    `dropped` are the rows of earlier fixes.
    """

    lines: Sequence[str]
    row: int
    column: int = 0
    begin: int = 0
    words: str = ""
    refused: Trouble | None = None
    done: Set[int] = frozenset()
    dropped: Set[int] = frozenset()

    @property
    def line(self) -> Line:
        return parts(self.lines[self.row])

    @property
    def code(self) -> str:
        """The code of what was refused; nothing when the parser itself stumbled."""
        return self.refused.code if self.refused else ""

    @property
    def key(self) -> str:
        """The field of this row, or of the list in which it is an item."""
        return self.line.key or field_at(self.lines, self.row).rpartition(".")[2]

    def on(self, row: int) -> "Place":
        """The same for another row."""
        return self if row == self.row else replace(self, row=row, column=0)

    def trouble(
        self,
        code: str,
        message: str,
        hint: str,
        index: int,
        lines: Mapping[int, str],
        severity: Severity = Severity.ERROR,
    ) -> Trouble:
        """What is wrong at an index of this row, with the field that this is once `lines` are as they should be."""
        name = field_at(self.lines, self.row, lines)
        return Trouble(code, message, hint, line=self.row + 1, column=index + 1, field=name, severity=severity)

    def fix(self, code: str, message: str, hint: str, index: int, line: str, *, done: bool = True) -> Fix:
        """What is wrong at an index of this row, and the line as it should be."""
        lines = {self.row: line}
        return Fix(self.trouble(code, message, hint, index, lines), lines, done={self.row} if done else frozenset())
