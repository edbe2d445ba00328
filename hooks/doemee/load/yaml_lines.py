"""A line of YAML by itself: its parts, the field it stands under, and the line as it should be."""

import re

LOOK_BACK = 150
"""So many lines are looked at around a mistake: hostile input must not make that long."""

TEXTS = frozenset(
    {
        "titel",
        "samenvatting",
        "organisatie",
        "naam",
        "partners",
        "adres",
        "gemeente",
        "alt",
        "bron",
        "tekst",
        "cijfer",
        "prijs",
        "help_mee",
    }
    | {"in_de_kijker", "beschrijving"}
)
"""Fields that hold a text of the sender's own, in which any sign may occur."""

LINE = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]{0,40})(?P<gap> *:(?= |$) *))?(?P<value>.*)")
COMMENT = re.compile(r"\s+#(?:\s.*)?$")
CLOSED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^']|'')*'", re.DOTALL)
HARD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_HARD_LEAD = re.compile("[- \u00a0\u2000-\u200a\u202f\u205f\u3000]*(?=[a-z_]{2,20}:)(?:[a-z_]+:[\u00a0\u202f\u3000]+)?")


def quoted(lead: str, key: str | None, value: str, comment: re.Pattern = COMMENT) -> str:
    """The line with quotes around its value; a comment behind it goes."""
    text = comment.sub("", value).strip()
    mark = "'" if '"' in text and "'" not in text else '"'
    inner = text if mark == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    return f"{lead}{key}: {mark}{inner}{mark}" if key else f"{lead}{mark}{inner}{mark}"


def shown(line: str, otherwise: str, before: str = "Schrijf") -> str:
    """The cure: the line to paste, unless it is too long to show."""
    return f"{before}: `{line.strip()}`" if len(line) <= 160 else otherwise


def field_at(lines: list[str], row: int) -> str:
    """`momenten.titel`: the field of a line and those it stands under, by their indentation."""
    names: list[str] = []
    limit = 1 << 30
    for number in range(row, max(-1, row - LOOK_BACK), -1):
        match = LINE.fullmatch(lines[number]) if number < len(lines) else None
        if match and match["key"] and len(match["lead"]) < limit:
            names.append(match["key"])
            limit = len(match["lead"])
        if limit == 0:
            break
    return ".".join(reversed(names))


def hard_spaces(lines: list[str]) -> list[tuple[int, int, str]]:
    """Row, column and cure of each line with a hard space (of a word processor or a web page) where YAML needs a real one."""
    found = []
    for row, line in enumerate(lines):
        if line.isascii() or not (space := HARD_SPACE.search(line)):
            continue
        lead = _HARD_LEAD.match(line)
        if lead and space.start() < lead.end():
            found.append((row, space.start(), HARD_SPACE.sub(" ", lead.group()) + line[lead.end() :]))
    return found
