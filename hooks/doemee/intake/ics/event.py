"""What one event of a calendar says of an initiative, apart from when it is.

Who was invited never comes along, and of the organiser only what is not a person's.
"""

import re

from icalendar import Component

from doemee.intake.categories import file_under
from doemee.intake.found import Fields, Remarks, shown
from doemee.intake.ics import properties
from doemee.intake.places_in_text import is_address, is_video_call, place, postcode_hint
from doemee.intake.prose import MAX_SOURCE, summary_and_description, without_meeting_notes
from doemee.model.campaign import Campaign
from doemee.text import slugify
from doemee.write.data.choices import Choices

_PREFIXES = {
    "GEANNULEERD": "geannuleerd",
    "AFGELAST": "geannuleerd",
    "CANCELLED": "geannuleerd",
    "CANCELED": "geannuleerd",
    "UITGESTELD": "uitgesteld",
    "VOLZET": "volzet",
}
_PREFIX = re.compile(rf"\s*({'|'.join(_PREFIXES)})\s*[:–-]\s*(.+)", re.IGNORECASE | re.DOTALL)

_LABELLED = re.compile(r"(organisatie|organisator|prijs|meer info|website) ?: ?(\S.{1,200})", re.IGNORECASE)

_TIMES = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "CATEGORIES", "ORGANIZER", "CONFERENCE", "CLASS"}
_OF_THE_RECORD = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY", "REQUEST-STATUS"}
_SILENT = frozenset(_TIMES | _TEXTS | _OF_THE_RECORD | {"COLOR"})
"""What is used, and what is about the entry in the calendar and not about the initiative: nobody misses that."""

_PERSONAL = frozenset({"ATTENDEE", "CONTACT"})
_TO_ASK = {"info", "contact", "hallo", "hello", "onthaal", "secretariaat", "communicatie", "welkom"}
_SHARED_MAILBOXES = frozenset(_TO_ASK | {"vrijwilliger", "vrijwilligers", "vrijwilligerswerk"})
"""Mail addresses of an organisation. Any other may be a person's, and what is written here becomes public."""


def is_ours(event: Component, campaign: Campaign) -> bool:
    """Whether an event comes from a feed of our own."""
    return properties.text(event, "UID").strip().endswith(f"@{campaign.facts.id}")


def title_and_status(event: Component) -> tuple[str, str | None]:
    """The title, and the status that stood before it, as in "GEANNULEERD: Soep"."""
    title = " ".join(properties.text(event, "SUMMARY").split())
    match = _PREFIX.fullmatch(title)
    return (match[2], _PREFIXES[match[1].upper()]) if match else (title, None)


def event_fields(event: Component, title: str, remarks: Remarks, choices: Choices) -> tuple[Fields, str]:
    """The fields of an initiative and its description; what has no field is remarked."""
    fields: Fields = {"titel": title}
    if not title:
        remarks.todo("er staat geen titel bij", "Vul in het bestand `titel` in")
    text = without_meeting_notes(properties.text(event, "DESCRIPTION"))[:MAX_SOURCE]
    text = _take_labelled(text, fields, choices.campaign)
    fields["samenvatting"], body = summary_and_description(text)
    _organiser(event, fields, remarks)
    _categories(event, fields, remarks, choices)
    _place(event, fields, remarks, choices.campaign)
    if address := properties.text(event, "URL").strip():
        if is_video_call(address):
            fields.setdefault("online", address)
        elif not address.startswith(choices.campaign.facts.site):
            fields["website"] = address
    _status(event, fields, remarks)
    _others(event, remarks)
    return fields, body


def _take_labelled(text: str, fields: Fields, campaign: Campaign) -> str:
    """The description without the lines that are fields: `Organisatie: …`, as our feeds and many people write them."""
    lines = []
    for line in text.split("\n"):
        match = _LABELLED.fullmatch(line.strip())
        label, value = (match[1].lower(), match[2]) if match else ("", "")
        if label in ("organisatie", "organisator") and "organisatie" not in fields:
            name, *partners = value.split(", ")
            fields["organisatie"] = {"naam": name, "partners": partners}
        elif label == "prijs" and "prijs" not in fields:
            fields["prijs"] = value
        elif label in ("meer info", "website") and "website" not in fields and is_address(value):
            if not value.startswith(campaign.facts.site):
                fields["website"] = value
        else:
            lines.append(line)
    return "\n".join(lines)


