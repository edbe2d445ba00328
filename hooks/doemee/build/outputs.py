"""The whole site: the one list of what is written, and what each of it follows from.

A new output is a module in write/ and a line here. The order is that in which files are written, and in which the
search knows the pages.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from doemee.build.output import HISTORY, INITIATIVES, LAYOUT, TIPS, TODAY, About, Found, Output, Outputs, file_of
from doemee.build.site import Site
from doemee.edition import files as edition
from doemee.load.folder import IMAGES
from doemee.load.submission import Submission, Tip
from doemee.model import addresses
from doemee.model.agenda import View
from doemee.model.initiative import Initiative
from doemee.write.data import atom, jsonld, schema
from doemee.write.data.filter_index import filter_index, filter_words
from doemee.write.data.postcodes import postcodes
from doemee.write.data.table_template import csv_template, xlsx_template
from doemee.write.frame.images import published
from doemee.write.frame.layout import ROOT
from doemee.write.frame.scripts import ENTRIES
from doemee.write.frame.stylesheet import stylesheet
from doemee.write.pages import embed, figures, sheets, tip_pages
from doemee.write.pages.page import Page

Make = Callable[[], bytes]

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
        [*_once(site), *_pictures(site), *_edition(site)],
    )


def _of_initiative(site: Site, initiative: Initiative) -> Iterator[Output]:
    own = f"initiative:{initiative.slug}"
    page = addresses.initiative(initiative.slug)
    places = dict.fromkeys(moment.venue.line for moment in initiative.moments if moment.venue)
    found = Found(initiative.sent.titel, " ".join((*places, *initiative.organisations.values())))
    source = {"path": initiative.path, "fields": initiative.fields, "body": initiative.body}

    def feed() -> bytes:
        return site.feeds.single(initiative)

    # What is near by or of the same organiser may change with any other.
    needs = _needs(INITIATIVES, TIPS, HISTORY, TODAY, LAYOUT)
    make = _page(site, lambda: site.pages.initiative(initiative, site.event(initiative)))
    yield Output(file_of(page), needs, make, found=found, listed=True)
    yield Output(addresses.source(page), _needs(own), lambda: _json(source))
    yield Output(addresses.feed(page), _needs(own, HISTORY), feed, about=SINGLE)
    for slug in initiative.sent.eerder:
        former = addresses.initiative(slug)
        yield Output(file_of(former), _needs(own), lambda: site.pages.redirect(initiative).encode())
        yield Output(addresses.feed(former), _needs(own, HISTORY), feed)


def _of_view(site: Site, view: View) -> Iterator[Output]:
    agenda, render = site.agenda, site.pages.render
    entries = _needs(*(f"initiative:{entry.initiative.slug}" for entry in view.entries))
    # An organisation is found with each of its initiatives.
    found = Found(view.heading, view.description or "") if view.kind != "organisatie" else None
    needs = _needs(INITIATIVES if not view.kind else "", TIPS if view.kind == "thema" else "", TODAY, LAYOUT) | entries
    yield Output(file_of(view.page), needs, _page(site, lambda: site.pages.view(view)), found=found, listed=True)
    # How many there are in all decides how long the texts are.
    about = FEEDS if view.kind == "provincie" else None if view.kind else FEED
    yield Output(addresses.feed(view.page), _needs(INITIATIVES, HISTORY), lambda: site.feeds.feed(view), about=about)
    if view.kind in embed.KINDS:
        page = addresses.embed(view.kind, view.id)
        yield Output(file_of(page), _needs(TODAY) | entries, lambda: embed.embed(agenda, view, render)[1])
    if view.kind in sheets.KINDS:
        page = addresses.sheet(view.kind, view.id)
        make = lambda: sheets.sheet(agenda, view, site.address, render)[1]  # noqa: E731
        yield Output(file_of(page), _needs(TODAY) | entries, make)


def _once(site: Site) -> Iterator[Output]:
    """What is there once: a line per output."""
    agenda, history, campaign, address = site.agenda, site.history, site.agenda.campaign, site.address
    pages, render, publication = site.pages, site.pages.render, site.publication
    by_slug = {initiative.slug: initiative for initiative in agenda.initiatives}

    for tip in publication.tips.values():
        words = f"{tip.sent.samenvatting} {campaign.themes[tip.sent.thema].name}"
        yield _framed(
            site,
            addresses.tip(tip.slug),
            lambda tip=tip: tip_pages.tip_page(tip, publication, campaign, render, site.edit),
            _needs(TIPS, INITIATIVES),
            Found(tip.sent.titel, words),
        )
    yield _framed(
        site,
        addresses.TIPS,
        lambda: tip_pages.overview(publication, campaign, render),
        _needs(TIPS),
        Found("Tips en ideeën", "tips ideeën inspiratie publicatie"),
    )
    for audience in campaign.audiences:
        if publication.for_audience(audience):
            make = lambda audience=audience: tip_pages.for_audience(audience, publication, campaign, render)  # noqa: E731
            yield _framed(site, addresses.tips_for(audience), make, _needs(TIPS))

    rows: list[tuple[str, Callable[[], Page], frozenset[str], Found]] = [
        (
            addresses.SUBSCRIBE,
            pages.subscribe,
            _needs(INITIATIVES),
            Found("Abonneren", "agenda abonnement ics Google Outlook iPhone"),
        ),
        (
            addresses.ADD,
            lambda: pages.form(Submission),
            _needs(TIPS),
            Found("Zet je initiatief in de kalender", "toevoegen formulier insturen aanmelden"),
        ),
        (addresses.ADD_TIP, lambda: pages.form(Tip), _needs(TIPS), Found("Deel een tip", "tip insturen formulier")),
        (
            addresses.CHANGES,
            pages.changes,
            _needs(INITIATIVES, HISTORY),
            Found("Wijzigingen", "nieuw verplaatst geannuleerd uitgesteld"),
        ),
        (
            addresses.FIGURES,
            lambda: figures.figures(agenda, site.outlines, render),
            _needs(INITIATIVES, TODAY),
            Found("In cijfers", "cijfers statistiek per provincie gemeente maand thema SDG"),
        ),
        (
            addresses.EMBED_HELP,
            lambda: embed.embed_help(agenda, render),
            _needs(INITIATIVES),
            Found("De kalender op je eigen website", "inbedden insluiten widget iframe website gemeente"),
        ),
        (
            addresses.DATA_HELP,
            lambda: embed.data_help(agenda, site.all_events(), _data_rows(site), render),
            _needs(INITIATIVES),
            Found("Open gegevens", "kalender.json ics Atom schema API licentie"),
        ),
    ]
    for page, made, needs, found in rows:
        yield _framed(site, page, made, needs, found)

    for view in (agenda.everything, *agenda.groups["provincie"]):
        make_news = lambda view=view: atom.news(view, history, campaign, address)  # noqa: E731
        yield Output(addresses.news(view.page), _needs(INITIATIVES, HISTORY), make_news, about=NEWS)
    yield Output(
        addresses.CHANGES_FEED,
        _needs(INITIATIVES, HISTORY),
        lambda: atom.changes(history.changes, by_slug, campaign, address),
        about=CHANGES,
    )
    yield Output(addresses.DATA, _needs(INITIATIVES), lambda: jsonld.graph(agenda, site.all_events()), about=EVENTS)
    for name, maker in (("initiatief", schema.initiative_schema), ("tip", schema.tip_schema)):
        file = f"schema/{name}.json"
        make_schema = lambda maker=maker, file=file: maker(campaign, f"{address}{file}")  # noqa: E731
        yield Output(file, _needs(TIPS), make_schema, about=SCHEMA)
    names = sorted(slug for initiative in agenda.initiatives for slug in (initiative.slug, *initiative.sent.eerder))
    yield Output(addresses.NAMES, _needs(INITIATIVES), lambda: _json(names))
    yield Output("kalender/toevoegen/sjabloon.csv", _needs(TIPS), lambda: csv_template(campaign))
    yield Output("kalender/toevoegen/sjabloon.xlsx", _needs(TIPS), lambda: xlsx_template(campaign))
    yield Output("assets/postcodes.json", _needs(), lambda: postcodes(campaign.places))
    yield Output(addresses.FILTER, _needs(INITIATIVES, TODAY), lambda: filter_index(agenda))
    yield Output(addresses.FILTER_WORDS, _needs(INITIATIVES, TODAY), lambda: filter_words(agenda))
    for entry in ENTRIES:
        yield Output(f"assets/{entry}", _needs("scripts"), lambda entry=entry: site.scripts[entry])
    yield Output("assets/doemee.css", _needs("styles"), lambda: stylesheet(campaign, site.overrides / "styles"))
    yield Output(".nojekyll", _needs(), lambda: b"")  # or GitHub Pages leaves out what starts with _


def _pictures(site: Site) -> Iterator[Output]:
    """Each image that a page shows, written anew."""
    for name in site.images:
        make = lambda name=name: published(site.pictures / IMAGES / name)  # noqa: E731
        yield Output(f"initiatieven/{IMAGES}/{name}", _needs("pictures"), make)


def _edition(site: Site) -> Iterator[Output]:
    """The publication as PDF and EPUB, beside the pages that it is made of."""
    needs = _needs(INITIATIVES, TIPS, TODAY, "content", "edition")
    for name, maker in edition.FILES.items() if site.with_edition else ():
        yield Output(name, needs, lambda maker=maker: maker(site.book, site.overrides / "edition"))


def _framed(
    site: Site, page: str, make: Callable[[], Page], needs: frozenset[str], found: Found | None = None
) -> Output:
    """A page in the frame of the theme."""
    return Output(file_of(page), needs | _needs(LAYOUT), _page(site, make), found=found, listed=found is not None)


def _page(site: Site, make: Callable[[], Page]) -> Make:
    return lambda: site.framed(make())


def _data_rows(site: Site) -> list[tuple[str, str]]:
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


def _needs(*words: str) -> frozenset[str]:
    return frozenset(filter(None, words))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
