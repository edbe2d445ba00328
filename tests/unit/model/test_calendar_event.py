"""What an app shows of a moment, as a value: history compares it and the feeds are written from it."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from itertools import pairwise

from doemee.history.replay import Revision
from doemee.model.calendar_event import CalendarEvent, calendar_event
from doemee.write.data.icalendar_feeds import event
from tests import example_campaign as example

REVISION = Revision(datetime(2026, 1, 1, tzinfo=UTC))


def events() -> list[CalendarEvent]:
    return [
        calendar_event(initiative, moment, example.campaign())
        for initiative in example.initiatives()
        for moment in initiative.moments
        if moment.occurrences
    ]


def written(shown: CalendarEvent) -> bytes:
    return event(shown, REVISION, example.SITE)


def test_no_field_differs_without_the_bytes():
    """Each field of each event, taken from the next one: history sees a change where, and only where, a feed differs."""
    for one, other in pairwise(events()[::2]):
        same = written(one)
        for field in fields(CalendarEvent):
            changed = replace(one, **{field.name: getattr(other, field.name)})
            assert (changed == one) is (written(changed) == same), (one.uid, field.name)


def test_the_example_campaign_fills_every_field():
    """So the comparison above says something of each: none is empty everywhere."""
    for field in fields(CalendarEvent):
        assert len({getattr(shown, field.name) for shown in events()}) > 1, field.name


def test_the_end_of_whole_days_is_the_day_after():
    """RFC 5545, section 3.6.1: DTEND is not part of the event."""
    one = next(shown for shown in events() if type(shown.start) is date and shown.end)
    assert one.end > one.start
