"""A calendar becomes initiatives: one for each UID, or for each page in a feed of our own.

icalendar reads the lines and the zones; here it is decided which events belong together. What is private never comes
along.
"""

import re
from collections import defaultdict
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from doemee.intake.found import MAX_FOUND, Found, Reading, Remarks, Unreadable
from doemee.intake.ics import properties
from doemee.intake.ics.event import event_fields, is_ours, title_and_status
from doemee.intake.ics.local_times import LocalTimes
from doemee.intake.ics.recurrence_set import RecurrenceSet, Whole
from doemee.intake.moments import moments_and_recurrence, within_campaign
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS
from doemee.text import slugify
from doemee.write.data.choices import Choices

FORMAT = "ics"
_ENDLESS = re.compile(rb"FREQ\s*=\s*(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
_ZONE = re.compile(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE", re.DOTALL | re.IGNORECASE)
_FOLD = re.compile(rb"\r?\n[ \t]")
"""RFC 5545, section 3.1: a long line goes on after a line end and a space."""

_NO_EVENTS = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
_NOT_PUBLIC = frozenset({"PRIVATE", "CONFIDENTIAL"})


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of a calendar. Raises Unreadable when it is none."""
    reading = Reading(source)
    if any(_ENDLESS.search(zone) for zone in _ZONE.findall(_FOLD.sub(b"", data))):
        # Working out one offset in it would take for ever.
        hint = "Voer de agenda opnieuw uit, bijvoorbeeld met Google Agenda"
        raise Unreadable("de tijdzone in deze agenda springt elk uur", hint)
    hint = "Voer de agenda opnieuw uit als .ics"
    try:
        components = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise Unreadable(f"dit is geen agenda die we kunnen lezen ({str(error)[:80]})", hint) from error
    calendars = [component for component in components if component.name == "VCALENDAR"]
    if not calendars:
        raise Unreadable("dit is geen agenda: BEGIN:VCALENDAR ontbreekt", hint)
    choices = Choices(campaign)
    for calendar in calendars:
        _read_calendar(calendar, reading, choices)
    return reading


def _read_calendar(calendar: Component, reading: Reading, choices: Choices) -> None:
    """Every event of one VCALENDAR with its overrides, in the order of the file."""
    times = LocalTimes(_zone(calendar, reading))
    if others := _NO_EVENTS & {part.name for part in calendar.subcomponents}:
        reading.info(f"taken en notities nemen we niet over ({', '.join(sorted(others))})")
    by_uid: dict[str, list[Component]] = defaultdict(list)
    for number, event in enumerate(calendar.walk("VEVENT"), 1):
        properties.drop_broken(event)
        by_uid[_identity(event, number, choices.campaign)].append(event)
    for number, (uid, events) in enumerate(by_uid.items()):
        if number >= MAX_FOUND:
            reading.todo(f"er staan meer dan {MAX_FOUND} evenementen in", "Splits de agenda")
            return
        if found := _found(uid, events, times, reading, choices):
            reading.found.append(found)
    if times.titles:
        titles = ", ".join(sorted(times.titles)[:5])
        reading.info(f"uren zonder tijdzone lezen we als {times.zone.key}: {titles}")


def _zone(calendar: Component, reading: Reading) -> ZoneInfo:
    """The zone for hours without one: what Google calls that of the calendar, else Brussels."""
    name = properties.text(calendar, "X-WR-TIMEZONE")
    try:
        return ZoneInfo(name) if name else BRUSSELS
    except (ValueError, KeyError, OSError):
        hint = "Uren zonder tijdzone lezen we als Brusselse tijd"
        reading.info(f"de tijdzone “{name[:40]}” kennen we niet", hint)
        return BRUSSELS


def _identity(event: Component, number: int, campaign: Campaign) -> str:
    """What the events of one initiative share: their UID; in a feed of our own, the page that they are of."""
    uid = properties.text(event, "UID").strip()
    if not uid:
        start = event.get("DTSTART")
        when = f" {number}" if start is None else getattr(start, "dt", start)
        return f"zonder UID: {properties.text(event, 'SUMMARY')} {when}"
    if is_ours(event, campaign):
        return uid.split("@")[0].split(".")[0] + uid[uid.rindex("@") :]
    return uid


def _found(uid: str, events: list[Component], times: LocalTimes, reading: Reading, choices: Choices) -> Found | None:
    """The initiative of some events; None when it is private or falls outside the campaign."""
    first = next((event for event in events if "RECURRENCE-ID" not in event), events[0])
    title = _common_title([title_and_status(event)[0] for event in events])
    remarks = reading.at(f"UID {uid[:80]}")
    if hidden := _hidden(events):
        remarks.info(f"staat als privé in de agenda ({hidden}) en komt niet mee")
        return None
    _report_broken(events, remarks)
    fields, body = event_fields(first, title, remarks, choices)
    recurrence = RecurrenceSet(events, Whole(first, title, fields), times, remarks, choices)
    instances = recurrence.instances()
    if instances:
        instances = within_campaign(instances, choices.campaign, remarks, title)
        if not instances:
            return None
        fields |= moments_and_recurrence(instances, recurrence.in_words())
    elif any("DTSTART" in event for event in events):
        reading.outside.append(title)  # a series that was over before
        return None
    slug = uid.rpartition("@")[0] if is_ours(first, choices.campaign) else ""
    return Found(FORMAT, uid, remarks.where, fields, body, slug)


def _hidden(events: list[Component]) -> str:
    """The class (RFC 5545, section 3.8.1.3) that keeps an event from the public; empty when it may be shown."""
    classes = {properties.text(event, "CLASS").upper() for event in events}
    return next(iter(sorted(classes & _NOT_PUBLIC)), "")


def _report_broken(events: list[Component], remarks: Remarks) -> None:
    for event in events:
        for name, mistake in event.errors:
            remarks.todo(f"{name} kunnen we niet lezen: {str(mistake)[:80]}", "Kijk dit na in de agenda")


def _common_title(titles: list[str]) -> str:
    """Of events that are one initiative: what comes before the colon in all of them, else the first."""
    start = titles[0].split(": ")[0]
    if start == titles[0] or not slugify(start) or len(set(titles)) == 1:
        return titles[0]
    shared = all(title == start or title.startswith(f"{start}: ") for title in titles)
    return start if shared else titles[0]
