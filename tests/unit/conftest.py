"""A project with the real tables, and the command line in it."""

import shutil
from pathlib import Path

import pytest

from doemee.cli import main
from tests.example_campaign import ROOT


@pytest.fixture
def project(tmp_path) -> Path:
    """A project with the real tables and no initiatives yet."""
    root = tmp_path / "project"
    (root / "data" / "initiatives").mkdir(parents=True)
    for path in (*(ROOT / "data").glob("*.yml"), ROOT / "data" / "places.csv"):
        shutil.copy(path, root / "data")
    return root


@pytest.fixture
def run(project, monkeypatch, capsys):
    """Run a command in the project: exit status and what it printed."""
    monkeypatch.chdir(project)

    def command(*arguments: str) -> tuple[int, str]:
        status = main(arguments)
        return status, capsys.readouterr().out

    return command
