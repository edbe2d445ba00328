"""What the core may not read by itself: the clock, the environment and other programs. Only who starts it asks.

The core gets what these give as arguments, so that the same input always gives the same bytes.
"""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from doemee.history.git import Git, GitFailed


class WrongDay(ValueError):
    """DOEMEE_TODAY is no date."""


def variable(name: str) -> str:
    """A variable of the environment; empty when it is not set."""
    return os.environ.get(name, "")


def today() -> date:
    """DOEMEE_TODAY, or today in Brussels. Raises WrongDay."""
    fixed = variable("DOEMEE_TODAY")
    if not fixed:
        return datetime.now(ZoneInfo("Europe/Brussels")).date()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise WrongDay(f"DOEMEE_TODAY={fixed} is geen datum. Schrijf ze als 2026-03-01.") from None


def now() -> datetime:
    """SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), or now; in UTC, whole seconds."""
    epoch = variable("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)


def git(folder: Path) -> Git:
    """git, asked from a folder."""

    def ask(*arguments: str, data: bytes | None = None) -> bytes:
        try:
            return _run(("git", "-c", "core.quotepath=off", *arguments), folder, data)
        except subprocess.CalledProcessError as error:
            raise GitFailed(error.stderr.decode("utf-8", "replace").strip()) from None
        except OSError as error:
            raise GitFailed(str(error)) from None

    return ask


def _run(command: Sequence[str], folder: Path, data: bytes | None) -> bytes:
    """What a program writes on its standard output. Raises OSError or CalledProcessError."""
    return subprocess.run(command, cwd=folder, input=data, capture_output=True, check=True).stdout
