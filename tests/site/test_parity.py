"""The check after a build must see what is lost, moved or doubled, and name the initiative and the file."""

from pathlib import Path

from doemee.build import parity
from tests import example_campaign as example


def change(path: Path, before: bytes, after: bytes) -> None:
    data = path.read_bytes()
    assert before in data
    path.write_bytes(data.replace(before, after))


def test_a_right_site_has_no_differences(copy):
    """Pages, feeds and kalender.json of the example campaign agree."""
    assert parity.differences(example.agenda(), copy) == []


def test_an_hour_that_differs_in_a_page_is_seen(copy):
    """The page says another hour than the agenda."""
    change(copy / "initiatieven/bib/index.html", b"2026-03-04T14:00:00+01:00", b"2026-03-04T15:00:00+01:00")
    assert parity.differences(example.agenda(), copy) == [
        "bib: initiatieven/bib/index.html mist 2026-03-04T13:00:00+00:00 en heeft te veel 2026-03-04T14:00:00+00:00"
    ]


def test_an_event_that_left_a_feed_is_seen(copy):
    """The feed of a province lost one event."""
    path = copy / "kalender/provincie/vlaams-brabant.ics"
    data = path.read_bytes()
    start = data.index(b"BEGIN:VEVENT\r\nUID:bib@")
    end = data.index(b"END:VEVENT\r\n", start) + len(b"END:VEVENT\r\n")
    path.write_bytes(data[:start] + data[end:])
    assert parity.differences(example.agenda(), copy) == ["bib ontbreekt in kalender/provincie/vlaams-brabant.ics"]


def test_an_event_without_its_zone_is_seen(copy):
    """An hour without TZID is another hour in Google."""
    change(copy / "initiatieven/bib.ics", b"DTSTART;TZID=Europe/Brussels:", b"DTSTART:")
    found = parity.differences(example.agenda(), copy)
    assert any(line.startswith("bib: initiatieven/bib.ics mist 2026-03-04T13:00:00+00:00") for line in found)


def test_a_feed_that_says_something_else_is_seen(copy):
    """One UID is the same event in every feed."""
    change(copy / "kalender.ics", b"SUMMARY:De bib zoekt stemmen", b"SUMMARY:De bib zoekt niemand")
    assert parity.differences(example.agenda(), copy) == [
        "bib staat in kalender.ics anders dan in initiatieven/bib.ics"
    ]


def test_an_initiative_that_left_the_data_is_seen(copy):
    """kalender.json lost an initiative."""
    change(copy / "kalender.json", b'"identifier":"bib"', b'"identifier":"bob"')
    assert len(parity.differences(example.agenda(), copy)) == 2


def test_a_page_that_forgets_an_initiative_is_seen(copy):
    """The page of a theme no longer links to it."""
    change(copy / "kalender/provincie/vlaams-brabant/index.html", b"initiatieven/bib/", b"initiatieven/")
    assert parity.differences(example.agenda(), copy) == [
        "bib ontbreekt in kalender/provincie/vlaams-brabant/index.html"
    ]


def test_a_rule_that_lost_a_day_is_seen(copy):
    """An exception that is not in the agenda takes an instant away."""
    change(copy / "initiatieven/leer-op-dinsdag.ics", b"COUNT=12", b"COUNT=11") if b"COUNT=12" in (
        copy / "initiatieven/leer-op-dinsdag.ics"
    ).read_bytes() else change(copy / "initiatieven/leer-op-dinsdag.ics", b"UNTIL=20261201", b"UNTIL=20261101")
    assert any(line.startswith("leer-op-dinsdag: ") for line in parity.differences(example.agenda(), copy))
