"""From bytes to text, and from text to the YAML and the description in it.

This is the first step of loading. Whatever an editor on Windows or a word processor does to a file
is settled or named here, so that the later steps meet clean lines only. A mistake that can be seen
through is told and seen through: the sender hears of the others in the same run.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from frontmatter.default_handlers import YAMLHandler

from doemee.load.hidden_characters import without_hidden
from doemee.load.trouble import Trouble
from doemee.load.wrong_encoding import FIRST_BYTES, decoded, other_kind

MAX_BYTES = 64 * 1024
"""A file with every field filled in and a long description stays under 20 KB."""

_EXAMPLE = "Kopieer data/initiatives/_voorbeeld.md en vul in wat voor jou geldt"
_DASHES = re.compile(
    r" {0,3}(?:[-._=*~\u2010-\u2015\u2212]{2,80}|[\u2010-\u2015])[ \t]*"
)  # what may be meant as three dashes
_FIELD = re.compile(r"[ \t]*(?:- *)?[\"']?[A-Za-z_]{2,20}[\"']? ?:(?!//).*")
_OF_FIELDS = re.compile(r"[a-z_]{2,20} ?:(?!//).*|#.*|-\s.*|[]}].*|[ \t].*")
_SECOND_START = re.compile(r"^---[ \t]*\n+titel ?:", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:#.*)?$", re.MULTILINE)


class FrontMatter(YAMLHandler):
    """The front matter of python-frontmatter, but strict about where it starts and ends.

    The stock boundary also takes `-----` and swallows blank lines, after which every line number
    is wrong. This one leaves the text before the first newline in place: the line that PyYAML
    counts in the part that `split` returns is the line in the file.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text in two parts; `body_line` is the line on which the description starts."""

    yaml: str
    body: str
    body_line: int
    troubles: list[Trouble] = field(default_factory=list)


def readable(data: bytes) -> tuple[str, list[Trouble]]:
    """The text of a file, in Unicode NFC with `\\n` as line end, and what was wrong with its bytes.

    Raises Trouble when the file is too large or no text at all. Hidden signs are out of the text.
    """
    if data.startswith(FIRST_BYTES) and (trouble := other_kind(data)):
        raise trouble
    if len(data) > MAX_BYTES:
        raise Trouble(
            "te-groot",
            f"dit bestand is {len(data) // 1024} KB groot, er mag hoogstens {MAX_BYTES // 1024} KB in",
            "Kort de beschrijving in en verwijs voor de rest naar je website",
        )
    troubles = []
    try:
        if b"\0" in data[:64]:
            text, trouble = decoded(data)  # UTF-16 without a mark is valid UTF-8, with a NUL beside each letter
            troubles += [trouble] if trouble.message else []
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, trouble = decoded(data)
        troubles.append(trouble)
    text, hidden = without_hidden(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.isascii() else unicodedata.normalize("NFC", text), troubles + hidden


def read_text(data: bytes) -> str:
    """The same, for a file in which nothing may be wrong. Raises Trouble for the first thing that is."""
    text, troubles = readable(data)
    for trouble in troubles:
        raise trouble
    return text


def split_markdown(text: str) -> Source:
    """Front matter and description of an `.md` file.

    Where the dashes are wrong it is told and the best guess is split. Raises Trouble when there are no fields.
    """
    handler = FrontMatter()
    if text.startswith("---") and handler.detect(text):
        try:
            front, body = handler.split(text)
        except ValueError:
            return _guessed(text)
        if not ("\n---" in front or "\n..." in front):
            return _parts(front, body, front.count("\n") + 2)
    return _guessed(text)


def split_yaml(text: str) -> Source:
    """A `.yml` file is YAML alone; its description is the key `beschrijving`.

    One that is written as an `.md` file is told so, and read as such.
    """
    if not text or text.isspace():
        raise Trouble("leeg", "dit bestand is leeg", _EXAMPLE)
    if "\n---" in text or "\n..." in text:
        start = 1 if (ended := _END.match(text)) else 0
        if end := _END.search(text, ended.end() if ended else 0):
            tail = text[end.end() :]
            before = text[start and ended.end() : end.start()]
            if not any(_FIELD.fullmatch(line) for line in before.split("\n")):
                return Source(yaml=text, body="", body_line=1)  # comments above the dashes
            if not tail.strip():
                return Source(yaml=text[: end.start()], body="", body_line=1)
            if not _FIELD.match(tail.lstrip()):
                line = text.count("\n", 0, end.start()) + 1
                trouble = Trouble(
                    "beschrijving-in-yml",
                    "onder deze streepjes staat een beschrijving, en dat kan alleen in een .md-bestand",
                    "Geef het bestand dezelfde naam met .md op het einde in plaats van .yml, en zet --- ook op de eerste regel",
                    line=line,
                )
                return _parts(text[: end.start()], tail, line + 1, [trouble])
    return Source(yaml=text, body="", body_line=1)


def _parts(front: str, body: str, line: int, troubles: list[Trouble] | None = None) -> Source:
    """`line` is the one below the dashes; `body` still starts with the end of the dashes' own line."""
    troubles = troubles or []
    if "\n---" in body and (second := _SECOND_START.search(body)):
        at = line - 1 + body.count("\n", 0, second.start())
        troubles.append(
            Trouble(
                "twee-documenten",
                "hier begint een tweede blok met velden",
                "Zet elk initiatief in een eigen bestand",
                line=at,
            )
        )
        body = body[: second.start()]
    stripped = body.lstrip("\n")
    skipped = len(body) - len(stripped) if stripped else 0
    return Source(front, stripped.rstrip("\n"), line + max(0, skipped - 1), troubles)


