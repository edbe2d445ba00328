"""What the core may not read by itself: the clock, the environment and other programs. The only place that does.

The core gets what these give as arguments, so that the same input always gives the same bytes. Who starts it stands
here too: the command `doemee`, and hooks/initiatives.py for MkDocs.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from doemee.history.git import Git, GitFailed
from doemee.outside import WrongDay

TIMEOUT = 60
"""Seconds that another program may take."""


class Surroundings:
    """This machine, now: doemee.outside.Outside says what for."""

    def variable(self, name: str) -> str:
        """A variable of the environment; empty when it is not set."""
        return os.environ.get(name, "")

    def today(self) -> date:
        """DOEMEE_TODAY, or today in Brussels. Raises WrongDay."""
        fixed = self.variable("DOEMEE_TODAY")
        if not fixed:
            return datetime.now(ZoneInfo("Europe/Brussels")).date()
        try:
            return date.fromisoformat(fixed)
        except ValueError:
            raise WrongDay(f"DOEMEE_TODAY={fixed} is geen datum. Schrijf ze als 2026-03-01.") from None

    def now(self) -> datetime:
        """SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), or now; in UTC, whole seconds."""
        epoch = self.variable("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)

    def git(self, folder: Path) -> Git:
        """git, asked from a folder."""

        def ask(*arguments: str, data: bytes | None = None, variables: Mapping[str, str] | None = None) -> bytes:
            try:
                return _run(("git", "-c", "core.quotepath=off", *arguments), data, folder, variables)
            except subprocess.CalledProcessError as error:
                raise GitFailed(error.stderr.decode("utf-8", "replace").strip()) from None
            except (OSError, subprocess.TimeoutExpired) as error:
                raise GitFailed(str(error)) from None

        return ask

    def program(self, *command: str, data: bytes = b"") -> tuple[int, bytes, str]:
        """Exit status, output and errors of another program; raises OSError when it is not there or takes too long."""
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired as error:
            raise OSError(str(error)) from None
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def main() -> int:
    """The command `doemee`: the command line of the core, with what is outside of it."""
    from doemee.cli import main as command  # not for the hook, which has no need of it

    return command(sys.argv[1:], Surroundings())


def _run(command: Sequence[str], data: bytes | None, folder: Path, variables: Mapping[str, str] | None) -> bytes:
    """What a program writes on its standard output. Raises OSError, CalledProcessError or TimeoutExpired."""
    environment = {**os.environ, **(variables or {})}
    done = subprocess.run(
        command, cwd=folder, input=data or b"", env=environment, capture_output=True, timeout=TIMEOUT, check=True
    )
    return done.stdout
