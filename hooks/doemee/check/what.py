"""The law for one initiative, on all but its hours: each rule a small function whose docstring is the rule.

A rule gets the file as loaded and the campaign, and yields problems. A field that could not be read
is None here; its own problem is there already.
"""

from collections.abc import Iterator

from doemee.load.declared import INITIATIVE, TIP
from doemee.load.loader import Loaded
from doemee.load.messages import suggestion
from doemee.load.submission import Location, Submission
from doemee.model.campaign import Campaign
from doemee.problems import Problem, Severity
from doemee.text import slugify

Problems = Iterator[Problem]

_LISTS = tuple(field.name for field in INITIATIVE.fields if field.many and not field.fields)


def ids_exist(loaded: Loaded, campaign: Campaign) -> Problems:
    """A type, region, theme, audience, accessibility fact, series or tip must exist."""
    declared = INITIATIVE if isinstance(loaded.submission, Submission) else TIP
    for key, table in declared.tables.items():
        known = getattr(campaign, table)
        for at, value in declared.by_key[key].values(loaded.submission):
            if value not in known:
                cure = suggestion(value, list(known), 14)
                yield loaded.problem(at, "onbekende-keuze", f"“{value}” kennen we niet", cure)


def it_is_somewhere(loaded: Loaded, _: Campaign) -> Problems:
    """An initiative has a place, is online or has a reach; else each of its moments has its own."""
    sent = loaded.submission
    if sent.locatie or sent.online or sent.bereik or sent.momenten is None:
        return
    unread = {key for key in ("locatie", "online", "bereik") if loaded.tree.data.get(key) not in (None, [], "")}
    if unread and not (sent.online is False and unread == {"online"}):
        return  # it is there but wrong, and that has been said
    if not all(moment.locatie or moment.online for moment in sent.momenten):
        yield loaded.problem(
            (),
            "geen-plaats",
            "er staat niet waar het is",
            "Voeg `locatie:` met een postcode toe, of `online: true`, of `bereik: [heel-vlaanderen]`",
        )


def places_exist(loaded: Loaded, campaign: Campaign) -> Problems:
    """A postcode is one of Flanders or Brussels, and the municipality belongs to it."""
    sent = loaded.submission
    if sent.locatie:
        yield from _place_exists(loaded, campaign, sent.locatie, ("locatie",))
    for position, moment in enumerate(sent.momenten or []):
        if moment.locatie:
            yield from _place_exists(loaded, campaign, moment.locatie, ("momenten", position, "locatie"))


def _place_exists(loaded: Loaded, campaign: Campaign, location: Location, at: tuple) -> Problems:
    places = campaign.places
    if places.municipality(location.postcode, location.gemeente):
        return
    names = places.names(location.postcode)
    elsewhere = places.postcodes(location.gemeente) if location.gemeente else []
    if names:
        belongs = f"Bij {location.postcode} hoort {_either(names)}"
        also = f"; {location.gemeente} heeft postcode {_either(elsewhere)}" if elsewhere else ""
        message = f"{location.gemeente} hoort niet bij postcode {location.postcode}"
        yield loaded.problem((*at, "gemeente"), "gemeente-past-niet", message, belongs + also)
    else:
        message = f"{location.postcode} is geen postcode in Vlaanderen of Brussel"
        abroad = "Is het buiten Vlaanderen en Brussel? Gebruik dan `bereik` in plaats van `locatie`"
        hint = f"{location.gemeente} heeft postcode {_either(elsewhere)}" if elsewhere else abroad
        yield loaded.problem((*at, "postcode"), "onbekende-postcode", message, hint)


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} of {names[-1]}"


def former_slugs_are_others(loaded: Loaded, _: Campaign) -> Problems:
    """A former slug is not the present one."""
    for position, slug in enumerate(loaded.submission.eerder or []):
        if slug == loaded.slug:
            yield loaded.problem(
                ("eerder", position),
                "zelfde-naam",
                "dit is de huidige naam van het bestand",
                "Schrijf de vroegere naam, of verwijder de regel",
            )


def organisations_have_a_page(loaded: Loaded, _: Campaign) -> Problems:
    """An organisation's name holds Latin letters or digits, for its page has an address."""
    organisation = loaded.submission.organisatie
    if organisation and not all(map(slugify, (organisation.naam, *organisation.partners))):
        yield loaded.problem(
            ("organisatie",),
            "naam-zonder-letters",
            "deze naam bevat geen letters voor een adres",
            "Zet er de naam in gewone letters bij",
        )


def nothing_is_listed_twice(loaded: Loaded, _: Campaign) -> Problems:
    """A list names each thing once."""
    for name in _LISTS:
        items = getattr(loaded.submission, name)
        if items and len(set(items)) < len(items):
            for position, item in enumerate(items):
                if item in items[:position]:
                    message, hint = f"“{item}” staat hier twee keer", "Behoud er één van"
                    yield loaded.problem((name, position), "staat-er-al", message, hint, severity=Severity.WARNING)


def place_and_reach_agree(loaded: Loaded, campaign: Campaign) -> Problems:
    """A place lies within the reach, when both are there; who reads only one of them must not be misled."""
    sent = loaded.submission
    if not sent.bereik or not sent.locatie:
        return
    municipality = campaign.places.municipality(sent.locatie.postcode, sent.locatie.gemeente)
    reach = [campaign.regions.get(item) for item in sent.bereik]
    if (
        municipality
        and all(reach)
        and not any(item.kind == "geheel" or item.id == municipality.region for item in reach)
    ):
        region = campaign.regions[municipality.region]
        message = f"{municipality.name} ligt {region.within}, en dat hoort niet bij dit bereik"
        hint = f"Voeg `{region.id}` toe, of verwijder `bereik`: de provincie volgt uit de postcode"
        yield loaded.problem(("bereik",), "plaats-buiten-bereik", message, hint, severity=Severity.WARNING)


RULES = (
    ids_exist,
    it_is_somewhere,
    places_exist,
    former_slugs_are_others,
    organisations_have_a_page,
    nothing_is_listed_twice,
    place_and_reach_agree,
)
