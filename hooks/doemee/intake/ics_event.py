"""What one event of a calendar says of an initiative, apart from when it is."""

import re
from datetime import date, datetime
from typing import Any

from icalendar import Event

from doemee.intake.found import Reading, shown
from doemee.intake.places_in_text import is_address, is_video_call, place, postcode_hint
from doemee.intake.prose import markdown, summary_and_body, without_meeting_notes
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

_NOTE = re.compile(r"(organisatie|organisator|prijs|meer info|website) ?: ?(\S.{1,200})", re.IGNORECASE)
_NOTES = {
    "organisatie": "organisatie",
    "organisator": "organisatie",
    "prijs": "prijs",
    "meer info": "website",
    "website": "website",
}

_USED = frozenset(
    "SUMMARY DESCRIPTION LOCATION URL STATUS CATEGORIES ORGANIZER DTSTART DTEND DURATION RRULE RDATE EXDATE "  # noqa: SIM905
    "RECURRENCE-ID CONFERENCE CLASS".split()
)
_OF_THE_RECORD = frozenset(
    "UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE TRANSP PRIORITY REQUEST-STATUS BEGIN END COLOR".split()  # noqa: SIM905
)
"""About the entry in the calendar and not about the initiative: nobody misses these."""

_PERSONAL = frozenset({"ATTENDEE", "CONTACT"})
_OF_ALL = frozenset(
    {
        "info",
        "contact",
        "hallo",
        "hello",
        "onthaal",
        "secretariaat",
        "vrijwilligers",
        "vrijwilliger",
        "vrijwilligerswerk",
        "communicatie",
        "welkom",
    }
)
"""Mail addresses of an organisation. Any other may be a person's, and what is written here becomes public."""


def without_prefix(event: Event) -> tuple[str, str | None]:
    """The title, and the status that its own start tells, as in "GEANNULEERD: Soep"."""
    title = " ".join(str(event.get("SUMMARY", "")).split())
    match = _PREFIX.fullmatch(title)
    return (match[2], _PREFIXES[match[1].upper()]) if match else (title, None)


def fields_of(event: Event, title: str, where: str, reading: Reading, campaign: Campaign) -> tuple[dict[str, Any], str]:
    """The fields of an initiative and its description; what has no place is told to `reading`."""
    fields: dict[str, Any] = {"titel": title}
    if not title:
        reading.to_do(where, "er staat geen titel bij", "Vul in het bestand `titel` in")
    text = without_meeting_notes(str(event.get("DESCRIPTION", "")))[:50_000]
    fields["samenvatting"], body = summary_and_body(markdown(_noted(text, fields, campaign)))
    _organiser(event, fields, where, reading)
    _kind(event, fields, where, reading, campaign)
    _where(event, fields, where, reading, campaign)
    if address := str(event.get("URL", "")).strip():
        if is_video_call(address):
            fields.setdefault("online", address)
        elif not address.startswith(campaign.facts.site):
            fields["website"] = address
    _status(event, fields, where, reading)
    _others(event, where, reading)
    return fields, body


def _noted(text: str, fields: dict[str, Any], campaign: Campaign) -> str:
    """The description without the lines that are fields: `Organisatie: …`, as our feeds and many people write them."""
    lines = []
    for line in text.split("\n"):
        match = _NOTE.fullmatch(line.strip())
        key = _NOTES.get(match[1].lower()) if match else None
        if not key or key in fields or (key == "website" and not is_address(match[2])):
            lines.append(line)
        elif key == "organisatie":
            name, *partners = match[2].split(", ")
            fields[key] = {"naam": name, "partners": partners}
        elif key != "website" or not match[2].startswith(campaign.facts.site):
            fields[key] = match[2]
    return "\n".join(lines)


def _organiser(event: Event, fields: dict[str, Any], where: str, reading: Reading) -> None:
    organiser = event.get("ORGANIZER")
    if organiser is None:
        return
    name = " ".join(str(getattr(organiser, "params", {}).get("CN", "")).split()).strip("\"'")
    address = re.sub("^mailto:", "", str(organiser), flags=re.IGNORECASE).strip()
    if name and "@" not in name and "organisatie" not in fields:
        if _is_of(name, address):
            reading.mention(
                where, "de organisator lijkt een persoon; we namen de naam niet over", "Vul zelf `organisatie` in"
            )
        else:
            fields["organisatie"] = name
            reading.mention(
                where,
                f"de organisatie komt van wie het in de agenda zette: {shown(name)}",
                "Kijk na of dat geen persoon is",
            )
    if address.split("@")[0].lower() in _OF_ALL:
        fields["contact"] = {"email": address}
    elif "@" in address and not address.endswith("calendar.google.com"):
        message = "het mailadres van de organisator nemen we niet over, want het kan van een persoon zijn"
        reading.mention(where, message, "Vul zelf `contact` in met een adres van de organisatie")


