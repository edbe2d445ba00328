"""YAML that does not parse: which mistake it was, the line as it should be, and reading on with that.

PyYAML says where it stumbled, which is often a line too late, and in words for programmers. Here the
lines around that place are held against the mistakes that people make. Each mended line is one
attempt; there are few attempts, so hostile input costs no more than a few readings of it.
"""

import re

from yaml import YAMLError

from doemee.load.trouble import Trouble
from doemee.load.yaml_indentation import indentation
from doemee.load.yaml_lines import CLOSED, LINE, LOOK_BACK, TEXTS, field_at, hard_spaces, quoted, shown
from doemee.load.yaml_values import value as value_needs_quotes

MOST = 25

_GLUED_DASH = re.compile(r"( *)-([^\W\d][\w-]{0,40}:(?: .*|$))")
_GLUED_VALUE = re.compile(r"( *(?:- +)*)([a-z_]{2,20}):([^\s/].*)")
_GENERIC = "Schrijf `veld: waarde`, spring met twee spaties in en zet bijzondere tekst tussen aanhalingstekens"
_FINAL = frozenset({"te-lang", "leeg", "geen-velden"})


class Mending:
    """The lines of a file's YAML while they are being mended. Every row starts at 0 here.

    `broken` holds the rows of which the value was dropped: what is said about their fields later
    would be noise.
    """

    def __init__(self, text: str):
        self.lines = text.split("\n")
        self.troubles: list[Trouble] = []
        self.broken: set[int] = set()
        self.lost: set[str] = set()
        self._mended: set[int] = set()
        self._tabs = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def tell(self, trouble: Trouble, row: int, line: str) -> Trouble:
        """Remember a mistake of `row` and the line as it should be."""
        self.troubles.append(trouble)
        self.lines[row] = line
        self._mended.add(row)
        return trouble

    def mend(self, error: Exception) -> Trouble:
        """Tell what is wrong and mend it. Raises a Trouble, with all told before in `others`, when it cannot go on."""
        trouble = self._mend(error)
        if trouble is None or len(self.troubles) > MOST:
            last = trouble or self._generic(*_place(error))
            last.others = [other for other in self.troubles if other is not last]
            raise last
        return trouble

    def _mend(self, error: Exception) -> Trouble | None:
        row, column = _place(error)
        row = min(row, len(self.lines) - 1)
        code = error.code if isinstance(error, Trouble) else ""
        if code == "geen-velden" and (trouble := self._line_before_the_fields(row)):
            return trouble
        if code in _FINAL:
            self.troubles.append(error)
            error.others = self.troubles[:-1]
            raise error
        if code == "twee-documenten":
            del self.lines[row:]
            self.troubles.append(error)
            return error
        if trouble := self.without_hard_spaces():
            return trouble
        if not self._tabs and (trouble := self._without_tabs(row)):
            return trouble
        if not code:
            problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
            mark = getattr(error, "context_mark", None)
            start = mark.line if mark and ("scalar" in context or "key" in context or "flow" in context) else row
            if trouble := self._quote_that_stays_open(row):
                return trouble
            for candidate in dict.fromkeys((start, row, *self._above(row))):
                if (
                    candidate < len(self.lines)
                    and candidate not in self._mended
                    and (trouble := self._glued(candidate, candidate == row))
                ):
                    return trouble
            for candidate in dict.fromkeys((start, row)):
                if candidate < len(self.lines) and candidate not in self._mended:
                    trouble = value_needs_quotes(self, candidate, column if candidate == row else 0, problem)
                    if trouble or (candidate == row and (trouble := indentation(self, row, column, problem))):
                        return trouble
            if "simple key" in context or row in self.broken or not self.lines[row].strip():
                row = min(start, len(self.lines) - 1)
            while row and not self.lines[row].strip(" "):
                row -= 1  # YAML often stumbles at the very end
        elif row not in self._mended and code in ("anker", "label") and (trouble := self._anchor(row, error)):
            return trouble
        return self._drop(row, column, error if code else None)

    def _line_before_the_fields(self, row: int) -> Trouble | None:
        """`titel:Samen` or a loose text at the very top makes YAML think that all is one text."""
        if trouble := self._glued(row, True):
            return trouble
        match = LINE.fullmatch(self.lines[row])
        if (
            match["key"]
            or match["lead"].strip()
            or not any(LINE.fullmatch(line)["key"] for line in self.lines[row : row + LOOK_BACK])
        ):
            return None
        return self._drop(row, 1, None)

    def _anchor(self, row: int, error: Trouble) -> Trouble | None:
        """A text that starts with & * or ! is quoted; a real anchor or tag before a value goes."""
        match = LINE.fullmatch(self.lines[row])
        sign = re.match(r"(?:&|!+|\*)\S*\s*", match["value"])
        if not match["key"] or sign is None or match["key"] in TEXTS:
            return value_needs_quotes(self, row, 0, error.code)
        rest = match["value"][sign.end() :]
        line = f"{match['lead']}{match['key']}: {rest}".rstrip()
        if rest:
            error.hint = shown(line, "Schrijf alleen de waarde")
        else:
            self.broken.add(row)
            error.hint = "Schrijf hier de waarde zelf"
        error.field = field_at(self.lines, row)
        return self.tell(error, row, line)

    def without_hard_spaces(self) -> Trouble | None:
        """All at once, for what was pasted has many."""
        rows = hard_spaces(self.lines)
        for row, _, line in rows:
            self.lines[row] = line
        if not rows:
            return None
        row, column, line = rows[0]
        message = f"hier staat een harde spatie, en dat is voor YAML geen spatie{_and_others(len(rows))}"
        trouble = self.trouble(
            "harde-spatie", message, shown(line, "Typ gewone spaties", "Typ gewone spaties in de plaats"), row, column
        )
        self.troubles.append(trouble)
        return trouble

    def _above(self, row: int) -> list[int]:
        """The rows above that belong to the same list item or group, nearest first."""
        found = []
        for number in range(row - 1, max(-1, row - LOOK_BACK), -1):
            line = self.lines[number]
            if line.strip():
                found.append(number)
                if not line.startswith(" ") or line.lstrip().startswith("- "):
                    break
        return found

    def _without_tabs(self, row: int) -> Trouble | None:
        """A tab in the indentation: YAML wants spaces. All of them at once, for one tab is seldom alone."""
        rows = [
            n for n, line in enumerate(self.lines) if "\t" in line and "\t" in line[: len(line) - len(line.lstrip())]
        ]
        self._tabs = True
        if not rows or (rows[0] > row and row not in rows):
            self._tabs = bool(rows)
            return None
        first = rows[0]
        indent = len(self.lines[first]) - len(self.lines[first].lstrip())
        column = self.lines[first][:indent].index("\t") + 1
        for n in rows:
            line = self.lines[n]
            indent = len(line) - len(line.lstrip())
            self.lines[n] = line[:indent].replace("\t", "  ") + line[indent:]
        trouble = Trouble(
            "tab",
            f"deze regel springt in met een tab{_and_others(len(rows))}",
            "Gebruik spaties in plaats van een tab: twee per niveau",
            line=first + 1,
            column=column,
            field=field_at(self.lines, first),
        )
        self.troubles.append(trouble)
        return trouble

    def _quote_that_stays_open(self, row: int) -> Trouble | None:
        """A quote without its second one swallows the lines below, until the next quote anywhere."""
        for number in range(row, max(-1, row - LOOK_BACK), -1):
            match = LINE.fullmatch(self.lines[number])
            value = match["value"] if match else ""
            if value[:1] in ("'", '"') and value and not CLOSED.match(value) and number not in self._mended:
                if number != row and not self.stays_open(number):
                    return None  # it goes on below, as it may
                return self.lost_quote(number)
        return None

    def stays_open(self, row: int) -> bool:
        """Whether the quote of this line is not closed on it, while the next line is a field of its own."""
        match = LINE.fullmatch(self.lines[row])
        if match["value"][:1] not in ("'", '"') or not match["value"] or CLOSED.match(match["value"]):
            return False
        below = next((LINE.fullmatch(line) for line in self.lines[row + 1 : row + LOOK_BACK] if line.strip()), None)
        return below is not None and bool(below["key"])

    def lost_quote(self, row: int) -> Trouble:
        """Close the quote at the end of its line."""
        match = LINE.fullmatch(self.lines[row])
        mark = match["value"][0]
        line = quoted(match["lead"], match["key"], match["value"][1:].replace('\\"', '"'))
        hint = shown(line, f"Zet op het einde van de tekst ook een {mark}")
        trouble = self.trouble(
            "aanhalingsteken", "na dit aanhalingsteken ontbreekt het tweede", hint, row, match.start("value")
        )
        return self.tell(trouble, row, line)

    def _glued(self, row: int, stumbled: bool) -> Trouble | None:
        """`-datum:` or `titel:Samen`: the space is missing."""
        line = self.lines[row]
        if match := _GLUED_DASH.fullmatch(line):
            fixed = f"{match[1]}- {match[2]}"
            trouble = self.trouble(
                "streepje",
                "na het streepje ontbreekt een spatie",
                shown(fixed, "Zet een spatie na het streepje"),
                row,
                len(match[1]),
            )
            return self.tell(trouble, row, fixed)
        match = _GLUED_VALUE.fullmatch(line)
        if match and (stumbled or not match[3].startswith(":")):
            fixed = f"{match[1]}{match[2]}: {match[3]}"
            hint = shown(fixed, "Zet een spatie na de dubbelepunt")
            trouble = self.trouble("spatie", "na de dubbelepunt ontbreekt een spatie", hint, row, match.end(2))
            self.tell(trouble, row, fixed)
            trouble.field = field_at(self.lines, row)
            self._mended.discard(row)  # its value was not looked at yet
            return trouble
        return None

    def _drop(self, row: int, column: int, error: Trouble | None) -> Trouble | None:
        """Not understood: keep the name of the field, drop its value, then the whole line."""
        line = self.lines[row]
        match = LINE.fullmatch(line)
        if not line.strip(" "):
            return None
        known = row in self._mended or row in self.broken
        trouble = error or self._generic(row, column)
        if match["key"] and row not in self.broken and match["value"]:
            self.lines[row] = f"{match['lead']}{match['key']}:"
        else:
            if match["key"]:
                self.lost.add(match["key"])
            self.lines[row] = ""
        if (
            trouble.code == "vreemde-sleutel"
            and row + 1 < len(self.lines)
            and self.lines[row + 1].lstrip().startswith(":")
        ):
            self.lines[row + 1] = ""  # the value of `? …`
        self.broken.add(row)
        if not known:
            trouble.field = trouble.field or (field_at(self.lines, row) if match["key"] else "")
            self.troubles.append(trouble)
        return trouble

    def _generic(self, row: int, column: int) -> Trouble:
        row = min(row, len(self.lines) - 1)
        match = LINE.fullmatch(self.lines[row])
        if not match["key"] and match["value"]:
            message = "deze regel is geen veld: er staat geen naam met een dubbelepunt voor"
            hint = "Hoort de tekst bij de regel erboven? Zet er dan twee spaties voor. Verwijder hem anders, of zet hem in de beschrijving"
            return Trouble("geen-veld", message, hint, line=row + 1, column=len(match["lead"]) + 1)
        return Trouble("yaml", "we kunnen deze regel niet lezen", _GENERIC, line=row + 1, column=max(column, 1))

    def trouble(self, code: str, message: str, hint: str, row: int, at: int) -> Trouble:
        return Trouble(code, message, hint, line=row + 1, column=at + 1, field=field_at(self.lines, row))


def _and_others(rows: int) -> str:
    return f" (en op {rows - 1} andere {'regel' if rows == 2 else 'regels'} ook)" if rows > 1 else ""


def _place(error: Exception) -> tuple[int, int]:
    """Row from 0 and column from 1 of what was stumbled on."""
    if isinstance(error, Trouble):
        return error.line - 1, error.column
    mark = (
        getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if isinstance(error, YAMLError)
        else None
    )
    return (mark.line, mark.column + 1) if mark else (0, 1)
