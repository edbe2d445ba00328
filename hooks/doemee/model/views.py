"""The kinds of views of the calendar, one entry each: by month, by province, by theme and so on.

Between the tables of `campaign` and `agenda`, which makes the views and says which initiatives stand in them. Every
page, feed and list of views reads KINDS: a new kind is one entry in it, with its words in the tables.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign, Row
from doemee.model.initiative import Initiative, Moment
from doemee.model.months import months_between

ONLINE = "online"
"""The id of the view of all that is online: it stands among the provinces, and is none."""


class Words(NamedTuple):
    """What a view is called: `id` is the last part of its address, `title` for a list, `heading` for its page."""

    id: str
    title: str
    heading: str
    description: str | None = None


class FilterWords(NamedTuple):
    """A kind in the filter: `key` is the word in the address, `title` the heading, `style` the class of its colours."""

    key: str
    title: str
    style: str


@dataclass(frozen=True, slots=True)
class ViewKind:
    """One way to divide the calendar.

    `id` is the word in the address, `heading` stands above a list of its views. `words` gives those of each view, in
    order, also of an empty one; `ids` the views that a moment of an initiative belongs to.

    `embed`: each has a list for other sites; `sheet`: one for a notice board; `news`: an Atom feed of what is new.
    `filter`: the filter offers them. `many`: one for each organisation, perhaps a thousand, so they are listed last,
    and found by their initiatives.
    """

    id: str
    heading: str
    words: Callable[[Campaign, Iterable[Initiative]], Iterable[Words]]
    ids: Callable[[Initiative, Moment], Iterable[str]]
    embed: bool = False
    sheet: bool = False
    news: bool = False
    many: bool = False
    filter: FilterWords | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An initiative in a view: the moments of it that belong there."""

    initiative: Initiative
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A page of the calendar with its feed: some initiatives, for one reason.

    The calendar itself, with all of them, has no kind and no id.
    """

    kind: ViewKind | None
    id: str
    title: str
    heading: str
    description: str | None
    entries: list[Entry] = field(default_factory=list)

    @property
    def page(self) -> str:
        """Its address, as all of these from the root of the site."""
        return addresses.view(self.kind.id, self.id) if self.kind else addresses.CALENDAR

    @property
    def feed(self) -> str:
        """The address of its calendar feed."""
        return addresses.feed(self.page)

    @property
    def news(self) -> str | None:
        """The address of its Atom feed, if it has one."""
        return addresses.news(self.page) if self.kind is None or self.kind.news else None

    @property
    def embed(self) -> str | None:
        """The address of its list for other sites, if it has one."""
        if self.kind is None:
            return addresses.EMBED_ALL
        return addresses.embed(self.kind.id, self.id) if self.kind.embed else None

    @property
    def sheet(self) -> str | None:
        """The address of its sheet for a notice board, if it has one."""
        return addresses.sheet(self.kind.id, self.id) if self.kind and self.kind.sheet else None

    @property
    def anchor(self) -> str:
        """Its name on a page that lists many: `provincie-limburg`."""
        return f"{self.kind.id}-{self.id}" if self.kind else "alles-alles"


def _months(campaign: Campaign, _: Iterable[Initiative]) -> Iterator[Words]:
    for month in campaign.months():
        name = dutch.month(month).capitalize()
        yield Words(f"{month.year}-{month.month:02}", name, name)


def _months_of(_: Initiative, moment: Moment) -> Iterator[str]:
    """A moment of which not even the month is known is in none."""
    months = dict.fromkeys(m for o in moment.occurrences for m in months_between(o.first_day, o.last_day))
    for month in (moment.month,) if moment.month else months:
        yield f"{month.year}-{month.month:02}"


def _regions(campaign: Campaign, _: Iterable[Initiative]) -> Iterator[Words]:
    for region in campaign.regions.values():
        yield Words(region.id, region.name, f"Te doen {region.within}", region.description)
    yield Words(ONLINE, "Online", "Online te doen")


def _regions_of(_: Initiative, moment: Moment) -> tuple[str, ...]:
    return (*moment.regions, ONLINE) if moment.online else moment.regions


def _types(campaign: Campaign, _: Iterable[Initiative]) -> Iterator[Words]:
    return (Words(row.id, row.name, row.plural, row.description) for row in campaign.types.values())


def _goals(campaign: Campaign, _: Iterable[Initiative]) -> Iterator[Words]:
    return (Words(str(g.id), f"SDG {g.id} {g.name}", f"SDG {g.id}: {g.name}") for g in campaign.sdgs.values())


def _organisations(_: Campaign, initiatives: Iterable[Initiative]) -> Iterator[Words]:
    """By their slug; two spellings of one name are one organisation, under the first."""
    names: dict[str, str] = {}
    for initiative in initiatives:
        for slug, name in initiative.organisations.items():
            names.setdefault(slug, name)
    return (Words(slug, name, name) for slug, name in sorted(names.items()))


def _rows(
    table: Callable[[Campaign], Mapping[str, Row]],
) -> Callable[[Campaign, Iterable[Initiative]], Iterator[Words]]:
    """The words of a table whose rows say all by themselves."""
    return lambda campaign, _: (Words(row.id, row.name, row.name, row.description) for row in table(campaign).values())


MONTH = ViewKind("maand", "Per maand", _months, _months_of)
PROVINCE = ViewKind(
    "provincie",
    "Per provincie",
    _regions,
    _regions_of,
    embed=True,
    sheet=True,
    news=True,
    filter=FilterWords("waar", "Provincie", "region"),
)
TYPE = ViewKind("type", "Per soort", _types, lambda i, _: (i.sent.type,), filter=FilterWords("soort", "Soort", "type"))
THEME = ViewKind(
    "thema",
    "Per thema",
    _rows(lambda campaign: campaign.themes),
    lambda i, _: i.sent.themas,
    embed=True,
    filter=FilterWords("thema", "Thema", "theme"),
)
GOAL = ViewKind("sdg", "Per SDG", _goals, lambda i, _: map(str, i.sent.sdgs), filter=FilterWords("sdg", "SDG", "sdg"))
SERIES = ViewKind(
    "reeks", "Per reeks", _rows(lambda campaign: campaign.series), lambda i, _: (i.sent.reeks,) if i.sent.reeks else ()
)
ORGANISATION = ViewKind(
    "organisatie", "Per organisatie", _organisations, lambda i, _: i.organisations, embed=True, sheet=True, many=True
)

KINDS = (MONTH, PROVINCE, TYPE, THEME, GOAL, SERIES, ORGANISATION)
"""All of them, in the order in which outputs come."""


def in_order(first: Collection[ViewKind] = (), last: Collection[ViewKind] = ()) -> list[ViewKind]:
    """All kinds, for a page on which some matter more, or less, than others."""
    others = [kind for kind in KINDS if kind not in first and kind not in last]
    return [*first, *others, *last]
