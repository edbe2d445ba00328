"""The pull request of a run, and its files as data: fetched through the API, never checked out, never run.

`workflow_run` has the rights of the default branch, so nothing that the run left behind is believed: the
pull request is looked up by the commit and the repository that GitHub itself names.
"""

import base64
import binascii
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from doemee.github.event import SHA, Run
from doemee.github.gh import Gh
from doemee.load.folder import IMAGES, README
from doemee.load.source import MAX_BYTES
from doemee.project import INITIATIVES, TIPS

MAX_FILES = 60
"""Blobs that are fetched for one pull request; nobody reviews more in one go."""


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What a pull request does to the tree. `texts` holds the bytes of initiatives and tips by path."""

    number: int
    texts: dict[str, bytes] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    not_read: int = 0


def find(gh: Gh, run: Run) -> int | None:
    """The number of the open pull request whose head is exactly this run's commit; None when there is a newer one."""
    owner = run.repository.split("/")[0]
    for pull in gh.get("pulls", state="open", head=f"{owner}:{run.branch}", per_page="20"):
        head, base = pull["head"], pull["base"]
        same = head.get("sha") == run.sha and (head.get("repo") or {}).get("full_name") == run.repository
        if same and (base.get("repo") or {}).get("full_name") == gh.repository:
            return int(pull["number"])
    return None


def read(gh: Gh, number: int) -> PullRequest:
    """Its files: the texts of initiatives and tips, and the names of all others.

    A file is fetched by the hash of its contents, so its path, which may hold anything, never goes into an
    address. A symbolic link is its own text here, which is no initiative.
    """
    texts: dict[str, bytes] = {}
    gone, images, elsewhere, not_read = [], [], [], 0
    for file in gh.pages(f"pulls/{number}/files"):
        path, status = str(file["filename"]), file.get("status")
        former = str(file.get("previous_filename") or "")
        gone += [name for name in (path if status == "removed" else "", former) if _is_text(name)]
        if status == "removed":
            elsewhere += [] if _is_text(path) or path.startswith("data/") else [path]
        elif _is_text(path):
            if len(texts) >= MAX_FILES:
                not_read += 1
            else:
                texts[path] = _blob(gh, str(file.get("sha")))
        elif PurePosixPath(path).parent == PurePosixPath(INITIATIVES, IMAGES):
            images.append(PurePosixPath(path).name)
        else:
            elsewhere.append(path)
    return PullRequest(number, texts, gone, images, elsewhere, not_read)


def _is_text(path: str) -> bool:
    """As load/folder does for a folder: initiatives, and the tips besides."""
    pure = PurePosixPath(path)
    if (
        pure.suffix not in (".md", ".yml")
        or pure.name == README
        or not path.startswith((f"{INITIATIVES}/", f"{TIPS}/"))
    ):
        return False
    return not any(part.startswith(("_", ".")) for part in pure.parts[2:])


def _blob(gh: Gh, sha: str) -> bytes:
    """The contents of a file; of one that is too large just enough for loading to say so."""
    if not SHA.fullmatch(sha):
        return b""
    blob = gh.get(f"git/blobs/{sha}")
    try:
        return base64.b64decode(blob["content"])[: MAX_BYTES + 1024]
    except (binascii.Error, KeyError, TypeError):
        return b""