def _organiser(event: Component, fields: Fields, remarks: Remarks) -> None:
    if "ORGANIZER" not in event:
        return
    name = " ".join(properties.parameter(event, "ORGANIZER", "CN").split()).strip("\"'")
    address = re.sub("^mailto:", "", properties.text(event, "ORGANIZER"), flags=re.IGNORECASE).strip()
    if name and "@" not in name and "organisatie" not in fields:
        if _is_address_of(name, address):
            message = "de organisator lijkt een persoon; we namen de naam niet over"
            remarks.info(message, "Vul zelf `organisatie` in")
        else:
            fields["organisatie"] = name
            message = f"de organisatie komt van wie het in de agenda zette: {shown(name)}"
            remarks.info(message, "Kijk na of dat geen persoon is")
    if address.split("@")[0].lower() in _SHARED_MAILBOXES:
        fields["contact"] = {"email": address}
    elif "@" in address and not address.endswith("calendar.google.com"):
        message = "het mailadres van de organisator nemen we niet over, want het kan van een persoon zijn"
        remarks.info(message, "Vul zelf `contact` in met een adres van de organisatie")


def _is_address_of(name: str, address: str) -> bool:
    """Whether an address is that of the person with that name: `jan.peeters@` or `j.peeters@` of Jan Peeters."""
    parts = [part for part in re.split("[._-]", address.split("@")[0].lower()) if part]
    names = slugify(name).split("-")
    return len(parts) > 1 and all(any(word.startswith(part) for word in names) for part in parts)


def _categories(event: Component, fields: Fields, remarks: Remarks, choices: Choices) -> None:
    """Categories may be the names of our types and themes: in our own feeds they are."""
    others = file_under(properties.categories(event), fields, choices)
    remarks.no_field([f"CATEGORIES {shown(name)}" for name in others if name.strip()])


def _place(event: Component, fields: Fields, remarks: Remarks, campaign: Campaign) -> None:
    text = properties.text(event, "LOCATION").strip()[:1000]
    found, left = place(text, campaign)
    fields |= found
    if left:
        remarks.no_field([f"LOCATION {shown(', '.join(left))}"])
    if "locatie" in found and "postcode" not in found["locatie"]:
        remarks.todo(f"in de plaats {shown(text)} staat geen postcode", postcode_hint(text, campaign))
    conference = next(iter(properties.values(event, "CONFERENCE")), "")
    address = str(conference).strip()
    if is_address(address) and fields.get("online") in (None, True):
        fields["online"] = address
    # An agenda adds a meeting by itself, also to what is in a hall; and such an address is not for everyone.
    own = properties.text(event, "X-GOOGLE-CONFERENCE") or properties.text(event, "X-MICROSOFT-SKYPETEAMSMEETINGURL")
    own = own.strip()
    if own and own not in str(fields.get("online", "")):
        if "locatie" not in fields:
            fields.setdefault("online", True)
        message = f"het adres van de videovergadering nemen we niet over: {shown(own)}"
        remarks.info(message, "Mag iedereen erbij? Vul dan zelf `online` in")


def _status(event: Component, fields: Fields, remarks: Remarks) -> None:
    _, before_title = title_and_status(event)
    status = properties.text(event, "STATUS").upper()
    if before_title or status == "CANCELLED":
        fields["status"] = before_title or "geannuleerd"
    if status == "TENTATIVE":
        remarks.info("staat als voorlopig in de agenda", "Zet de datum op `volgt` als ze nog niet vaststaat")


def _others(event: Component, remarks: Remarks) -> None:
    """Properties that no field can hold; those of persons by their number only."""
    left, personal = [], []
    for name in event:
        if name in _SILENT or name.startswith("X-"):
            continue
        found = properties.values(event, name)
        if name in _PERSONAL:
            personal.append(f"{name} ({len(found)})")
        else:
            left.append(f"{name} {shown(properties.as_written(found[0]))}")
    if personal:
        remarks.info(f"gegevens van personen nemen we niet over: {', '.join(personal)}")
    remarks.no_field(left)
