"""The page of a view: the calendar itself, a month, a province, a theme and so on."""

from html import escape
from typing import Any

from markupsafe import Markup

from doemee.load.spelling import WEEKDAYS
from doemee.model import dutch
from doemee.model.agenda import Agenda
from doemee.model.campaign import Campaign
from doemee.model.tip import Publication
from doemee.model.views import MONTH, ONLINE, PROVINCE, THEME, View, in_order
from doemee.text import listed
from doemee.write.frame.layout import ROOT
from doemee.write.pages.filter_panel import panel
from doemee.write.pages.month_grid import weeks_of
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Render
from doemee.write.pages.sections import month_sections, nearest, sections

NEAREST = 100
"""How many coming initiatives /kalender/ lists; the months list the others."""


def view_page(view: View, agenda: Agenda, publication: Publication, render: Render) -> Page:
    """The page of any view of the agenda."""
    if view.kind is None:
        values = _calendar(agenda)
    elif view.kind is MONTH:
        values = _month(view, agenda)
    else:
        values = _view(view, agenda, publication)
    body = render("month" if view.kind is MONTH else "view", view=view, **values)
    count = dutch.count(len(view.entries), "initiatief", "initiatieven")
    about = view.description or f"{view.heading}: {count} in {agenda.campaign.facts.occasion}."
    head = (
        f'<link rel="alternate feed" type="text/calendar" title="{escape(view.title)}"'
        f' href="{ROOT}{escape(view.feed)}">'
        if view.kind
        else ""
    )
    return Page(view.page, view.heading, about, body, head=head)


def _calendar(agenda: Agenda) -> dict[str, Any]:
    shown, rest = nearest(sections(agenda, agenda.everything), NEAREST)
    area = listed(agenda.campaign.facts.area)
    finder = [(kind.heading, agenda.groups[kind.id]) for kind in in_order(first=[PROVINCE])]
    return {"sections": shown, "rest": rest, "finder": finder, "filter": panel(agenda), "area": area}


def _view(view: View, agenda: Agenda, publication: Publication) -> dict[str, Any]:
    return {
        "sections": sections(agenda, view),
        "extra": [_beside(agenda)] if _is_one_province(view, agenda.campaign) else [],
        "theme_tips": publication.of_theme(view.id) if view.kind is THEME else [],
    }


def _is_one_province(view: View, campaign: Campaign) -> bool:
    return view.kind is PROVINCE and view.id in campaign.regions and campaign.regions[view.id].kind != "geheel"


def _beside(agenda: Agenda) -> Markup:
    """Where else there is something to do for who looks at one province."""
    places = [(region.id, region.within) for region in agenda.campaign.regions.values() if region.kind == "geheel"]
    link = Markup(f'<a href="{ROOT}{{}}">{{}}</a>')
    links = (link.format(agenda.view(PROVINCE.id, id).page, words) for id, words in (*places, (ONLINE, "online")))
    return Markup("Er is ook van alles te doen {}.").format(Markup(" en ").join(links))


def _month(view: View, agenda: Agenda) -> dict[str, Any]:
    months, views = list(agenda.months), list(agenda.months.values())
    position = views.index(view)
    found, days = month_sections(agenda, months[position], view)
    return {
        "sections": found,
        "weekdays": WEEKDAYS,
        "weeks": weeks_of(months[position], days, agenda.today),
        "previous": views[position - 1] if position else None,
        "following": views[position + 1] if position + 1 < len(views) else None,
    }
