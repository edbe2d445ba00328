"""What is outside the core, as it is handed in: the clock, git and the like. The real one is hooks/surroundings.py."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from doemee.history.git import Git


class WrongDay(ValueError):
    """DOEMEE_TODAY is no date."""


class Outside(Protocol):
    """What a command may ask. A test may hand in another."""

    def today(self) -> date:
        """The day on which it is made: in Brussels, or the one that was fixed. Raises WrongDay."""
        ...

    def now(self) -> datetime:
        """The moment, in UTC."""
        ...

    def variable(self, name: str) -> str:
        """A variable of the environment; empty when it is not set."""
        ...

    def git(self, folder: Path) -> Git:
        """git, asked from a folder."""
        ...

    def bundle(self, folder: Path, entries: Sequence[str]) -> Mapping[str, bytes]:
        """The entries below a folder, each with the modules that it imports. Raises UnbundledScripts."""
        ...

    def program(self, *command: str, data: bytes = b"") -> tuple[int, bytes, str]:
        """Exit status, output and errors of another program. Raises OSError when it is not there, or takes too long."""
        ...
