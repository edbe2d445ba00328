"""Where a schema.org Event is, and what it costs."""

import re
from collections.abc import Mapping
from typing import Any

from doemee.intake.found import Reading, shown
from doemee.intake.json_values import amount, last_part, listed, thing, words
from doemee.intake.places_in_text import place, postcode_hint
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices

Nodes = Mapping[str, Mapping[str, Any]]


def place_of(
    part: Mapping[str, Any], by_id: Nodes, campaign: Campaign, reading: Reading, where: str, left: list[str]
) -> dict[str, Any]:
    """The fields `locatie`, `online` and `bereik` of an event or a part of one; what does not fit goes to `left`."""
    found: dict[str, Any] = {}
    for value in listed(part.get("location")):
        node = thing(value, by_id)
        if last_part(node.get("@type")) == "VirtualLocation":
            found["online"] = words(node.get("url")) or True
        elif isinstance(node.get("address"), Mapping):
            somewhere = _address(node, node["address"], campaign, reading, where)
            found["bereik"] = found.get("bereik", []) + somewhere.pop("bereik", [])
            found |= somewhere
        else:
            text = ", ".join(filter(None, (words(node.get("name")), words(node.get("address")))))
            fields, rest = place(text, campaign)
            found |= fields
            left += [f"location {shown(item)}" for item in rest]
            if "locatie" in fields and "postcode" not in fields["locatie"]:
                reading.to_do(where, f"in de plaats {shown(text)} staat geen postcode", postcode_hint(text, campaign))
    if last_part(part.get("eventAttendanceMode")) in ("OnlineEventAttendanceMode", "MixedEventAttendanceMode"):
        found.setdefault("online", True)
    return {key: value for key, value in found.items() if value}


def _address(
    node: Mapping[str, Any], address: Mapping[str, Any], campaign: Campaign, reading: Reading, where: str
) -> dict[str, Any]:
    name, postcode = words(node.get("name")), words(address.get("postalCode"))
    town, street = words(address.get("addressLocality")), words(address.get("streetAddress"))
    if not postcode and not town and not street:
        reach = Choices(campaign).id("regions", words(address.get("addressRegion")) or name)
        return {"bereik": [reach]} if reach else ({"locatie": {"naam": name}} if name else {})
    if not postcode:
        reading.to_do(where, "in het adres staat geen postcode", postcode_hint(town or name, campaign))
    postcode = re.sub("^BE?[- ]?", "", postcode)
    return {"locatie": {"naam": "" if name == town else name, "adres": street, "postcode": postcode, "gemeente": town}}


def price_of(offer: Mapping[str, Any]) -> str:
    """What one offer says of the price; empty when it says nothing."""
    currency = words(offer.get("priceCurrency")) or "EUR"
    price = amount(offer.get("price")) if currency == "EUR" else f"{offer.get('price')} {currency}"
    name = words(offer.get("name"))
    low, high = amount(offer.get("lowPrice")), amount(offer.get("highPrice"))
    if low and high:
        return low if low == high else f"van € {low} tot € {high}".replace("€ gratis", "gratis")
    if name and price:
        return f"{name}: {price if price == 'gratis' else f'€ {price}'}"
    return price or words(offer.get("description"))
