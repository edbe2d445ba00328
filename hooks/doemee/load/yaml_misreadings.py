"""YAML that parses but says something else than was meant: cut off, glued together, with odd quotes.

The rule for `#`: directly followed by a letter or digit it belongs to the text (`Actie #2`, `#SamenSterk`),
and so does one with a single space before it and a digit behind (`Fietsen # 2`). Any other `#` with a
space before it starts a comment, as everywhere in the example file.
"""

import re
from typing import Any

from doemee.load.strict_yaml import Tree
from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import LINE, TEXTS, field_at, quoted, shown
from doemee.load.yaml_mistakes import Mending
from doemee.problems import Severity

_CUT = re.compile(r" #(?:\w|(?<=[^ ] #) \d)")
_CUT_VALUE = re.compile(r"""(?:[^"'\[{|>].*?)?(?:(?:(?<=\s)|^)#(?=\w)|(?<=\S) #(?= \d))""")
# Looked for one by one: that is many times faster than one regular expression.
_HARD_SPACES = "\u00a0\u202f\u2003\u2009\u3000"
_QUOTES = "“”„‘’‚«»"
_SURE_COMMENT = re.compile(r"\s{2,}#(?:\s.*)?$")
_CURLY = re.compile(r"([“”„‟‘’‚‛«»])(.*)([“”‟‘’‛«»])(\s+#\s.*)?")
_GLUED_ITEM = re.compile(r"( *(?:- +)+)([a-z_]{2,20}):([^\s/].*)")
_GLUED_DASH = re.compile(r"( *)-([a-z_]{2,20}:(?: .*|$))")


def may_be_misread(yaml: str) -> bool:
    """A quick look: is there anything that could be read otherwise than it was meant?"""
    if _CUT.search(yaml):
        return True
    return not yaml.isascii() and any(
        sign in yaml and (sign in _HARD_SPACES or f": {sign}" in yaml or f"- {sign}" in yaml)
        for sign in _HARD_SPACES + _QUOTES
    )


def look_again(text: str, tree: Tree, wrong: bool) -> Mending | None:
    """The lines as they were meant, or None when all is read as it stands.

    `wrong` says that the values did not pass: then also what is odd but could be right is mended.
    Only lines on which YAML sees a field or an item start are looked at: in a text over more lines
    anything may stand.
    """
    mending = tree.mended or Mending(text)
    before = len(mending.troubles), mending.text
    mending.without_hard_spaces()
    for row in _starts(tree):
        if row < len(mending.lines):
            _cut(mending, row)
            _curly(mending, row)
            if wrong:
                _glued(mending, row)
    if wrong:
        _swallowed(mending, _starts(tree))
    return mending if (len(mending.troubles), mending.text) != before else None


def _starts(tree: Tree) -> list[int]:
    """The rows on which a field or an item of a list starts."""
    rows: set[int] = set()

    def walk(marks: Any) -> None:
        line, _, inside = marks
        rows.add(line - 1)
        for below in inside.values() if isinstance(inside, dict) else inside or ():
            walk(below)

    walk(tree.marks)
    return sorted(rows)


def _tell(
    mending: Mending,
    row: int,
    line: str,
    column: int,
    code: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> None:
    trouble = Trouble(code, message, hint, line=row + 1, column=column, severity=severity)
    mending.tell(trouble, row, line)
    trouble.field = field_at(mending.lines, row)


def _cut(mending: Mending, row: int) -> None:
    """`titel: Actie #2 in Gent`: YAML keeps `Actie`."""
    line = mending.lines[row]
    match = LINE.fullmatch(line)
    field = (match["key"] or field_at(mending.lines, row).rpartition(".")[2]) if match else ""
    if " #" not in line or field not in TEXTS:
        return
    if cut := _CUT_VALUE.match(match["value"]):
        fixed = quoted(match["lead"], match["key"], match["value"], _SURE_COMMENT)
        hint = shown(fixed, "Zet aanhalingstekens rond de tekst van dit veld", "Zet aanhalingstekens rond de tekst")
        _tell(
            mending,
            row,
            fixed,
            match.start("value") + cut.end(),
            "hekje",
            "alles vanaf # valt weg: YAML leest het als een opmerking",
            hint,
        )


def _curly(mending: Mending, row: int) -> None:
    """`titel: “Samen”`: the quotes of a word processor are letters to YAML."""
    match = LINE.fullmatch(mending.lines[row])
    curly = _CURLY.fullmatch(match["value"].rstrip()) if match and match["value"] else None
    if curly is None or not (match["key"] or match["lead"]) or any(mark in curly[2] for mark in (curly[1], curly[3])):
        return
    fixed = quoted(match["lead"], match["key"], curly[2])
    text = (match["key"] or field_at(mending.lines, row).rpartition(".")[2]) in TEXTS
    what = "horen bij de tekst en komen zo op de site" if text else "zijn voor YAML geen aanhalingstekens"
    message = f"de gekrulde aanhalingstekens {curly[1]} {curly[3]} {what}"
    hint = shown(fixed, "Gebruik rechte aanhalingstekens", "Laat ze weg of gebruik rechte")
    line = mending.lines[row] if text else fixed
    severity = Severity.WARNING if text else Severity.ERROR
    _tell(mending, row, line, match.start("value") + 1, "gekrulde-aanhalingstekens", message, hint, severity)


def _glued(mending: Mending, row: int) -> None:
    """`-datum: …` is a field named -datum, and `- datum:2026` is a text."""
    line = mending.lines[row]
    if match := _GLUED_DASH.fullmatch(line):
        fixed = f"{match[1]}- {match[2]}"
        _tell(
            mending,
            row,
            fixed,
            len(match[1]) + 1,
            "streepje",
            "na het streepje ontbreekt een spatie",
            shown(fixed, "Zet er een spatie"),
        )
    elif match := _GLUED_ITEM.fullmatch(line):
        fixed = f"{match[1]}{match[2]}: {match[3]}"
        _tell(
            mending,
            row,
            fixed,
            match.end(2) + 1,
            "spatie",
            "na de dubbelepunt ontbreekt een spatie",
            shown(fixed, "Zet er een spatie"),
        )


def _swallowed(mending: Mending, starts: list[int]) -> None:
    """A lost quote that the next quote in the file happens to close, with whole fields in between."""
    for row in starts:
        match = LINE.fullmatch(mending.lines[row]) if row < len(mending.lines) else None
        if match and match["key"] and match["value"][:1] in ("'", '"') and mending.stays_open(row):
            mending.lost_quote(row)
            return
