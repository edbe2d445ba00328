"""One schema.org Event, as other sites and our own /kalender.json write it. Source: https://schema.org/Event."""

import re
from datetime import datetime

from doemee.intake.categories import file_under, is_hashtag
from doemee.intake.found import Fields, Found, Reading, shown
from doemee.intake.jsonld import schema_org_times as times
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.schema_org_place import place_fields
from doemee.intake.jsonld.values import (
    Json,
    Node,
    Nodes,
    amount,
    instant,
    last_part,
    listed,
    named_price,
    unused,
    words,
)
from doemee.intake.moments import moments_and_recurrence, within_campaign
from doemee.intake.prose import summary_and_description
from doemee.write.data.choices import Choices

FORMAT = "schema.org"
_TEXTS = {"name", "headline", "description", "keywords", "inLanguage", "audience", "url", "sameAs", "identifier"}
_TIMES = {"startDate", "endDate", "previousStartDate", "subEvent", "eventStatus", "eventAttendanceMode"}
_OF_THE_RECORD = {"mainEntityOfPage", "dateModified", "datePublished", "dateCreated", "superEvent", "duration"}
_OTHERS = {"location", "organizer", "offers", "isAccessibleForFree"}
_SILENT = frozenset(_TEXTS | _TIMES | _OTHERS | _OF_THE_RECORD)
"""What is used, and what is about the record and not about the event: nobody misses that."""

_UITDATABANK = re.compile(r"https?://(?:[a-z0-9-]+\.)*(?:uitinvlaanderen|uitdatabank|uitinbrussel)\.be/")
_GOAL = re.compile("SDG ?([1-9]|1[0-7])", re.IGNORECASE)


def is_event(node: Node) -> bool:
    """Whether a node is an Event or one of its kinds."""
    types = [last_part(name) for name in listed(node.get("@type"))]
    return any(name.endswith(("Event", "Festival", "EventSeries")) for name in types) or (
        not types and "startDate" in node and "name" in node
    )


def initiative(node: Node, number: int, by_id: Nodes, reading: Reading, choices: Choices) -> Found | None:
    """What one event says, the `number`th of the document; None when it falls outside the campaign."""
    title = words(node.get("name") or node.get("headline"))
    event = Event(node, by_id, choices, reading.at(f"evenement {number} {shown(title)}"))
    fields, body = _fields(title, event)
    if month := times.month(node):
        fields["momenten"] = [{"datum": month}]
    elif instances := times.instances(event, fields):
        instances = within_campaign(instances, choices.campaign, event.remarks, title)
        if not instances:
            return None
        fields |= moments_and_recurrence(instances)
    else:
        event.remarks.todo("er staat niet wanneer het is", "Vul in het bestand `momenten` in")
    names = (words(node.get(key)) for key in ("@id", "identifier", "url"))
    uid = next(filter(None, names), f"{title} {node.get('startDate', '')}")
    is_ours = words(node.get("@id")).startswith(choices.campaign.facts.site)
    slug = words(node.get("identifier")) if is_ours else ""
    return Found(FORMAT, uid, event.remarks.where, fields, body, slug)


def _fields(title: str, event: Event) -> tuple[Fields, str]:
    """All but the times."""
    node = event.node
    fields: Fields = {"titel": title}
    fields["samenvatting"], body = summary_and_description(words(node.get("description")))
    _organiser(event, fields)
    place, left = place_fields(node, event)
    fields |= place
    left += _keywords(event, fields)
    _offers(event, fields)
    if status := times.status(node, event):
        fields["status"] = status
    if last_part(node.get("eventStatus")) == "EventRescheduled" and node.get("previousStartDate"):
        left.append(f"previousStartDate {shown(node['previousStartDate'])}")
    codes = [words(_name_or(value, "alternateName")) for value in listed(node.get("inLanguage"))]
    languages = [event.choices.of_field("taal", code.split("-")[0]) for code in codes if code]
    if languages and languages != ["nl"]:
        fields["taal"] = languages
    left += _audience(event, fields)
    for address in map(words, listed(node.get("sameAs"))):
        if _UITDATABANK.match(address):
            fields.setdefault("uitdatabank", address)
        else:
            left.append(f"sameAs {shown(address)}")
    address = words(node.get("url"))
    if address and not address.startswith(event.choices.campaign.facts.site):
        fields["website"] = address
    left += [f"{key} {shown(_short(node[key]))}" for key in unused(node, _SILENT)]
    event.remarks.no_field(left)
    return fields, body