def _guessed(text: str) -> Source:
    """What is most likely meant, when the two lines of three dashes are not both there."""
    if not text or text.isspace():
        raise Trouble("leeg", "dit bestand is leeg", _EXAMPLE)
    lines = text.split("\n")
    troubles: list[Trouble] = []
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    if lines[first].lstrip().startswith("{"):
        hint = f"{_EXAMPLE}; schrijf elk veld op een eigen regel, zonder accolades"
        return Source(
            text, "", len(lines), [Trouble("json", "dit bestand is in JSON geschreven", hint, line=first + 1)]
        )
    opened = _opening(lines, first, troubles)
    start = opened + 1
    end = next((n for n in range(start, len(lines)) if _DASHES.fullmatch(lines[n])), len(lines))
    fields = [n for n in range(start, end) if _FIELD.fullmatch(lines[n])]
    if not fields and opened != 0:
        shown = first if opened < 0 else opened
        raise Trouble("geen-velden", "dit bestand heeft geen velden, alleen tekst", _EXAMPLE, line=shown + 1)
    if end < len(lines) and lines[end].rstrip(" \t") != "---":
        troubles.append(_no_dashes(lines[end], end))
    elif end == len(lines):
        # The description starts at the first line after a blank one that can be no field.
        blank = False
        for n in range(start, len(lines)):
            if blank and lines[n] and not _OF_FIELDS.fullmatch(lines[n]):
                end = n
                break
            blank = not lines[n].strip()
        last = max((n for n in range(len(lines)) if lines[n].strip()), default=0)
        at, where = (end, "boven deze regel") if end < len(lines) else (last, "onder deze regel")
        troubles.append(
            Trouble(
                "geen-einde",
                "na de velden ontbreekt de regel met drie streepjes",
                f"Zet {where} een regel met alleen ---",
                line=at + 1,
            )
        )
        return _parts("\n" * start + "\n".join(lines[start:end]), "\n" + "\n".join(lines[end:]), end + 1, troubles)
    return _parts("\n" * start + "\n".join(lines[start:end]), "\n" + "\n".join(lines[end + 1 :]), end + 2, troubles)


def _opening(lines: list[str], first: int, troubles: list[Trouble]) -> int:
    """The row of the first boundary, or -1 when the fields start without one."""
    if lines[0].rstrip(" \t") == "---":
        return 0
    if _DASHES.fullmatch(lines[first]) and (first == 0 or lines[first].rstrip(" \t") != "---"):
        troubles.append(_no_dashes(lines[first], first))
        return first
    fields = next((n for n, line in enumerate(lines) if _FIELD.fullmatch(line)), len(lines))
    dashes = next((n for n, line in enumerate(lines) if line.rstrip(" \t") == "---"), len(lines))
    if dashes < fields < len(lines):
        troubles.append(
            Trouble(
                "geen-begin",
                f"de eerste regel van het bestand is niet ---, die staat pas op regel {dashes + 1}",
                "Verwijder alles wat boven die regel staat",
            )
        )
        return dashes
    if fields < len(lines):
        troubles.append(
            Trouble(
                "geen-begin",
                "de eerste regel van het bestand is niet ---",
                "Zet bovenaan een regel met alleen drie streepjes: ---",
            )
        )
    return -1


def _no_dashes(line: str, row: int) -> Trouble:
    shown = line.strip()
    return Trouble(
        "streepjes",
        f"hier staat “{shown[:20]}” in plaats van drie streepjes",
        "Schrijf op deze regel alleen ---",
        line=row + 1,
    )
