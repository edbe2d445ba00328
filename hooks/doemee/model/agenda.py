"""What happens when and where, seen from a given day: the one thing that every output is made from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from doemee.load.spelling import Month
from doemee.load.submission import Status
from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign, last_day
from doemee.model.initiative import Initiative, Moment, Occurrence

ONLINE = "online"


class State(StrEnum):
    """Where a moment stands on a given day."""

    RUNNING = "nu"
    COMING = "komt"
    PAST = "voorbij"


@dataclass(frozen=True, slots=True)
class Entry:
    """An initiative in a view: the moments of it that belong there."""

    initiative: Initiative
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as a list shows it: its state and the occurrence that matters on that day.

    `occurrence` is None when the date is not known yet; `more` counts the occurrences still to come
    after it.
    """

    entry: Entry
    moment: Moment
    occurrence: Occurrence | None
    state: State
    more: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """A page of the calendar and its feed: some initiatives, for one reason.

    `kind` is the word in the address, `id` what comes after it. `color` is a hex colour or None.
    """

    kind: str
    id: str
    title: str
    heading: str
    page: str
    description: str | None
    color: str | None
    entries: list[Entry] = field(default_factory=list)


class Agenda:
    """All initiatives of a campaign on one day. Same arguments, same answers."""

    def __init__(self, campaign: Campaign, initiatives: Iterable[Initiative], today: date):
        self.campaign = campaign
        self.today = today
        self.initiatives = sorted(initiatives, key=lambda i: (_begins(i), i.slug))

    @property
    def dated(self) -> int:
        """How many moments have their date: so many events the feed of everything holds."""
        return sum(bool(moment.occurrences) for initiative in self.initiatives for moment in initiative.moments)

    @cached_property
    def everything(self) -> View:
        """The calendar itself."""
        facts = self.campaign.facts
        view = View("", "", "Kalender", "Kalender", addresses.CALENDAR, facts.description, None)
        view.entries.extend(Entry(initiative, initiative.moments) for initiative in self.initiatives)
        return view

    @cached_property
    def months(self) -> dict[Month, View]:
        """A view per month of the campaign, also those without an initiative."""
        views = {
            month: View(
                "maand",
                f"{month.year}-{month.month:02}",
                dutch.month(month).capitalize(),
                dutch.month(month).capitalize(),
                addresses.month(month),
                None,
                None,
            )
            for month in self.campaign.months()
        }
        for initiative in self.initiatives:
            found: dict[Month, list[Moment]] = defaultdict(list)
            for moment in initiative.moments:
                for month in _months_of(moment):
                    found[month].append(moment)
            for month, moments in found.items():
                if month in views:
                    views[month].entries.append(Entry(initiative, tuple(moments)))
        return views

    @cached_property
    def groups(self) -> dict[str, list[View]]:
        """The other views by kind, in the order of the data; every id has one, also an empty one."""
        campaign = self.campaign
        groups = {
            "provincie": [
                View(
                    "provincie",
                    r.id,
                    r.name,
                    f"Te doen {r.within}",
                    addresses.view("provincie", r.id),
                    r.description,
                    r.color,
                )
                for r in campaign.regions.values()
            ],
            "type": [_view("type", row, row.plural) for row in campaign.types.values()],
            "thema": [_view("thema", row) for row in campaign.themes.values()],
            "sdg": [
                View(
                    "sdg",
                    str(g.id),
                    f"SDG {g.id} {g.name}",
                    f"SDG {g.id}: {g.name}",
                    addresses.view("sdg", g.id),
                    None,
                    g.color,
                )
                for g in campaign.sdgs.values()
            ],
            "reeks": [_view("reeks", row) for row in campaign.series.values()],
            "organisatie": self._organisations(),
        }
        groups["provincie"].append(
            View("provincie", ONLINE, "Online", "Online te doen", addresses.view("provincie", ONLINE), None, None)
        )
        by_id = {(view.kind, view.id): view for views in groups.values() for view in views}
        for initiative in self.initiatives:
            for key, moments in _memberships(initiative).items():
                by_id[key].entries.append(Entry(initiative, tuple(moments)))
        return groups

    @cached_property
    def views(self) -> list[View]:
        """Every view: the calendar, its months and its groups."""
        return [self.everything, *self.months.values(), *(view for views in self.groups.values() for view in views)]

    def view(self, kind: str, identity: str | int) -> View:
        """One view by the words of its address. Raises KeyError when there is none."""
        return self._by_address[kind, str(identity)]

    @cached_property
    def _by_address(self) -> dict[tuple[str, str], View]:
        return {(view.kind, view.id): view for view in self.views}

    def listed(self, entry: Entry) -> Listed:
        """What a list shows of an entry today: what runs, else what comes first, else what was last."""
        today = self.today
        best: tuple | None = None
        more = 0
        for moment in entry.moments:
            occurrence = moment.next(today)
            if occurrence:
                coming = sum(o.last_day >= today for o in moment.occurrences) if len(moment.occurrences) > 1 else 1
                more += coming if moment.status not in (Status.CANCELLED, Status.POSTPONED) else 0
                state = State.RUNNING if occurrence.first_day <= today else State.COMING
                rank = (0, occurrence.instant.timestamp())
            elif moment.window and moment.window[1] >= today:
                state, rank = State.COMING, (1, moment.window[1].toordinal())
            else:
                occurrence = moment.occurrences[-1] if moment.occurrences else None
                state, rank = State.PAST, (2, -moment.last_day.toordinal())
            if best is None or rank < best[0]:
                best = (rank, Listed(entry, moment, occurrence, state))
        chosen = best[1]
        return Listed(entry, chosen.moment, chosen.occurrence, chosen.state, max(0, more - 1))

    def state(self, initiative: Initiative) -> State:
        """Where a whole initiative stands today."""
        return self.listed(Entry(initiative, initiative.moments)).state

    def _organisations(self) -> list[View]:
        names: dict[str, str] = {}
        for initiative in self.initiatives:
            for slug, name in initiative.organisations.items():
                names.setdefault(slug, name)
        return [
            View("organisatie", slug, name, name, addresses.view("organisatie", slug), None, None)
            for slug, name in sorted(names.items())
        ]


