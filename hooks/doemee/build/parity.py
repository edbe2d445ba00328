"""After a build: do the pages, the feeds and kalender.json hold the same initiatives and instants?

One calendar we know lost 96 dates from every feed while its pages stayed right, and nobody saw it.
So this reads back the files as they were written, with means of its own (no icalendar, none of our
code for recurrences), and compares them with the agenda.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from dateutil.rrule import rrulestr

from doemee.build.parallel import in_parts
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.initiative import BRUSSELS, Initiative, Occurrence
from doemee.model.views import View

_EVENT = re.compile(rb"BEGIN:VEVENT\r\nUID:([^\r\n]*)\r\n(.*?)END:VEVENT\r\n", re.DOTALL)
_START = re.compile(rb"^DTSTART(?:;TZID=([^:;\r]+))?(?:;VALUE=DATE)?:([0-9T]+)\r$", re.MULTILINE)
_RULE = re.compile(rb"^RRULE:(.*)\r$", re.MULTILINE)
_EXCEPTIONS = re.compile(rb"^EXDATE[^:]*:(.*)\r$", re.MULTILINE)
_TIME = re.compile(r'<time datetime="([^"]+)"')
_LINK = re.compile(rb'initiatieven/([a-z0-9-]+)/"')

Instant = str
"""A start as text: `2026-03-07` for a whole day, `2026-03-07T13:00:00+00:00` (UTC) for an hour."""


def differences(agenda: Agenda, folder: Path) -> list[str]:
    """What is missing or too much, by the name of the initiative and the file; in Dutch, sorted."""
    found: set[str] = set()
    bodies: dict[str, bytes] = {}
    for different, events in in_parts(lambda part: _in_own_files(part, folder), agenda.initiatives):
        found.update(different)
        bodies |= events
    found.update(_in_json({i.slug: _expected(i) for i in agenda.initiatives}, folder / addresses.DATA))
    for different in in_parts(lambda part: _in_views(part, bodies, folder), agenda.views):
        found.update(different)
    return sorted(found)


def _expected(initiative: Initiative) -> list[Instant]:
    return sorted(_instant(o) for moment in initiative.moments for o in moment.occurrences)


def _in_own_files(part: Sequence[Initiative], folder: Path) -> tuple[list[str], dict[str, bytes]]:
    """What differs in the page and the feed of each initiative itself; and the events of those feeds, by UID."""
    found: list[str] = []
    bodies: dict[str, bytes] = {}
    for initiative in part:
        expected = _expected(initiative)
        page = addresses.initiative(initiative.slug)
        html = _read(folder / addresses.file(page)).decode()
        when = html[html.find('id="wanneer"') : html.find('id="praktisch"')]
        events = _events(folder / addresses.feed(page))
        bodies |= events
        shown = {
            addresses.file(page): [_utc(text) for text in _TIME.findall(when)],
            addresses.feed(page): [instant for body in events.values() for instant in _starts(body)],
        }
        found += (
            _different(initiative.slug, name, expected, sorted(i)) for name, i in shown.items() if sorted(i) != expected
        )
    return found, bodies


def _in_views(part: Sequence[View], bodies: dict[str, bytes], folder: Path) -> list[str]:
    found: list[str] = []
    for view in part:
        found += _in_feed(view, bodies, folder)
        if view.kind:  # /kalender/ shows what is near; the months hold the rest
            found += _in_page(view, folder)
    return found


def _in_page(view: View, folder: Path) -> Iterator[str]:
    name = addresses.file(view.page)
    linked = {slug.decode() for slug in _LINK.findall(_read(folder / name))}
    return (f"{e.initiative.slug} ontbreekt in {name}" for e in view.entries if e.initiative.slug not in linked)


def _in_json(expected: dict[str, list[Instant]], path: Path) -> Iterator[str]:
    found = {}
    for event in json.loads(_read(path) or b'{"@graph": []}')["@graph"]:
        times = [sub["startDate"] for sub in event.get("subEvent", [])] or [event.get("startDate", "")]
        found[event["identifier"]] = sorted(_utc(text) for text in times if len(text) >= 10)
    for slug in expected.keys() | found.keys():
        if expected.get(slug) != found.get(slug):
            yield _different(slug, path.name, expected.get(slug, []), found.get(slug, []))


def _in_feed(view: View, bodies: dict[str, bytes], folder: Path) -> Iterator[str]:
    """A view's feed holds the events of its initiatives, to the byte the same as everywhere."""
    name = view.feed
    events = _events(folder / name)
    wanted = {m.uid: entry.initiative.slug for entry in view.entries for m in entry.moments if m.occurrences}
    for uid, slug in wanted.items():
        if uid not in events:
            yield f"{slug} ontbreekt in {name}"
        elif events[uid] != bodies.get(uid):
            yield f"{slug} staat in {name} anders dan in {addresses.feed(addresses.initiative(slug))}"
    for uid in events.keys() - wanted.keys():
        yield f"{uid} hoort niet in {name}"


def _events(path: Path) -> dict[str, bytes]:
    """The events of a feed by UID, unfolded (RFC 5545, section 3.1)."""
    found: dict[str, bytes] = {}
    for uid, body in _EVENT.findall(_read(path).replace(b"\r\n ", b"")):
        name = uid.decode()
        found[name] = found.get(name, b"") + body  # a UID that stands twice must show up as different
    return found


def _starts(body: bytes) -> list[Instant]:
    start = _START.search(body)
    if not start:
        return []
    zone, text = start[1], start[2].decode()
    if "T" in text and zone != b"Europe/Brussels":
        return [f"{text} zonder tijdzone"]
    shape = "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d"
    first = datetime.strptime(text, shape)  # noqa: DTZ007 - the rule runs on wall time; the zone follows below
    days = [first]
    if rule := _RULE.search(body):
        skipped = {text for line in _EXCEPTIONS.findall(body) for text in line.decode().split(",")}
        days = [day for day in _expanded(first, rule[1].decode()) if day.strftime(shape) not in skipped]
    if "T" not in text:
        return [day.date().isoformat() for day in days]
    return [day.replace(tzinfo=BRUSSELS).astimezone(UTC).isoformat() for day in days]


def _expanded(first: datetime, rule: str) -> list[datetime]:
    """The wall-clock starts of a rule; its UNTIL in UTC is brought back to Brussels first."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    if (until := parts.get("UNTIL", "")) and until.endswith("Z"):
        aware = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(BRUSSELS)
        parts["UNTIL"] = aware.strftime("%Y%m%dT%H%M%S")
    return list(rrulestr(";".join(f"{key}={value}" for key, value in parts.items()), dtstart=first))


def _instant(occurrence: Occurrence) -> Instant:
    if occurrence.start is None:
        return occurrence.first_day.isoformat()
    return occurrence.start.astimezone(UTC).isoformat()


def _utc(text: str) -> Instant:
    return (
        text
        if len(text) == 10 and date.fromisoformat(text)
        else datetime.fromisoformat(text).astimezone(UTC).isoformat()
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _different(slug: str, name: str, expected: list[Instant], found: list[Instant]) -> str:
    missing = sorted(set(expected) - set(found))
    extra = sorted(set(found) - set(expected))
    parts = []
    if missing:
        parts.append(f"mist {', '.join(missing[:5])}")
    if extra:
        parts.append(f"heeft te veel {', '.join(extra[:5])}")
    return f"{slug}: {name} {' en '.join(parts) or f'telt {len(found)} tijdstippen in plaats van {len(expected)}'}"
