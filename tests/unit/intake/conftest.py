"""A project with the real tables and no initiatives yet, and the commands of intake in it."""

import argparse
import shutil
from pathlib import Path

import pytest

from doemee.intake.commands import add_commands
from surroundings import Surroundings

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """The folder of a project, in which one stands."""
    root = tmp_path / "project"
    (root / "data" / "initiatives").mkdir(parents=True)
    for path in (*DATA.glob("*.yml"), DATA / "places.csv"):
        shutil.copy(path, root / "data")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run(project, capsys):  # noqa: ARG001 - one stands in it
    """Run a command in the project: exit status and what it printed."""

    def command(*arguments: str | Path) -> tuple[int, str]:
        parser = argparse.ArgumentParser(prog="doemee")
        add_commands(parser.add_subparsers(dest="command", required=True))
        given = parser.parse_args(list(map(str, arguments)))
        return given.run(given, Surroundings()), capsys.readouterr().out

    return command


@pytest.fixture
def bring_in(run, project):
    """Import a source, given as a file or as its name and text: exit status and what was printed."""

    def command(source: Path | str, content: str | bytes | None = None, *options: str) -> tuple[int, str]:
        if content is not None:
            source = project.parent / str(source)
            source.write_bytes(content if isinstance(content, bytes) else content.encode())
        return run("import", source, *options)

    return command


@pytest.fixture
def written(project):
    """What is in the project now: the bytes of each initiative by the name of its file."""
    return lambda: {path.name: path.read_bytes() for path in sorted((project / "data" / "initiatives").rglob("*.md"))}