def _view(kind: str, row, heading: str | None = None) -> View:
    page = addresses.view(kind, row.id)
    return View(kind, row.id, row.name, heading or row.name, page, row.description, getattr(row, "color", None))


def _memberships(initiative: Initiative) -> dict[tuple[str, str], list[Moment]]:
    """The views that an initiative belongs to, with the moments that belong there."""
    sent = initiative.sent
    everything = list(initiative.moments)
    found: dict[tuple[str, str], list[Moment]] = {("type", sent.type): everything}
    for moment in everything:
        for region in moment.regions:
            found.setdefault(("provincie", region), []).append(moment)
        if moment.online:
            found.setdefault(("provincie", ONLINE), []).append(moment)
    found |= {("thema", theme): everything for theme in sent.themas}
    found |= {("sdg", str(goal)): everything for goal in sent.sdgs}
    found |= {("organisatie", slug): everything for slug in initiative.organisations}
    if sent.reeks:
        found["reeks", sent.reeks] = everything
    return found


def _months_of(moment: Moment) -> list[Month]:
    if moment.window:
        return [moment.month] if moment.month else []
    return list(dict.fromkeys(month for o in moment.occurrences for month in months_between(o.first_day, o.last_day)))


def months_between(first: date, last: date) -> list[Month]:
    """The months from one day to another, both included."""
    months = [Month(first.year, first.month)]
    while last_day(months[-1]) < last:
        year, month = months[-1]
        months.append(Month(year + month // 12, month % 12 + 1))
    return months


def _begins(initiative: Initiative) -> float:
    return min(m.occurrences[0].instant.timestamp() if m.occurrences else _far(m) for m in initiative.moments)


def _far(moment: Moment) -> float:
    return (moment.last_day - date(1970, 1, 1)).days * 86400.0
