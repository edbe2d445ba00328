"""One line of text about where it is becomes a place: calendars know no fields for an address."""

import re
from typing import Any
from urllib.parse import urlsplit

from doemee.model.campaign import Campaign
from doemee.text import slugify

_POSTCODE = re.compile(r"(?:(.*?)[ ,])?(?:(?:BE?|België)[- ]{0,2})?\b([1-9][0-9]{3})\s+([^\d,][^,]*)", re.IGNORECASE)
_COUNTRY = frozenset({"belgie", "belgium", "belgique", "belgien", "be", "vlaanderen", "flanders"})
_ONLINE = frozenset(
    {
        "online",
        "digitaal",
        "webinar",
        "via-teams",
        "via-zoom",
        "teams",
        "zoom",
        "microsoft-teams-vergadering",
        "microsoft-teams-meeting",
    }
)


def place(text: str, campaign: Campaign) -> tuple[dict[str, Any], list[str]]:
    """The fields `locatie` or `online` that a text speaks of, and what of it found no place.

    Without a postcode the text is the name of the place, so that the check asks for the postcode.
    """
    text = " ".join(re.sub(r"[\n\r;|]+", ", ", text).split())
    if not text:
        return {}, []
    if is_address(text):
        return {"online": text}, []
    if slugify(text) in _ONLINE:
        return {"online": True}, []
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for number, part in enumerate(parts):
        match = _POSTCODE.fullmatch(part)
        if not match or (number + 1 < len(parts) and any(_POSTCODE.fullmatch(later) for later in parts[number + 1 :])):
            continue
        before = [*parts[:number], *([match[1].strip()] if match[1] and match[1].strip() else [])]
        town, left = _town(match[3], match[2], parts[number + 1 :], campaign)
        return {"locatie": _street(before) | {"postcode": match[2]} | ({"gemeente": town} if town else {})}, left
    return {"locatie": {"naam": text}}, []


def is_address(text: str) -> bool:
    """Whether it is a web address and nothing else."""
    return bool(re.fullmatch(r"https?://\S{4,500}", text.strip(), re.IGNORECASE))


def postcode_hint(text: str, campaign: Campaign) -> str:
    """Which postcodes belong to the town that a text without one seems to name."""
    for part in reversed([part.strip() for part in re.split(r"[,;\n]", text)]):
        if found := campaign.places.postcodes(part) if part else []:
            return f"{part} heeft postcode {' of '.join(found[:6])}{' …' if len(found) > 6 else ''}"
    return "Vul bij `locatie` de postcode in"


def is_video_call(address: str) -> bool:
    """Whether an address is that of a meeting, of the services that calendars write in themselves."""
    host = (urlsplit(address).hostname or "").lower()
    return host.endswith(
        (
            "meet.google.com",
            "zoom.us",
            "teams.microsoft.com",
            "teams.live.com",
            "webex.com",
            "whereby.com",
            "meet.jit.si",
        )
    )


def _street(before: list[str]) -> dict[str, str]:
    """The name of the place and the street, from the parts before the postcode."""
    if not before:
        return {}
    *names, last = before
    if re.search(r"\d", last):
        return ({"naam": ", ".join(names)} if names else {}) | {"adres": last}
    return {"naam": ", ".join(before)}


def _town(name: str, postcode: str, after: list[str], campaign: Campaign) -> tuple[str, list[str]]:
    known = {slugify(region.name) for region in campaign.regions.values()} | {
        "brussels",
        "east-flanders",
        "west-flanders",
        "antwerp",
        "flemish-brabant",
    }
    town = name.strip()
    if not campaign.places.municipality(postcode, town):
        # "9000 Gent België", "9000 Gent - zaal boven": as much of it as belongs to the postcode.
        words = town.split()
        shorter = (" ".join(words[:number]).rstrip(" -(") for number in range(len(words) - 1, 0, -1))
        fitting = next((start for start in shorter if campaign.places.municipality(postcode, start)), None)
        if fitting:
            after = [town[len(fitting) :].strip(" -()"), *after]
            town = fitting
    return town, [part for part in after if slugify(part) not in known | _COUNTRY]
