"""What else a visitor of one initiative may like: the organiser's others, and what is near."""

import math
from collections import defaultdict
from datetime import datetime
from functools import cached_property

from doemee.model.agenda import Agenda, Listed, State
from doemee.model.initiative import Initiative
from doemee.model.places import Municipality
from doemee.model.views import ORGANISATION

MOST = 4
NEAR = 20.0
"""Kilometres as the crow flies, from the centre of one municipality to that of another."""


class Related:
    """Finds them over one agenda; what is computed per municipality is kept."""

    def __init__(self, agenda: Agenda):
        self._agenda = agenda
        self._neighbours: dict[Municipality, list[Municipality]] = {}

    def of_the_organiser(self, initiative: Initiative) -> list[Listed]:
        """Other initiatives of the organisation that are still to come, the nearest in time first."""
        entries = self._agenda.view(ORGANISATION.id, initiative.organisation).entries
        others = [self._coming[entry.initiative.slug] for entry in entries if entry.initiative.slug in self._coming]
        return sorted((item for item in others if item.entry.initiative is not initiative), key=_when)[:MOST]

    def nearby(self, initiative: Initiative) -> list[Listed]:
        """What is still to come within NEAR kilometres and by somebody else, the nearest place first."""
        venue = next((moment.venue for moment in initiative.moments if moment.venue), None)
        if venue is None:
            return []
        found: list[Listed] = []
        for municipality in self._around(venue.municipality):
            for item in self._by_municipality[municipality]:
                if (
                    item.entry.initiative is not initiative
                    and item.entry.initiative.organisation != initiative.organisation
                ):
                    found.append(item)
                    if len(found) == MOST:
                        return found
        return found

    @cached_property
    def _coming(self) -> dict[str, Listed]:
        listed = (self._agenda.listed(entry) for entry in self._agenda.everything.entries)
        open_ = (item for item in listed if item.state is not State.PAST and item.occurrence)
        return {item.entry.initiative.slug: item for item in open_ if item.goes_ahead}

    @cached_property
    def _by_municipality(self) -> dict[Municipality, list[Listed]]:
        found: dict[Municipality, list[Listed]] = defaultdict(list)
        for item in sorted(self._coming.values(), key=_when):
            if item.moment.venue:
                found[item.moment.venue.municipality].append(item)
        return found

    def _around(self, centre: Municipality) -> list[Municipality]:
        """The municipalities within NEAR where something comes, this one first."""
        if centre not in self._neighbours:
            distances = {other: kilometres(centre, other) for other in self._by_municipality}
            near = [other for other, distance in distances.items() if distance <= NEAR]
            self._neighbours[centre] = sorted(near, key=lambda other: (distances[other], other.name))
        return self._neighbours[centre]


def kilometres(one: Municipality, other: Municipality) -> float:
    """As the crow flies between two centres; on this scale the earth is flat."""
    north = (other.lat - one.lat) * 111.2
    east = (other.lon - one.lon) * 111.3 * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(north, east)


def _when(item: Listed) -> tuple[datetime, str]:
    return item.instant, item.entry.initiative.slug
