"""schema.org Events: the script in a page and the graph of /kalender.json.

Source: schema.org/Event, and Google's "Event structured data" for what it asks of it.
"""

import json
from typing import Any

from doemee.load.submission import Status
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment, Occurrence, Venue

_STATUSES = {
    Status.CONFIRMED: "https://schema.org/EventScheduled",
    Status.FULL: "https://schema.org/EventScheduled",
    Status.POSTPONED: "https://schema.org/EventPostponed",
    Status.CANCELLED: "https://schema.org/EventCancelled",
}


_CONTEXT = '{"@context":"https://schema.org",'


def graph(agenda: Agenda, events: dict[str, str]) -> bytes:
    """`/kalender.json`: every initiative as an Event, in the order of the calendar. `events` is JSON by slug."""
    return (_CONTEXT + '"@graph":[\n' + ",\n".join(events[i.slug] for i in agenda.initiatives) + "\n]}\n").encode()


def as_json(initiative: Initiative, campaign: Campaign, site: str) -> str:
    """An event as JSON that cannot end the `<script>` around it: `<`, `>` and `&` are written as escapes."""
    text = json.dumps(event(initiative, campaign, site), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def script(text: str) -> str:
    """The element for a page, from the JSON of its event."""
    return f'<script type="application/ld+json">{_CONTEXT}{text[1:]}</script>'


def event(initiative: Initiative, campaign: Campaign, site: str) -> dict[str, Any]:
    """One initiative. With more than one occurrence, each is a `subEvent` with its own instants."""
    sent = initiative.sent
    page = site + addresses.initiative(initiative.slug)
    result: dict[str, Any] = {
        "@type": "Event",
        "@id": page,
        "url": page,
        "identifier": initiative.slug,
        "name": sent.titel,
        "description": sent.samenvatting,
        "inLanguage": list(sent.taal),
        "eventStatus": _STATUSES[initiative.status],
    }
    times = [(moment, occurrence) for moment in initiative.moments for occurrence in moment.occurrences]
    if times:
        starts = min(_start(o) for _, o in times)
        ends = [end for _, o in times if (end := _end(o))]
        result["startDate"] = starts
        if ends:
            result["endDate"] = max(ends)
    elif months := [moment.month for moment in initiative.moments if moment.month]:
        result["startDate"] = f"{months[0].year}-{months[0].month:02}"
    result |= _place(initiative.moments[0], campaign, initiative.moments)
    if len(times) > 1:
        result["subEvent"] = [_sub_event(initiative, m, o, campaign) for m, o in times]
    result["organizer"] = _organizer(initiative)
    if sent.prijs or sent.inschrijven:
        result["offers"] = _offer(initiative, page)
    if sent.prijs and sent.prijs.amount is not None:
        result["isAccessibleForFree"] = not sent.prijs.amount
    if sent.afbeelding:
        result["image"] = f"{site}initiatieven/afbeeldingen/{sent.afbeelding.bestand}"
    if sent.doelgroep:
        result["audience"] = [{"@type": "Audience", "audienceType": campaign.audiences[a].name} for a in sent.doelgroep]
    result["keywords"] = [
        campaign.types[sent.type].name,
        *(campaign.themes[theme].name for theme in sent.themas),
        *(f"SDG {goal}" for goal in sent.sdgs),
        *(tag.lstrip("#") for tag in campaign.facts.hashtags),
    ]
    if sent.uitdatabank and sent.uitdatabank.startswith("http"):
        result["sameAs"] = sent.uitdatabank
    return result


def _sub_event(initiative: Initiative, moment: Moment, occurrence: Occurrence, campaign: Campaign) -> dict[str, Any]:
    result = {"@type": "Event", "name": initiative.title_of(moment), "startDate": _start(occurrence)}
    if end := _end(occurrence):
        result["endDate"] = end
    return result | {"eventStatus": _STATUSES[moment.status]} | _place(moment, campaign, (moment,))


def _start(occurrence: Occurrence) -> str:
    return occurrence.start.isoformat() if occurrence.start else occurrence.first_day.isoformat()


def _end(occurrence: Occurrence) -> str | None:
    if occurrence.start is None:
        return occurrence.last_day.isoformat()
    return occurrence.end.isoformat() if occurrence.end else None


def _place(moment: Moment, campaign: Campaign, moments: tuple[Moment, ...]) -> dict[str, Any]:
    """`location` and `eventAttendanceMode`. A reach is a place too: that of its regions."""
    places: list[dict[str, Any]] = []
    venue = moment.venue or next((m.venue for m in moments if m.venue), None)
    if venue:
        places.append(_venue(venue, campaign))
    elif moment.regions:
        places += (
            {
                "@type": "Place",
                "name": campaign.regions[region].name,
                "address": {
                    "@type": "PostalAddress",
                    "addressRegion": campaign.regions[region].name,
                    "addressCountry": campaign.facts.country,
                },
            }
            for region in moment.regions
        )
    online = next((m.online for m in moments if m.online), False)
    if online:
        places.append({"@type": "VirtualLocation"} | ({"url": online} if isinstance(online, str) else {}))
    mode = "Offline" if not online else "Mixed" if len(places) > 1 else "Online"
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": places[0] if len(places) == 1 else places,
    }


def _venue(venue: Venue, campaign: Campaign) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": venue.postcode,
        "addressLocality": venue.town,
        "addressRegion": campaign.regions[venue.municipality.region].name,
        "addressCountry": campaign.facts.country,
    }
    return {
        "@type": "Place",
        "name": venue.name or venue.town,
        "address": {key: value for key, value in address.items() if value},
    }


def _organizer(initiative: Initiative) -> Any:
    organisation = initiative.sent.organisatie
    main = {"@type": "Organization", "name": organisation.naam}
    if organisation.website:
        main["url"] = organisation.website
    partners = [{"@type": "Organization", "name": name} for name in organisation.partners]
    return [main, *partners] if partners else main


def _offer(initiative: Initiative, page: str) -> dict[str, Any]:
    sent = initiative.sent
    full = initiative.status is Status.FULL
    offer: dict[str, Any] = {
        "@type": "Offer",
        "url": sent.inschrijven.url if sent.inschrijven else page,
        "availability": f"https://schema.org/{'SoldOut' if full else 'InStock'}",
    }
    if sent.prijs and sent.prijs.amount is not None:
        offer |= {"price": f"{sent.prijs.amount:.2f}", "priceCurrency": "EUR"}
    elif sent.prijs:
        offer["description"] = sent.prijs.text
    return offer
