"""The branch of one submission: `inzending/<number>`, one commit with one file on top of the default branch.

Made with git's own building blocks: no working tree is touched and no hook runs. The text of the file and
of the commit go in on standard input.
"""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from doemee.github.gh import GitHubFailed
from doemee.history.git import Git, GitFailed
from doemee.project import INITIATIVES, TIPS

NAME = "doemee"
EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
REMOTE = "origin"
_OURS = re.compile(rf"(?:{INITIATIVES}|{TIPS})/(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9-]{{3,80}}\.(?:md|yml)")
# With the token that gh has; a remote in a folder, as in the tests, asks for none.
_WITH_TOKEN = ("-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential")


class Branch:
    """The branch on the remote, as it is now; `commit` is empty when it is not there. `git` is that of the project."""

    def __init__(self, git: Git, number: int):
        self._ask = git
        self.name = f"inzending/{number}"
        self._remote = f"refs/heads/{self.name}"
        self._local = f"refs/remotes/{REMOTE}/{self.name}"
        self.commit = self._fetched()

    def path(self) -> str | None:
        """The one file of ours that the branch adds or changes."""
        if not self.commit:
            return None
        names = self._git("diff", "--name-only", "-z", "--diff-filter=AM", f"HEAD...{self.commit}", "--", "data").split(
            "\0"
        )
        found = [name for name in names if _OURS.fullmatch(name)]
        return found[0] if len(found) == 1 else None

    def others_worked_on_it(self) -> bool:
        """Whether it holds a commit that is not ours: then it is an editor's, and stays as it is."""
        if not self.commit:
            return False
        return bool({*self._git("log", "--format=%ae", f"HEAD..{self.commit}").split("\n")} - {EMAIL, ""})

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the file is in the branch already, to the byte."""
        if not self.commit:
            return False
        blob = self._git("hash-object", "--stdin", data=data)
        return self._git("ls-tree", self.commit, "--", path).split("\t")[0].endswith(f" {blob}")

    def publish(self, path: str, data: bytes, message: str) -> None:
        """Put the file on top of the present HEAD, and only if nobody changed the branch meanwhile."""
        blob = self._git("hash-object", "-w", "--stdin", data=data)
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("read-tree", "HEAD", variables=index)
            self._git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", variables=index)
            tree = self._git("write-tree", variables=index)
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", NAME), ("EMAIL", EMAIL))
        }
        commit = self._git("commit-tree", "-p", "HEAD", "-F", "-", tree, data=message.encode(), variables=who)
        lease = f"--force-with-lease={self._remote}:{self.commit}"
        self._git(*_WITH_TOKEN, "push", "--quiet", lease, REMOTE, f"{commit}:{self._remote}")
        self.commit = commit

    def _fetched(self) -> str:
        if not self._git(*_WITH_TOKEN, "ls-remote", REMOTE, self._remote):
            return ""
        self._git(*_WITH_TOKEN, "fetch", "--quiet", "--no-tags", REMOTE, f"+{self._remote}:{self._local}")
        return self._git("rev-parse", "--verify", f"{self._local}^{{commit}}")

    def _git(self, *arguments: str, data: bytes = b"", variables: Mapping[str, str] | None = None) -> str:
        try:
            done = self._ask(*arguments, data=data, variables=variables)
        except GitFailed as error:
            raise GitHubFailed(f"git {' '.join(arguments)}: {error}") from None
        return done.decode("utf-8", "surrogateescape").rstrip("\n")
