"""A line of YAML that starts in a column where nothing else does, and fields below a field that has a text already."""

from typing import Any

from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import COMMENT, LINE, LOOK_BACK, field_at

_GROUPS = {"organisatie": "naam", "locatie": "naam", "contact": "naam", "inschrijven": "url", "afbeelding": "bestand"}


def indentation(mending: Any, row: int, column: int, problem: str) -> Trouble | None:
    """Tell and mend a line with too many or too few spaces before it; None when that is not what is wrong.

    `column` is where YAML stumbled, `mending` a Mending. The nearest column in which a line above starts is the right one.
    """
    lines = mending.lines
    match = LINE.fullmatch(lines[row])
    if not match["key"] and not match["lead"].strip():
        return None
    if "mapping values" in problem and column != match.start("gap") + 1:
        return None
    spaces = _spaces(match["lead"])
    columns: list[int] = []
    limit = 1 << 30
    for number in range(row - 1, max(-1, row - LOOK_BACK), -1):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        above = LINE.fullmatch(lines[number])
        if not above["key"]:
            continue
        if not columns and above["value"] and above["key"] in _GROUPS and len(above["lead"]) < spaces:
            return _group(mending, number)
        if not columns and not above["value"]:
            columns.append(len(above["lead"]) + 2)
        if len(above["lead"]) < limit:
            limit = len(above["lead"])
            columns.append(_spaces(above["lead"]) if "-" in match["lead"] else limit)
        if limit == 0:
            break
    columns = [other for other in columns if other != spaces]
    if not columns:
        return None
    best = min(columns, key=lambda other: (abs(other - spaces), -other))
    line = " " * best + lines[row].lstrip(" ")
    wanted = "Begin helemaal links" if best == 0 else f"Zet er precies {_counted(best)} voor"
    hint = f"{wanted}: `{line}`" if len(line) <= 160 else wanted
    message = f"deze regel springt verkeerd in (met {_counted(spaces)})" if spaces else "deze regel springt niet in"
    trouble = mending.tell(mending.trouble("inspringen", message, hint, row, spaces), row, line)
    trouble.field = field_at(lines, row)
    return trouble


def _group(mending: Any, row: int) -> Trouble:
    """`locatie: De Linde` with more fields under it."""
    match = LINE.fullmatch(mending.lines[row])
    key, inner = match["key"], _GROUPS[match["key"]]
    text = COMMENT.sub("", match["value"]).strip()
    mending.lost.add(inner)
    message = f"achter `{key}:` staat al een tekst, dus eronder kunnen geen velden meer staan"
    hint = f"Schrijf `{key}:` alleen op een regel en zet eronder `  {inner}: {text[:80]}`"
    trouble = mending.trouble("groep-met-tekst", message, hint, row, match.start("value"))
    return mending.tell(trouble, row, f"{match['lead']}{key}:")


def _spaces(lead: str) -> int:
    return len(lead) - len(lead.lstrip(" "))


def _counted(spaces: int) -> str:
    return f"{spaces} {'spatie' if spaces == 1 else 'spaties'}"
