"""A project with a remote beside it, GitHub as a file, and the command as a person gives it."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from doemee.github.commands import add_commands
from doemee.github.gh import Gh
from doemee.github.questions import initiative_questions, tip_questions
from doemee.project import Project
from surroundings import Surroundings
from tests.example_campaign import ROOT
from tests.unit.github import fake_gh
from tests.unit.github.form_bodies import RIGHT, body

HERE = Path(__file__).parent
REPOSITORY = "example/doemee-ivy2026"
PUBLISHED = "data/initiatives/2026-03/brood-bakken.md"
ONLY_OUR_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
# Prints as JSON with which words it was started and what it read; fails when it has to refuse.
PROGRAM = """\
import json, sys
if "nergens" in sys.argv[-1]:
    sys.exit("HTTP 404: Not Found")
print(json.dumps({"words": sys.argv[1:], "read": sys.stdin.read()}))
"""
BREAD = """\
---
titel: Brood bakken
samenvatting: We bakken samen brood voor de buurt.
organisatie: {naam: Bakkers van Deinze, website: "https://www.example.org/"}
type: actie
momenten:
  - {id: eerste, datum: 7/3/2026, van: "14:00", titel: De eerste oven}
  - {datum: 2026-03-08}
locatie: {naam: De Brielpoort, postcode: 9800, gemeente: Deinze}
afbeelding: {bestand: brood.jpg, alt: Een brood}
eerder: [brood-uit-de-oven]
---
Breng een schort mee.
"""


def git(folder: Path, *arguments: str) -> str:
    """What git prints, as the editors use it and without the settings of this machine."""
    command = ["git", "-c", "user.name=Redactie", "-c", "user.email=redactie@example.org", *arguments]
    environment = {**os.environ, **ONLY_OUR_SETTINGS}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="session")
def repositories(tmp_path_factory) -> Path:
    """A project with the real tables and one published initiative, and its remote beside it; to be copied only."""
    folder = tmp_path_factory.mktemp("repositories")
    root = folder / "project"
    (root / PUBLISHED).parent.mkdir(parents=True)
    for path in (*(ROOT / "data").glob("*.yml"), ROOT / "data" / "places.csv"):
        shutil.copy(path, root / "data")
    (root / PUBLISHED).write_text(BREAD, encoding="utf-8")
    (root / "data" / "initiatives" / "afbeeldingen").mkdir()
    shutil.copy(
        ROOT / "tests/example/initiatives/afbeeldingen/soep.jpg", root / "data/initiatives/afbeeldingen/brood.jpg"
    )
    git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", "remote.git")
    git(root, "init", "--quiet", "--template=", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=Begin")
    git(root, "remote", "add", "origin", "../remote.git")
    git(root, "push", "--quiet", "origin", "main")
    return folder


@pytest.fixture
def place(repositories, tmp_path) -> Path:
    """The folder of that project; its remote lies beside it."""
    shutil.copytree(repositories, tmp_path, dirs_exist_ok=True)
    return tmp_path / "project"


@pytest.fixture(scope="session")
def project(repositories) -> Project:
    """That project, read; nobody writes in it."""
    return Project.open(repositories / "project")


class Machine(Surroundings):
    """This machine, but GitHub is a file: `gh` is asked hundreds of times, so no process is started for it."""

    def __init__(self, state: Path):
        self.state = state

    def program(self, *command: str, data: bytes = b"") -> tuple[int, bytes, str]:
        if command[0] != "gh":
            return super().program(*command, data=data)
        try:
            return 0, fake_gh.answered(list(command[1:]), data.decode(), self.state).encode(), ""
        except SystemExit as refused:
            return 1, b"", str(refused)


@dataclass
class World:
    """The machine of a workflow: `run` gives the command, `gh` is what GitHub knows."""

    root: Path
    remote: Path
    state: Path
    capsys: Any
    campaign: Any

    @property
    def gh(self) -> dict[str, Any]:
        return json.loads(self.state.read_text(encoding="utf-8"))

    def set(self, **changes: Any) -> None:
        self.state.write_text(json.dumps(self.gh | changes), encoding="utf-8")

    def git(self, *arguments: str, at: Path | None = None) -> str:
        return git(at or self.root, *arguments)

    def event(self, name: str, change: Callable[[dict[str, Any]], None] = lambda _: None) -> Path:
        event = json.loads((HERE / "events" / f"{name}.json").read_text(encoding="utf-8"))
        change(event)
        path = self.root.parent / "event.json"
        path.write_text(json.dumps(event), encoding="utf-8")
        return path

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Exit status, output, errors."""
        parser = argparse.ArgumentParser(prog="doemee")
        add_commands(parser.add_subparsers())
        given = parser.parse_args(["github", *map(str, arguments)])
        status = given.run(given, Machine(self.state))
        printed = self.capsys.readouterr()
        return status, printed.out, printed.err

    def send(
        self, *options: str, number: int = 12, labels=("initiatief",), state="open", text=None, **changes: Any
    ) -> tuple[int, str, str]:
        """A form arrives, with other answers than the right ones."""
        questions = (tip_questions if "tip" in labels else initiative_questions)(self.campaign)
        answers: Mapping[str, Any] = RIGHT | {key.replace("__", "."): value for key, value in changes.items()}

        def change(event: dict[str, Any]) -> None:
            filled = {key: value for key, value in answers.items() if value is not None}
            event["issue"] |= {
                "body": body(questions, filled) if text is None else text,
                "number": number,
                "labels": [{"name": label} for label in labels],
                "state": state,
            }

        return self.run("issue", "--event", self.event("issue", change), *options)

    @property
    def answers(self) -> list[str]:
        return [comment["body"] for comment in self.gh["comments"].get("12", [])]

    def branch_file(self, path: str, number: int = 12) -> str:
        return self.git("show", f"refs/heads/inzending/{number}:{path}", at=self.remote)


@pytest.fixture
def world(place, tmp_path, monkeypatch, capsys, campaign) -> World:
    state = tmp_path / "gh.json"
    empty = {"repository": REPOSITORY, "calls": [], "comments": {}, "pulls": [], "files": {}, "blobs": {}}
    state.write_text(json.dumps(empty), encoding="utf-8")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    for name, value in ONLY_OUR_SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(place)
    return World(place, tmp_path / "remote.git", state, capsys, campaign)


@pytest.fixture
def gh(tmp_path, monkeypatch) -> Gh:
    """GitHub by a program `gh` that says how it was started."""
    program = tmp_path / "gh"
    program.write_text(f"#!{sys.executable}\n{PROGRAM}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return Gh(REPOSITORY, Surroundings())
