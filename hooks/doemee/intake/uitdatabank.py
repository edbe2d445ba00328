"""One event of UiTdatabank, as its API and its exports give it. Source: cultuurnet/apidocs, Entry API 3."""

from collections.abc import Mapping
from typing import Any

from doemee.intake.found import Found, Reading, shown
from doemee.intake.json_values import amount, instant, listed, thing, words
from doemee.intake.moments import told, within
from doemee.intake.prose import markdown, summary_and_body
from doemee.intake.uitdatabank_times import day_of, slots_of, status_of
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices

KIND = "uitdatabank"

_USED = frozenset(
    "name description calendarType startDate endDate subEvent openingHours status bookingAvailability terms location organizer priceInfo "  # noqa: SIM905
    "bookingInfo contactPoint attendanceMode onlineUrl labels hiddenLabels typicalAgeRange audience workflowStatus mainLanguage".split()
)
_OF_THE_RECORD = frozenset(
    "created modified creator publisher availableTo availableFrom sameAs languages completedLanguages completeness regions playhead "  # noqa: SIM905
    "type calendarSummary modifier".split()
)


def is_one(node: Mapping[str, Any]) -> bool:
    """Whether a node is an event of UiTdatabank: only there is a `calendarType`."""
    return "calendarType" in node and ("terms" in node or "location" in node or "mainLanguage" in node)


def add(node: Mapping[str, Any], number: int, by_id: Mapping[str, Any], reading: Reading, campaign: Campaign) -> None:
    """Add what one event says to the reading."""
    language = words(node.get("mainLanguage")) or "nl"
    title = words(node.get("name"), language)
    identity = words(node.get("@id")).rstrip("/").rsplit("/", 1)[-1]
    where = f"UiTdatabank {identity}" if identity else f"evenement {number} {shown(title)}"
    if words(node.get("workflowStatus")).upper() in ("REJECTED", "DELETED"):
        reading.mention(where, f"{shown(title)} is daar afgekeurd of verwijderd en komt niet mee")
        return
    event = _Event(node, by_id, reading, campaign, where, language)
    fields, body = event.fields(title)
    if identity:
        fields["uitdatabank"] = identity
    slots, rule = slots_of(node, fields, campaign, reading, where)
    if slots:
        slots = within(slots, campaign, reading, where, title)
        if not slots:
            return
        fields |= told(slots, rule)
    else:
        reading.to_do(
            where, f"er is geen datum ({words(node.get('calendarType'))})", "Vul in het bestand `momenten` in"
        )
    reading.found.append(
        Found(KIND, identity or f"{title} {node.get('startDate', '')}", where, fields, body, unsure=event.unsure)
    )


