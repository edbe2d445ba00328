"""Every page of the calendar: what stands in it, and the HTML of that.

The templates lie in overrides/doemee/ and are rendered with autoescape: a submitted text can only
ever be text. The layout around a page comes from write/frame/layout.py.
"""

from collections.abc import Mapping
from datetime import date, datetime
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from doemee.history.replay import ChangeKind, History
from doemee.load.spelling import LANGUAGES, WEEKDAYS
from doemee.load.submission import Submission, Tip
from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda, Listed, View
from doemee.model.initiative import BRUSSELS, Initiative, Moment, Occurrence
from doemee.model.tip import NOTHING, Publication
from doemee.text import to_html
from doemee.write.data import jsonld
from doemee.write.frame.layout import ROOT
from doemee.write.frame.templates import environment
from doemee.write.pages import elsewhere, form, home
from doemee.write.pages.filter_panel import panel
from doemee.write.pages.month_grid import weeks_of
from doemee.write.pages.page import Page
from doemee.write.pages.qr import subscribe_codes
from doemee.write.pages.related import Related
from doemee.write.pages.sections import month_sections, nearest, sections

NEAREST = 100
"""How many coming initiatives /kalender/ lists; the months list the others."""

NEWEST_CHANGES = 500


class Pages:
    """Writes the pages of an agenda. `edit` is the address that opens a file for editing, up to its path."""

    def __init__(
        self,
        agenda: Agenda,
        history: History,
        templates: Path,
        site: str,
        edit: str,
        image_sizes: Mapping[str, tuple[int, int]],
        publication: Publication = NOTHING,
    ):
        self.agenda = agenda
        self.history = history
        self.related = Related(agenda)
        self.site = site
        self.edit = edit
        self.image_sizes = image_sizes
        self.publication = publication
        self._cards: dict[tuple, Markup] = {}
        self._news: dict[str, list] = {}
        for change in history.changes:
            if change.kind is not ChangeKind.ADDED:
                self._news.setdefault(change.slug, []).append(change)
        campaign = agenda.campaign
        made = environment(templates)
        made.globals |= {
            "root": Markup(ROOT),
            "publication": publication,
            "campaign": campaign,
            "types": campaign.types,
            "today": agenda.today,
            "site": site,
            "when": dutch.occurrence,
            "phrase": dutch.moment,
            "moment": dutch.moment,
            "day": dutch.day,
            "count": dutch.count,
            "short_month": dutch.short_month,
            "languages": LANGUAGES,
            "where": self._where,
            "iso": _iso,
            "local_date": _local_date,
            "tel": _tel,
            "card": self._card,
            "feed": _feed,
            "news": _news,
            "webcal": lambda view: self._webcal(view.page),
            "webcal_of": lambda slug: self._webcal(addresses.initiative(slug)),
            "anchor": anchor,
            "on_the_map": elsewhere.on_the_map,
            "by_public_transport": elsewhere.by_public_transport,
            "sheet": addresses.sheet,
        }
        self._provinces = templates.parents[1] / "data" / "provinces.geojson"
        self._template = {path.stem: made.get_template(path.name) for path in sorted(templates.glob("*.html"))}

    def view(self, view: View) -> Page:
        """The page of any view of the agenda."""
        if not view.kind:
            return self._calendar()
        return self._month(view) if view.kind == "maand" else self._view(view)

    def render(self, template: str, **values: Any) -> str:
        """The HTML of a template, for the modules that write pages of their own: figures, embed, sheets."""
        return self._template[template].render(values)

    def redirect(self, initiative: Initiative) -> str:
        """The page at a former address: it leads to the present one, also without JavaScript."""
        target = f"../{initiative.slug}/"
        canonical = escape(self.site + addresses.initiative(initiative.slug))
        name = escape(initiative.sent.titel)
        return (
            f'<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><title>{name}</title>'
            f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{canonical}">'
            f'<meta name="robots" content="noindex"></head><body><p>Deze pagina staat nu hier: '
            f'<a href="{target}">{name}</a>.</p></body></html>\n'
        )

    # --- one method per kind of page ---

    def home(self, eyebrow: str, lead: str) -> str:
        """What the home page shows today; the page itself is the editors' content/index.md."""
        return (
            self._template["home"]
            .render(home.context(self.agenda, eyebrow, lead), routes=home.ROUTES)
            .replace(ROOT, "./")
        )

    def initiative(self, initiative: Initiative, event: str) -> Page:
        """The page of an initiative; `event` is its schema.org Event in JSON."""
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
            added=self.history.added.get(initiative.slug),
            agendas=elsewhere.agendas(initiative, self.agenda.today, self.site + addresses.initiative(initiative.slug)),
            others=self.related.of_the_organiser(initiative),
            nearby=self.related.nearby(initiative),
            by_mail=elsewhere.by_mail(initiative, self.site + addresses.initiative(initiative.slug)),
            edit=self.edit + initiative.path,
            image_size=self.image_sizes[sent.afbeelding.bestand] if sent.afbeelding else None,
        )
        image = f"{self.site}initiatieven/afbeeldingen/{sent.afbeelding.bestand}" if sent.afbeelding else None
        head = jsonld.script(event) + f'<script type="module" src="{ROOT}assets/share.js"></script>'
        return Page(addresses.initiative(initiative.slug), sent.titel, sent.samenvatting, body, head=head, image=image)

    def _calendar(self) -> Page:
        agenda = self.agenda
        shown, rest = nearest(sections(agenda, agenda.everything), NEAREST)
        finder = [
            ("Per provincie", agenda.groups["provincie"]),
            ("Per maand", list(agenda.months.values())),
            ("Per soort", agenda.groups["type"]),
            ("Per thema", agenda.groups["thema"]),
            ("Per SDG", agenda.groups["sdg"]),
            ("Per reeks", agenda.groups["reeks"]),
            ("Per organisatie", agenda.groups["organisatie"]),
        ]
        offered = panel(agenda, self._provinces)
        body = self._list(
            "view", agenda.everything, sections=shown, rest=rest, finder=finder, extra=(), theme_tips=(), filter=offered
        )
        return self._page(agenda.everything, body)

    def _view(self, view: View) -> Page:
        tips = self.publication.of_theme(view.id) if view.kind == "thema" else ()
        extra: list[Markup] = []
        if view.kind == "provincie" and view.id not in ("heel-vlaanderen", "online"):
            wide = Markup(f'<a href="{ROOT}{{}}">in heel Vlaanderen</a>').format(
                addresses.view("provincie", "heel-vlaanderen")
            )
            online = Markup(f'<a href="{ROOT}{{}}">online</a>').format(addresses.view("provincie", "online"))
            extra.append(Markup("Er is ook van alles te doen {} en {}.").format(wide, online))
        body = self._list(
            "view", view, sections=sections(self.agenda, view), rest=0, finder=(), extra=extra, theme_tips=tips
        )
        return self._page(view, body)

    def _month(self, view: View) -> Page:
        month = next(month for month, other in self.agenda.months.items() if other is view)
        found, days = month_sections(self.agenda, month, view)
        months = list(self.agenda.months.values())
        position = months.index(view)
        body = self._list(
            "month",
            view,
            sections=found,
            weekdays=WEEKDAYS,
            weeks=weeks_of(month, days, self.agenda.today),
            previous=months[position - 1] if position else None,
            following=months[position + 1] if position + 1 < len(months) else None,
        )
        return self._page(view, body)

    def subscribe(self) -> Page:
        """How to subscribe, with every feed."""
        headings = {
            "provincie": "Per provincie",
            "thema": "Per thema",
            "type": "Per soort",
            "sdg": "Per SDG",
            "reeks": "Per reeks",
            "maand": "Per maand",
            "organisatie": "Per organisatie",
        }
        groups = self.agenda.groups | {"maand": list(self.agenda.months.values())}
        listed = [({"id": "alles", "title": "Alles"}, [self.agenda.everything])]
        listed += [({"id": kind, "title": title}, groups[kind]) for kind, title in headings.items()]
        body = self._template["subscribe"].render(
            groups=listed, provinces=groups["provincie"], codes=subscribe_codes(self.agenda, self.site, anchor)
        )
        return Page(
            addresses.SUBSCRIBE, "Abonneren", "Zet de kalender van het vrijwilligersjaar in je eigen agenda.", body
        )

    def changes(self) -> Page:
        """What was added, moved, cancelled and back on, the newest first."""
        by_slug = {initiative.slug: initiative for initiative in self.agenda.initiatives}
        newest = self.history.changes[:NEWEST_CHANGES]
        days = [
            (on, [(change, by_slug[change.slug]) for change in changes])
            for on, changes in groupby(newest, key=lambda change: _local_date(change.when))
        ]
        body = self._template["changes"].render(days=days, rest=len(self.history.changes) - len(newest))
        return Page(addresses.CHANGES, "Wijzigingen", "Wat kwam erbij, wat is verplaatst en wat gaat niet door?", body)

    def form(self, model: type[Submission] | type[Tip]) -> Page:
        """The form to send in an initiative or a tip, or to change one."""
        repository = self.edit.partition("/edit/")[0]
        values = form.context(model, self.agenda.campaign, repository)
        address = addresses.ADD if model is Submission else addresses.ADD_TIP
        return Page(address, values["title"], values["lead"], self._template["form"].render(values))

    # --- what the pages share ---

    def _page(self, view: View, body: str) -> Page:
        here = (
            view.description
            or f"{view.heading}: {dutch.count(len(view.entries), 'initiatief', 'initiatieven')} in het vrijwilligersjaar."
        )
        feed = escape(addresses.feed(view.page))
        head = (
            f'<link rel="alternate feed" type="text/calendar" title="{escape(view.title)}" href="{ROOT}{feed}">'
            if view.kind
            else ""
        )
        return Page(view.page, view.heading, here, body, head=head)

    def _list(self, template: str, view: View, **values: Any) -> str:
        return self._template[template].render(view=view, feed=_feed(view), anchor=anchor(view), **values)

    def _card(self, item: Listed) -> Markup:
        key = (item.moment.uid, item.occurrence and item.occurrence.first_day, item.state, item.more)
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

    def _webcal(self, page: str) -> Markup:
        """`webcal:` makes Apple, Thunderbird and KDE subscribe; an https link would download once."""
        _, _, rest = self.site.partition("://")
        return Markup(f"webcal://{escape(rest)}{escape(addresses.feed(page))}")


def anchor(view: View) -> str:
    """The id of a view's feed on the page about subscribing."""
    return f"{view.kind}-{view.id}" if view.kind else "alles-alles"


def _feed(view: View) -> str:
    return addresses.feed(view.page)


def _news(view: View) -> str:
    return addresses.news(view.page)


def _iso(occurrence: Occurrence) -> str:
    return occurrence.start.isoformat() if occurrence.start else occurrence.first_day.isoformat()


def _local_date(when: datetime) -> date:
    """The day on which people here saw it."""
    return when.astimezone(BRUSSELS).date()


def _tel(number: str) -> str:
    return "".join(c for c in number if c in "+0123456789")
