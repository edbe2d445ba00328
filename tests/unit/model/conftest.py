"""The tables of the campaign, to break; and a site with one kind of view more."""

import shutil
import sys
from pathlib import Path

import pytest

from doemee.build.site import Site
from doemee.model.agenda import Agenda
from doemee.model.views import KINDS, FilterWords, ViewKind, Words
from tests import example_campaign as example
from tests.example_campaign import ROOT

AUDIENCE = ViewKind(
    "doelgroep",
    "Per doelgroep",
    lambda campaign, _: (Words(row.id, row.name, f"Voor {row.name}") for row in campaign.audiences.values()),
    lambda initiative, _: initiative.sent.doelgroep,
    embed=True,
    sheet=True,
    news=True,
    filter=FilterWords("publiek", "Publiek", "audience"),
)


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tables, to break; paths in messages start at `data/`."""
    monkeypatch.chdir(tmp_path)
    folder = Path("data")
    folder.mkdir()
    for path in (*(ROOT / "data").glob("*.yml"), ROOT / "data" / "places.csv", ROOT / "data" / "provinces.geojson"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def wider_site(monkeypatch) -> Site:
    """The example campaign with one kind of view more."""
    kinds = KINDS  # this module has the name too, and loses it on the way
    for module in list(sys.modules.values()):
        if getattr(module, "KINDS", None) is kinds:
            monkeypatch.setattr(module, "KINDS", (*kinds, AUDIENCE))
    return example.site("", Agenda(example.campaign(), example.initiatives(), example.TODAY))
