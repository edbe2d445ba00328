"""When an event of UiTdatabank is: its calendarType, its parts, its opening hours, and whether each goes on."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from doemee.intake.found import Reading, shown
from doemee.intake.json_values import instant, listed, words
from doemee.intake.moments import SHORT_DAYS, Slot
from doemee.intake.series import weekly
from doemee.load.spelling import WEEKDAYS
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS

_STATUSES = {"Unavailable": "geannuleerd", "TemporarilyUnavailable": "uitgesteld"}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def slots_of(
    node: Mapping[str, Any], fields: dict[str, Any], campaign: Campaign, reading: Reading, where: str
) -> tuple[list[Slot], dict[str, Any] | None]:
    """Its times by calendarType, and the recurrence of a period with opening hours."""
    kind = words(node.get("calendarType"))
    if kind == "permanent":
        return [], None
    if kind == "periodic":
        return _period(node, campaign, reading, where)
    parts = [part for part in listed(node.get("subEvent")) if isinstance(part, Mapping)][:1000] or [node]
    slots = []
    for part in parts:
        start, end = instant(part.get("startDate")), instant(part.get("endDate"))
        if start is None:
            reading.to_do(
                where, f"startDate {shown(part.get('startDate'))} kunnen we niet lezen", "Vul dit moment zelf in"
            )
            continue
        status = status_of(part) if part is not node else "bevestigd"
        told = part.get("status") if part is not node else None
        if reason := words(told.get("reason")) if isinstance(told, Mapping) else "":
            reading.without_field(where, [f"status.reason {shown(reason)}"])
        own = {"status": status} if status not in ("bevestigd", fields.get("status", "bevestigd")) else {}
        slots.append(Slot(start, end, own if len(parts) > 1 else {}))
        if len(parts) == 1 and own:
            fields["status"] = status
    if len(slots) > 1 and len({slot.own.get("status") for slot in slots}) == 1 and slots[0].own:
        fields["status"] = slots[0].own["status"]
        slots = [Slot(slot.start, slot.end) for slot in slots]
    return slots, None


def _period(
    node: Mapping[str, Any], campaign: Campaign, reading: Reading, where: str
) -> tuple[list[Slot], dict[str, Any] | None]:
    """A period: each opening of it, or as a whole when it has no opening hours."""
    first, last = instant(node.get("startDate")), instant(node.get("endDate"))
    if first is None or last is None:
        return [], None
    begin, end = day_of(first), day_of(last)
    openings = [opening for opening in listed(node.get("openingHours")) if isinstance(opening, Mapping)][:50]
    if not openings:
        return [Slot(begin, end + timedelta(days=1))], None
    # Not before the campaign: a house that is open for years would fill the list with days gone by.
    begin, end = max(begin, campaign.facts.start), min(end, campaign.facts.end)
    slots = []
    for opening in openings:
        days = {
            _ENGLISH.index(day.lower()) for day in map(str, listed(opening.get("dayOfWeek"))) if day.lower() in _ENGLISH
        }
        opens, closes = _clock(opening.get("opens")), _clock(opening.get("closes"))
        for day in weekly(begin, end, days):
            slots.append(_opening(day, opens, closes))
    if not slots:
        reading.to_do(
            where, "de openingsuren vallen op geen enkele dag van de campagne", "Vul in het bestand `momenten` in"
        )
    if len(openings) == 1:
        days = sorted({slot.start.weekday() for slot in slots})
        return slots, {"elke": "dag"} if len(days) == 7 else {"elke": "week", "op": [SHORT_DAYS[day] for day in days]}
    if len(slots) > 100:
        names = ", ".join(WEEKDAYS[day] for day in sorted({slot.start.weekday() for slot in slots}))
        reading.to_do(
            where,
            f"er zijn verschillende uren op {names}: te veel om uit te schrijven",
            "Splits het in meer initiatieven",
        )
    return slots, None


def status_of(part: Mapping[str, Any]) -> str:
    """The status in our words; older exports write it as a text."""
    status = part.get("status")
    kind = words(status.get("type")) if isinstance(status, Mapping) else words(status)
    if kind in _STATUSES:
        return _STATUSES[kind]
    booking = part.get("bookingAvailability")
    full = words(booking.get("type")) if isinstance(booking, Mapping) else words(booking)
    return "volzet" if full == "Unavailable" else "bevestigd"


def _opening(day: date, opens: time | None, closes: time | None) -> Slot:
    if opens is None:
        return Slot(day, day + timedelta(days=1))
    start = datetime.combine(day, opens, BRUSSELS)
    if closes is None:
        return Slot(start)
    return Slot(start, datetime.combine(day + timedelta(days=closes <= opens), closes, BRUSSELS))


def _clock(value: Any) -> time | None:
    match = re.fullmatch("([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?", words(value))
    return time(int(match[1]), int(match[2])) if match else None


def day_of(at: date | datetime) -> date:
    """The day in Brussels."""
    return at.astimezone(BRUSSELS).date() if isinstance(at, datetime) else at
