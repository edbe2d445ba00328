"""One event of UiTdatabank, as its API and its exports give it. Source: cultuurnet/apidocs, Entry API 3."""

from doemee.intake.categories import file_under, is_hashtag
from doemee.intake.found import Found, Reading, Remark, shown
from doemee.intake.jsonld import uitdatabank_times as times
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.values import Json, Node, Nodes, amount, instant, listed, nodes, unused, words
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
    event = Event(node, by_id, choices, remarks)
    found = Found(FORMAT, uid or f"{title} {node.get('startDate', '')}", remarks.where, {"titel": title})
    _Reader(event, found, language).fill()
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


class _Reader:
    """Reads everything but the times; texts in Dutch, else in the `language` of the event."""

    def __init__(self, event: Event, found: Found, language: str):
        self.event = event
        self.node = event.node
        self.fields = found.fields
        self.found = found
        self.language = language
        self.left: list[str] = []

    def fill(self) -> None:
        """Fill the fields and the description; what has no field is remarked."""
        node, fields, remarks = self.node, self.fields, self.event.remarks
        fields["samenvatting"], self.found.body = summary_and_description(self._words(node.get("description")))
        organiser = self.event.thing(node.get("organizer"))
        if name := self._words(organiser.get("name")):
            fields["organisatie"] = {"naam": name, "website": words(organiser.get("url"))}
        self._terms()
        self._place()
        self._prices()
        self._contact()
        if (status := times.status_of(node)) != "bevestigd":
            fields["status"] = status
        if reason := self._words(_group(node.get("status")).get("reason")):
            self.left.append(f"status.reason {shown(reason)}")
        self._audience()
        self._labels()
        if (state := words(node.get("workflowStatus")).upper()) in ("DRAFT", "READY_FOR_VALIDATION"):
            remarks.info(f"staat in UiTdatabank nog niet openbaar ({state})")
        if pictures := listed(node.get("mediaObject")) or listed(node.get("image")):
            holder = words(_group(pictures[0]).get("copyrightHolder"))
            message = f"de afbeelding{f' van {holder}' if holder else ''} halen we niet op"
            remarks.info(message, "Mag je ze gebruiken? Vul dan zelf `afbeelding` in")
        unknown = [key for key in unused(node, _SILENT) if node[key] not in (None, [], {}, "", False)]
        self.left += [f"{key} {shown(self._words(node[key]) or 'een groep gegevens')}" for key in unknown]
        remarks.no_field(self.left)

    def _terms(self) -> None:
        """The eventtype becomes the type, a facility becomes accessibility."""
        choices = self.event.choices
        accessibility = choices.campaign.accessibility
        facilities = {row.uitdatabank: row.id for row in accessibility.values() if row.uitdatabank}
        for term in nodes(self.node.get("terms")):
            identity, label = words(term.get("id")), words(term.get("label")) or words(term.get("id"))
            types = choices.types_of_term(identity)
            if identity in facilities:
                self.fields.setdefault("toegankelijkheid", []).append(facilities[identity])
            elif len(types) == 1:
                self.fields["type"] = types[0]
            elif types or term.get("domain") == "eventtype":
                message = f"{shown(label)} kan hier {'meer dan één soort' if types else 'geen soort'} zijn"
                hint = f"Kies voor `type` uit: {', '.join(types or choices.campaign.types)}"
                self._undecided("type", message, f"{hint}. Of geef alles dezelfde soort met --type")
            else:
                self.left.append(f"{words(term.get('domain')) or 'terms'} {shown(label)}")

    def _undecided(self, field: str, message: str, hint: str) -> None:
        remarks = self.event.remarks
        self.found.undecided[field] = Remark(remarks.reading.source, remarks.where, message, hint)

    def _place(self) -> None:
        mode, url = words(self.node.get("attendanceMode")), words(self.node.get("onlineUrl"))
        if url or mode in ("online", "mixed"):
            self.fields["online"] = url or True
        if mode == "online":
            return
        location = self.event.thing(self.node.get("location"))
        name, address = self._words(location.get("name")), self._address(location)
        if address is not None:
            town = words(address.get("addressLocality"))
            self.fields["locatie"] = {
                "naam": "" if name == town else name,
                "adres": words(address.get("streetAddress")),
                "postcode": words(address.get("postalCode")),
                "gemeente": town,
            }
            return
        if name:
            self.fields["locatie"] = {"naam": name}
        self.event.remarks.todo("er staat geen adres bij de plaats", "Vul in het bestand `locatie` in")

    def _address(self, location: Node) -> Node | None:
        """The address of a place, which may be there in more languages."""
        address = location.get("address")
        if isinstance(address, dict) and not isinstance(address.get("postalCode"), str):
            address = address.get("nl") or address.get(self.language) or next(iter(address.values()), None)
        return address if isinstance(address, dict) else None

    def _prices(self) -> None:
        """What it costs, without what only holders of an UiTPAS pay."""
        left, prices = [], []
        for tariff in nodes(self.node.get("priceInfo")):
            name, price = self._words(tariff.get("name")), amount(tariff.get("price"))
            if price and tariff.get("category") != "uitpas":
                prices.append((name, price))
            else:
                left.append(f"priceInfo {shown(name)}")
        if len(prices) == 1:
            self.fields["prijs"] = prices[0][1]
        elif prices:
            euros = [f"{name}: {price if price == 'gratis' else f'€ {price}'}" for name, price in prices]
            self.fields["prijs"] = ", ".join(euros)
        self.left += left

    def _contact(self) -> None:
        contact, booking = _group(self.node.get("contactPoint")), _group(self.node.get("bookingInfo"))
        mails, phones, pages = (list(map(words, listed(contact.get(key)))) for key in ("email", "phone", "url"))
        if address := words(booking.get("url")):
            self.fields["inschrijven"] = {"url": address}
            if until := instant(booking.get("availabilityEnds")):
                self.fields["inschrijven"]["tot"] = day_in_brussels(until).isoformat()
        for known, key in ((mails, "email"), (phones, "phone")):
            if (theirs := words(booking.get(key))) and theirs not in known:
                known.append(theirs)
        self.fields["contact"] = {"email": mails[0] if mails else "", "telefoon": phones[0] if phones else ""}
        if pages:
            self.fields["website"] = pages[0]
        self.left += [f"contact {shown(other)}" for other in (*mails[1:], *phones[1:], *pages[1:])]

    def _audience(self) -> None:
        audience = words(_group(self.node.get("audience")).get("audienceType"))
        if audience not in ("", "everyone"):
            self.left.append(f"audienceType {shown(audience)}")
        ages = words(self.node.get("typicalAgeRange"))
        if ages not in ("", "-"):
            self.left.append(f"typicalAgeRange {shown(ages)}")

    def _labels(self) -> None:
        labels = map(words, (*listed(self.node.get("labels")), *listed(self.node.get("hiddenLabels"))))
        others = file_under(labels, self.fields, self.event.choices, types=False)
        campaign = self.event.choices.campaign
        self.left += [f"label {shown(label)}" for label in others if not is_hashtag(label, campaign)]

    def _words(self, value: Json) -> str:
        return words(value, self.language)


def _group(value: Json) -> Node:
    """What stands in a group; nothing when it is something else."""
    return value if isinstance(value, dict) else {}
