"""A value in YAML that needs quotes, or has the wrong ones: which mistake, and the line as it should be."""

import re
from typing import Any

from doemee.load.submission import Model
from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import CLOSED, COMMENT, LINE, quoted, shown


def _keys_that_hold(shape: type) -> frozenset[str]:
    """The keys, in any group of fields, whose declaration holds a list or a group itself."""
    found = set()
    for name, field in (
        (name, field) for group in Model.__subclasses__() for name, field in group.model_fields.items()
    ):
        pending = [field.annotation]
        while pending:
            part = pending.pop()
            if getattr(part, "__origin__", None) is shape or (isinstance(part, type) and issubclass(part, shape)):
                found.add(name)
            pending += getattr(part, "__args__", ())
    return frozenset(found)


_BRACKETS = {"[": ("]", _keys_that_hold(list)), "{": ("}", _keys_that_hold(Model))}
"""What closes each, and the keys after which it opens a list or a group and is no part of a text."""


def value(mending: Any, row: int, column: int, problem: str) -> Trouble | None:
    """Tell and mend a value that needs quotes; None when that is not what is wrong.

    `column` is where YAML stumbled, `problem` what it said, `mending` a Mending.
    """
    match = LINE.fullmatch(mending.lines[row])
    lead, key, written = match["lead"], match["key"], match["value"]
    sign, at = written[:1], match.start("value")
    if not key and not (match["lead"].strip() and written):
        return None
    fixed = quoted(lead, key, written)
    hint = shown(fixed, "Zet aanhalingstekens rond de tekst van dit veld", "Zet aanhalingstekens rond de tekst")
    if sign and sign in "\"'":
        return _inside_quotes(mending, row, match, problem)
    close, keys = _BRACKETS.get(sign, ("", ()))
    if close and (key in keys or not key):
        fixed = f"{lead}{key}: {written}{close}" if key else f"{lead}{written}{close}"
        if written.count(sign) == written.count(close):
            return None
        hint = shown(fixed, f"Zet een {close} op het einde")
        return mending.tell(
            mending.trouble("haakje", f"na deze {sign} ontbreekt de {close}", hint, row, at), row, fixed
        )
    if sign and sign in "@`%*&!|>[]{}-?,":
        message = f"een tekst die met {sign} begint, moet tussen aanhalingstekens staan"
        return mending.tell(
            mending.trouble(problem if problem in ("anker", "label") else "begin-van-tekst", message, hint, row, at),
            row,
            fixed,
        )
    inner = re.search(r":(?= |$)", written)
    if key and inner and column != match.start("gap") + 1:
        message = "in deze tekst staat een dubbelepunt en dan denkt YAML dat er een veld begint"
        return mending.tell(mending.trouble("dubbelepunt", message, hint, row, at + inner.start()), row, fixed)
    return None


def _inside_quotes(mending: Any, row: int, match: re.Match, problem: str) -> Trouble | None:
    """Quotes that close too early, or a backslash between double ones."""
    written, at = match["value"], match.start("value")
    mark = written[0]
    text = COMMENT.sub("", written).strip()
    if "escape" in problem:
        line = quoted(match["lead"], match["key"], text.strip(mark))
        back = at + max(written.find("\\"), 0)
        trouble = mending.trouble(
            "schuine-streep",
            "een \\ tussen dubbele aanhalingstekens heeft een eigen betekenis",
            shown(line, "Schrijf \\\\ in plaats van \\"),
            row,
            back,
        )
        return mending.tell(trouble, row, line)
    closed = CLOSED.match(written)
    if closed is None:
        return mending.lost_quote(row)
    if closed.end() == len(written) or COMMENT.fullmatch(written[closed.end() :]):
        return None
    whole = len(text) > 1 and text.endswith(mark)
    line = quoted(match["lead"], match["key"], text[1:-1].replace("\\" + mark, mark) if whole else text)
    message = f"de tekst eindigt al bij dit aanhalingsteken ({mark}), maar er staat nog iets achter"
    trouble = mending.trouble(
        "aanhalingsteken", message, shown(line, f"Verwijder de {mark} binnen de tekst"), row, at + closed.end() - 1
    )
    return mending.tell(trouble, row, line)
