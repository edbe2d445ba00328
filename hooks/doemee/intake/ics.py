"""Calendars (`.ics`): every event of an agenda, as Google, Outlook, Apple and our own feeds write them.

icalendar reads the lines and the zones; here it is decided what an event says of an initiative. Who was
invited and what is private never comes along.
"""

import re
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event
from icalendar.prop.broken import vBroken

from doemee.intake import series
from doemee.intake.found import MAX_FOUND, Found, Reading, Unreadable
from doemee.intake.ics_event import common_title, dates_of, dt_of, fields_of, text_of, without_prefix
from doemee.intake.moments import Slot, told, within
from doemee.intake.prose import without_meeting_notes
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS

KIND = "ics"
_ENDLESS = re.compile(rb"FREQ\s*=\s*(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
_ZONE = re.compile(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE", re.DOTALL | re.IGNORECASE)


def read(source: str, data: bytes, campaign: Campaign) -> Reading:
    """The initiatives of a calendar. Raises Unreadable when it is none."""
    reading = Reading(source)
    unfolded = re.sub(rb"\r?\n[ \t]", b"", data)
    if any(_ENDLESS.search(zone) for zone in _ZONE.findall(unfolded)):
        raise Unreadable(
            "de tijdzone in deze agenda springt elk uur", "Voer de agenda opnieuw uit, bijvoorbeeld met Google Agenda"
        )
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise Unreadable(
            f"dit is geen agenda die we kunnen lezen ({str(error)[:80]})", "Voer de agenda opnieuw uit als .ics"
        ) from error
    calendars = [calendar for calendar in calendars if calendar.name == "VCALENDAR"]
    if not calendars:
        raise Unreadable("dit is geen agenda: BEGIN:VCALENDAR ontbreekt", "Voer de agenda opnieuw uit als .ics")
    for calendar in calendars:
        _Agenda(calendar, reading, campaign).read()
    return reading


class _Agenda:
    """One VCALENDAR."""

    def __init__(self, calendar: Calendar, reading: Reading, campaign: Campaign):
        self.calendar = calendar
        self.reading = reading
        self.campaign = campaign
        self.floating: set[str] = set()
        self.zone = BRUSSELS

    def read(self) -> None:
        """Every event with its overrides, in the order of the file."""
        if name := str(self.calendar.get("X-WR-TIMEZONE", "")):
            try:
                self.zone = type(BRUSSELS)(name)
            except (ValueError, KeyError, OSError):
                self.reading.mention(
                    "", f"de tijdzone “{name[:40]}” kennen we niet", "Uren zonder tijdzone lezen we als Brusselse tijd"
                )
        others = sorted({part.name for part in self.calendar.subcomponents} & {"VTODO", "VJOURNAL", "VFREEBUSY"})
        if others:
            self.reading.mention("", f"taken en notities nemen we niet over ({', '.join(others)})")
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in self.calendar.walk("VEVENT"):
            _without_broken(event)
        for number, event in enumerate(self.calendar.walk("VEVENT"), 1):
            groups[self._group(event, number)].append(event)
        for number, (uid, events) in enumerate(groups.items()):
            if number >= MAX_FOUND:
                self.reading.to_do("", f"er staan meer dan {MAX_FOUND} evenementen in", "Splits de agenda")
                return
            self._initiative(uid, events)
        if self.floating:
            self.reading.mention(
                "", f"uren zonder tijdzone lezen we als {self.zone.key}: {', '.join(sorted(self.floating)[:5])}"
            )

    def _group(self, event: Event, number: int) -> str:
        """What belongs to one initiative: one UID; in a feed of our own, one page."""
        uid = str(event.get("UID", "")).strip()
        if not uid:
            return f"zonder UID: {event.get('SUMMARY', '')} {text_of(event, 'DTSTART')} {number if 'DTSTART' not in event else ''}".strip()
        if uid.endswith(f"@{self.campaign.facts.id}"):
            return uid.split("@")[0].split(".")[0] + uid[uid.rindex("@") :]
        return uid

    def _initiative(self, uid: str, events: list[Event]) -> None:
        first = next((event for event in events if "RECURRENCE-ID" not in event), events[0])
        titles = [without_prefix(event)[0] for event in events]
        title = common_title(titles)
        where = f"UID {uid[:80]}"
        if hidden := {str(event.get("CLASS", "PUBLIC")).upper() for event in events} & {"PRIVATE", "CONFIDENTIAL"}:
            self.reading.mention(where, f"staat als privé in de agenda ({hidden.pop()}) en komt niet mee")
            return
        for event in events:
            for name, mistake in event.errors:
                self.reading.to_do(
                    where, f"{name} kunnen we niet lezen: {str(mistake)[:80]}", "Kijk dit na in de agenda"
                )
        fields, body = fields_of(first, title, where, self.reading, self.campaign)
        slots, rule = self._slots(events, first, title, fields, where)
        if slots:
            slots = within(slots, self.campaign, self.reading, where, title)
            if not slots:
                return
            fields |= told(slots, rule)
            self._lift_status(fields)
        elif any("DTSTART" in event for event in events):
            self.reading.outside.append(title)  # a series that was over before
            return
        self.reading.found.append(Found(KIND, uid, where, fields, body, self._own_slug(uid)))

    def _own_slug(self, uid: str) -> str:
        own = f"@{self.campaign.facts.id}"
        return uid.removesuffix(own) if uid.endswith(own) else ""

    def _slots(
        self, events: list[Event], first: Event, title: str, fields: dict, where: str
    ) -> tuple[list[Slot], dict | None]:
        """Every time of an initiative, and what its one rule says if nothing deviates from it."""
        masters = [event for event in events if "RECURRENCE-ID" not in event]
        overrides = {self._key(event["RECURRENCE-ID"].dt): event for event in events if "RECURRENCE-ID" in event}
        slots: list[Slot] = []
        rule: dict | None = None
        for event in masters:
            start = dt_of(event, "DTSTART")
            if start is None:
                self.reading.to_do(where, "er staat niet wanneer het is", "Vul in het bestand `momenten` in")
                continue
            start = self._aware(start, title)
            length = self._length(event, start)
            begun = self._starts(event, start, length, where)
            if "RRULE" in event and len(masters) == 1 and "RDATE" not in event:
                day = start.astimezone(BRUSSELS) if isinstance(start, datetime) else start
                rule = series.said(day, event["RRULE"])
            for at in begun:
                own: dict[str, Any] = {"id": _day(at).isoformat()} if len(begun) > 1 else {}
                changed = overrides.pop(self._key(at), None)
                if changed is not None:
                    slots.append(self._changed(changed, first, title, fields, where, own, _after(at, length)))
                else:
                    slots.append(Slot(at, _after(at, length), own | self._own(event, first, title, fields, where)))
        for event in overrides.values():
            slots.append(self._changed(event, first, title, fields, where, {}, None))
        return slots, rule

    def _changed(self, event: Event, first: Event, title: str, fields: dict, where: str, own: dict, end: Any) -> Slot:
        start = dt_of(event, "DTSTART")
        if str(event["RECURRENCE-ID"].params.get("RANGE", "")).upper() == "THISANDFUTURE":
            message = (
                f"vanaf {_day(event['RECURRENCE-ID'].dt)} verandert de hele reeks; we namen alleen die ene keer over"
            )
            self.reading.to_do(where, message, "Vul de andere momenten zelf aan")
        start = self._aware(event["RECURRENCE-ID"].dt if start is None else start, title)
        if "DTEND" in event or "DURATION" in event:
            end = _after(start, self._length(event, start))
        return Slot(start, end, own | self._own(event, first, title, fields, where))

    def _starts(
        self, event: Event, start: date | datetime, length: timedelta | None, where: str
    ) -> list[date | datetime]:
        found = [start]
        facts = self.campaign.facts
        if "RRULE" in event:
            rules = event["RRULE"] if isinstance(event["RRULE"], list) else [event["RRULE"]]
            try:
                found = [at for rule in rules for at in series.starts(start, rule, facts.start, facts.end)]
            except series.UnknownRule as unknown:
                message = f"deze herhaling kunnen we niet uitschrijven ({str(unknown)[:40]}); we namen alleen de eerste keer over"
                self.reading.to_do(where, message, "Vul de andere momenten zelf aan")
            else:
                if found and _day(start) >= facts.start and _day(found[0]) != _day(start):
                    self.reading.to_do(
                        where,
                        f"het begin ({_day(start)}) past niet in de herhaling",
                        "Kijk na of het ook die dag doorgaat",
                    )
                if _day(start) < facts.start:
                    found = [at for at in found if _day(_after(at, length) or at) >= facts.start]
                    self.reading.mention(
                        where, f"de reeks begon al op {_day(start)}; we namen ze over vanaf de campagne"
                    )
                if any(len(part) > 0 and not ({"UNTIL", "COUNT"} & set(part)) for part in rules):
                    self.reading.mention(where, "de herhaling heeft geen einde; ze stopt hier met de campagne")
        extra = [self._aware(at, "") for at in dates_of(event, "RDATE")]
        skipped = {self._key(at) for at in dates_of(event, "EXDATE")}
        whole = {key for key in skipped if len(key) == 10}
        unique = {self._key(at): at for at in (*found, *extra)}
        return [at for key, at in unique.items() if key not in skipped and _day(at).isoformat() not in whole]

    def _own(self, event: Event, first: Event, title: str, fields: dict, where: str) -> dict[str, Any]:
        """The fields in which one event deviates from the whole."""
        own: dict[str, Any] = {}
        name, _ = without_prefix(event)
        if name and name != title:
            own["titel"] = name.removeprefix(f"{title}: ")
        if event is first:
            return own
        quiet = Reading("")
        theirs, _ = fields_of(event, title, where, quiet, self.campaign)
        if theirs.get("status") != fields.get("status"):
            own["status"] = theirs.get("status", "bevestigd")
        for key in ("locatie", "online"):
            if key in theirs and theirs.get(key) != fields.get(key):
                own[key] = theirs[key]
        if fields.get("online") and "locatie" in own and "online" not in theirs:
            own["online"] = False
        theirs_text, ours_text = (
            without_meeting_notes(text_of(part, "DESCRIPTION")).strip() for part in (event, first)
        )
        if theirs_text not in ("", ours_text) and not self._own_slug(str(event.get("UID", ""))):
            message = f"op {_day(dt_of(event, 'DTSTART') or event['RECURRENCE-ID'].dt)} staat een andere beschrijving"
            self.reading.to_do(
                where, f"{message}; we namen die van de hele reeks over", "Vul ze zelf aan als het nodig is"
            )
        return own

    def _lift_status(self, fields: dict) -> None:
        """A status that a moment repeats is that of the whole: it says nothing there."""
        status = fields.get("status")
        for moment in fields["momenten"]:
            if moment.get("status") == (status or "bevestigd") and not (moment.get("status") == "bevestigd" and status):
                moment.pop("status", None)

    def _aware(self, at: date | datetime, title: str) -> date | datetime:
        if isinstance(at, datetime) and at.tzinfo is None:
            self.floating.add(title or str(at))
            return at.replace(tzinfo=self.zone)
        return at

    def _length(self, event: Event, start: date | datetime) -> timedelta | None:
        end, duration = dt_of(event, "DTEND"), dt_of(event, "DURATION")
        if isinstance(duration, timedelta):
            return duration
        if end is None or isinstance(end, datetime) is not isinstance(start, datetime):
            return None
        # On the wall clock: an evening of three hours is one on the night the clock changes too.
        if isinstance(start, datetime):
            end = self._aware(end, "").astimezone(start.tzinfo)
            return end.replace(tzinfo=None) - start.replace(tzinfo=None)
        return end - start

    def _key(self, at: date | datetime) -> str:
        """The same for the same instant, whatever zone it is written in; days are days."""
        if isinstance(at, datetime):
            return (at if at.tzinfo else at.replace(tzinfo=self.zone)).astimezone(BRUSSELS).isoformat()
        return at.isoformat()


def _without_broken(event: Event) -> None:
    """Take out what icalendar could not read: `errors` of the event tells of it, and touching it raises."""
    for name in [name for name, value in event.items() if isinstance(value, vBroken)]:
        del event[name]
    for name, value in list(event.items()):
        if isinstance(value, list) and any(isinstance(item, vBroken) for item in value):
            event[name] = [item for item in value if not isinstance(item, vBroken)] or ""


def _after(at: date | datetime, length: timedelta | None) -> date | datetime | None:
    return None if length is None else at + length


def _day(at: date | datetime) -> date:
    return at.astimezone(BRUSSELS).date() if isinstance(at, datetime) else at
