"""The tables of the campaign, to break."""

import shutil
from pathlib import Path

import pytest

from tests.example_campaign import ROOT


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tables, to break; paths in messages start at `data/`."""
    monkeypatch.chdir(tmp_path)
    folder = Path("data")
    folder.mkdir()
    for path in (*(ROOT / "data").glob("*.yml"), ROOT / "data" / "places.csv"):
        shutil.copy(path, folder)
    return folder
