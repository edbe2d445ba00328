"""The check after a build must see what is lost, moved or doubled, and name the initiative and the file."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from doemee.build import parity
from doemee.build.outputs import outputs
from doemee.build.writing import write
from doemee.write.frame.layout import marker
from tests import example_campaign as example


@cache
def written() -> Path:
    folder = Path(mkdtemp(prefix="doemee-parity-"))
    site = example.site(marker("body"))
    write(site, outputs(site), folder)
    return folder


@pytest.fixture
def site(tmp_path):
    return Path(shutil.copytree(written(), tmp_path / "site"))


def change(path: Path, before: bytes, after: bytes) -> None:
    data = path.read_bytes()
    assert before in data
    path.write_bytes(data.replace(before, after))


def test_a_right_site_has_no_differences(site):
    """Pages, feeds and kalender.json of the example campaign agree."""
    assert parity.differences(example.agenda(), site) == []


def test_an_hour_that_differs_in_a_page_is_seen(site):
    """The page says another hour than the agenda."""
    change(site / "initiatieven/bib/index.html", b"2026-03-04T14:00:00+01:00", b"2026-03-04T15:00:00+01:00")
    assert parity.differences(example.agenda(), site) == [
        "bib: initiatieven/bib/index.html mist 2026-03-04T13:00:00+00:00 en heeft te veel 2026-03-04T14:00:00+00:00"
    ]


def test_an_event_that_left_a_feed_is_seen(site):
    """The feed of a province lost one event."""
    path = site / "kalender/provincie/vlaams-brabant.ics"
    data = path.read_bytes()
    start = data.index(b"BEGIN:VEVENT\r\nUID:bib@")
    end = data.index(b"END:VEVENT\r\n", start) + len(b"END:VEVENT\r\n")
    path.write_bytes(data[:start] + data[end:])
    assert parity.differences(example.agenda(), site) == ["bib ontbreekt in kalender/provincie/vlaams-brabant.ics"]


def test_an_event_without_its_zone_is_seen(site):
    """An hour without TZID is another hour in Google."""
    change(site / "initiatieven/bib.ics", b"DTSTART;TZID=Europe/Brussels:", b"DTSTART:")
    found = parity.differences(example.agenda(), site)
    assert any(line.startswith("bib: initiatieven/bib.ics mist 2026-03-04T13:00:00+00:00") for line in found)


def test_a_feed_that_says_something_else_is_seen(site):
    """One UID is the same event in every feed."""
    change(site / "kalender.ics", b"SUMMARY:De bib zoekt stemmen", b"SUMMARY:De bib zoekt niemand")
    assert parity.differences(example.agenda(), site) == [
        "bib staat in kalender.ics anders dan in initiatieven/bib.ics"
    ]


def test_an_initiative_that_left_the_data_is_seen(site):
    """kalender.json lost an initiative."""
    change(site / "kalender.json", b'"identifier":"bib"', b'"identifier":"bob"')
    assert len(parity.differences(example.agenda(), site)) == 2


def test_a_page_that_forgets_an_initiative_is_seen(site):
    """The page of a theme no longer links to it."""
    change(site / "kalender/provincie/vlaams-brabant/index.html", b"initiatieven/bib/", b"initiatieven/")
    assert parity.differences(example.agenda(), site) == [
        "bib ontbreekt in kalender/provincie/vlaams-brabant/index.html"
    ]


def test_a_rule_that_lost_a_day_is_seen(site):
    """An exception that is not in the agenda takes an instant away."""
    change(site / "initiatieven/leer-op-dinsdag.ics", b"COUNT=12", b"COUNT=11") if b"COUNT=12" in (
        site / "initiatieven/leer-op-dinsdag.ics"
    ).read_bytes() else change(site / "initiatieven/leer-op-dinsdag.ics", b"UNTIL=20261201", b"UNTIL=20261101")
    assert any(line.startswith("leer-op-dinsdag: ") for line in parity.differences(example.agenda(), site))
