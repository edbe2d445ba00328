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
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from doemee.history.git import Git, GitFailed
from doemee.outside import WrongDay
from doemee.write.frame.scripts import UnbundledScripts

TIMEOUT = 60
"""Seconds that another program may take."""

NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"
"""What `make` installs from package-lock.json. A copy of the project elsewhere needs it, or a link to it, too."""

_BUNDLING = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",  # what the browsers of 2022 know; nothing older is tried
    "--charset=utf8",
    "--legal-comments=none",
    "--tsconfig-raw={}",  # the same bytes wherever it runs
    "--log-level=error",
    "--color=false",
)


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
        """SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch), or now; in UTC, whole seconds."""
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

    def bundle(self, folder: Path, entries: Sequence[str]) -> dict[str, bytes]:
        """The entries below a folder, each with the modules that it imports; see doemee.write.frame.scripts.Bundle.

        Runs esbuild once, some 30 ms. Raises UnbundledScripts.
        """
        found = [path for name in ("bin/esbuild", "esbuild.exe") for path in NODE_MODULES.glob(f"@esbuild/*/{name}")]
        if not found:
            raise UnbundledScripts(
                f"Het programma esbuild, dat de scripts van de site samenvoegt, staat niet in {NODE_MODULES}.\n"
                "Voer eerst `make build` uit: dat installeert het."
            )
        # An entry is told apart by how its neighbours import it.
        apart = [f"--external:./{Path(entry).name}" for entry in entries]
        with TemporaryDirectory() as made:
            command = (str(found[0]), *entries, *_BUNDLING, *apart, "--outbase=.", f"--outdir={made}")
            try:
                _run(command, None, folder, None)
            except subprocess.CalledProcessError as error:
                said = error.stderr.decode("utf-8", "replace").strip()
                raise UnbundledScripts(f"De scripts van de site kunnen niet samengevoegd worden:\n{said}") from None
            return {entry: Path(made, entry).read_bytes() for entry in entries}

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
