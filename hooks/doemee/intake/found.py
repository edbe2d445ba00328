"""What a source holds: the initiatives that were found in it, and what must be told about them.

Every reader gives a Reading; filing.py makes files of it. Nothing is dropped in silence: a value
for which there is no place is a Remark.
"""

from dataclasses import dataclass, field
from typing import Any

MAX_FOUND = 1000
"""More initiatives in one source are a mistake in the export."""

MAX_BYTES = 5 * 1024 * 1024
"""No calendar or table that people keep by hand is larger."""


class Unreadable(Exception):
    """A source of which nothing can be made. `hint` says what to do instead."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person must hear. `to_do` when somebody has to act on it."""

    source: str
    where: str
    message: str
    hint: str = ""
    to_do: bool = True

    def __str__(self) -> str:
        place = ": ".join(filter(None, (self.source, self.where)))
        words = [self.message, self.hint] if self.hint else [self.message]
        sentence = " ".join(word if word.endswith((".", "?", "!")) else f"{word}." for word in words)
        return printable(f"{place}: {'te doen' if self.to_do else 'ter info'}: {sentence}")


@dataclass(slots=True)
class Found:
    """One initiative in a source.

    `fields` holds values for `file_text`, under the keys of the declaration. `uid` is what the
    source calls it, for the next time; `slug` the name of the file, if the source asks for one.
    """

    kind: str
    uid: str
    where: str
    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    slug: str = ""
    unsure: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What must be asked about a field, and how to answer: said only when the field stays empty."""


@dataclass(slots=True)
class Reading:
    """All that one source gave."""

    source: str
    found: list[Found] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    """Titles of what does not fall within the campaign."""

    def to_do(self, where: str, message: str, hint: str = "") -> None:
        """Somebody must look at this."""
        self.remarks.append(Remark(self.source, where, message, hint))

    def mention(self, where: str, message: str, hint: str = "") -> None:
        """This was done or left, and nobody needs to act."""
        self.remarks.append(Remark(self.source, where, message, hint, to_do=False))

    def forget(self, where: str) -> None:
        """Say nothing of an initiative that a person has taken in hand: it was said before."""
        self.remarks = [remark for remark in self.remarks if remark.where != where]

    def without_field(self, where: str, values: list[str]) -> None:
        """Values for which initiatives have no field."""
        if values:
            self.mention(
                where,
                f"hiervoor is er geen veld: {', '.join(values)}",
                "Zet het in de beschrijving als mensen het moeten weten",
            )


def printable(text: str) -> str:
    """Line ends, escapes and signs that turn the reading direction shown, not obeyed by the terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def shown(value: Any, most: int = 60) -> str:
    """A value of a source, short enough for a message."""
    text = " ".join(str(value).split())
    return f"“{text[:most]}…”" if len(text) > most else f"“{text}”"
