"""A repository with versions of files, made a day at a time."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from surroundings import Surroundings


def day(number: int) -> datetime:
    return datetime(2026, 1, number, 12, tzinfo=UTC)


@pytest.fixture
def commit(tmp_path: Path) -> Callable[..., None]:
    """Commits files with some text, on a day; `None` takes a file away. The folder of initiatives is `tmp_path / data`."""
    ask = Surroundings().git(tmp_path)
    ask("init", "-q", "-b", "main")
    (tmp_path / "data").mkdir()

    def committed(number: int, **files: str | None) -> None:
        for name, text in files.items():
            path = tmp_path / "data" / name.replace("_md", ".md").replace("__", "/")
            path.parent.mkdir(exist_ok=True)
            path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")
        ask("add", "-A")
        when = day(number).isoformat()
        who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        subprocess.run(
            ("git", "commit", "-q", "-m", "x"),
            cwd=tmp_path,
            check=True,
            env={**os.environ, **who, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
        )

    return committed
