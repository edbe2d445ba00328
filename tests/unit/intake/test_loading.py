"""Who does not need a library does not wait for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.intake.calendars import calendar, event

HOOKS = Path(__file__).resolve().parents[3] / "hooks"
RUN = "import sys, surroundings; surroundings.main(); print(*sorted({name.split('.')[0] for name in sys.modules}))"


def loaded(*arguments: str) -> set[str]:
    """The packages that a command has loaded when it is done."""
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(HOOKS)}, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.usefixtures("project")
def test_a_check_loads_nothing_of_an_import():
    """It is the command that people run over and over."""
    assert loaded("check") & {"doemee", "openpyxl", "icalendar"} == {"doemee"}


@pytest.mark.usefixtures("project")
def test_only_a_workbook_loads_what_reads_workbooks():
    """An agenda comes in without."""
    Path("agenda.ics").write_text(calendar(event()), encoding="utf-8")
    assert loaded("import", "--dry-run", "agenda.ics") & {"openpyxl", "icalendar"} == {"icalendar"}