class _Event:
    def __init__(
        self,
        node: Mapping[str, Any],
        by_id: Mapping[str, Any],
        reading: Reading,
        campaign: Campaign,
        where: str,
        language: str,
    ):
        self.node = node
        self.by_id = by_id
        self.reading = reading
        self.campaign = campaign
        self.where = where
        self.language = language
        self.choices = Choices(campaign)
        self.left: list[str] = []
        self.unsure: dict[str, tuple[str, str]] = {}

    def fields(self, title: str) -> tuple[dict[str, Any], str]:
        """All but the times."""
        node = self.node
        fields: dict[str, Any] = {"titel": title}
        fields["samenvatting"], body = summary_and_body(markdown(self._words(node.get("description"))[:50_000]))
        self._organiser(fields)
        self._terms(fields)
        self._place(fields)
        self._prices(fields)
        self._contact(fields)
        status = status_of(node)
        if status != "bevestigd":
            fields["status"] = status
        if reason := self._words(thing(node.get("status"), {}).get("reason")):
            self.left.append(f"status.reason {shown(reason)}")
        self._audience()
        self._labels(fields)
        if (state := words(node.get("workflowStatus")).upper()) in ("DRAFT", "READY_FOR_VALIDATION"):
            self.reading.mention(self.where, f"staat in UiTdatabank nog niet openbaar ({state})")
        if pictures := listed(node.get("mediaObject")) or listed(node.get("image")):
            holder = words(thing(pictures[0], {}).get("copyrightHolder"))
            of = f" van {holder}" if holder else ""
            self.reading.mention(
                self.where, f"de afbeelding{of} halen we niet op", "Mag je ze gebruiken? Vul dan zelf `afbeelding` in"
            )
        unknown = [
            key
            for key in node
            if key not in _USED | _OF_THE_RECORD | {"mediaObject", "image"} and not key.startswith("@")
        ]
        self.left += [
            f"{key} {shown(self._words(node[key]) or 'een groep gegevens')}"
            for key in unknown
            if node[key] not in (None, [], {}, "", False)
        ]
        self.reading.without_field(self.where, self.left)
        return fields, body

    def _organiser(self, fields: dict[str, Any]) -> None:
        organiser = thing(self.node.get("organizer"), self.by_id)
        name = self._words(organiser.get("name"))
        if name:
            fields["organisatie"] = {"naam": name, "website": words(organiser.get("url"))}

    def _terms(self, fields: dict[str, Any]) -> None:
        facilities = {row.uitdatabank: row.id for row in self.campaign.accessibility.values() if row.uitdatabank}
        for term in (term for term in listed(self.node.get("terms")) if isinstance(term, Mapping)):
            identity, label = words(term.get("id")), words(term.get("label")) or words(term.get("id"))
            if identity in facilities:
                fields.setdefault("toegankelijkheid", []).append(facilities[identity])
            elif term.get("domain") == "eventtype" or self.choices.types_of_term(identity):
                types = self.choices.types_of_term(identity)
                if len(types) == 1:
                    fields["type"] = types[0]
                else:
                    hint = f"Kies voor `type` uit: {', '.join(types or self.campaign.types)}. Of geef alles dezelfde soort met --type"
                    self.unsure["type"] = (
                        f"{shown(label)} kan hier {'meer dan één soort' if types else 'geen soort'} zijn",
                        hint,
                    )
            else:
                self.left.append(f"{words(term.get('domain')) or 'terms'} {shown(label)}")

    def _place(self, fields: dict[str, Any]) -> None:
        mode = words(self.node.get("attendanceMode"))
        if mode in ("online", "mixed"):
            fields["online"] = words(self.node.get("onlineUrl")) or True
        elif address := words(self.node.get("onlineUrl")):
            fields["online"] = address
        location = thing(self.node.get("location"), self.by_id)
        address = location.get("address")
        if isinstance(address, Mapping) and not isinstance(address.get("postalCode"), str):
            address = address.get("nl") or address.get(self.language) or next(iter(address.values()), None)
        name = self._words(location.get("name"))
        if isinstance(address, Mapping) and mode != "online":
            town = words(address.get("addressLocality"))
            fields["locatie"] = {
                "naam": "" if name == town else name,
                "adres": words(address.get("streetAddress")),
                "postcode": words(address.get("postalCode")),
                "gemeente": town,
            }
        elif mode != "online":
            fields |= {"locatie": {"naam": name}} if name else {}
            self.reading.to_do(self.where, "er staat geen adres bij de plaats", "Vul in het bestand `locatie` in")

    def _prices(self, fields: dict[str, Any]) -> None:
        tariffs = [tariff for tariff in listed(self.node.get("priceInfo")) if isinstance(tariff, Mapping)]
        said = [
            (self._words(tariff.get("name")), amount(tariff.get("price")))
            for tariff in tariffs
            if tariff.get("category") != "uitpas"
        ]
        said = [(name, price) for name, price in said if price]
        if len(said) == 1:
            fields["prijs"] = said[0][1]
        elif said:
            fields["prijs"] = ", ".join(
                f"{name}: {price if price == 'gratis' else f'€ {price}'}" for name, price in said
            )
        if len(said) < len(tariffs):
            self.left += [
                f"priceInfo {shown(self._words(t.get('name')))}"
                for t in tariffs
                if t.get("category") == "uitpas" or not amount(t.get("price"))
            ]

    def _contact(self, fields: dict[str, Any]) -> None:
        point, booking = thing(self.node.get("contactPoint"), {}), thing(self.node.get("bookingInfo"), {})
        mails, phones, pages = (list(map(words, listed(point.get(key)))) for key in ("email", "phone", "url"))
        if address := words(booking.get("url")):
            until = instant(booking.get("availabilityEnds"))
            fields["inschrijven"] = {"url": address} | ({"tot": day_of(until).isoformat()} if until else {})
        for found, key in ((mails, "email"), (phones, "phone")):
            if (theirs := words(booking.get(key))) and theirs not in found:
                found.append(theirs)
        fields["contact"] = {"email": mails[0] if mails else "", "telefoon": phones[0] if phones else ""}
        if pages:
            fields["website"] = pages[0]
        self.left += [f"contact {shown(other)}" for other in (*mails[1:], *phones[1:], *pages[1:])]

    def _audience(self) -> None:
        kind = words(thing(self.node.get("audience"), {}).get("audienceType"))
        if kind not in ("", "everyone"):
            self.left.append(f"audienceType {shown(kind)}")
        ages = words(self.node.get("typicalAgeRange"))
        if ages not in ("", "-"):
            self.left.append(f"typicalAgeRange {shown(ages)}")

    def _labels(self, fields: dict[str, Any]) -> None:
        tags = {tag.lstrip("#").lower() for tag in self.campaign.facts.hashtags}
        for label in map(words, [*listed(self.node.get("labels")), *listed(self.node.get("hiddenLabels"))]):
            if theme := self.choices.id("themes", label):
                fields.setdefault("themas", []).append(theme)
            elif label.lstrip("#").lower() not in tags:
                self.left.append(f"label {shown(label)}")

    def _words(self, value: Any) -> str:
        return words(value, self.language)
