"""The law for one initiative, on all but its hours: each rule a small function whose docstring is the rule."""

import re

from doemee.check.rules import At, InitiativeRule, Known, Problems
from doemee.load.declared import INITIATIVE, TIP
from doemee.load.loader import Loaded
from doemee.load.messages import suggestion
from doemee.load.submission import Location, Submission, Tip
from doemee.model.campaign import Campaign
from doemee.text import slugify

_LISTS = tuple(field.name for field in INITIATIVE.fields if field.many and not field.fields)


def ids_exist(file: Loaded, sent: Submission | Tip, known: Known) -> Problems:
    """A type, region, theme, audience, accessibility fact, series or tip must exist."""
    declared = INITIATIVE if isinstance(sent, Submission) else TIP
    for key, table in declared.tables.items():
        ids = getattr(known.campaign, table)
        for at, value in declared.by_key[key].values(sent):
            if value not in ids:
                yield file.problem(at, "onbekende-keuze", value=value, suggestion=suggestion(value, list(ids), 14))


def it_is_somewhere(file: Loaded, sent: Submission, known: Known) -> Problems:
    """An initiative has a place, is online or has a reach; else each of its moments has its own."""
    if sent.locatie or sent.online or sent.bereik or sent.momenten is None:
        return
    data = file.tree.data if file.tree else {}
    unread = {key for key in ("locatie", "online", "bereik") if data.get(key) not in (None, [], "")}
    if unread and not (sent.online is False and unread == {"online"}):
        return  # it is there but wrong, and that has been said
    if not all(moment.locatie or moment.online for moment in sent.momenten):
        whole = [region.id for region in known.campaign.regions.values() if region.kind == "geheel"]
        yield file.problem((), "geen-plaats", reach=next(iter((*whole, *known.campaign.regions)), ""))


def places_exist(file: Loaded, sent: Submission, known: Known) -> Problems:
    """A postcode is one of the campaign's area, and the municipality belongs to it."""
    if sent.locatie:
        yield from _place_exists(file, known.campaign, sent.locatie, ("locatie",))
    for position, moment in enumerate(sent.momenten or []):
        if moment.locatie:
            yield from _place_exists(file, known.campaign, moment.locatie, ("momenten", position, "locatie"))


def _place_exists(file: Loaded, campaign: Campaign, location: Location, at: At) -> Problems:
    places, facts = campaign.places, campaign.facts
    postcode, municipality = location.postcode, location.gemeente
    if places.municipality(postcode, municipality):
        return
    if not re.fullmatch(facts.postcodes.pattern, postcode):
        yield file.problem((*at, "postcode"), "postcode", value=postcode, spelled=facts.postcodes.spelled)
        return
    names = places.names(postcode)
    elsewhere = places.postcodes(municipality) if municipality else []
    if names:
        yield file.problem(
            (*at, "gemeente"),
            "gemeente-past-elders" if elsewhere else "gemeente-past-niet",
            municipality=municipality,
            postcode=postcode,
            names=_listed(names, "of"),
            postcodes=_listed(elsewhere, "of"),
        )
    else:
        yield file.problem(
            (*at, "postcode"),
            "onbekende-postcode-elders" if elsewhere else "onbekende-postcode",
            municipality=municipality,
            postcode=postcode,
            postcodes=_listed(elsewhere, "of"),
            either=_listed(facts.area, "of"),
            both=_listed(facts.area, "en"),
        )


def _listed(names: list[str], last: str) -> str:
    """`Ukkel`, `Ukkel of Vorst`."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def former_slugs_are_others(file: Loaded, sent: Submission, _: Known) -> Problems:
    """A former slug is not the present one."""
    for position, slug in enumerate(sent.eerder or []):
        if slug == file.slug:
            yield file.problem(("eerder", position), "huidige-naam")


def organisations_have_a_page(file: Loaded, sent: Submission, _: Known) -> Problems:
    """An organisation's name holds Latin letters or digits, for its page has an address."""
    organisation = sent.organisatie
    if organisation and not all(map(slugify, (organisation.naam, *organisation.partners))):
        yield file.problem(("organisatie",), "naam-zonder-letters")


def nothing_is_listed_twice(file: Loaded, sent: Submission, _: Known) -> Problems:
    """A list names each thing once."""
    for name in _LISTS:
        items = getattr(sent, name)
        if items and len(set(items)) < len(items):
            for position, item in enumerate(items):
                if item in items[:position]:
                    yield file.problem((name, position), "staat-er-al", value=item)


def place_and_reach_agree(file: Loaded, sent: Submission, known: Known) -> Problems:
    """A place lies within the reach, when both are there; who reads only one of them must not be misled."""
    if not sent.bereik or not sent.locatie:
        return
    regions = known.campaign.regions
    municipality = known.campaign.places.municipality(sent.locatie.postcode, sent.locatie.gemeente)
    reach = [regions[item] for item in sent.bereik if item in regions]
    if not municipality or len(reach) < len(sent.bereik):
        return
    if not any(region.kind == "geheel" or region.id == municipality.region for region in reach):
        region = regions[municipality.region]
        values = {"municipality": municipality.name, "within": region.within, "region": region.id}
        yield file.problem(("bereik",), "plaats-buiten-bereik", **values)


RULES: tuple[InitiativeRule, ...] = (
    ids_exist,
    it_is_somewhere,
    places_exist,
    former_slugs_are_others,
    organisations_have_a_page,
    nothing_is_listed_twice,
    place_and_reach_agree,
)
