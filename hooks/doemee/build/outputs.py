"""The whole site as addresses and bytes: the list of outputs, and where each module has its place.

A new output format is one module in write/ and one line here.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from doemee.build.parallel import in_parts
from doemee.history.replay import History
from doemee.load.submission import Submission, Tip
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.initiative import Initiative
from doemee.model.tip import NOTHING, Publication
from doemee.model.views import View
from doemee.write.data import atom, jsonld, schema
from doemee.write.data.filter_index import filter_index, filter_words
from doemee.write.data.icalendar_feeds import Feeds
from doemee.write.data.postcodes import postcodes
from doemee.write.data.table_template import csv_template, xlsx_template
from doemee.write.frame.layout import Layout
from doemee.write.frame.scripts import joined
from doemee.write.frame.stylesheet import stylesheet
from doemee.write.pages import form
from doemee.write.pages.changes import changes
from doemee.write.pages.embed import data_help, embed, embed_help
from doemee.write.pages.figures import figures
from doemee.write.pages.home import home
from doemee.write.pages.initiative_pages import InitiativePages
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Renderer
from doemee.write.pages.sheets import sheet
from doemee.write.pages.subscribe import subscribe
from doemee.write.pages.tip_pages import tip_pages
from doemee.write.pages.view_pages import view_page

DEFAULT_IMAGE = "assets/kaart.png"

Outputs = Iterator[tuple[str, bytes]]
"""Addresses from the root of the site, each with the bytes of its file."""


class Site:
    """Everything that is written from one agenda.

    `address` is the absolute address of the root; `image_sizes` width and height of each image, by its name.
    """

    def __init__(
        self,
        agenda: Agenda,
        history: History,
        *,
        templates: Path,
        address: str,
        edit: str,
        image_sizes: Mapping[str, tuple[int, int]],
        publication: Publication = NOTHING,
    ):
        self.agenda = agenda
        self.history = history
        self.address = address
        self.templates = templates
        self.events: dict[str, str] = {}
        self.feeds = Feeds(agenda.campaign, address, history.revisions, agenda.dated)
        self.publication = publication
        self.edit = edit
        self.outlines = templates.parents[1] / "data" / "provinces.geojson"
        self.render = Renderer(agenda, publication, templates, address)
        self.initiative_pages = InitiativePages(
            agenda, history, self.render, site=address, edit=edit, image_sizes=image_sizes
        )

    def home(self, eyebrow: str, lead: str) -> str:
        """What the home page shows of the calendar; `eyebrow` and `lead` are the editors' words at the top."""
        return home(self.agenda, eyebrow, lead, self.render)

    def view_page(self, view: View) -> Page:
        """The page of a view."""
        return view_page(view, self.agenda, self.publication, self.outlines, self.render)

    def write(self, folder: Path, layout_of: Callable[[str], Layout]) -> None:
        """Write every file of the calendar below `folder`; `layout_of` gives the layout for the depth of an address."""
        for json_events, ical_events in in_parts(
            lambda part: self._write_initiatives(part, folder, layout_of), self.agenda.initiatives
        ):
            self.events |= json_events
            self.feeds.events |= ical_events
        in_parts(lambda part: _write(folder, self._of_views(part, layout_of)), self.agenda.views)
        _write(folder, self._others(layout_of))

    def write_shared(self, folder: Path, layout_of: Callable[[str], Layout]) -> None:
        """Write only what is there once: while serving, the rest waits until somebody asks for it."""
        for initiative in self.agenda.initiatives:
            self.events[initiative.slug] = jsonld.as_json(initiative, self.agenda.campaign, self.address)
        _write(folder, self._others(layout_of))

    def write_asked(self, address: str, folder: Path, layout_of: Callable[[str], Layout]) -> None:
        """Write what stands at an address, with what always comes along with it; nothing when it is none of ours."""
        part = self.addresses.get(address)
        if isinstance(part, Initiative):
            _write(folder, self._of_initiatives([part], layout_of))
        elif part is not None:
            _write(folder, self._of_views([part], layout_of))

    @cached_property
    def addresses(self) -> dict[str, Initiative | View]:
        """Every address of an initiative or a view, its feeds and sheets too, with what stands there."""
        found: dict[str, Initiative | View] = {}
        for initiative in self.agenda.initiatives:
            for page in map(addresses.initiative, (initiative.slug, *initiative.sent.eerder)):
                found |= dict.fromkeys((page, addresses.feed(page), addresses.source(page)), initiative)
        for view in self.agenda.views:
            found |= dict.fromkeys(filter(None, (view.page, view.feed, view.embed, view.sheet)), view)
        return found

    def _write_initiatives(
        self, part: Sequence[Initiative], folder: Path, layout_of: Callable[[str], Layout]
    ) -> tuple[dict[str, str], dict[str, bytes]]:
        """The files of some initiatives. Returns their events as JSON and as VEVENT, which other files need too."""
        _write(folder, self._of_initiatives(part, layout_of))
        return self.events, self.feeds.events

    def _of_initiatives(self, part: Sequence[Initiative], layout_of: Callable[[str], Layout]) -> Outputs:
        for initiative in part:
            event = self.events[initiative.slug] = jsonld.as_json(initiative, self.agenda.campaign, self.address)
            page = self.initiative_pages.page(initiative, event)
            yield addresses.file(page.address), self._in_layout(page, layout_of)
            yield (
                addresses.source(page.address),
                _json({"path": initiative.path, "fields": initiative.fields, "body": initiative.body}),
            )
            single = self.feeds.single(initiative)
            yield addresses.feed(page.address), single
            for slug in initiative.sent.eerder:
                former = addresses.initiative(slug)
                yield addresses.file(former), self.initiative_pages.redirect(initiative).encode()
                yield addresses.feed(former), single

    def _of_views(self, part: Sequence[View], layout_of: Callable[[str], Layout]) -> Outputs:
        for view in part:
            yield addresses.file(view.page), self._in_layout(self.view_page(view), layout_of)
            yield view.feed, self.feeds.feed(view)
            if view.embed:
                bare, html = embed(self.agenda, view, self.render)
                yield addresses.file(bare), html
            if view.sheet:
                printed, html = sheet(self.agenda, view, self.address, self.render)
                yield addresses.file(printed), html

    def _others(self, layout_of: Callable[[str], Layout]) -> Outputs:
        """What is there once: one line per output."""
        agenda, campaign, address = self.agenda, self.agenda.campaign, self.address
        by_slug = {initiative.slug: initiative for initiative in agenda.initiatives}
        render = self.render
        for page in (
            subscribe(agenda, address, render),
            changes(agenda, self.history, render),
            self._form(Submission, addresses.ADD),
            self._form(Tip, addresses.ADD_TIP),
            figures(agenda, self.outlines, render),
            embed_help(agenda, render),
            data_help(agenda, self.events, render),
            *tip_pages(self.publication, campaign, render, self.edit),
        ):
            yield addresses.file(page.address), self._in_layout(page, layout_of)
        for view in agenda.views:
            if view.news:
                yield view.news, atom.news(view, self.history, campaign, address)
        yield addresses.CHANGES_FEED, atom.changes(self.history.changes, by_slug, campaign, address)
        yield addresses.DATA, jsonld.graph(agenda, self.events)
        yield "schema/initiatief.json", schema.initiative_schema(campaign, f"{address}schema/initiatief.json")
        yield "schema/tip.json", schema.tip_schema(campaign, f"{address}schema/tip.json")
        yield addresses.NAMES, _json(sorted(slug for i in agenda.initiatives for slug in (i.slug, *i.sent.eerder)))
        yield "kalender/toevoegen/sjabloon.csv", csv_template(campaign)
        yield "kalender/toevoegen/sjabloon.xlsx", xlsx_template(campaign)
        yield "assets/postcodes.json", postcodes(campaign.places)
        yield addresses.FILTER, filter_index(agenda)
        yield addresses.FILTER_WORDS, filter_words(agenda)
        for name in ("filter.js", "finder.js"):
            yield (
                f"assets/filter/{name}",
                joined(self.templates.parent / "assets" / "filter" / name, apart={"filter.js"}),
            )
        yield ".nojekyll", b""  # or GitHub Pages leaves out what starts with _
        yield "assets/doemee.css", stylesheet(campaign, self.templates.parent / "styles")

    def _form(self, model: type[Submission] | type[Tip], address: str) -> Page:
        """The form to send in an initiative or a tip, or to change one."""
        values = form.context(model, self.agenda.campaign, self.edit.partition("/edit/")[0])
        return Page(address, values["title"], values["lead"], self.render("form", **values))

    def _in_layout(self, page: Page, layout_of: Callable[[str], Layout]) -> bytes:
        values = {
            "title": page.title,
            "description": page.description,
            "canonical": self.address + page.address,
            "image": page.image or self.address + DEFAULT_IMAGE,
            "head": page.head,
            "body": page.body,
        }
        return layout_of(page.address).fill(values)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _write(folder: Path, outputs: Outputs) -> None:
    """Write files below a folder; every address is made by us, so none leads out of it."""
    made: set[str] = set()
    for address, data in outputs:
        name = f"{folder}/{address}"
        parent = name[: name.rindex("/")]
        if parent not in made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with open(name, "wb") as file:
            file.write(data)


def put_in_place(new: Path, target: Path) -> None:
    """Swap folders, so that a site is never half old and half new."""
    old = target.with_name(f".{target.name}-oud")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if target.exists():
            target.rename(old)
        new.rename(target)
    except OSError:  # a mount point cannot be renamed: what is in it can be replaced
        for path in target.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(new, target, dirs_exist_ok=True)
        shutil.rmtree(new)
    shutil.rmtree(old, ignore_errors=True)
