"""The calendar as an appendix: by province, in it by month. Everything of the year, also what is past or cancelled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from doemee.edition.book import Chapter, Section
from doemee.edition.node import Node, heading, link, paragraph
from doemee.load.spelling import Month
from doemee.load.submission import Status
from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment
from doemee.model.views import ONLINE, View

MOST = 5
"""So many dates of one initiative stand in one month; the others are on its page."""

_Shared = tuple[Month | None, str | None, str, Status]
_WORDS = {Status.CANCELLED: "geannuleerd", Status.POSTPONED: "uitgesteld", Status.FULL: "volzet"}
_TO_FOLLOW = "Datum volgt"


def appendix(agenda: Agenda, site: str) -> Chapter:
    """The chapter; `site` is the address of the site with a slash at its end.

    An initiative has its place in the book (`#kalender-<slug>`) where it first stands.
    """
    seen: set[str] = set()
    sections = tuple(_section(view, agenda, seen, site) for view in agenda.groups["provincie"])
    return Chapter(
        id="kalender",
        kind="calendar",
        title="Bijlage: de kalender",
        address=addresses.CALENDAR,
        lead=f"Wat er te doen is in {agenda.campaign.facts.occasion}, per provincie en per maand.",
        blocks=tuple(_opening(agenda, site)),
        sections=sections,
    )


def _opening(agenda: Agenda, site: str) -> Iterator[Node]:
    if any(initiative.example for initiative in agenda.initiatives):
        invented = paragraph("Wie hier met “voorbeeld” bij staat, is verzonnen. Ga er dus niet naartoe.")
        yield Node("note", (invented,), {"title": "Voorbeelden"})
    number = len(agenda.initiatives)
    stood = "stond" if number == 1 else "stonden"
    initiatives = dutch.count(number, "initiatief", "initiatieven")
    yield paragraph(
        f"Op {dutch.plain_day(agenda.today)} {stood} er {initiatives} in de kalender."
        " Er komen er bij, en soms verandert er iets. Kijk daarom voor je vertrekt op de ",
        link(site + addresses.CALENDAR, "kalender op de site"),
        ".",
    )
    yield paragraph(
        "Wat op meer dan één plaats doorgaat, vind je bij elke provincie."
        " Wat geregeld terugkomt, staat bij de eerste maand."
    )


def _section(view: View, agenda: Agenda, seen: set[str], site: str) -> Section:
    identity = f"kalender-provincie-{view.id}"
    by_month: dict[Month | None, list[tuple[Initiative, list[Moment]]]] = defaultdict(list)
    for entry in view.entries:
        for (month, *_), moments in _alike(entry.moments, agenda.campaign).items():
            by_month[month].append((entry.initiative, moments))
    blocks: list[Node] = []
    for month in (*sorted(month for month in by_month if month), *([None] if None in by_month else [])):
        name = dutch.month(month).capitalize() if month else _TO_FOLLOW
        blocks.append(heading(3, name, f"{identity}-{month.year}-{month.month:02}" if month else f"{identity}-volgt"))
        ordered = sorted(by_month[month], key=lambda found: _order(found[1][0]))
        blocks.append(
            Node("entries", tuple(_entry(initiative, moments, agenda, seen) for initiative, moments in ordered))
        )
    if not blocks:
        calendar = link(site + view.page, "de kalender op de site")
        blocks.append(paragraph("Hier staat nog niets. Wat er bij komt, lees je in ", calendar, "."))
    return Section(identity, view.title, "region", view.page, blocks=tuple(blocks))


def _alike(moments: Iterable[Moment], campaign: Campaign) -> dict[_Shared, list[Moment]]:
    """The moments of one month that have the same title, place and status stand together."""
    found: dict[_Shared, list[Moment]] = defaultdict(list)
    for moment in moments:
        found[_month(moment), moment.title, _where(moment, campaign), moment.status].append(moment)
    return found


def _month(moment: Moment) -> Month | None:
    return moment.month if moment.window else Month(moment.first_day.year, moment.first_day.month)


def _entry(initiative: Initiative, moments: list[Moment], agenda: Agenda, seen: set[str]) -> Node:
    first = moments[0]
    whens = [dutch.moment(moment) for moment in moments]
    if len(whens) > MOST:
        whens = [*whens[:MOST], f"en nog {dutch.count(len(whens) - MOST, 'keer', 'keer')}"]
    identity = None if initiative.slug in seen else f"kalender-{initiative.slug}"
    seen.add(initiative.slug)
    title = f"{initiative.sent.titel}: {first.title}" if first.title else initiative.sent.titel
    values = {
        "id": identity,
        "title": title,
        "address": f"/{addresses.initiative(initiative.slug)}",
        "day": None if first.window else first.first_day.day,
        "weekday": None if first.window else dutch.day(first.first_day)[:2],
        "whens": [when[0].upper() + when[1:] for when in whens],
        "where": _where(first, agenda.campaign),
        "organiser": initiative.sent.organisatie.naam,
        "status": str(first.status),
        "words": list(_words(initiative, moments, agenda.today)),
    }
    return Node("entry", (), values)


def _order(moment: Moment) -> float:
    return moment.occurrences[0].instant.timestamp() if moment.occurrences else float("inf")


def _where(moment: Moment, campaign: Campaign) -> str:
    if moment.venue:
        return f"{moment.venue.line}, en {ONLINE}" if moment.online else moment.venue.line
    names = [campaign.regions[region].name for region in moment.regions] + ([ONLINE] if moment.online else [])
    text = ", ".join(names) or "plaats volgt"
    return text[0].upper() + text[1:]


def _words(initiative: Initiative, moments: list[Moment], today: date) -> Iterator[str]:
    """What stands in capitals before the title."""
    if initiative.example:
        yield "voorbeeld"
    if word := _WORDS.get(moments[0].status):
        yield word
    elif max(moment.last_day for moment in moments) < today:
        yield "voorbij"
