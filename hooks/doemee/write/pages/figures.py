"""The figures of the campaign: /kalender/cijfers/.

Everything is counted from the agenda and nothing is estimated. What was cancelled or postponed is counted apart, and
what counts in two places (two provinces, two months) counts in both: the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from doemee.load.submission import Status
from doemee.model import addresses, dutch
from doemee.model.agenda import OFF, Agenda, State
from doemee.model.campaign import Area
from doemee.model.initiative import Moment
from doemee.model.months import last_day, month_of
from doemee.model.views import GOAL, ONLINE, ORGANISATION, PROVINCE, THEME, TYPE, Entry, View, ViewKind
from doemee.write.pages.charts import BarChart, bar_chart, spread, steps_of
from doemee.write.pages.outlines import map_of
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Render

RANKED = {
    THEME: (
        "Over welk thema?",
        "thema",
        "Een initiatief kan bij meer dan één thema van de publicatie horen, of bij geen.",
    ),
    GOAL: (
        Markup("Voor welke SDG's?"),
        "SDG",
        Markup("SDG's zijn de 17 doelen voor duurzame ontwikkeling van de Verenigde Naties."),
    ),
    TYPE: ("Welke soort?", "soort", ""),
}
"""The kinds of views that are compared: the question above, the word for one of them, and what must be said of it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many initiatives go ahead (fully booked and past ones too), are postponed, are cancelled."""

    ahead: int
    postponed: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of a table: a view and its numbers."""

    view: View
    tally: Tally


@dataclass(frozen=True, slots=True)
class Participation:
    """The municipalities of a region: those where something goes ahead, with how many, and the others."""

    name: str
    taking_part: list[tuple[str, int]]
    others: list[str]

    @property
    def all(self) -> int:
        """How many municipalities the region has."""
        return len(self.taking_part) + len(self.others)


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """An area, by its name and the adjective of it: in how many of all its municipalities something goes ahead."""

    name: str
    adjective: str
    taking_part: int
    all: int


def tally(entries: Iterable[Entry]) -> Tally:
    """Count entries by what holds for all of their moments: one that goes ahead makes the initiative go ahead."""
    statuses = [_status(entry.moments) for entry in entries]
    off = [statuses.count(status) for status in OFF]
    return Tally(len(statuses) - sum(off), *off)


def per_view(views: Iterable[View]) -> list[Figure]:
    """The numbers of each view, in the order of the data."""
    return [Figure(view, tally(view.entries)) for view in views]


def matrix(agenda: Agenda) -> list[tuple[View, list[int], bool]]:
    """Per month how many initiatives go ahead in each region, and whether the month is over.

    What counts are the moments of that month, in that region.
    """
    found = []
    regions = agenda.groups[PROVINCE.id]
    for when, month in agenda.months.items():
        ahead = [moment for entry in month.entries for moment in entry.moments if moment.status not in OFF]
        slugs = {id(moment): entry.initiative.slug for entry in month.entries for moment in entry.moments}
        numbers = [len({slugs[id(moment)] for moment in ahead if _is_in(moment, region.id)}) for region in regions]
        found.append((month, numbers, last_day(when) < agenda.today))
    return found


def participation(agenda: Agenda) -> list[Participation]:
    """Per region which municipalities have something that goes ahead within them."""
    campaign = agenda.campaign
    counts: dict[tuple[str, str], int] = {}
    for initiative in agenda.initiatives:
        venues = [moment.venue for moment in initiative.moments if moment.venue and moment.status not in OFF]
        for region, name in {(venue.municipality.region, venue.municipality.name) for venue in venues}:
            counts[region, name] = counts.get((region, name), 0) + 1
    names: dict[str, set[str]] = {}
    for postcode in campaign.places.all_postcodes():
        for municipality in campaign.places.municipalities(postcode):
            names.setdefault(municipality.region, set()).add(municipality.name)
    return [
        Participation(
            campaign.regions[region].name,
            [(name, counts[region, name]) for name in sorted(names[region]) if (region, name) in counts],
            [name for name in sorted(names[region]) if (region, name) not in counts],
        )
        for region in campaign.regions
        if region in names
    ]


