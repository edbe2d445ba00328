"""What happens when and where, seen from a given day: the one thing that every output is made from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from doemee.load.spelling import Month
from doemee.load.submission import Status
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment, Occurrence, midnight
from doemee.model.views import KINDS, MONTH, Entry, View, ViewKind

OFF = (Status.POSTPONED, Status.CANCELLED)
"""What does not go ahead, or not on the day that it says."""


class State(StrEnum):
    """Where a moment stands on a given day."""

    RUNNING = "nu"
    COMING = "komt"
    PAST = "voorbij"


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

    @property
    def first_day(self) -> date:
        """The first day of it, or the first one possible."""
        return self.occurrence.first_day if self.occurrence else self.moment.first_day

    @property
    def last_day(self) -> date:
        """The last day of it, or the last one possible."""
        return self.occurrence.last_day if self.occurrence else self.moment.last_day

    @property
    def instant(self) -> datetime:
        """When it starts, for ordering; what has no date yet comes at the end of the days that are possible."""
        return self.occurrence.instant if self.occurrence else midnight(self.moment.last_day)

    @property
    def lasts_days(self) -> bool:
        """Whether it runs over more than a night."""
        return self.occurrence is not None and self.occurrence.lasts_days

    @property
    def goes_ahead(self) -> bool:
        """Whether it is neither postponed nor cancelled."""
        return self.moment.status not in OFF


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
        entries = [Entry(initiative, initiative.moments) for initiative in self.initiatives]
        return View(None, "", "Kalender", "Kalender", self.campaign.facts.description, entries)

    @cached_property
    def groups(self) -> dict[str, list[View]]:
        """The other views by their kind, in the order of the data; every id has one, also an empty one."""
        return {kind.id: self._views(kind) for kind in KINDS}

    @property
    def months(self) -> dict[Month, View]:
        """A view per month of the campaign, also those without an initiative."""
        return dict(zip(self.campaign.months(), self.groups[MONTH.id], strict=True))

    @cached_property
    def views(self) -> list[View]:
        """Every view: the calendar itself, then those of each kind."""
        return [self.everything, *(view for views in self.groups.values() for view in views)]

    def view(self, kind: str, identity: str | int) -> View:
        """One view by the words of its address. Raises KeyError when there is none."""
        return self._by_address[kind, str(identity)]

    @cached_property
    def _by_address(self) -> dict[tuple[str, str], View]:
        return {(view.kind.id if view.kind else "", view.id): view for view in self.views}

    def listed(self, entry: Entry) -> Listed:
        """What a list shows of an entry today: what runs, else what comes first, else what was last."""
        _, moment, occurrence, state = min(map(self._ranked, entry.moments), key=lambda ranked: ranked[0])
        more = sum(self._still_to_come(moment) for moment in entry.moments)
        return Listed(entry, moment, occurrence, state, max(0, more - 1))

    def state(self, initiative: Initiative) -> State:
        """Where a whole initiative stands today."""
        return self.listed(Entry(initiative, initiative.moments)).state

    def _views(self, kind: ViewKind) -> list[View]:
        views = {words.id: View(kind, *words) for words in kind.words(self.campaign, self.initiatives)}
        for initiative in self.initiatives:
            found: dict[str, list[Moment]] = defaultdict(list)
            for moment in initiative.moments:
                for identity in kind.ids(initiative, moment):
                    found[identity].append(moment)
            for identity, moments in found.items():
                if identity in views:  # a month outside the campaign has no page
                    views[identity].entries.append(Entry(initiative, tuple(moments)))
        return list(views.values())

    def _ranked(self, moment: Moment) -> tuple[tuple[int, float], Moment, Occurrence | None, State]:
        """What matters of a moment today; the one with the least rank stands for its initiative."""
        if occurrence := moment.next(self.today):
            state = State.RUNNING if occurrence.first_day <= self.today else State.COMING
            return (0, occurrence.instant.timestamp()), moment, occurrence, state
        if moment.window and moment.last_day >= self.today:
            return (1, moment.last_day.toordinal()), moment, None, State.COMING
        last = moment.occurrences[-1] if moment.occurrences else None
        return (2, -moment.last_day.toordinal()), moment, last, State.PAST

    def _still_to_come(self, moment: Moment) -> int:
        return 0 if moment.status in OFF else sum(o.last_day >= self.today for o in moment.occurrences)


def _begins(initiative: Initiative) -> float:
    return min(m.occurrences[0].instant.timestamp() if m.occurrences else _far(m) for m in initiative.moments)


def _far(moment: Moment) -> float:
    return (moment.last_day - date(1970, 1, 1)).days * 86400.0
