"""Where a schema.org Event, or a part of one, takes place. Source: https://schema.org/location."""

import re

from doemee.intake.found import Fields, shown
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.values import Node, last_part, listed, words
from doemee.intake.places_in_text import place, postcode_hint

_ALSO_ONLINE = frozenset({"OnlineEventAttendanceMode", "MixedEventAttendanceMode"})


def place_fields(part: Node, event: Event) -> tuple[Fields, list[str]]:
    """The fields `locatie`, `online` and `bereik`, those that are filled; and what of it no field can hold."""
    campaign = event.choices.campaign
    found: Fields = {}
    left: list[str] = []
    for value in listed(part.get("location")):
        location = event.thing(value)
        address = location.get("address")
        if last_part(location.get("@type")) == "VirtualLocation":
            found["online"] = words(location.get("url")) or True
        elif isinstance(address, dict):
            here = _of_address(location, address, event)
            if "bereik" in here:
                here["bereik"] = found.get("bereik", []) + here["bereik"]
            found |= here
        else:
            text = ", ".join(filter(None, (words(location.get("name")), words(address))))
            here, rest = place(text, campaign)
            found |= here
            left += [f"location {shown(item)}" for item in rest]
            if "locatie" in here and "postcode" not in here["locatie"]:
                message = f"in de plaats {shown(text)} staat geen postcode"
                event.remarks.todo(message, postcode_hint(text, campaign))
    if last_part(part.get("eventAttendanceMode")) in _ALSO_ONLINE:
        found.setdefault("online", True)
    return found, left


def _of_address(location: Node, address: Node, event: Event) -> Fields:
    """A PostalAddress; of one with a region only, the region is the reach."""
    name, postcode = words(location.get("name")), words(address.get("postalCode"))
    town, street = words(address.get("addressLocality")), words(address.get("streetAddress"))
    if not postcode and not town and not street:
        if region := event.choices.id("regions", words(address.get("addressRegion")) or name):
            return {"bereik": [region]}
        return {"locatie": {"naam": name}} if name else {}
    if not postcode:
        hint = postcode_hint(town or name, event.choices.campaign)
        event.remarks.todo("in het adres staat geen postcode", hint)
    postcode = re.sub("^BE?[- ]?", "", postcode)
    return {"locatie": {"naam": "" if name == town else name, "adres": street, "postcode": postcode, "gemeente": town}}
