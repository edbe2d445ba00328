"""A folder of files that are wrong, one kind of mistake each, and everything that a sender hears of them.

`tests/cases/broken.expected` is read by a person, line by line: right Dutch, right line, right column.
test_cases.py compares it with what the check says; here the command has to print just that.
"""

import shutil
from pathlib import Path

from doemee.cli import main
from surroundings import Surroundings

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "tests" / "cases" / "broken"
EXPECTED = (ROOT / "tests" / "cases" / "broken.expected").read_text(encoding="utf-8")


def summary() -> str:
    """The closing line, from what a person reads above it."""
    faults = sum(": fout: " in line for line in EXPECTED.splitlines())
    files = len(list(BROKEN.iterdir()))
    return f"{files} bestanden nagekeken: {faults} fouten en {len(EXPECTED.splitlines()) - faults} waarschuwingen.\n"


def test_every_mistake_of_every_file_is_printed_in_one_run(tmp_path, monkeypatch, capsys):
    """And the closing line counts them; when you change a message, read the new output aloud."""
    shutil.copytree(BROKEN, tmp_path / "data" / "initiatives")
    for path in (*(ROOT / "data").glob("*.yml"), ROOT / "data" / "places.csv"):
        shutil.copy(path, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert main(["check"], Surroundings()) == 1
    assert capsys.readouterr().out == f"{EXPECTED}{summary()}"


def test_every_file_of_the_folder_is_in_the_list():
    """A mistake that nobody hears of is no example of one."""
    told = {line.split(":")[0].removeprefix("data/initiatives/") for line in EXPECTED.splitlines()}
    silent = {path.name for path in BROKEN.iterdir()} - told
    assert silent == set()


def test_three_mistakes_in_one_file_are_three_lines():
    """The first one hides neither the second nor the third."""
    for name in ("drie-fouten.md", "drie-fouten-in-een-moment.yml"):
        assert len([line for line in EXPECTED.splitlines() if line.startswith(f"data/initiatives/{name}:")]) == 3
