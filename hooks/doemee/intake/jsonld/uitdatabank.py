"""One event of UiTdatabank, as its API and its exports give it. Source: cultuurnet/apidocs, Entry API 3."""

from doemee.intake.categories import file_under, is_hashtag
from doemee.intake.found import Fields, Found, Reading, shown
from doemee.intake.jsonld import uitdatabank_times as times
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.values import Json, Node, Nodes, amount, instant, listed, named_price, nodes, unused, words
from doemee.intake.moments import day_in_brussels, moments_and_recurrence, within_campaign
from doemee.intake.prose import summary_and_description
from doemee.write.data.choices import Choices

FORMAT = "uitdatabank"

_TEXTS = {"name", "description", "terms", "labels", "hiddenLabels", "typicalAgeRange", "audience", "mainLanguage"}
_TIMES = {"calendarType", "startDate", "endDate", "subEvent", "openingHours", "status", "bookingAvailability"}
_PLACE = {"location", "attendanceMode", "onlineUrl"}
_OTHERS = {"organizer", "priceInfo", "bookingInfo", "contactPoint", "workflowStatus", "mediaObject", "image"}
_DATES = {"created", "modified", "availableTo", "availableFrom", "calendarSummary"}
_PEOPLE = {"creator", "publisher", "modifier"}
_ADMINISTRATION = {"sameAs", "languages", "completedLanguages", "completeness", "regions", "playhead", "type"}
_SILENT = frozenset(_TEXTS | _TIMES | _PLACE | _OTHERS | _DATES | _PEOPLE | _ADMINISTRATION)
"""What is used, and what is about the record and not about the event: nobody misses that."""


def is_event(node: Node) -> bool:
    """Whether a node is an event of UiTdatabank: only there is a `calendarType`."""
    return "calendarType" in node and ("terms" in node or "location" in node or "mainLanguage" in node)


def initiative(node: Node, number: int, by_id: Nodes, reading: Reading, choices: Choices) -> Found | None:
    """What one event says, the `number`th of the document; None when it was refused or falls outside the campaign."""
    language = words(node.get("mainLanguage")) or "nl"
    title = words(node.get("name"), language)
    uid = words(node.get("@id")).rstrip("/").rsplit("/", 1)[-1]
    remarks = reading.at(f"UiTdatabank {uid}" if uid else f"evenement {number} {shown(title)}")
    if words(node.get("workflowStatus")).upper() in ("REJECTED", "DELETED"):
        remarks.info(f"{shown(title)} is daar afgekeurd of verwijderd en komt niet mee")
        return None
    event = Event(node, by_id, choices, remarks, language)
    found = Found(FORMAT, uid or f"{title} {node.get('startDate', '')}", remarks.where, {"titel": title})
    _fill(event, found)
    if uid:
        found.fields["uitdatabank"] = uid
    instances, rule = times.instances(event, found.fields)
    if instances:
        instances = within_campaign(instances, choices.campaign, remarks, title)
        if not instances:
            return None
        found.fields |= moments_and_recurrence(instances, rule)
    else:
        calendar_type = words(node.get("calendarType"))
        remarks.todo(f"er is geen datum ({calendar_type})", "Vul in het bestand `momenten` in")
    return found


def _fill(event: Event, found: Found) -> None:
    """Fill the description and all fields but the times; what has no field is remarked."""
    node, fields = event.node, found.fields
    fields["samenvatting"], found.body = summary_and_description(event.words(node.get("description")))
    organiser = event.thing(node.get("organizer"))
    if name := event.words(organiser.get("name")):
        fields["organisatie"] = {"naam": name, "website": words(organiser.get("url"))}
    left = _terms(event, found)
    _place(event, fields)
    left += _prices(event, fields)
    left += _contact(event, fields)
    if (status := times.status_of(node)) != "bevestigd":
        fields["status"] = status
    if reason := event.words(_group(node.get("status")).get("reason")):
        left.append(f"status.reason {shown(reason)}")
    left += _audience(node)
    left += _labels(event, fields)
    if (state := words(node.get("workflowStatus")).upper()) in ("DRAFT", "READY_FOR_VALIDATION"):
        event.remarks.info(f"staat in UiTdatabank nog niet openbaar ({state})")
    if pictures := listed(node.get("mediaObject")) or listed(node.get("image")):
        holder = words(_group(pictures[0]).get("copyrightHolder"))
        message = f"de afbeelding{f' van {holder}' if holder else ''} halen we niet op"
        event.remarks.info(message, "Mag je ze gebruiken? Vul dan zelf `afbeelding` in")
    unknown = [key for key in unused(node, _SILENT) if node[key] not in (None, [], {}, "", False)]
    left += [f"{key} {shown(event.words(node[key]) or 'een groep gegevens')}" for key in unknown]
    event.remarks.no_field(left)


