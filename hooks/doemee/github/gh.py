"""GitHub's own program `gh`, for its API: an argument list and JSON on standard input, never a shell."""

import json
from typing import Any

from doemee.github.event import REPOSITORY
from doemee.outside import Outside

PAGE = 100
MAX_PAGES = 10


class GitHubFailed(Exception):
    """gh or git could not do what was asked; its own words say why."""


class Gh:
    """The API of one repository. Paths are made of numbers and hashes that were checked, never of a stranger's text."""

    def __init__(self, repository: str, outside: Outside):
        if not REPOSITORY.fullmatch(repository):
            raise GitHubFailed("GITHUB_REPOSITORY is niet eigenaar/naam")
        self.repository = repository
        self._outside = outside

    @property
    def owner(self) -> str:
        return self.repository.split("/")[0]

    def get(self, path: str, **query: str) -> Any:
        """What stands at a path of the repository. The values of the query may hold anything: gh encodes them."""
        options = [word for key, value in query.items() for word in ("--raw-field", f"{key}={value}")]
        return self._call("GET", path, options)

    def pages(self, path: str, **query: str) -> list[Any]:
        """The items of a list, up to MAX_PAGES pages of it."""
        items: list[Any] = []
        for number in range(1, MAX_PAGES + 1):
            page = self.get(path, **query, per_page=str(PAGE), page=str(number))
            items += page
            if len(page) < PAGE:
                break
        return items

    def send(self, method: str, path: str, content: dict[str, Any]) -> Any:
        """Create (POST) or change (PATCH) something."""
        return self._call(method, path, ["--input", "-"], json.dumps(content))

    def _call(self, method: str, path: str, options: list[str], data: str | None = None) -> Any:
        command = ["gh", "api", "--method", method, *options, f"repos/{self.repository}/{path}"]
        try:
            status, output, complaint = self._outside.program(*command, data=(data or "").encode())
        except OSError as error:
            raise GitHubFailed(f"gh {method} {path}: {error}") from None
        if status:
            raise GitHubFailed(f"gh {method} {path}: {complaint.strip()}")
        return json.loads(output) if output.strip() else None
