"""The calendar in a frame on somebody else's site: bare lists of what comes, and the pages for who
puts it there or builds something else with it.

A list is a page of its own without the theme: a municipality's visitors should not fetch our whole site. The script
that a web editor pastes is overrides/assets/embed/kalender.js.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import chain

from markupsafe import Markup

from doemee.model import addresses
from doemee.model.agenda import Agenda, Listed
from doemee.model.views import KINDS, ORGANISATION, View
from doemee.write.frame.layout import ROOT
from doemee.write.frame.policy import policy
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Render
from doemee.write.pages.sections import sections

COMING = 20
"""How many coming initiatives a list holds: whoever wants more opens the whole calendar."""

_LATER = {"loopt-nu": 1, "datum-volgt": 2}


def coming(agenda: Agenda, view: View) -> list[Listed]:
    """What a view still has to come, the nearest first.

    What happens on a day, then what runs on for days, then what is to follow.
    """
    open_sections = [section for section in sections(agenda, view) if not section.closed]
    order = sorted(open_sections, key=lambda section: _LATER.get(section.id, 0))
    return list(chain.from_iterable(section.items for section in order))


def embed(agenda: Agenda, view: View, render: Render) -> tuple[str, bytes]:
    """Address and HTML of the list of a view: a whole document, with a policy of its own.

    Raises ValueError for a view that has none.
    """
    if view.embed is None:
        raise ValueError(f"{view.page} has no list for other sites")
    items = coming(agenda, view)
    html = render(
        "embed",
        view=view,
        items=items[:COMING],
        total=len(items),
        with_organiser=view.kind is not ORGANISATION,
        policy=Markup(policy(())),
    )
    return view.embed, rooted(html, view.embed)


def rooted(html: str, address: str) -> bytes:
    """A whole document in UTF-8, with the way back to the root where the templates say `root`."""
    return html.replace(ROOT, addresses.to_root(address)).encode()


def embed_help(agenda: Agenda, render: Render) -> Page:
    """How to put the calendar on a site of one's own, with the line for each province and theme."""
    groups = [(kind, agenda.groups[kind.id]) for kind in KINDS if kind.embed and not kind.many]
    regions = list(agenda.campaign.regions.values())
    example = next(iter(agenda.groups[ORGANISATION.id]), None)
    body = render(
        "embed_help",
        groups=groups,
        everything=agenda.everything,
        example=example,
        most=COMING,
        script=addresses.EMBED_SCRIPT,
        first_region=regions[0],
        a_region=regions[:2][-1],
        a_theme=next(iter(agenda.campaign.themes), ""),
    )
    return Page(
        addresses.EMBED_HELP,
        "De kalender op je eigen website",
        "Eén regel, en de kalender staat op je eigen website.",
        body,
    )


def data_help(agenda: Agenda, events: Mapping[str, str], files: Sequence[tuple[str, str]], render: Render) -> Page:
    """What machines can fetch, with a real initiative as the sample.

    `events` holds the schema.org Event of each slug as JSON; `files` says in our own HTML what there is, and what it
    holds.
    """
    shortest = min(
        agenda.initiatives, key=lambda initiative: (len(events[initiative.slug]), initiative.slug), default=None
    )
    sample = json.dumps(json.loads(events[shortest.slug]), ensure_ascii=False, indent=2) if shortest else ""
    body = render(
        "data",
        files=[(Markup(name), Markup(text)) for name, text in files],
        sample=sample,
        sample_page=addresses.initiative(shortest.slug) if shortest else "",
        sample_title=shortest.sent.titel if shortest else "",
    )
    return Page(
        addresses.DATA_HELP, "Open gegevens", "Alle initiatieven als bestand: kalender.json, kalenders en Atom.", body
    )
