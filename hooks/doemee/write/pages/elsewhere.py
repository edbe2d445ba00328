"""Addresses of other sites that take a moment or a place along: an agenda, a map, a route. Links, no more."""

from datetime import date, timedelta
from urllib.parse import urlencode

from doemee.model import dutch
from doemee.model.agenda import OFF
from doemee.model.initiative import BRUSSELS, Initiative, Moment, Occurrence, Venue

MOST = 8
MAX_DETAILS = 400
"""A link longer than some 2,000 characters is cut off by mail programs and old browsers."""


def agendas(initiative: Initiative, today: date, page: str) -> list[dict[str, str]]:
    """Per moment that is still to come, `when` it is next and the links `google` and `outlook` that put it there."""
    found = []
    for moment in initiative.moments:
        occurrence = moment.next(today)
        if occurrence and moment.status not in OFF:
            links = {name.__name__: name(initiative, moment, occurrence, page) for name in (google, outlook)}
            found.append({"when": dutch.occurrence(occurrence), **links})
    return found[:MOST]


def google(initiative: Initiative, moment: Moment, occurrence: Occurrence, page: str) -> str:
    """Google Calendar's form for a new event. Times are those of Brussels (`ctz`); whole days end the day after."""
    query = {
        "action": "TEMPLATE",
        "text": initiative.title_of(moment),
        "dates": "/".join(_from_and_to(occurrence)),
        "ctz": BRUSSELS.key,
        "details": _details(initiative, page),
        "location": _location(moment),
    }
    return f"https://calendar.google.com/calendar/render?{urlencode(query)}"


def outlook(initiative: Initiative, moment: Moment, occurrence: Occurrence, page: str) -> str:
    """Outlook.com's form for a new event. Times carry their offset (RFC 3339)."""
    query = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": initiative.title_of(moment),
        "body": _details(initiative, page),
        "location": _location(moment),
    }
    if occurrence.start is None:
        query |= {
            "allday": "true",
            "startdt": occurrence.first_day.isoformat(),
            "enddt": occurrence.last_day.isoformat(),
        }
    else:
        query |= {"startdt": occurrence.start.isoformat(), "enddt": (occurrence.end or occurrence.start).isoformat()}
    return f"https://outlook.live.com/calendar/0/action/compose?{urlencode(query)}"


def on_the_map(venue: Venue) -> str:
    """The place on OpenStreetMap, found by its address: a hall's name confuses its search."""
    return f"https://www.openstreetmap.org/search?{urlencode({'query': _address(venue)})}"


def by_public_transport(venue: Venue) -> str:
    """A route by train, tram and bus from wherever the visitor is."""
    query = {"api": 1, "destination": _address(venue, venue.name), "travelmode": "transit"}
    return f"https://www.google.com/maps/dir/?{urlencode(query)}"


def by_mail(initiative: Initiative, page: str) -> str:
    """A mail to somebody, with the address in it."""
    body = f"{initiative.sent.titel}\n{initiative.sent.samenvatting}\n\n{page}"
    return "mailto:?" + urlencode({"subject": initiative.sent.titel, "body": body}).replace("+", "%20")


def _details(initiative: Initiative, page: str) -> str:
    return f"{initiative.sent.samenvatting[:MAX_DETAILS]}\n\n{page}"


def _location(moment: Moment) -> str:
    if moment.venue:
        return moment.venue.line
    return moment.online if isinstance(moment.online, str) else ""


def _address(venue: Venue, name: str | None = None) -> str:
    return ", ".join(filter(None, (name, venue.street, f"{venue.postcode} {venue.town}")))


def _from_and_to(occurrence: Occurrence) -> tuple[str, str]:
    if occurrence.start is None:
        return f"{occurrence.first_day:%Y%m%d}", f"{occurrence.last_day + timedelta(days=1):%Y%m%d}"
    return f"{occurrence.start:%Y%m%dT%H%M%S}", f"{occurrence.end or occurrence.start:%Y%m%dT%H%M%S}"
