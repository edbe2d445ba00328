"""git as the core sees it: something that can be asked. hooks/surroundings.py makes it, a test may make another."""

from collections.abc import Mapping
from typing import Protocol


class GitFailed(Exception):
    """git is not there, or could not do what was asked; its own words say why."""


class Git(Protocol):
    """git in one folder."""

    def __call__(self, *arguments: str, data: bytes | None = None, variables: Mapping[str, str] | None = None) -> bytes:
        """What git answers to these arguments. Raises GitFailed.

        `data` goes to its standard input, `variables` into its environment.
        """
        ...
