"""What the filter offers: its groups of choices with how many each would give on the day of the build, and the map.

The template is overrides/doemee/filter.html. On the visitor's device overrides/assets/filter/ takes over.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from doemee.model.agenda import Agenda, State
from doemee.model.campaign import Row
from doemee.model.views import KINDS, ONLINE, PROVINCE, FilterWords, View, ViewKind
from doemee.write.pages.outlines import Map, Outline, map_of

DISTANCES = (5, 10, 25, 50)

_NAME_WIDTH, _NAME_HEIGHT = 60, 30
"""The place that a short name takes on the map."""

_ASIDE = 55
"""So far a name moves aside for the mark of a small region that lies within its own, as Brussels does."""


@dataclass(frozen=True, slots=True)
class Checkbox:
    """One box to tick. `number` counts the initiatives that are not past; `style` is a class with its colour."""

    id: str
    name: str
    number: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes under one heading; `key` is the word in the address."""

    key: str
    title: str
    boxes: tuple[Checkbox, ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, and the mark of what is chosen as the `d` of a path."""

    x: float
    y: float
    name: str
    tick: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that the template needs."""

    provinces: Group
    facts: Group
    groups: tuple[Group, ...]
    map: Map
    distances: tuple[int, ...] = DISTANCES

    def name_of(self, outline: Outline) -> str:
        """The name of a region on the map."""
        return next(box.name for box in self.provinces.boxes if box.id == outline.region)

    def label(self, outline: Outline) -> Label:
        """Where its name stands, short: `West-Vl.`. A small region has no place for one, its mark alone fits."""
        small = _is_small(outline)
        x = outline.x
        for other in filter(_is_small, self.map.outlines):
            if not small and abs(x - other.x) < _NAME_WIDTH and abs(outline.y - other.y) < _NAME_HEIGHT:
                x += math.copysign(_ASIDE, outline.x - other.x)
        name = self.name_of(outline)
        first, hyphen, second = name.partition("-")
        short = f"{first}-{second[:2]}." if hyphen else name
        tick_y = outline.y + (0 if small else 22)
        return Label(x, outline.y, "" if small else short, f"M{x - 11:g} {tick_y:g}l8 9l15-17")


def panel(agenda: Agenda) -> Panel:
    """The panel for an agenda."""
    campaign = agenda.campaign
    coming = [initiative for initiative in agenda.initiatives if agenda.state(initiative) is not State.PAST]
    audiences = Counter(audience for initiative in coming for audience in set(initiative.sent.doelgroep))
    accessibility = Counter(fact for initiative in coming for fact in set(initiative.sent.toegankelijkheid))
    online = agenda.view(PROVINCE.id, ONLINE)
    groups = {kind.id: _group(agenda, kind, kind.filter) for kind in KINDS if kind.filter}
    return Panel(
        provinces=groups.pop(PROVINCE.id),
        facts=Group(
            "",
            "Handig om te weten",
            (
                Checkbox("gratis", "Gratis", sum(bool(i.sent.prijs and i.sent.prijs.amount == 0) for i in coming)),
                Checkbox("online", "Online", _number(agenda, online)),
                Checkbox("help", "Hier kan je helpen", sum(bool(i.sent.help_mee) for i in coming)),
            ),
        ),
        groups=(
            *groups.values(),
            Group("voor", "Voor wie", _of_rows(campaign.audiences, audiences)),
            Group(
                "toegankelijk",
                "Toegankelijkheid",
                _of_rows(campaign.accessibility, accessibility),
                help="Alles wat je aanvinkt, moet er zijn.",
            ),
        ),
        map=map_of(campaign.shapes),
    )


def _is_small(outline: Outline) -> bool:
    return outline.width < _NAME_WIDTH


def _group(agenda: Agenda, kind: ViewKind, words: FilterWords) -> Group:
    """The views of a kind; what is online is no province, and stands elsewhere."""
    views = [view for view in agenda.groups[kind.id] if view.id != ONLINE]
    boxes = (Checkbox(view.id, view.title, _number(agenda, view), f"dm-{words.style}-{view.id}") for view in views)
    return Group(words.key, words.title, tuple(boxes))


def _number(agenda: Agenda, view: View) -> int:
    return sum(agenda.listed(entry).state is not State.PAST for entry in view.entries)


def _of_rows(rows: Mapping[str, Row], numbers: Mapping[str, int]) -> tuple[Checkbox, ...]:
    return tuple(Checkbox(row.id, row.name, numbers[row.id]) for row in rows.values())
