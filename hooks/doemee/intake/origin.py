"""The line in a file that says where it came from, so that a second import finds it again.

    # ingevoerd: ics:kbhmd... acdefg... hijklm...

Format and UID of the source, what the source said, and the file as it was written. All three are codes of letters
only: a UID may hold somebody's mail address or a number that looks like one of a person, and what stands in a file
becomes public for ever.
"""

import hashlib
import re
from dataclasses import dataclass

_LINE = re.compile(r"^# ingevoerd: ([a-z.]{2,20}):([a-z]{16}) ([a-z]{12}) ([a-z]{12})$", re.MULTILINE)
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_BLANK = "a" * 12


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file came from: the `key` of the initiative in its source, and what the `source` said, as a code.

    `untouched` when nobody changed the file since.
    """

    key: str
    source: str
    untouched: bool


def key(format: str, uid: str) -> str:
    """The name of a source's initiative in a file."""
    return f"{format}:{_code(uid, 16)}"


def line(key: str, source: str) -> str:
    """The line for a file that is still to be sealed."""
    return f"ingevoerd: {key} {source} {_BLANK}"


def fingerprint(text: str) -> str:
    """What the source says, as a code: the text that would be written from it alone."""
    return _code(text, 12)


def sealed(text: str) -> str:
    """The text with the code of itself in its line."""
    return text.replace(f" {_BLANK}\n", f" {_code(text, 12)}\n", 1)


def origin_of(data: bytes) -> Origin | None:
    """Where a file came from; None when it was not imported. Line ends of Windows change nothing."""
    text = text_of(data)
    match = _LINE.search(text)
    if match is None:
        return None
    format, uid, source, written = match.groups()
    as_written = text[: match.start(4)] + _BLANK + text[match.end(4) :]
    return Origin(f"{format}:{uid}", source, _code(as_written, 12) == written)


def text_of(data: bytes) -> str:
    """A file as text with our line ends."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def without_line(text: str) -> str:
    """The text of a file without its line, to compare what people read."""
    return _LINE.sub("", text, count=1).replace("\n\n", "\n", 1) if _LINE.search(text) else text


def _code(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length].translate(_LETTERS)
