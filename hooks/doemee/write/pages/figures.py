"""The figures of the campaign: /kalender/cijfers/.

Everything is counted from the agenda and nothing is estimated. What was cancelled or postponed is counted apart, and what
counts in two places (two provinces, two months) counts in both: the page says so.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from doemee.load.spelling import Month
from doemee.load.submission import Status
from doemee.model import addresses, dutch
from doemee.model.agenda import ONLINE, Agenda, Entry, State, View
from doemee.model.campaign import last_day
from doemee.model.initiative import Moment
from doemee.model.places import Municipality
from doemee.write.pages.charts import Columns, columns, spread, steps_of
from doemee.write.pages.outlines import read_map
from doemee.write.pages.page import Page

_OFF = (Status.POSTPONED, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many initiatives go on (fully booked and past ones too), are postponed, are cancelled."""

    on: int
    postponed: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a view and its numbers."""

    view: View
    tally: Tally


@dataclass(frozen=True, slots=True)
class Participation:
    """The municipalities of a region: those where something goes on, with how many, and the others."""

    name: str
    taking_part: list[tuple[str, int]]
    others: list[str]

    @property
    def all(self) -> int:
        """How many municipalities the region has."""
        return len(self.taking_part) + len(self.others)


def tally(entries: Iterable[Entry]) -> Tally:
    """Count entries by what holds for all of their moments: one that goes on makes the initiative go on."""
    statuses = [_status(entry.moments) for entry in entries]
    off = [statuses.count(status) for status in _OFF]
    return Tally(len(statuses) - sum(off), *off)


def per_view(views: Iterable[View]) -> list[Row]:
    """The numbers of each view, in the order of the data."""
    return [Row(view, tally(view.entries)) for view in views]


def matrix(agenda: Agenda) -> list[tuple[View, list[int], bool]]:
    """Per month how many initiatives go on in each region: the moments of that month, in that region. And whether it is over."""
    found = []
    regions = agenda.groups["provincie"]
    for when, month in agenda.months.items():
        going = [moment for entry in month.entries for moment in entry.moments if moment.status not in _OFF]
        slugs = {id(moment): entry.initiative.slug for entry in month.entries for moment in entry.moments}
        numbers = [len({slugs[id(moment)] for moment in going if _is_in(moment, region.id)}) for region in regions]
        found.append((month, numbers, last_day(when) < agenda.today))
    return found


def participation(agenda: Agenda) -> list[Participation]:
    """Per province (and Brussels) which municipalities have something that goes on within them."""
    campaign = agenda.campaign
    counts: dict[tuple[str, str], int] = {}
    for initiative in agenda.initiatives:
        for region, name in {
            (m.venue.municipality.region, m.venue.municipality.name) for m in initiative.moments if _takes_place(m)
        }:
            counts[region, name] = counts.get((region, name), 0) + 1
    names: dict[str, set[str]] = {}
    for postcode in campaign.places.all_postcodes():
        for municipality in _municipalities(agenda, postcode):
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


def figures(agenda: Agenda, map_file: Path, render: Callable[..., str]) -> Page:
    """The page. `map_file` is the GeoJSON of the regions; `render` takes the name of a template and its values."""
    regions = agenda.groups["provincie"]
    provinces = [view for view in regions if _on_the_map(agenda, view.id)]
    per_region, per_month = per_view(regions), per_view(agenda.months.values())
    numbers = {row.view.id: row.tally.on for row in per_region}
    shapes = read_map(map_file)
    towns = participation(agenda)
    cells = matrix(agenda)
    states = [agenda.state(initiative) for initiative in agenda.initiatives if initiative.status not in _OFF]
    body = render(
        "figures",
        total=tally(agenda.everything.entries),
        organisations=len(agenda.groups["organisatie"]),
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
        columns=_month_columns(agenda, per_month),
        others=[
            (kind, word, _ranked(agenda, kind))
            for kind, word in (("thema", "thema"), ("sdg", "SDG"), ("type", "soort"))
        ],
        towns=towns,
        towns_flanders=_together(towns, agenda, brussels=False),
        towns_brussels=_together(towns, agenda, brussels=True),
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


def _ranked(agenda: Agenda, kind: str) -> list[Row]:
    """The numbers of a kind of view, the largest first; the goals stay in their own order, for people know them by number."""
    rows = per_view(agenda.groups[kind])
    return rows if kind == "sdg" else sorted(rows, key=lambda row: -row.tally.on)


def _status(moments: Sequence[Moment]) -> Status:
    gravity = list(Status)
    return min((moment.status for moment in moments), key=gravity.index)


def _takes_place(moment: Moment) -> bool:
    return moment.venue is not None and moment.status not in _OFF


def _is_in(moment: Moment, region: str) -> bool:
    return bool(moment.online) if region == ONLINE else region in moment.regions


def _on_the_map(agenda: Agenda, region: str) -> bool:
    return region != ONLINE and agenda.campaign.regions[region].kind != "geheel"


def _municipalities(agenda: Agenda, postcode: str) -> set[Municipality]:
    """Both of them where a postcode has two (1040, 1050, 1060)."""
    places = agenda.campaign.places
    return {places.municipality(postcode, name) for name in places.names(postcode)}


def _together(towns: list[Participation], agenda: Agenda, *, brussels: bool) -> tuple[int, int]:
    """How many municipalities take part, of how many: those of the provinces, or those of Brussels."""
    kinds = {region.name: region.kind for region in agenda.campaign.regions.values()}
    chosen = [town for town in towns if (kinds[town.name] == "gewest") is brussels]
    return sum(len(town.taking_part) for town in chosen), sum(town.all for town in chosen)


def _leaders(rows: list[Row]) -> list[Row]:
    """The rows with the most; none when nothing is there yet."""
    most = max((row.tally.on for row in rows), default=0)
    return [row for row in rows if row.tally.on == most] if most else []


def _month_columns(agenda: Agenda, rows: list[Row]) -> Columns:
    """The chart of the months, with today in it when it falls within the campaign."""
    months = list(agenda.campaign.months())
    here = Month(agenda.today.year, agenda.today.month)
    today = None
    if here in months and agenda.campaign.runs_on(agenda.today):
        today = months.index(here) + (agenda.today.day - 0.5) / 31
    return columns(
        [(dutch.short_month(month.month), row.tally.on) for month, row in zip(months, rows, strict=True)], today
    )


def _gaps(
    agenda: Agenda, cells: list[tuple[View, list[int], bool]], provinces: list[View]
) -> list[tuple[View, list[View]]]:
    """Per month that is not over yet: the provinces where nothing goes on."""
    wanted = {view.id for view in provinces}
    found = []
    for view, numbers, over in cells:
        empty = [
            region
            for region, number in zip(agenda.groups["provincie"], numbers, strict=True)
            if region.id in wanted and not number
        ]
        if empty and not over:
            found.append((view, empty))
    return found
