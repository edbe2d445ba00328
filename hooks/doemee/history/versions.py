"""The former versions of the files, from git: where LAST-MODIFIED and SEQUENCE come from.

Nobody keeps a ledger: the history of the main branch is one. Read with two git commands for the
whole folder, and only for files that changed after they were added. `Git` is bound to that folder.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from doemee.history.git import Git, GitFailed

_SYMBOLIC_LINK = "120000"
_SUFFIXES = (".md", ".yml")


class ShallowHistory(Exception):
    """The clone holds only the last commits, so numbers that must grow would fall back."""


class UnknownVersion(Exception):
    """git does not know this commit, tag or branch here."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file: when it came on the main branch (UTC) and its bytes.

    `data` is None when the file was the only version ever: then the present bytes are it.
    """

    when: datetime
    path: str
    data: bytes | None


def read_versions(git: Git) -> dict[str, list[Version]]:
    """Every version of every file below the folder by slug, oldest first.

    A file may move between sub-folders: its name counts. Empty when the folder is not in a git
    repository or git is not there. Raises ShallowHistory in a shallow clone.
    """
    try:
        shallow = git("rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitFailed:
        return {}
    if shallow:
        raise ShallowHistory
    # --first-parent: a change counts from the moment it is merged, not from when it was typed.
    options = ("--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--reverse", "--format=%x01%ct")
    try:
        log = git("log", *options, "--", ".")
    except GitFailed:
        return {}  # no commit yet
    found: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
    for commit in log.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        seconds, _, changes = commit.partition("\0")
        when = datetime.fromtimestamp(int(seconds), UTC)
        parts = changes.lstrip("\n").split("\0")
        for raw, path in zip(parts[::2], parts[1::2], strict=False):
            _, _, _, blob, change = raw.lstrip(":\n").split(" ")
            name = PurePosixPath(path)
            if change != "D" and name.suffix in _SUFFIXES and not name.name.startswith(("_", ".")):
                found[name.stem].append((when, path, blob))
    contents = _contents(git, [blob for versions in found.values() if len(versions) > 1 for *_, blob in versions])
    return {
        slug: [Version(when, path, contents.get(blob)) for when, path, blob in versions]
        for slug, versions in found.items()
    }


def read_tree(git: Git, ref: str) -> dict[str, bytes]:
    """The files below the folder as they were at a commit, tag or branch, by their path from the folder.

    Raises UnknownVersion when git does not know `ref`, or when this is no git repository.
    """
    try:
        # Resolved first, after --end-of-options: a name that starts with a dash is no option then.
        commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
        listing = git("ls-tree", "-r", "-z", commit, "--", ".").decode("utf-8", "surrogateescape")
    except GitFailed:
        raise UnknownVersion(ref) from None
    blobs = {}
    for entry in filter(None, listing.split("\0")):
        facts, _, path = entry.partition("\t")
        mode, kind, blob = facts.split(" ")
        if kind == "blob" and mode != _SYMBOLIC_LINK and path.endswith(_SUFFIXES):
            blobs[path] = blob
    contents = _contents(git, blobs.values())
    return {path: contents[blob] for path, blob in blobs.items()}


def _contents(git: Git, blobs: Iterable[str]) -> dict[str, bytes]:
    """The bytes of git blobs, through one process."""
    wanted = list(dict.fromkeys(blobs))
    if not wanted:
        return {}
    output = git("cat-file", "--batch", data="\n".join(wanted).encode() + b"\n")
    contents, position = {}, 0
    for blob in wanted:
        end = output.index(b"\n", position)
        size = int(output[position:end].split(b" ")[2])
        contents[blob] = output[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
    return contents
