"""One line of text about where it is becomes a place: calendars know no fields for an address."""

import re
from urllib.parse import urlsplit

from doemee.intake.found import Fields, PlaceFields
from doemee.model.campaign import Campaign
from doemee.text import slugify

_POSTCODE = re.compile(r"(?:(.*?)[ ,])?(?:(?:BE?|België)[- ]{0,2})?\b([1-9][0-9]{3})\s+([^\d,][^,]*)", re.IGNORECASE)
_MEETINGS = {"teams", "zoom", "via-teams", "via-zoom", "microsoft-teams-vergadering", "microsoft-teams-meeting"}
_ONLINE = frozenset({"online", "digitaal", "webinar"} | _MEETINGS)
_MICROSOFT = ("teams.microsoft.com", "teams.live.com")
_VIDEO_HOSTS = (*_MICROSOFT, "meet.google.com", "zoom.us", "webex.com", "whereby.com", "meet.jit.si")
_COUNTRY = {"belgie", "belgium", "belgique", "belgien", "be", "vlaanderen", "flanders"}
_ENGLISH_REGIONS = {"brussels", "east-flanders", "west-flanders", "antwerp", "flemish-brabant"}
_AROUND_A_TOWN = frozenset(_COUNTRY | _ENGLISH_REGIONS)
"""What may stand behind a town, besides its region, and says nothing more."""


def place(text: str, campaign: Campaign) -> tuple[Fields, list[str]]:
    """The field `locatie` or `online` that a text speaks of, and what of it found no place.

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
    found = [(number, match) for number, part in enumerate(parts) if (match := _POSTCODE.fullmatch(part))]
    if not found:
        return {"locatie": {"naam": text}}, []
    number, match = found[-1]
    before, postcode, town = (match[1] or "").strip(), match[2], match[3]
    where = _street([*parts[:number], *([before] if before else [])])
    where["postcode"] = postcode
    town, left = _town(town, postcode, parts[number + 1 :], campaign)
    if town:
        where["gemeente"] = town
    return {"locatie": where}, left


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
    return host.endswith(_VIDEO_HOSTS)


def _street(before: list[str]) -> PlaceFields:
    """The name of the place and the street, from the parts before the postcode."""
    if not before:
        return {}
    *names, last = before
    if re.search(r"\d", last):
        return {"naam": ", ".join(names), "adres": last} if names else {"adres": last}
    return {"naam": ", ".join(before)}


def _town(name: str, postcode: str, after: list[str], campaign: Campaign) -> tuple[str, list[str]]:
    """The town of a postcode, and what of the parts `after` it says something that no field can hold."""
    town = name.strip()
    if not campaign.places.municipality(postcode, town):
        # "9000 Gent België", "9000 Gent - zaal boven": as much of it as belongs to the postcode.
        words = town.split()
        shorter = (" ".join(words[:number]).rstrip(" -(") for number in range(len(words) - 1, 0, -1))
        fitting = next((start for start in shorter if campaign.places.municipality(postcode, start)), None)
        if fitting:
            after = [town[len(fitting) :].strip(" -()"), *after]
            town = fitting
    known = _AROUND_A_TOWN | {slugify(region.name) for region in campaign.regions.values()}
    return town, [part for part in after if slugify(part) not in known]
