"""`doemee edition`: what it writes, and what it says when it cannot."""

import argparse
import shutil

import pytest

from doemee.edition.commands import add_commands
from surroundings import Surroundings
from tests import example_campaign as example


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser(prog="doemee")
    add_commands(parser.add_subparsers())
    given = parser.parse_args(["edition", *arguments])
    return given.run(given, Surroundings())


def test_problems_stop_it(project, capsys, monkeypatch):
    """An edition of half the calendar would be a wrong one."""
    bad = project / "fout"
    bad.mkdir()
    shutil.copy(example.FOLDER / "bankje-van-de-buurt.md", bad / "bankje.md")
    (bad / "leeg.md").write_text("---\ntitel: Zonder meer\n---\n", encoding="utf-8")
    monkeypatch.setenv("DOEMEE_INITIATIVES", "fout")
    assert run("--into", "uit", "--date", "2026-03-01") == 1
    assert "fout/leeg.md:" in capsys.readouterr().out
    assert not (project / "uit").exists()


@pytest.mark.usefixtures("project")
def test_without_a_day_it_asks_for_one(capsys):
    """The core has no clock: a day is given, or that of the last commit."""
    assert run() == 2
    assert "--date" in capsys.readouterr().err


def test_outside_a_project_it_says_where_to_go(tmp_path, monkeypatch, capsys):
    """Exit status 2: wrong usage."""
    monkeypatch.chdir(tmp_path)
    assert run("--date", "2026-03-01") == 2
    assert "data/" in capsys.readouterr().err


def test_a_wrong_date_is_reported(capsys):
    """In the words of a person."""
    with pytest.raises(SystemExit):
        run("--date", "1 maart")
    assert "2026-03-01" in capsys.readouterr().err