def figures(agenda: Agenda, render: Render) -> Page:
    """The page; `render` makes its HTML."""
    regions = agenda.groups[PROVINCE.id]
    provinces = [view for view in regions if _on_the_map(agenda, view.id)]
    per_region, per_month = per_view(regions), per_view(agenda.months.values())
    numbers = {row.view.id: row.tally.ahead for row in per_region}
    shapes = map_of(agenda.campaign.shapes)
    towns = participation(agenda)
    cells = matrix(agenda)
    states = [agenda.state(initiative) for initiative in agenda.initiatives if initiative.status not in OFF]
    body = render(
        "figures",
        total=tally(agenda.everything.entries),
        organisations=len(agenda.groups[ORGANISATION.id]),
        examples=sum(initiative.example for initiative in agenda.initiatives),
        states={state: states.count(state) for state in State},
        map=shapes,
        labels=spread(shapes),
        steps=steps_of([numbers[outline.region] for outline in shapes.outlines]),
        numbers=numbers,
        per_region=per_region,
        beside=[row for row in per_region if row.view not in provinces],
        leaders=_leaders([row for row in per_region if row.view in provinces]),
        per_month=per_month,
        busiest=_leaders(per_month),
        undated=sum(not any(m.occurrences or m.month for m in initiative.moments) for initiative in agenda.initiatives),
        chart=_month_chart(agenda, per_month),
        ranked=[(kind.id, *words, _ranked(agenda, kind)) for kind, words in RANKED.items()],
        towns=towns,
        areas=[_together(area, agenda, towns) for area in agenda.campaign.facts.areas],
        provinces=provinces,
        regions=regions,
        matrix=cells,
        gaps=_gaps(agenda, cells, provinces),
    )
    return Page(
        addresses.FIGURES,
        "In cijfers",
        "Hoeveel initiatieven zijn er, waar, wanneer en waarover? En waar nog niets?",
        body,
    )


def _ranked(agenda: Agenda, kind: ViewKind) -> list[Figure]:
    """The numbers of a kind of view, the largest first; goals stay in their own order, people know them by number."""
    rows = per_view(agenda.groups[kind.id])
    return rows if kind is GOAL else sorted(rows, key=lambda row: -row.tally.ahead)


def _status(moments: Sequence[Moment]) -> Status:
    gravity = list(Status)
    return min((moment.status for moment in moments), key=gravity.index)


def _is_in(moment: Moment, region: str) -> bool:
    return bool(moment.online) if region == ONLINE else region in moment.regions


def _on_the_map(agenda: Agenda, region: str) -> bool:
    return region != ONLINE and agenda.campaign.regions[region].kind != "geheel"


def _together(area: Area, agenda: Agenda, towns: list[Participation]) -> AreaFigure:
    """The municipalities of all regions of an area."""
    kinds = {region.name: region.kind for region in agenda.campaign.regions.values()}
    chosen = [town for town in towns if kinds[town.name] == area.kind]
    taking_part, number = sum(len(town.taking_part) for town in chosen), sum(town.all for town in chosen)
    return AreaFigure(area.name, area.adjective, taking_part, number)


def _leaders(rows: list[Figure]) -> list[Figure]:
    """The rows with the most; none when nothing is there yet."""
    most = max((row.tally.ahead for row in rows), default=0)
    return [row for row in rows if row.tally.ahead == most] if most else []


def _month_chart(agenda: Agenda, rows: list[Figure]) -> BarChart:
    """The chart of the months, with today in it when it falls within the campaign."""
    months = agenda.campaign.months()
    here = month_of(agenda.today)
    today = None
    if here in months and agenda.campaign.runs_on(agenda.today):
        today = months.index(here) + (agenda.today.day - 0.5) / 31
    return bar_chart(
        [(dutch.short_month(month.month), row.tally.ahead) for month, row in zip(months, rows, strict=True)], today
    )


def _gaps(
    agenda: Agenda, cells: list[tuple[View, list[int], bool]], provinces: list[View]
) -> list[tuple[View, list[View]]]:
    """Per month that is not over yet: the provinces where nothing goes ahead."""
    wanted = {view.id for view in provinces}
    found = []
    for view, numbers, over in cells:
        empty = [
            region
            for region, number in zip(agenda.groups[PROVINCE.id], numbers, strict=True)
            if region.id in wanted and not number
        ]
        if empty and not over:
            found.append((view, empty))
    return found
