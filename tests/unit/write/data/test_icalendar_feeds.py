"""The feeds, read back by a parser that is not the one that wrote them (vobject)."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
import vobject

from doemee.model import addresses
from doemee.model.initiative import BRUSSELS
from doemee.write.data.icalendar_feeds import Feeds
from tests import example_campaign as example


@cache
def feeds() -> Feeds:
    return Feeds(example.campaign(), example.SITE, example.history().revisions, example.agenda().dated)


@cache
def everything() -> bytes:
    return feeds().feed(example.agenda().everything)


def events(data: bytes) -> dict[str, object]:
    calendar = vobject.readOne(data.decode())
    return {event.uid.value: event for event in getattr(calendar, "vevent_list", [])}


def single(slug: str) -> dict[str, object]:
    return events(feeds().single(example.one(slug)))


def starts(event) -> list[datetime | date]:
    """Every start of an event as vobject understands it: instants in UTC, or days."""
    first = event.dtstart.value
    days = list(event.getrruleset(addRDate=True)) if hasattr(event, "rrule") else [first]
    if isinstance(first, datetime):
        zone = first.tzinfo
        return [(day if day.tzinfo else day.replace(tzinfo=zone)).astimezone(UTC) for day in days]
    return [day.date() if isinstance(day, datetime) else day for day in days]


def test_another_parser_finds_every_instant():
    """vobject reads the same moments at the same instants as the agenda holds, over both clock changes."""
    found = {uid: starts(event) for uid, event in events(everything()).items()}
    expected = {
        moment.uid: [o.start.astimezone(UTC) if o.start else o.first_day for o in moment.occurrences]
        for initiative in example.initiatives()
        for moment in initiative.moments
        if moment.occurrences
    }
    assert found == expected


@pytest.mark.parametrize(
    ("slug", "start", "end"),
    [
        ("wakkere-padden", "2026-03-28T19:00:00+00:00", "2026-03-29T04:00:00+00:00"),
        ("nachtwacht-aan-zee", "2026-10-24T18:00:00+00:00", "2026-10-25T05:00:00+00:00"),
    ],
)
def test_a_night_over_a_clock_change_keeps_its_hours(slug, start, end):
    """From 20.00 to 6.00 uur lasts nine hours in March and eleven in October."""
    (event,) = single(slug).values()
    assert event.dtstart.value.astimezone(UTC).isoformat() == start
    assert event.dtend.value.astimezone(UTC).isoformat() == end


def test_a_weekly_hour_stays_the_same_on_the_clock():
    """Nine o'clock on Tuesday is nine o'clock before and after 29 March and 25 October."""
    (event,) = single("dinsdagbende-natuurbeheer").values()
    assert {start.astimezone(BRUSSELS).strftime("%H:%M") for start in starts(event)} == {"09:00"}
    assert {start.utcoffset() for start in (s.astimezone(BRUSSELS) for s in starts(event))} == {
        timedelta(hours=1),
        timedelta(hours=2),
    }


def test_the_end_of_whole_days_is_exclusive():
    """1 to 24 December ends, for a calendar app, on the 25th (RFC 5545, section 3.6.1)."""
    (event,) = single("adventsladder").values()
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 12, 1), date(2026, 12, 25))
    assert event.transp.value == "TRANSPARENT"


def test_midnight_is_the_start_of_the_next_day():
    """An end at 24.00 uur is 00:00 of the day after, not 23:59."""
    (event,) = single("iepers-slimste-bende").values()
    assert event.dtend.value.astimezone(BRUSSELS).replace(tzinfo=None) == datetime(2026, 3, 7)  # noqa: DTZ001


def test_a_cancelled_moment_stays_and_says_so():
    """STATUS, the word before the title, and not busy: one of the three reaches every app."""
    cancelled = [event for event in events(everything()).values() if event.status.value == "CANCELLED"]
    assert cancelled
    for event in cancelled:
        assert event.summary.value.startswith(("GEANNULEERD: ", "UITGESTELD: "))
        assert event.transp.value == "TRANSPARENT"
        assert "gaat niet door" in event.description.value


def test_a_month_without_a_day_is_not_in_a_feed():
    """What has no date yet is on the pages; its file is a calendar without events."""
    assert single("roadshow-oost-vlaanderen") == {}
    assert b"BEGIN:VTIMEZONE" in feeds().single(example.one("roadshow-oost-vlaanderen"))


def test_uids_are_all_different():
    """Two events never share a UID, also when a slug looks like that of a moment."""
    uids = re.findall(rb"\r\nUID:([^\r]*(?:\r\n [^\r]*)*)", everything())
    assert len(uids) == len(set(uids)) > 80


def test_a_former_slug_keeps_its_uid():
    """After a change of name subscribers see the same event, not a second one."""
    renamed = [initiative for initiative in example.initiatives() if initiative.sent.eerder]
    assert renamed
    for initiative in renamed:
        assert all(moment.uid.startswith(initiative.sent.eerder[0]) for moment in initiative.moments)


def test_one_file_has_no_calendar_name():
    """Outlook would make a new calendar of it; a feed to subscribe to has its name, refresh and source."""
    names = (b"\r\nNAME:", b"\r\nX-WR-CALNAME:", b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H", b"\r\nX-PUBLISHED-TTL:PT4H",
             b"\r\nSOURCE;VALUE=URI:https://ivy2026.example/kalender.ics", b"\r\nCOLOR:")  # fmt: skip
    alone = feeds().single(example.one("bib"))
    assert [name in everything() for name in names] == [True] * 6
    assert [name in alone for name in names] == [False] * 6


def test_lines_are_folded_by_octets_and_end_in_crlf():
    """No line is longer than 75 octets, none is cut inside a letter, and there is no bare newline (RFC 5545, 3.1)."""
    for view in example.agenda().views:
        data = feeds().feed(view)
        assert b"\n" not in data.replace(b"\r\n", b"")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")


def test_special_characters_come_back_as_they_were():
    """Commas, semicolons, backslashes, quotes, emoji and tags are text in the app."""
    found = {event.summary.value.removeprefix("VOLZET: ").removeprefix("UITGESTELD: ").removeprefix("GEANNULEERD: ")
             for event in events(everything()).values()}  # fmt: skip
    for initiative in example.initiatives():
        for moment in initiative.moments:
            if moment.occurrences:
                name = f"{initiative.sent.titel}: {moment.title}" if moment.title else initiative.sent.titel
                assert name in found


def test_every_view_without_initiatives_is_still_a_calendar():
    """An address that exists goes on giving a valid calendar, also an empty one."""
    empty = [view for view in example.agenda().views if not view.entries]
    for view in empty:
        assert vobject.readOne(feeds().feed(view).decode()).vtimezone.tzid.value == "Europe/Brussels"


def test_an_organiser_is_only_a_real_address():
    """ORGANIZER is the contact's own mail address, or is not there."""
    for initiative in example.initiatives():
        for event in events(feeds().single(initiative)).values():
            email = initiative.sent.contact.email if initiative.sent.contact else None
            assert hasattr(event, "organizer") is bool(email)
            if email:
                assert event.organizer.value == f"mailto:{email}"


def test_descriptions_are_plain_text_with_the_page():
    """No Markdown, no tags; the address of the page closes each."""
    for initiative in example.initiatives():
        for event in events(feeds().single(initiative)).values():
            assert event.description.value.endswith(example.SITE + addresses.initiative(initiative.slug))
            assert "**" not in event.description.value


def test_a_thousand_initiatives_stay_under_a_megabyte():
    """Google takes no feed above 1 MB: the example campaign, scaled to a thousand, stays below."""
    many = Feeds(
        example.campaign(),
        example.SITE,
        example.history().revisions,
        example.agenda().dated * 1000 // len(example.initiatives()),
    )
    assert len(many.feed(example.agenda().everything)) / len(example.initiatives()) * 1000 < 1_000_000