def _terms(event: Event, found: Found) -> list[str]:
    """The eventtype becomes the type, a facility becomes accessibility; the other terms come back."""
    choices, left = event.choices, []
    accessibility = choices.campaign.accessibility
    facilities = {row.uitdatabank: row.id for row in accessibility.values() if row.uitdatabank}
    for term in nodes(event.node.get("terms")):
        identity, label = words(term.get("id")), words(term.get("label")) or words(term.get("id"))
        types = choices.types_of_term(identity)
        if identity in facilities:
            found.fields.setdefault("toegankelijkheid", []).append(facilities[identity])
        elif len(types) == 1:
            found.fields["type"] = types[0]
        elif types or term.get("domain") == "eventtype":
            message = f"{shown(label)} kan hier {'meer dan één soort' if types else 'geen soort'} zijn"
            hint = f"Kies voor `type` uit: {', '.join(types or choices.campaign.types)}"
            hint += ". Of geef alles dezelfde soort met --type"
            found.undecided["type"] = event.remarks.remark(message, hint)
        else:
            left.append(f"{words(term.get('domain')) or 'terms'} {shown(label)}")
    return left


def _place(event: Event, fields: Fields) -> None:
    mode, url = words(event.node.get("attendanceMode")), words(event.node.get("onlineUrl"))
    if url or mode in ("online", "mixed"):
        fields["online"] = url or True
    if mode == "online":
        return
    location = event.thing(event.node.get("location"))
    name, address = event.words(location.get("name")), location.get("address")
    if isinstance(address, dict) and not isinstance(address.get("postalCode"), str):
        # An address in more languages.
        address = address.get("nl") or address.get(event.language) or next(iter(address.values()), None)
    if isinstance(address, dict):
        town = words(address.get("addressLocality"))
        fields["locatie"] = {
            "naam": "" if name == town else name,
            "adres": words(address.get("streetAddress")),
            "postcode": words(address.get("postalCode")),
            "gemeente": town,
        }
        return
    if name:
        fields["locatie"] = {"naam": name}
    event.remarks.todo("er staat geen adres bij de plaats", "Vul in het bestand `locatie` in")


def _prices(event: Event, fields: Fields) -> list[str]:
    """What it costs; what only holders of an UiTPAS pay comes back, and what is no amount."""
    prices, left = [], []
    for tariff in nodes(event.node.get("priceInfo")):
        name, price = event.words(tariff.get("name")), amount(tariff.get("price"))
        if price and tariff.get("category") != "uitpas":
            prices.append((name, price))
        else:
            left.append(f"priceInfo {shown(name)}")
    if len(prices) == 1:
        fields["prijs"] = prices[0][1]
    elif prices:
        fields["prijs"] = ", ".join(named_price(name, price) for name, price in prices)
    return left


def _contact(event: Event, fields: Fields) -> list[str]:
    """Where people register and ask; a second address, number or page comes back."""
    contact, booking = _group(event.node.get("contactPoint")), _group(event.node.get("bookingInfo"))
    mails, phones, pages = (list(map(words, listed(contact.get(key)))) for key in ("email", "phone", "url"))
    if address := words(booking.get("url")):
        fields["inschrijven"] = {"url": address}
        if until := instant(booking.get("availabilityEnds")):
            fields["inschrijven"]["tot"] = day_in_brussels(until).isoformat()
    for known, key in ((mails, "email"), (phones, "phone")):
        if (theirs := words(booking.get(key))) and theirs not in known:
            known.append(theirs)
    fields["contact"] = {"email": mails[0] if mails else "", "telefoon": phones[0] if phones else ""}
    if pages:
        fields["website"] = pages[0]
    return [f"contact {shown(other)}" for other in (*mails[1:], *phones[1:], *pages[1:])]


def _audience(node: Node) -> list[str]:
    """For whom it is, where that is not everyone: no field can hold it."""
    audience, ages = words(_group(node.get("audience")).get("audienceType")), words(node.get("typicalAgeRange"))
    left = [f"audienceType {shown(audience)}"] if audience not in ("", "everyone") else []
    return left + ([f"typicalAgeRange {shown(ages)}"] if ages not in ("", "-") else [])


def _labels(event: Event, fields: Fields) -> list[str]:
    """Labels that are themes become those; the others come back."""
    labels = map(words, (*listed(event.node.get("labels")), *listed(event.node.get("hiddenLabels"))))
    others = file_under(labels, fields, event.choices, types=False)
    return [f"label {shown(label)}" for label in others if not is_hashtag(label, event.choices.campaign)]


def _group(value: Json) -> Node:
    """What stands in a group; nothing when it is something else."""
    return value if isinstance(value, dict) else {}
