"""The templates of overrides/doemee/ with what any of them may call. Every module of pages renders through it.

Rendered with autoescape: a submitted text can only ever be text. What only one page needs, its module hands in.
"""

from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any, Protocol

from markupsafe import Markup

from doemee.model import addresses, dutch
from doemee.model.agenda import Agenda, Listed
from doemee.model.initiative import BRUSSELS, Moment, Occurrence
from doemee.model.tip import Publication
from doemee.write.frame.layout import ROOT
from doemee.write.frame.templates import environment


class Render(Protocol):
    """What a page is made with."""

    def __call__(self, template: str, /, **values: Any) -> str:
        """The HTML of the template of that name, with ROOT for the way to the root of the site."""
        ...


class Renderer:
    """Renders for one agenda. `templates` is the folder, `site` the absolute address of the root."""

    def __init__(self, agenda: Agenda, publication: Publication, templates: Path, site: str):
        self._regions = agenda.campaign.regions
        self._site = site
        self._cards: dict[tuple[Any, ...], Markup] = {}
        made = environment(templates)
        made.globals |= {
            "root": Markup(ROOT),
            "publication": publication,
            "campaign": agenda.campaign,
            "today": agenda.today,
            "site": site,
            "when": dutch.occurrence,
            "phrase": dutch.moment,
            "day": dutch.day,
            "count": dutch.count,
            "short_month": dutch.short_month,
            "iso": _iso,
            "local_date": local_date,
            "where": self._where,
            "card": self._card,
            "webcal": self._webcal,
        }
        # All at once, before the processes of a large build part: so each is compiled once.
        self._templates = {path.stem: made.get_template(path.name) for path in sorted(templates.glob("*.html"))}

    def __call__(self, template: str, /, **values: Any) -> str:
        return self._templates[template].render(values)

    def _card(self, item: Listed) -> Markup:
        key = (item.moment.uid, item.occurrence and item.occurrence.first_day, item.state, item.more)
        if key not in self._cards:
            self._cards[key] = Markup(self("card", item=item))
        return self._cards[key]

    def _where(self, moment: Moment) -> str:
        """`Deinze`, `online`, `Deinze en online`, or the reach."""
        if moment.venue:
            return f"{moment.venue.town} en online" if moment.online else moment.venue.town
        if moment.online:
            return "online"
        return ", ".join(self._regions[region].name for region in moment.regions)

    def _webcal(self, page: str) -> Markup:
        """`webcal:` makes Apple, Thunderbird and KDE subscribe; an https link would download once."""
        _, _, rest = self._site.partition("://")
        return Markup(f"webcal://{escape(rest)}{escape(addresses.feed(page))}")


def local_date(when: datetime) -> date:
    """The day on which people here saw it."""
    return when.astimezone(BRUSSELS).date()


def _iso(occurrence: Occurrence) -> str:
    return occurrence.start.isoformat() if occurrence.start else occurrence.first_day.isoformat()