def _is_of(name: str, address: str) -> bool:
    """Whether an address is that of the person with that name: `jan.peeters@` or `j.peeters@` of Jan Peeters."""
    parts = [part for part in re.split("[._-]", address.split("@")[0].lower()) if part]
    names = slugify(name).split("-")
    return len(parts) > 1 and all(any(word.startswith(part) for word in names) for part in parts)


def _kind(event: Event, fields: dict[str, Any], where: str, reading: Reading, campaign: Campaign) -> None:
    """Categories may be the names of our types and themes: in our own feeds they are."""
    found = event.get("CATEGORIES", [])
    names = [
        str(name) for group in (found if isinstance(found, list) else [found]) for name in getattr(group, "cats", [])
    ]
    choices = Choices(campaign)
    left = []
    for name in names:
        if "type" not in fields and (kind := choices.id("types", name)):
            fields["type"] = kind
        elif theme := choices.id("themes", name):
            fields.setdefault("themas", []).append(theme)
        elif name.strip():
            left.append(f"CATEGORIES {shown(name)}")
    reading.without_field(where, left)


def _where(event: Event, fields: dict[str, Any], where: str, reading: Reading, campaign: Campaign) -> None:
    text = str(event.get("LOCATION", "")).strip()[:1000]
    found, left = place(text, campaign)
    fields |= found
    if left:
        reading.without_field(where, [f"LOCATION {shown(', '.join(left))}"])
    if "locatie" in found and "postcode" not in found["locatie"]:
        reading.to_do(where, f"in de plaats {shown(text)} staat geen postcode", postcode_hint(text, campaign))
    calls = event.get("CONFERENCE")
    address = str((calls[0] if isinstance(calls, list) else calls) or "").strip()
    if is_address(address) and fields.get("online") in (None, True):
        fields["online"] = address
    # An agenda adds a meeting by itself, also to what is in a hall; and such an address is not for everyone.
    own = str(event.get("X-GOOGLE-CONFERENCE") or event.get("X-MICROSOFT-SKYPETEAMSMEETINGURL") or "").strip()
    if own and own not in str(fields.get("online", "")):
        if "locatie" not in fields:
            fields.setdefault("online", True)
        message = f"het adres van de videovergadering nemen we niet over: {shown(own)}"
        reading.mention(where, message, "Mag iedereen erbij? Vul dan zelf `online` in")


def _status(event: Event, fields: dict[str, Any], where: str, reading: Reading) -> None:
    _, told = without_prefix(event)
    status = str(event.get("STATUS", "")).upper()
    if told or status == "CANCELLED":
        fields["status"] = told or "geannuleerd"
    if status == "TENTATIVE":
        reading.mention(where, "staat als voorlopig in de agenda", "Zet de datum op `volgt` als ze nog niet vaststaat")


def _others(event: Event, where: str, reading: Reading) -> None:
    """Properties that no field can hold; those of persons by their number only."""
    left, personal = [], []
    for name in event:
        if name in _USED | _OF_THE_RECORD or name.startswith("X-"):
            continue
        value = event[name]
        many = len(value) if isinstance(value, list) else 1
        if name in _PERSONAL:
            personal.append(f"{name} ({many})")
        else:
            left.append(f"{name} {shown(_as_text(value))}")
    if personal:
        reading.mention(where, f"gegevens van personen nemen we niet over: {', '.join(personal)}")
    reading.without_field(where, left)


def _as_text(value: Any) -> str:
    value = value[0] if isinstance(value, list) else value
    raw = value.to_ical() if hasattr(value, "to_ical") else value
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)


def dt_of(event: Event, name: str) -> Any:
    """The date, the instant or the length that a property holds; None when it is not there or broken."""
    value = event.get(name)
    return getattr(value[0] if isinstance(value, list) else value, "dt", None)


def dates_of(event: Event, name: str) -> list[date | datetime]:
    """All days or instants of EXDATE or RDATE, however many lines they stand on."""
    value = event.get(name, [])
    found = [item.dt for group in (value if isinstance(value, list) else [value]) for item in getattr(group, "dts", [])]
    return [at[0] if isinstance(at, tuple) else at for at in found]


def text_of(event: Event, name: str) -> str:
    """A property as text; empty when it is not there."""
    value = event.get(name)
    return "" if value is None else str(getattr(value, "dt", value))


def common_title(titles: list[str]) -> str:
    """Of events that are one initiative: what comes before the colon in all of them, else the first."""
    start = titles[0].split(": ")[0]
    if (
        len(set(titles)) > 1
        and ": " in titles[0]
        and all(title == start or title.startswith(f"{start}: ") for title in titles)
    ):
        return start if slugify(start) else titles[0]
    return titles[0]
