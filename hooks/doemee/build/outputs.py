"""The whole site: the one list of what is written, and what each of it follows from.

A new output is a module in write/ and a line here. The order is that in which files are written, and in which the
search knows the pages.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from doemee.build.output import (
    HISTORY,
    INITIATIVES,
    LAYOUT,
    TIPS,
    TODAY,
    About,
    DependsOn,
    Output,
    Outputs,
    SearchEntry,
    file_of,
)
from doemee.build.site import Site
from doemee.edition.files import file_names
from doemee.load.folder import IMAGES
from doemee.load.submission import Submission, Tip
from doemee.model import addresses
from doemee.model.initiative import Initiative
from doemee.model.views import PROVINCE, THEME, View
from doemee.write.data import atom, jsonld, schema
from doemee.write.data.filter_index import filter_index, filter_words
from doemee.write.data.form_values import normalised
from doemee.write.data.postcodes import postcodes
from doemee.write.data.table_template import csv_template, xlsx_template
from doemee.write.frame.images import published
from doemee.write.frame.layout import ROOT
from doemee.write.frame.scripts import ENTRIES
from doemee.write.frame.stylesheet import stylesheet
from doemee.write.pages import embed, tip_pages
from doemee.write.pages.changes import changes
from doemee.write.pages.figures import figures
from doemee.write.pages.form import form_page
from doemee.write.pages.page import Page
from doemee.write.pages.sheets import sheet
from doemee.write.pages.subscribe import subscribe
from doemee.write.pages.view_pages import view_page

EVENTS = About("alle initiatieven, als <code>Event</code> van schema.org (JSON-LD)")
FEED = About("alle momenten, als kalender (iCalendar)")
FEEDS = About(
    "dezelfde lijst als kalender, bijvoorbeeld {example}",
    term="elke pagina van de kalender, met <code>.ics</code> in plaats van de laatste <code>/</code>",
)
SINGLE = About("één initiatief, om toe te voegen aan een agenda", term="<code>initiatieven/naam.ics</code>")
NEWS = About(
    "wat er nieuw in de kalender staat (Atom)",
    term='<a href="{root}kalender.xml">kalender.xml</a>, <code>kalender/provincie/naam.xml</code>',
)
CHANGES = About("wat erbij kwam, verplaatst is of niet doorgaat (Atom)")
SCHEMA = About("hoe een bestand van een initiatief of een tip eruitziet (JSON Schema)")

ABOUT = (EVENTS, FEED, FEEDS, SINGLE, NEWS, CHANGES, SCHEMA)
"""The rows of the page about the data, in their order."""


def outputs(site: Site) -> Outputs:
    """Every file of the site."""
    return Outputs(
        [tuple(_of_initiative(site, initiative)) for initiative in site.agenda.initiatives],
        [tuple(_of_view(site, view)) for view in site.agenda.views],
        [*_tips(site), *_pages(site), *_data(site), *_assets(site), *_edition(site)],
    )


def _of_initiative(site: Site, initiative: Initiative) -> Iterator[Output]:
    own, own_events = _needs(f"initiative:{initiative.slug}"), _needs(f"initiative:{initiative.slug}", HISTORY)
    page = addresses.initiative(initiative.slug)
    places = dict.fromkeys(moment.venue.line for moment in initiative.moments if moment.venue)
    found = SearchEntry(initiative.sent.titel, " ".join((*places, *initiative.organisations.values())))
    # What is near by or of the same organiser may change with any other.
    needs = _needs(INITIATIVES, TIPS, HISTORY, TODAY)
    yield _page(site, page, lambda: site.initiative_pages.page(initiative, site.event(initiative)), needs, found)
    source = {"path": initiative.path, "fields": normalised(initiative.fields), "body": initiative.body}
    yield Output(addresses.source(page), own, partial(_json, source))
    feed = partial(site.feeds.single, initiative)
    yield Output(addresses.feed(page), own_events, feed, about=SINGLE)
    for former in map(addresses.initiative, initiative.sent.eerder):
        yield Output(file_of(former), own, lambda: site.initiative_pages.redirect(initiative).encode())
        yield Output(addresses.feed(former), own_events, feed)


def _of_view(site: Site, view: View) -> Iterator[Output]:
    agenda, render = site.agenda, site.render
    entries = _needs(TODAY, *(f"initiative:{entry.initiative.slug}" for entry in view.entries))
    # An organisation is found with each of its initiatives.
    found = None if view.kind and view.kind.many else SearchEntry(view.heading, view.description or "")
    needs = entries | _needs(INITIATIVES if not view.kind else "", TIPS if view.kind is THEME else "")
    make = partial(view_page, view, agenda, site.publication, render)
    yield _page(site, view.page, make, needs, found, listed=True)
    # How many there are in all decides how long the texts are.
    about = FEEDS if view.kind is PROVINCE else None if view.kind else FEED
    yield Output(view.feed, _needs(INITIATIVES, HISTORY), partial(site.feeds.feed, view), about=about)
    if view.embed:
        yield Output(file_of(view.embed), entries, lambda: embed.embed(agenda, view, render)[1])
    if view.sheet:
        yield Output(file_of(view.sheet), entries, lambda: sheet(agenda, view, site.address, render)[1])
    if view.news:
        make_news = partial(atom.news, view, site.history, agenda.campaign, site.address)
        yield Output(view.news, _needs(INITIATIVES, HISTORY), make_news, about=NEWS)


def _tips(site: Site) -> Iterator[Output]:
    """The publication."""
    tips, campaign, render = site.publication, site.agenda.campaign, site.render
    for tip in tips.tips.values():
        make = partial(tip_pages.tip_page, tip, tips, campaign, render, site.edit)
        found = SearchEntry(tip.sent.titel, f"{tip.sent.samenvatting} {campaign.themes[tip.sent.thema].name}")
        yield _page(site, addresses.tip(tip.slug), make, _needs(TIPS, INITIATIVES), found)
    found = SearchEntry("Tips en ideeën", "tips ideeën inspiratie publicatie")
    yield _page(site, addresses.TIPS, partial(tip_pages.overview, tips, campaign, render), _needs(TIPS), found)
    for audience in filter(tips.for_audience, campaign.audiences):
        make = partial(tip_pages.for_audience, audience, tips, campaign, render)
        yield _page(site, addresses.tips_for(audience), make, _needs(TIPS))


def _pages(site: Site) -> Iterator[Output]:
    """The pages that are there once: what makes each, and the words by which the search finds it."""
    agenda, render = site.agenda, site.render
    yield _page(
        site,
        addresses.SUBSCRIBE,
        partial(subscribe, agenda, site.address, render),
        _needs(INITIATIVES),
        SearchEntry("Abonneren", "agenda abonnement ics Google Outlook iPhone"),
    )
    yield _page(
        site,
        addresses.ADD,
        partial(form_page, Submission, agenda.campaign, site.edit, render),
        _needs(TIPS),
        SearchEntry("Zet je initiatief in de kalender", "toevoegen formulier insturen aanmelden"),
    )
    yield _page(
        site,
        addresses.ADD_TIP,
        partial(form_page, Tip, agenda.campaign, site.edit, render),
        _needs(TIPS),
        SearchEntry("Deel een tip", "tip insturen formulier"),
    )
    yield _page(
        site,
        addresses.CHANGES,
        partial(changes, agenda, site.history, render),
        _needs(INITIATIVES, HISTORY),
        SearchEntry("Wijzigingen", "nieuw verplaatst geannuleerd uitgesteld"),
    )
    yield _page(
        site,
        addresses.FIGURES,
        partial(figures, agenda, render),
        _needs(INITIATIVES, TODAY),
        SearchEntry("In cijfers", "cijfers statistiek per provincie gemeente maand thema SDG"),
    )
    yield _page(
        site,
        addresses.EMBED_HELP,
        partial(embed.embed_help, agenda, render),
        _needs(INITIATIVES),
        SearchEntry("De kalender op je eigen website", "inbedden insluiten widget iframe website gemeente"),
    )
    yield _page(
        site,
        addresses.DATA_HELP,
        lambda: embed.data_help(agenda, site.all_events(), _data_files(site), render),
        _needs(INITIATIVES),
        SearchEntry("Open gegevens", "kalender.json ics Atom schema API licentie"),
    )


def _data(site: Site) -> Iterator[Output]:
    """What machines fetch, those of the pages themselves included."""
    agenda, campaign, history, address = site.agenda, site.agenda.campaign, site.history, site.address
    yield Output(
        addresses.CHANGES_FEED,
        _needs(INITIATIVES, HISTORY),
        partial(atom.changes, history.changes, {one.slug: one for one in agenda.initiatives}, campaign, address),
        about=CHANGES,
    )
    yield Output(addresses.DATA, _needs(INITIATIVES), lambda: jsonld.graph(agenda, site.all_events()), about=EVENTS)
    for file, make in (("schema/initiatief.json", schema.initiative_schema), ("schema/tip.json", schema.tip_schema)):
        yield Output(file, _needs(TIPS), partial(make, campaign, f"{address}{file}"), about=SCHEMA)
    names = sorted(slug for initiative in agenda.initiatives for slug in (initiative.slug, *initiative.sent.eerder))
    yield Output(addresses.NAMES, _needs(INITIATIVES), partial(_json, names))
    yield Output("kalender/toevoegen/sjabloon.csv", _needs(TIPS), partial(csv_template, campaign))
    yield Output("kalender/toevoegen/sjabloon.xlsx", _needs(TIPS), partial(xlsx_template, campaign))
    yield Output("assets/postcodes.json", _needs(), partial(postcodes, campaign.places))
    yield Output(addresses.FILTER, _needs(INITIATIVES, TODAY), partial(filter_index, agenda))
    yield Output(addresses.FILTER_WORDS, _needs(INITIATIVES, TODAY), partial(filter_words, agenda))


def _assets(site: Site) -> Iterator[Output]:
    """Scripts, style, and each picture that a page shows, written anew."""
    for entry in ENTRIES:
        yield Output(f"assets/{entry}", _needs("scripts"), partial(site.script, entry))
    style = partial(stylesheet, site.agenda.campaign, site.overrides / "styles")
    yield Output("assets/doemee.css", _needs("styles"), style)
    yield Output(".nojekyll", _needs(), bytes)  # or GitHub Pages leaves out what starts with _
    for name in site.images:
        make = partial(published, site.pictures / IMAGES / name)
        yield Output(f"initiatieven/{IMAGES}/{name}", _needs("pictures"), make)


def _edition(site: Site) -> Iterator[Output]:
    """The publication as PDF and EPUB, beside the pages that it is made of."""
    needs = _needs(INITIATIVES, TIPS, TODAY, "content", "edition")
    for name, make in file_names(site.agenda.campaign.facts).items() if site.with_edition else ():
        yield Output(name, needs, partial(site.edition, make))


def _page(
    site: Site,
    page: str,
    make: Callable[[], Page],
    needs: DependsOn,
    found: SearchEntry | None = None,
    *,
    listed: bool | None = None,
) -> Output:
    """A page in the frame of the theme. The sitemap names what the search finds, unless something else is said."""
    in_frame = needs | _needs(LAYOUT)
    known = found is not None if listed is None else listed
    return Output(file_of(page), in_frame, lambda: site.framed(make()), found=found, listed=known)


def _data_files(site: Site) -> list[tuple[str, str]]:
    """What there is for machines, in the order of ABOUT: names of the files and what is in them, as HTML."""
    rows: dict[About, list[str]] = {about: [] for about in ABOUT}
    for output in outputs(site):
        if output.about:
            rows[output.about].append(f'<a href="{ROOT}{output.address}">{output.address}</a>')
    return [
        (about.term.format(root=ROOT) or ", ".join(links), about.text.format(example=links[0]))
        for about, links in rows.items()
        if links
    ]


def _needs(*words: str) -> DependsOn:
    return frozenset(filter(None, words))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