def _organiser(event: Event, fields: Fields) -> None:
    things = map(event.thing, listed(event.node.get("organizer")))
    named = [(words(organiser.get("name")), organiser) for organiser in things]
    named = [(name, organiser) for name, organiser in named if name]
    if not named:
        return
    (name, first), *others = named
    if last_part(first.get("@type")) == "Person":
        event.remarks.info("de organisator is een persoon; we namen de naam niet over", "Vul `organisatie` zelf in")
        return
    partners = [other for other, _ in others]
    fields["organisatie"] = {"naam": name, "website": words(first.get("url")), "partners": partners}
    mail, phone = words(first.get("email")).removeprefix("mailto:"), words(first.get("telephone"))
    if mail or phone:
        fields["contact"] = {"email": mail, "telefoon": phone}


def _keywords(event: Event, fields: Fields) -> list[str]:
    """Fill type, themes and goals; the keywords that are none of those come back."""
    texts = (words(_name_or(value)) for value in listed(event.node.get("keywords")))
    left = []
    for word in file_under([part.strip() for text in texts for part in text.split(",")], fields, event.choices):
        if goal := _GOAL.fullmatch(word):
            fields.setdefault("sdgs", []).append(int(goal[1]))
        elif word and not is_hashtag(word, event.choices.campaign):
            left.append(f"keywords {shown(word)}")
    return left


def _audience(event: Event, fields: Fields) -> list[str]:
    """Fill the audiences; those that the campaign does not know come back."""
    left = []
    for audience in map(event.thing, listed(event.node.get("audience"))):
        name = words(audience.get("audienceType") or audience.get("name"))
        if known := event.choices.id("audiences", name):
            fields.setdefault("doelgroep", []).append(known)
        elif name:
            left.append(f"audience {shown(name)}")
    return left


def _offers(event: Event, fields: Fields) -> None:
    """What it costs, and where people register."""
    offers = [event.thing(offer) for offer in listed(event.node.get("offers"))]
    prices = [_price(offer) for offer in offers]
    if event.node.get("isAccessibleForFree") in (True, "true", "True"):
        fields["prijs"] = "gratis"
    elif any(prices):
        fields["prijs"] = ", ".join(filter(None, prices))
    for offer in offers:
        address = words(offer.get("url"))
        if address and address != words(event.node.get("url")) and "inschrijven" not in fields:
            fields["inschrijven"] = {"url": address}
            if until := instant(offer.get("validThrough") or offer.get("availabilityEnds")):
                day = until.date() if isinstance(until, datetime) else until
                fields["inschrijven"]["tot"] = day.isoformat()


def _price(offer: Node) -> str:
    """What one Offer or AggregateOffer says of the price; empty when it says nothing."""
    low, high = amount(offer.get("lowPrice")), amount(offer.get("highPrice"))
    if low and high:
        return low if low == high else f"van € {low} tot € {high}".replace("€ gratis", "gratis")
    currency = words(offer.get("priceCurrency")) or "EUR"
    price = amount(offer.get("price")) if currency == "EUR" else f"{offer.get('price')} {currency}"
    name = words(offer.get("name"))
    if name and price:
        return named_price(name, price)
    return price or words(offer.get("description"))


def _name_or(value: Json, first: str = "name") -> Json:
    """The name of a thing, or what it has under another key; a plain value is itself."""
    return value.get(first) or value.get("name") if isinstance(value, dict) else value


def _short(value: Json) -> str:
    """A value for a message."""
    if isinstance(value, dict):
        return words(value.get("name") or value.get("url") or value.get("@id")) or "een groep gegevens"
    if isinstance(value, list):
        return ", ".join(_short(item) for item in value[:3])
    return words(value) if not isinstance(value, bool) else str(value).lower()
