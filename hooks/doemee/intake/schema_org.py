"""One schema.org Event, as other sites and our own /kalender.json write it."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from doemee.intake.found import Found, Reading, shown
from doemee.intake.json_values import instant, last_part, listed, thing, words
from doemee.intake.moments import Slot, told, within
from doemee.intake.prose import markdown, summary_and_body
from doemee.intake.schema_org_place import place_of, price_of
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices

KIND = "schema.org"
MAX_TIMES = 1000

_STATUSES = {"EventCancelled": "geannuleerd", "EventPostponed": "uitgesteld"}
_USED = frozenset(
    "name description startDate endDate subEvent eventStatus location organizer offers isAccessibleForFree audience keywords inLanguage "  # noqa: SIM905
    "sameAs url identifier eventAttendanceMode headline previousStartDate".split()
)
_OF_THE_RECORD = frozenset(
    "mainEntityOfPage dateModified datePublished dateCreated superEvent duration".split()  # noqa: SIM905
)

Nodes = Mapping[str, Mapping[str, Any]]


def is_one(node: Mapping[str, Any]) -> bool:
    """Whether a node is an Event or one of its kinds."""
    kinds = [last_part(kind) for kind in listed(node.get("@type"))]
    return any(kind.endswith(("Event", "Festival", "EventSeries")) for kind in kinds) or (
        not kinds and "startDate" in node and "name" in node
    )


def add(node: Mapping[str, Any], number: int, by_id: Nodes, reading: Reading, campaign: Campaign) -> None:
    """Add what one event says to the reading."""
    title = words(node.get("name") or node.get("headline"))
    where = f"evenement {number} {shown(title)}"
    event = _Event(node, by_id, reading, campaign, where)
    fields, body = event.fields(title)
    slots, month = event.slots(title, fields)
    if slots:
        slots = within(slots, campaign, reading, where, title)
        if not slots:
            return
        fields |= told(slots)
    elif month:
        fields["momenten"] = [{"datum": month}]
    else:
        reading.to_do(where, "er staat niet wanneer het is", "Vul in het bestand `momenten` in")
    identity = (
        words(node.get("@id"))
        or words(node.get("identifier"))
        or words(node.get("url"))
        or f"{title} {node.get('startDate', '')}"
    )
    ours = words(node.get("@id")).startswith(campaign.facts.site)
    reading.found.append(Found(KIND, identity, where, fields, body, words(node.get("identifier")) if ours else ""))


class _Event:
    def __init__(self, node: Mapping[str, Any], by_id: Nodes, reading: Reading, campaign: Campaign, where: str):
        self.node = node
        self.by_id = by_id
        self.reading = reading
        self.campaign = campaign
        self.where = where
        self.choices = Choices(campaign)
        self.left: list[str] = []

    def fields(self, title: str) -> tuple[dict[str, Any], str]:
        """All but the times."""
        node = self.node
        fields: dict[str, Any] = {"titel": title}
        fields["samenvatting"], body = summary_and_body(markdown(words(node.get("description"))[:50_000]))
        self._organiser(fields)
        fields |= self._place(node)
        self._keywords(fields)
        self._offers(fields)
        fields |= self._status(node)
        languages = [
            self.choices.of_field("taal", code.split("-")[0])
            for code in map(_language, listed(node.get("inLanguage")))
            if code
        ]
        if languages and languages != ["nl"]:
            fields["taal"] = languages
        for audience in listed(node.get("audience")):
            name = words(thing(audience, self.by_id).get("audienceType") or thing(audience, self.by_id).get("name"))
            if known := self.choices.id("audiences", name):
                fields.setdefault("doelgroep", []).append(known)
            elif name:
                self.left.append(f"audience {shown(name)}")
        for address in map(words, listed(node.get("sameAs"))):
            if re.match(r"https?://(?:[a-z0-9-]+\.)*(?:uitinvlaanderen|uitdatabank|uitinbrussel)\.be/", address):
                fields.setdefault("uitdatabank", address)
            else:
                self.left.append(f"sameAs {shown(address)}")
        address = words(node.get("url"))
        if address and not address.startswith(self.campaign.facts.site):
            fields["website"] = address
        self.left += [
            f"{key} {shown(_short(node[key]))}"
            for key in node
            if key not in _USED | _OF_THE_RECORD and not key.startswith("@")
        ]
        self.reading.without_field(self.where, self.left)
        return fields, body

    def slots(self, title: str, fields: dict[str, Any]) -> tuple[list[Slot], str]:
        """Its times; and the month, when the day is not known yet."""
        parts = [
            part for part in listed(self.node.get("subEvent")) if isinstance(part, Mapping) and part.get("startDate")
        ]
        if len(parts) > MAX_TIMES:
            self.reading.to_do(
                self.where,
                f"er staan {len(parts)} momenten in, we namen de eerste {MAX_TIMES}",
                "Splits het initiatief",
            )
        slots = [slot for part in parts[:MAX_TIMES] if (slot := self._slot(part, self._own(part, title, fields)))]
        if not parts:
            begins = words(self.node.get("startDate"))
            if re.fullmatch("[0-9]{4}-[0-9]{2}", begins):
                return [], begins
            slots = [slot] if (slot := self._slot(self.node, {})) else []
        return _lift(slots, fields), ""

    def _slot(self, part: Mapping[str, Any], own: dict[str, Any]) -> Slot | None:
        start, end = instant(part.get("startDate")), instant(part.get("endDate"))
        for key, at in (("startDate", start), ("endDate", end)):
            if at is None and part.get(key):
                self.reading.to_do(
                    self.where, f"{key} {shown(part[key])} kunnen we niet lezen", "Vul dit moment zelf in"
                )
        if start is None:
            return None
        if isinstance(start, datetime) is not isinstance(end, datetime) and end is not None:
            self.reading.mention(
                self.where, f"het einde {shown(part['endDate'])} past niet bij het begin {shown(part['startDate'])}"
            )
            end = None
        # Where the end is a day, schema.org counts that day; a slot ends on the day after.
        if end is not None and not isinstance(end, datetime):
            end += timedelta(days=1)
        return Slot(start, end, own)

    def _own(self, part: Mapping[str, Any], title: str, fields: dict[str, Any]) -> dict[str, Any]:
        own: dict[str, Any] = {}
        name = words(part.get("name"))
        if name and name != title:
            own["titel"] = name.removeprefix(f"{title}: ")
        own["status"] = self._status(part).get("status", "bevestigd")
        where = self._place(part) if part.get("location") else {}
        if where.get("online") and "locatie" not in where:
            if fields.get("locatie") or where["online"] != fields.get("online"):
                own["online"] = where["online"]  # without a place of its own it is online only
        elif "locatie" in where:
            if where.get("online", False) != fields.get("online", False):
                own["online"] = where.get("online", False)
            if own.get("online") or where["locatie"] != fields.get("locatie"):
                own["locatie"] = where["locatie"]
        return own

    def _status(self, part: Mapping[str, Any]) -> dict[str, str]:
        status = last_part(part.get("eventStatus"))
        if status in _STATUSES:
            return {"status": _STATUSES[status]}
        if status == "EventRescheduled" and part.get("previousStartDate"):
            self.left.append(f"previousStartDate {shown(part['previousStartDate'])}")
        sold_out = any(
            last_part(thing(offer, self.by_id).get("availability")) == "SoldOut" for offer in listed(part.get("offers"))
        )
        return {"status": "volzet"} if sold_out else {}

    def _organiser(self, fields: dict[str, Any]) -> None:
        names = [thing(organiser, self.by_id) for organiser in listed(self.node.get("organizer"))]
        names = [organiser for organiser in names if words(organiser.get("name"))]
        if not names:
            return
        first, *others = names
        if last_part(first.get("@type")) == "Person":
            self.reading.mention(
                self.where, "de organisator is een persoon; we namen de naam niet over", "Vul `organisatie` zelf in"
            )
        else:
            fields["organisatie"] = {
                "naam": words(first["name"]),
                "website": words(first.get("url")),
                "partners": [words(o["name"]) for o in others],
            }
        mail, phone = words(first.get("email")).removeprefix("mailto:"), words(first.get("telephone"))
        if (mail or phone) and last_part(first.get("@type")) != "Person":
            fields["contact"] = {"email": mail, "telefoon": phone}

    def _place(self, part: Mapping[str, Any]) -> dict[str, Any]:
        return place_of(part, self.by_id, self.campaign, self.reading, self.where, self.left)

    def _keywords(self, fields: dict[str, Any]) -> None:
        tags = {tag.lstrip("#").lower() for tag in self.campaign.facts.hashtags}
        for word in [part.strip() for value in listed(self.node.get("keywords")) for part in _split(value)]:
            if "type" not in fields and (kind := self.choices.id("types", word)):
                fields["type"] = kind
            elif theme := self.choices.id("themes", word):
                fields.setdefault("themas", []).append(theme)
            elif re.fullmatch("SDG ?(?:[1-9]|1[0-7])", word, re.IGNORECASE):
                fields.setdefault("sdgs", []).append(int(word[3:]))
            elif word and word.lstrip("#").lower() not in tags:
                self.left.append(f"keywords {shown(word)}")

    def _offers(self, fields: dict[str, Any]) -> None:
        offers = [thing(offer, self.by_id) for offer in listed(self.node.get("offers"))]
        if self.node.get("isAccessibleForFree") in (True, "true", "True"):
            fields["prijs"] = "gratis"
        prices = [price_of(offer) for offer in offers]
        if any(prices) and "prijs" not in fields:
            fields["prijs"] = prices[0] if len(offers) == 1 else ", ".join(filter(None, prices))
        for offer in offers:
            address = words(offer.get("url"))
            if address and address != words(self.node.get("url")) and "inschrijven" not in fields:
                until = instant(offer.get("validThrough") or offer.get("availabilityEnds"))
                fields["inschrijven"] = {"url": address} | ({"tot": _day(until).isoformat()} if until else {})


def _lift(slots: list[Slot], fields: dict[str, Any]) -> list[Slot]:
    """The slots with a status only where it differs: one that holds for every moment is that of the whole."""
    statuses = {slot.own.get("status", "bevestigd") for slot in slots}
    if len(statuses) == 1 and "status" not in fields and statuses != {"bevestigd"}:
        fields["status"] = next(iter(statuses))
    silent = {"bevestigd", fields.get("status", "bevestigd")}
    return [Slot(s.start, s.end, {k: v for k, v in s.own.items() if k != "status" or v not in silent}) for s in slots]


def _language(value: Any) -> str:
    return words(value.get("alternateName") or value.get("name")) if isinstance(value, Mapping) else words(value)


def _split(value: Any) -> list[str]:
    text = words(value.get("name")) if isinstance(value, Mapping) else words(value)
    return text.split(",")


def _short(value: Any) -> str:
    if isinstance(value, Mapping):
        return words(value.get("name") or value.get("url") or value.get("@id")) or "een groep gegevens"
    if isinstance(value, list):
        return ", ".join(_short(item) for item in value[:3])
    return words(value) if not isinstance(value, bool) else str(value).lower()


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
