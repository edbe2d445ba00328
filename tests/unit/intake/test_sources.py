"""Sources as people have them become the files in expected/, with a report that names all that is left.

When a change of them is right: DOEMEE_ACCEPT=1 .venv/bin/pytest tests/unit/intake/test_sources.py, and read the diff.
"""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SOURCES = sorted((HERE / "sources").iterdir())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_source_becomes_these_files(source, bring_in, written):
    """What is known is in them, what is not is told, and a second import changes no byte."""
    status, report = bring_in(source)
    files = written()
    expected = HERE / "expected" / source.name
    found = {name: data.decode() for name, data in files.items()} | {"_report.txt": f"{report}exit {status}\n"}
    if os.environ.get("DOEMEE_ACCEPT"):
        expected.mkdir(parents=True, exist_ok=True)
        for old in expected.iterdir():
            old.unlink()
        for name, text in found.items():
            (expected / name).write_text(text, encoding="utf-8", newline="\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in sorted(expected.iterdir())} == dict(
        sorted(found.items())
    )
    again, second = bring_in(source)
    assert (again, written()) == (status, files)
    assert "nieuw" not in second.splitlines()[-1]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_dry_run_writes_nothing_and_says_the_same(source, bring_in, written):
    """The report tells what would happen, with the problems of files that are not there."""
    status, report = bring_in(source, None, "--dry-run")
    assert written() == {}
    assert report.endswith("Er is niets geschreven (--dry-run).\n")
    real, said = bring_in(source)
    assert (real, said.splitlines()[:-1]) == (status, report.splitlines()[:-1])


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_with_a_type_and_an_organisation_less_is_left(source, bring_in, written):
    """They fill only what the source leaves open; nobody's own type or organisation changes."""
    bring_in(source)
    before = written()
    bring_in(source, None, "--type", "Vorming", "--organisatie", "De Koepel vzw")
    for name, data in written().items():
        for field in ("type", "organisatie"):
            assert f"\n{field}:" in data.decode()
            if f"\n{field}:".encode() in before[name]:
                line = next(line for line in before[name].decode().splitlines() if line.startswith(f"{field}:"))
                assert line in data.decode().splitlines()
