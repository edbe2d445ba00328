"""Every page of the calendar: what stands in it, and the HTML of that.

The templates lie in overrides/doemee/ and are rendered with autoescape: a submitted text can only
ever be text. The frame around a page comes from shell.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from doemee import addresses, dutch
from doemee.agenda import Agenda, Entry, Listed, State, View
from doemee.campaign import last_day
from doemee.changes import Kind, Past
from doemee.dutch import LANGUAGES
from doemee.initiative import Initiative, Moment, Occurrence
from doemee.load.spelling import WEEKDAYS, Month
from doemee.text import to_html
from doemee.write import jsonld
from doemee.write.month_grid import weeks_of

ROOT = "\ue000"
"""Stands in a body for the way back to the root, which differs with the depth of the page."""

FIRST_ITEMS = 100
"""How many coming initiatives /kalender/ lists; the months list the others."""

NEWEST_CHANGES = 500


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its frame. `search` is the text by which the site's search finds it."""

    address: str
    title: str
    description: str
    body: str
    head: str = ""
    image: str | None = None
    search: str | None = None


@dataclass(slots=True)
class Section:
    """A heading and the items under it; `closed` ones are folded away."""

    id: str
    title: str
    items: list[Listed] = field(default_factory=list)
    closed: bool = False


class Pages:
    """Writes the pages of an agenda. `edit` is the address that opens a file for editing, up to its path."""

    def __init__(self, agenda: Agenda, past: Past, templates: Path, site: str, edit: str):
        self.agenda = agenda
        self.past = past
        self.site = site
        self.edit = edit
        self._cards: dict[tuple, Markup] = {}
        self._news: dict[str, list] = {}
        for change in past.changes:
            if change.kind is not Kind.ADDED:
                self._news.setdefault(change.slug, []).append(change)
        campaign = agenda.campaign
        environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        environment.globals |= {
            "root": Markup(ROOT), "campaign": campaign, "types": campaign.types, "today": agenda.today, "site": site,
            "when": dutch.occurrence, "phrase": dutch.moment, "moment": dutch.moment, "day": dutch.day,
            "count": dutch.count, "short_month": dutch.short_month, "languages": LANGUAGES,
            "where": self._where, "iso": _iso, "tel": _tel, "card": self._card, "feed": _feed, "news": _news,
            "webcal": self._webcal, "anchor": anchor,
        }  # fmt: skip
        self._template = {path.stem: environment.get_template(path.name) for path in sorted(templates.glob("*.html"))}

    def all(self, events: dict[str, dict[str, Any]]) -> Iterator[Page]:
        """Every page. `events` are the schema.org Events by slug."""
        yield self._calendar()
        for month, view in self.agenda.months.items():
            yield self._month(month, view)
        for kind, views in self.agenda.groups.items():
            for view in views:
                yield self._view(kind, view)
        yield self._subscribe()
        yield self._changes()
        for initiative in self.agenda.initiatives:
            yield self._initiative(initiative, events[initiative.slug])

    def redirects(self) -> Iterator[tuple[str, str]]:
        """For each former address the HTML that leads to the present one, also without JavaScript."""
        for initiative in self.agenda.initiatives:
            for slug in initiative.sent.eerder:
                target = f"../{initiative.slug}/"
                canonical = escape(self.site + addresses.initiative(initiative.slug))
                name = escape(initiative.sent.titel)
                yield (
                    addresses.initiative(slug),
                    f'<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><title>{name}</title>'
                    f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{canonical}">'
                    f'<meta name="robots" content="noindex"></head><body><p>Deze pagina staat nu hier: '
                    f'<a href="{target}">{name}</a>.</p></body></html>\n',
                )

    # --- one method per kind of page ---

    def _initiative(self, initiative: Initiative, event: dict[str, Any]) -> Page:
        sent = initiative.sent
        venues = list({moment.venue.line: moment.venue for moment in initiative.moments if moment.venue}.values())
        onlines = list(dict.fromkeys(moment.online for moment in initiative.moments if moment.online))
        body = self._template["initiative"].render(
            initiative=initiative,
            venues=venues,
            onlines=onlines,
            own_places=len({(m.venue, m.online, m.regions) for m in initiative.moments}) > 1,
            body=Markup(to_html(initiative.body)),
            changes=self._news.get(initiative.slug, ()),
            added=self.past.added.get(initiative.slug),
            edit=self.edit + initiative.path,
        )
        image = f"{self.site}initiatieven/afbeeldingen/{sent.afbeelding.bestand}" if sent.afbeelding else None
        places = " ".join(venue.line for venue in venues)
        return Page(
            addresses.initiative(initiative.slug), sent.titel, sent.samenvatting, body,
            head=f'<script type="application/ld+json">{jsonld.script(event)}</script>', image=image,
            search=f"{places} {' '.join(initiative.organisations.values())}".strip(),
        )  # fmt: skip

    def _calendar(self) -> Page:
        agenda = self.agenda
        sections, rest = self._sections(agenda.everything), 0
        shown: list[Section] = []
        for section in sections:
            room = FIRST_ITEMS - sum(len(s.items) for s in shown if not s.closed)
            if section.closed or section.id == "loopt-nu":
                shown.append(section)
            elif room > 0:
                shown.append(Section(section.id, section.title, section.items[:room]))
                rest += max(0, len(section.items) - room)
            else:
                rest += len(section.items)
        past = next((s for s in shown if s.closed), None)
        if past and len(past.items) > FIRST_ITEMS:
            past.title, past.items = f"Voorbij (de laatste {FIRST_ITEMS})", past.items[:FIRST_ITEMS]
        finder = [
            ("Per provincie", agenda.groups["provincie"]), ("Per maand", list(agenda.months.values())),
            ("Per soort", agenda.groups["type"]), ("Per thema", agenda.groups["thema"]),
            ("Per SDG", agenda.groups["sdg"]), ("Per reeks", agenda.groups["reeks"]),
            ("Per organisatie", agenda.groups["organisatie"]),
        ]  # fmt: skip
        body = self._list("view", agenda.everything, sections=shown, rest=rest, finder=finder, extra=(), theme_tips=())
        return self._page(agenda.everything, body)

    def _view(self, kind: str, view: View) -> Page:
        tips = self.agenda.campaign.themes[view.id].tips if kind == "thema" else ()
        extra: list[Markup] = []
        if kind == "provincie" and view.id not in ("heel-vlaanderen", "online"):
            wide = Markup(f'<a href="{ROOT}{{}}">in heel Vlaanderen</a>').format(addresses.view("provincie", "heel-vlaanderen"))
            online = Markup(f'<a href="{ROOT}{{}}">online</a>').format(addresses.view("provincie", "online"))
            extra.append(Markup("Er is ook van alles te doen {} en {}.").format(wide, online))
        body = self._list("view", view, sections=self._sections(view), rest=0, finder=(), extra=extra, theme_tips=tips)
        return self._page(view, body)

    def _month(self, month: Month, view: View) -> Page:
        days, running, unknown = self._by_day(month, view)
        sections = [Section(f"dag-{on.day}", dutch.day_without_year(on).capitalize(), items) for on, items in sorted(days.items())]
        if running:
            sections.insert(0, Section("loopt", "Loopt deze maand", running))
        if unknown:
            sections.append(Section("datum-volgt", "De dag volgt nog", unknown))
        months = list(self.agenda.months.values())
        position = months.index(view)
        body = self._list(
            "month", view, sections=sections, weekdays=WEEKDAYS, weeks=weeks_of(month, days, self.agenda.today),
            previous=months[position - 1] if position else None,
            following=months[position + 1] if position + 1 < len(months) else None,
        )  # fmt: skip
        return self._page(view, body)

    def _subscribe(self) -> Page:
        headings = {
            "provincie": "Per provincie", "thema": "Per thema", "type": "Per soort", "sdg": "Per SDG",
            "reeks": "Per reeks", "maand": "Per maand", "organisatie": "Per organisatie",
        }  # fmt: skip
        groups = self.agenda.groups | {"maand": list(self.agenda.months.values())}
        listed = [({"id": "alles", "title": "Alles"}, [self.agenda.everything])]
        listed += [({"id": kind, "title": title}, groups[kind]) for kind, title in headings.items()]
        body = self._template["subscribe"].render(groups=listed, provinces=groups["provincie"])
        return Page(addresses.SUBSCRIBE, "Abonneren", "Zet de kalender van het vrijwilligersjaar in je eigen agenda.", body,
                    search="agenda abonnement ics Google Outlook iPhone")  # fmt: skip

    def _changes(self) -> Page:
        by_slug = {initiative.slug: initiative for initiative in self.agenda.initiatives}
        newest = self.past.changes[:NEWEST_CHANGES]
        days = [
            (on, [(change, by_slug[change.slug]) for change in changes])
            for on, changes in groupby(newest, key=lambda change: change.when.date())
        ]
        body = self._template["changes"].render(days=days, rest=len(self.past.changes) - len(newest))
        return Page(addresses.CHANGES, "Wijzigingen", "Wat kwam erbij, wat is verplaatst en wat gaat niet door?", body,
                    search="nieuw verplaatst geannuleerd uitgesteld")  # fmt: skip

    # --- what the pages share ---

    def _page(self, view: View, body: str) -> Page:
        here = (
            view.description or f"{view.heading}: {dutch.count(len(view.entries), 'initiatief', 'initiatieven')} in het vrijwilligersjaar."
        )
        feed = escape(addresses.feed(view.page))
        head = f'<link rel="alternate feed" type="text/calendar" title="{escape(view.title)}" href="{ROOT}{feed}">' if view.kind else ""
        return Page(view.page, view.heading, here, body, head=head, search="" if view.kind else None)

    def _list(self, template: str, view: View, **values: Any) -> str:
        return self._template[template].render(view=view, feed=_feed(view), anchor=anchor(view), **values)

    def _sections(self, view: View) -> list[Section]:
        running, unknown, past = (
            Section("loopt-nu", "Loopt nu"),
            Section("datum-volgt", "De datum volgt nog"),
            Section("voorbij", "Voorbij", closed=True),
        )
        coming: list[Listed] = []
        for entry in view.entries:
            item = self.agenda.listed(entry)
            if item.state is State.PAST:
                past.items.append(item)
            elif item.occurrence is None:
                unknown.items.append(item)
            elif item.state is State.RUNNING and item.occurrence.lasts_days:
                running.items.append(item)
            else:
                coming.append(item)
        coming.sort(key=_instant)
        running.items.sort(key=lambda item: (item.occurrence.last_day, item.entry.initiative.slug))
        unknown.items.sort(key=lambda item: (item.moment.last_day, item.entry.initiative.slug))
        past.items.sort(key=lambda item: (item.moment.last_day, item.entry.initiative.slug), reverse=True)
        months = []
        for month, items in groupby(coming, key=lambda item: _month(max(item.occurrence.first_day, self.agenda.today))):
            months.append(Section(f"m{month.year}-{month.month:02}", dutch.month(month).capitalize(), list(items)))
        return [section for section in (running, *months, unknown, past) if section.items]

    def _by_day(self, month: Month, view: View) -> tuple[dict[date, list[Listed]], list[Listed], list[Listed]]:
        """The items of a month: by the day on which they start, those that last, and those to follow."""
        first, last = date(*month, 1), last_day(month)
        days: dict[date, list[Listed]] = {}
        running: list[Listed] = []
        unknown: list[Listed] = []
        for entry in view.entries:
            for moment in entry.moments:
                here = Entry(entry.initiative, (moment,))
                if moment.window:
                    state = State.COMING if moment.window[1] >= self.agenda.today else State.PAST
                    unknown.append(Listed(here, moment, None, state))
                for occurrence in moment.occurrences:
                    if occurrence.last_day < first or occurrence.first_day > last:
                        continue
                    item = Listed(here, moment, occurrence, self._state(occurrence))
                    if occurrence.lasts_days:
                        running.append(item)
                    else:
                        days.setdefault(max(occurrence.first_day, first), []).append(item)
        for items in (*days.values(), running):
            items.sort(key=_instant)
        return days, running, unknown

    def _state(self, occurrence: Occurrence) -> State:
        if occurrence.last_day < self.agenda.today:
            return State.PAST
        return State.RUNNING if occurrence.first_day <= self.agenda.today else State.COMING

    def _card(self, item: Listed) -> Markup:
        key = (item.moment.uid, item.occurrence and item.occurrence.first_day, item.more)
        if key not in self._cards:
            self._cards[key] = Markup(self._template["card"].render(item=item))
        return self._cards[key]

    def _where(self, moment: Moment) -> str:
        """`Deinze`, `online`, `Deinze en online`, or the reach."""
        if moment.venue:
            return f"{moment.venue.town} en online" if moment.online else moment.venue.town
        if moment.online:
            return "online"
        return ", ".join(self.agenda.campaign.regions[region].name for region in moment.regions)

    def _webcal(self, view: View) -> Markup:
        """`webcal:` makes Apple, Thunderbird and KDE subscribe; an https link would download once."""
        _, _, rest = self.site.partition("://")
        return Markup(f"webcal://{escape(rest)}{escape(addresses.feed(view.page))}")


def anchor(view: View) -> str:
    """The id of a view's feed on the page about subscribing."""
    return f"{view.kind}-{view.id}" if view.kind else "alles-alles"


def _feed(view: View) -> str:
    return addresses.feed(view.page)


def _news(view: View) -> str:
    return addresses.news(view.page)


def _iso(occurrence: Occurrence) -> str:
    return occurrence.start.isoformat() if occurrence.start else occurrence.first_day.isoformat()


def _tel(number: str) -> str:
    return "".join(c for c in number if c in "+0123456789")


def _instant(item: Listed) -> tuple:
    return item.occurrence.instant, item.entry.initiative.slug


def _month(on: date) -> Month:
    return Month(on.year, on.month)
