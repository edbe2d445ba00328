"""A project with the real tables and the command line in it, and scripts to bundle."""

import shutil
from pathlib import Path

import pytest

from doemee.cli import main
from surroundings import Surroundings
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
        status = main(arguments, Surroundings())
        return status, capsys.readouterr().out

    return command


@pytest.fixture
def modules(tmp_path) -> Path:
    """Two entries in a folder; the second imports the first, and both a module of another folder."""
    folder = tmp_path / "assets"
    (folder / "a").mkdir(parents=True)
    (folder / "shared").mkdir()
    (folder / "a" / "main.js").write_text('// Why.\nimport { b } from "../shared/b.js";\nexport const twice = b * 2;\n')
    (folder / "a" / "later.js").write_text(
        'import { twice } from "./main.js";\nimport { b } from "../shared/b.js";\nconsole.log(twice, b, "é");\n'
    )
    (folder / "shared" / "b.js").write_text("/** @license of nobody */\nexport const b = document.title.length;\n")
    return folder
