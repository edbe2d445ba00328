"""What the core may not read or start by itself: the clock, the environment, git, the bundler. Only the hook asks."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from doemee.history.news import Past, replay
from doemee.history.revisions import ShallowHistory, read_revisions
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative
from doemee.write.frame.scripts import UnbundledScripts

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


class WrongDay(ValueError):
    """DOEMEE_TODAY is no date."""


def today() -> date:
    """DOEMEE_TODAY, or today in Brussels. Raises WrongDay."""
    fixed = os.environ.get("DOEMEE_TODAY")
    if not fixed:
        return datetime.now(ZoneInfo("Europe/Brussels")).date()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise WrongDay(f"DOEMEE_TODAY={fixed} is geen datum. Schrijf ze als 2026-03-01.") from None


def past(
    folder: Path, current: dict[str, bytes], initiatives: Iterable[Initiative], campaign: Campaign
) -> tuple[Past, bool]:
    """The stamps and the news, from git and SOURCE_DATE_EPOCH; and whether the clone holds the whole history.

    `current` holds the bytes of the files of `folder` as they are now, by slug.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)
    try:
        revisions, whole = read_revisions(folder), True
    except ShallowHistory:
        revisions, whole = {}, False
    return replay(list(initiatives), current, revisions, campaign, now), whole


def bundle(folder: Path, entries: Sequence[str]) -> dict[str, bytes]:
    """The entries below a folder, each with the modules that it imports in it; see doemee.write.frame.scripts.Bundle.

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
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        if result.returncode:
            raise UnbundledScripts(f"De scripts van de site kunnen niet samengevoegd worden:\n{result.stderr.strip()}")
        return {entry: Path(made, entry).read_bytes() for entry in entries}
