"""`[[initiatieven reeks/roadshows]]` in a page of the editors: one line becomes a list.

[[initiatieven KIND/ID]]      of a view of the calendar, in the words of its address: sdg/3, thema/…, reeks/…
[[initiatieven in-de-kijker]] those in the spotlight
[[tips thema/ID]]             the tips of a theme
[[tips voor/ID]]              the tips for an audience
"""

import re
from typing import Any

from doemee.model.agenda import Agenda, Listed, State
from doemee.model.tip import Publication
from doemee.write.frame.layout import ROOT
from doemee.write.pages.renderer import Render

MOST = 6

MARKER = re.compile(r"<p>\[\[(\w+) ([a-z-]+)(?:/([a-z0-9-]+))?\]\]</p>")

SPOTLIGHT = "in-de-kijker"


def with_lists(html: str, agenda: Agenda, found: Publication, render: Render, back: str) -> tuple[str, list[str]]:
    """The content of a page with its markers replaced, and the markers that name no list there is.

    `back` is the way from the page to the root of the site.
    """
    unknown: list[str] = []

    def replaced(marked: re.Match[str]) -> str:
        values = _values(marked[1], marked[2], marked[3], agenda, found)
        if values is None:
            unknown.append(marked[0].removeprefix("<p>").removesuffix("</p>"))
            return ""
        return render("listing", **values).replace(ROOT, back)

    return MARKER.sub(replaced, html), unknown


def _values(what: str, kind: str, identity: str | None, agenda: Agenda, found: Publication) -> dict[str, Any] | None:
    """What the template of a list shows; None when there is no such list."""
    if what == "tips" and kind == "thema" and identity in agenda.campaign.themes:
        return {"tips": found.of_theme(identity), "items": [], "rest": 0, "page": f"tips/#{identity}"}
    if what == "tips" and kind == "voor" and identity in agenda.campaign.audiences:
        return {"tips": found.for_audience(identity), "items": [], "rest": 0, "page": f"tips/voor/{identity}/"}
    if what == "initiatieven" and kind == SPOTLIGHT and identity is None:
        entries = [entry for entry in agenda.everything.entries if entry.initiative.sent.in_de_kijker]
        return _initiatives([agenda.listed(entry) for entry in entries], agenda.everything.page)
    try:
        view = agenda.view(kind, identity or "")
    except KeyError:
        view = None
    if what != "initiatieven" or view is None or identity is None:
        return None
    return _initiatives([agenda.listed(entry) for entry in view.entries], view.page)


def _initiatives(items: list[Listed], page: str) -> dict[str, Any]:
    items.sort(key=lambda item: (item.state is State.PAST, item.occurrence is None, _when(item)))
    return {"tips": [], "items": items[:MOST], "rest": max(0, len(items) - MOST), "page": page}


def _when(item: Listed) -> float:
    if item.occurrence is None:
        return item.moment.last_day.toordinal()
    start = item.occurrence.instant.timestamp()
    return -start if item.state is State.PAST else start
