"""A project with the real tables and no initiatives yet, and the commands of intake in it."""

import argparse
import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from doemee.intake.commands import add_commands
from surroundings import Surroundings

RIGHT = {
    "titel": "Soep op de stoep",
    "samenvatting": "Een kom soep voor de hele straat.",
    "organisatie": "Buurthuis De Linde\n\n",
    "type": "Actie",
    "momenten": "7/3/2026\n\n14u\n17u\n",
    "herhaling": "",
    "waar": "1\nDe Linde\n\n9800\nDeinze",
    "klopt": "ja",
    "menu": "",
    "naam": "",
    "bewaren": "ja",
}


@pytest.fixture
def project(project, monkeypatch) -> Path:
    """The folder of a project, in which one stands."""
    monkeypatch.chdir(project)
    return project


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


@pytest.fixture
def new(run, monkeypatch):
    """Answer the questions of `doemee new`, all right but for some changes: exit status and what was printed."""

    def command(*options: str, **changes: str) -> tuple[int, str]:
        answers = "\n".join((RIGHT | changes).values()) + "\n" if not options else changes["answers"]
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        return run("new", *options)

    return command


@pytest.fixture
def quickly() -> Iterator[None]:
    """No input keeps us busy: ten seconds of the processor are an age for what is a second's work."""
    start = time.process_time()
    yield
    assert time.process_time() - start < 10
