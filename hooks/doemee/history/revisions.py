"""The former versions of the files, from git: where LAST-MODIFIED and SEQUENCE come from.

Nobody keeps a ledger: the history of the main branch is one. Read with two git commands for the
whole folder, and only for files that changed after they were added.
"""

import subprocess
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

_SYMBOLIC_LINK = "120000"


class ShallowHistory(Exception):
    """The clone holds only the last commits, so numbers that must grow would fall back."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a file: when it came on the main branch (UTC) and its bytes.

    `data` is None when the file was the only version ever: then the present bytes are it.
    """

    when: datetime
    path: str
    data: bytes | None


def read_revisions(folder: Path) -> dict[str, list[Revision]]:
    """Every version of every file below `folder` by slug, oldest first.

    A file may move between sub-folders: its name counts. Empty when the folder is not in a git
    repository or git is not there. Raises ShallowHistory in a shallow clone.
    """
    try:
        state = _git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix").split(b"\n")
    except (OSError, subprocess.CalledProcessError):
        return {}
    if state[0] == b"true":
        raise ShallowHistory
    try:
        # --first-parent: a change counts from the moment it is merged, not from when it was typed.
        log = _git(
            folder,
            "log",
            "--first-parent",
            "-m",
            "--raw",
            "-z",
            "--no-renames",
            "--no-abbrev",
            "--reverse",
            "--format=%x01%ct",
            "--",
            ".",
        )
    except subprocess.CalledProcessError:
        return {}  # no commit yet
    found: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
    for commit in log.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        stamp, _, changes = commit.partition("\0")
        when = datetime.fromtimestamp(int(stamp), UTC)
        parts = changes.lstrip("\n").split("\0")
        for raw, path in zip(parts[::2], parts[1::2], strict=False):
            _, _, _, blob, kind = raw.lstrip(":\n").split(" ")
            name = PurePosixPath(path)
            if kind != "D" and name.suffix in (".md", ".yml") and not name.name.startswith(("_", ".")):
                found[name.stem].append((when, path, blob))
    contents = _contents(folder, [blob for versions in found.values() if len(versions) > 1 for *_, blob in versions])
    return {
        slug: [Revision(when, path, contents.get(blob)) for when, path, blob in versions]
        for slug, versions in found.items()
    }


class UnknownRevision(Exception):
    """git does not know this commit, tag or branch here."""


def read_tree(folder: Path, ref: str) -> dict[str, bytes]:
    """The files below `folder` as they were at a commit, tag or branch, by their path from `folder`.

    Raises UnknownRevision when git does not know `ref`, or when this is no git repository.
    """
    try:
        # Resolved first, after --end-of-options: a name that starts with a dash is no option then.
        commit = (
            _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
        )
        listing = _git(folder, "ls-tree", "-r", "-z", commit, "--", ".").decode("utf-8", "surrogateescape")
    except (OSError, subprocess.CalledProcessError):
        raise UnknownRevision(ref) from None
    blobs = {}
    for entry in filter(None, listing.split("\0")):
        facts, _, path = entry.partition("\t")
        mode, kind, blob = facts.split(" ")
        if kind == "blob" and mode != _SYMBOLIC_LINK and path.endswith((".md", ".yml")):
            blobs[path] = blob
    contents = _contents(folder, list(blobs.values()))
    return {path: contents[blob] for path, blob in blobs.items()}


def _contents(folder: Path, blobs: list[str]) -> dict[str, bytes]:
    """The bytes of git blobs, through one process."""
    if not blobs:
        return {}
    wanted = list(dict.fromkeys(blobs))
    output = _git(folder, "cat-file", "--batch", data="\n".join(wanted).encode() + b"\n")
    contents, position = {}, 0
    for blob in wanted:
        end = output.index(b"\n", position)
        size = int(output[position:end].split(b" ")[2])
        contents[blob] = output[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
    return contents


def _git(folder: Path, *arguments: str, data: bytes | None = None) -> bytes:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    return subprocess.run(command, cwd=folder, input=data, capture_output=True, check=True).stdout
