"""From bytes to text, and from text to the YAML and the description in it.

This is the first step of loading. Whatever an editor on Windows or a word processor does to a file
is settled or named here, so that the later steps meet clean lines only. A mistake that can be seen
through is reported and seen through: the sender hears of the others in the same run.
"""

import re
import unicodedata
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from doemee.load.hidden_characters import without_hidden
from doemee.load.trouble import BrokenFile, Trouble
from doemee.load.wrong_encoding import FIRST_BYTES, decoded, other_kind
from doemee.problems import Severity

MAX_BYTES = 64 * 1024
"""A file with every field filled in and a long description stays under 20 KB."""

_EXAMPLE = "Kopieer data/initiatives/_voorbeeld.md en vul in wat voor jou geldt"
# What may be meant as three dashes.
_DASHES = re.compile(r" {0,3}(?:[-._=*~\u2010-\u2015\u2212]{2,80}|[\u2010-\u2015])[ \t]*")
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
    troubles: tuple[Trouble, ...] = ()


def clean_text(data: bytes) -> tuple[str, list[Trouble]]:
    """The text of a file, in Unicode NFC with `\\n` as line end, and what was wrong with its bytes.

    Raises BrokenFile when the file is too large or no text at all. Hidden characters are out of the text.
    """
    if data.startswith(FIRST_BYTES) and (trouble := other_kind(data)):
        raise BrokenFile(trouble)
    if len(data) > MAX_BYTES:
        message = f"dit bestand is {len(data) // 1024} KB groot, er mag hoogstens {MAX_BYTES // 1024} KB in"
        hint = "Kort de beschrijving in en verwijs voor de rest naar je website"
        raise BrokenFile(Trouble("te-groot", message, hint))
    wrong: Trouble | None = None
    try:
        if b"\0" in data[:64]:
            text, wrong = decoded(data)  # UTF-16 without a mark is valid UTF-8, with a NUL beside each letter
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, wrong = decoded(data)
    text, hidden = without_hidden(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if text.isascii() else unicodedata.normalize("NFC", text), [wrong, *hidden] if wrong else hidden


def read_text(data: bytes) -> str:
    """The same, for a file in which nothing may be wrong. Raises BrokenFile with every error; warnings do not count."""
    text, troubles = clean_text(data)
    if wrong := [trouble for trouble in troubles if trouble.severity is Severity.ERROR]:
        raise BrokenFile(*wrong)
    return text


def split_markdown(text: str) -> Source:
    """Front matter and description of an `.md` file.

    Where the dashes are wrong it is reported and the best guess is split. Raises BrokenFile when there are no fields.
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

    One that is written as an `.md` file is reported, and read as such.
    """
    if not text or text.isspace():
        raise BrokenFile(Trouble("leeg", "dit bestand is leeg", _EXAMPLE))
    opened = _END.match(text)
    start = opened.end() if opened else 0
    end = _END.search(text, start) if "\n---" in text or "\n..." in text else None
    if end is None or not any(_FIELD.fullmatch(line) for line in text[start : end.start()].split("\n")):
        return Source(yaml=text, body="", body_line=1)  # what stands above the dashes are comments
    below = text[end.end() :]
    if not below.strip():
        return Source(yaml=text[: end.start()], body="", body_line=1)
    if _FIELD.match(below.lstrip()):
        return Source(yaml=text, body="", body_line=1)
    line = text.count("\n", 0, end.start()) + 1
    message = "onder deze streepjes staat een beschrijving, en dat kan alleen in een .md-bestand"
    hint = "Geef het bestand dezelfde naam met .md op het einde in plaats van .yml, en zet --- ook op de eerste regel"
    return _parts(text[: end.start()], below, line + 1, Trouble("beschrijving-in-yml", message, hint, line=line))


def _parts(front: str, body: str, line: int, *troubles: Trouble) -> Source:
    """`line` is the one below the dashes; `body` still starts with the end of the dashes' own line."""
    if "\n---" in body and (second := _SECOND_START.search(body)):
        at = line - 1 + body.count("\n", 0, second.start())
        hint = "Zet elk initiatief in een eigen bestand"
        troubles += (Trouble("twee-documenten", "hier begint een tweede blok met velden", hint, line=at),)
        body = body[: second.start()]
    stripped = body.lstrip("\n")
    skipped = len(body) - len(stripped) if stripped else 0
    return Source(front, stripped.rstrip("\n"), line + max(0, skipped - 1), troubles)


def _guessed(text: str) -> Source:
    """What is most likely meant, when the two lines of three dashes are not both there."""
    if not text or text.isspace():
        raise BrokenFile(Trouble("leeg", "dit bestand is leeg", _EXAMPLE))
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    if lines[first].lstrip().startswith("{"):
        hint = f"{_EXAMPLE}; schrijf elk veld op een eigen regel, zonder accolades"
        json = Trouble("json", "dit bestand is in JSON geschreven", hint, line=first + 1)
        return Source(text, "", len(lines), (json,))
    opened, wrong = _opening(lines, first)
    troubles = [wrong] if wrong else []
    start = opened + 1
    end = next((n for n in range(start, len(lines)) if _DASHES.fullmatch(lines[n])), len(lines))
    if opened != 0 and not any(_FIELD.fullmatch(line) for line in lines[start:end]):
        row = first if opened < 0 else opened
        message = "dit bestand heeft geen velden, alleen tekst"
        raise BrokenFile(Trouble("geen-velden", message, _EXAMPLE, line=row + 1))
    below = end + 1
    if end == len(lines):
        end = below = _description_row(lines, start)
        last = max((n for n in range(len(lines)) if lines[n].strip()), default=0)
        at, where = (end, "boven deze regel") if end < len(lines) else (last, "onder deze regel")
        message, hint = "na de velden ontbreekt de regel met drie streepjes", f"Zet {where} een regel met alleen ---"
        troubles.append(Trouble("geen-einde", message, hint, line=at + 1))
    elif lines[end].rstrip(" \t") != "---":
        troubles.append(_no_dashes(lines[end], end))
    front, body = "\n" * start + "\n".join(lines[start:end]), "\n" + "\n".join(lines[below:])
    return _parts(front, body, below + 1, *troubles)


def _opening(lines: list[str], first: int) -> tuple[int, Trouble | None]:
    """The row of the first boundary, or -1 when the fields start without one; and what is wrong with it."""
    if lines[0].rstrip(" \t") == "---":
        return 0, None
    if _DASHES.fullmatch(lines[first]) and (first == 0 or lines[first].rstrip(" \t") != "---"):
        return first, _no_dashes(lines[first], first)
    fields = next((n for n, line in enumerate(lines) if _FIELD.fullmatch(line)), len(lines))
    dashes = next((n for n, line in enumerate(lines) if line.rstrip(" \t") == "---"), len(lines))
    message = "de eerste regel van het bestand is niet ---"
    if dashes < fields < len(lines):
        message = f"{message}, die staat pas op regel {dashes + 1}"
        return dashes, Trouble("geen-begin", message, "Verwijder alles wat boven die regel staat")
    if fields < len(lines):
        return -1, Trouble("geen-begin", message, "Zet bovenaan een regel met alleen drie streepjes: ---")
    return -1, None


def _description_row(lines: list[str], start: int) -> int:
    """Where the description starts when no dashes say so: the first line after a blank one that can be no field."""
    blank = False
    for row in range(start, len(lines)):
        if blank and lines[row] and not _OF_FIELDS.fullmatch(lines[row]):
            return row
        blank = not lines[row].strip()
    return len(lines)


def _no_dashes(line: str, row: int) -> Trouble:
    message = f"hier staat “{line.strip()[:20]}” in plaats van drie streepjes"
    return Trouble("streepjes", message, "Schrijf op deze regel alleen ---", line=row + 1)
