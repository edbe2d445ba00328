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
from doemee.model.agenda import Agenda, View
from doemee.model.initiative import Initiative
from doemee.model.tip import NOTHING, Publication
from doemee.write.data import atom, jsonld, schema
from doemee.write.data.filter_index import filter_index, filter_words
from doemee.write.data.icalendar_feeds import Feeds
from doemee.write.data.postcodes import postcodes
from doemee.write.data.table_template import csv_template, xlsx_template
from doemee.write.frame.layout import Shell
from doemee.write.frame.scripts import joined
from doemee.write.frame.stylesheet import stylesheet
from doemee.write.pages import embed, sheets
from doemee.write.pages.calendar_pages import Pages
from doemee.write.pages.figures import figures
from doemee.write.pages.page import Page
from doemee.write.pages.tip_pages import tip_pages

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
        self.pages = Pages(agenda, history, templates, address, edit, image_sizes, publication)

    def write(self, folder: Path, shell_of: Callable[[str], Shell]) -> None:
        """Write every file of the calendar below `folder`; `shell_of` gives the frame for the depth of an address."""
        for json_events, ical_events in in_parts(
            lambda part: self._write_initiatives(part, folder, shell_of), self.agenda.initiatives
        ):
            self.events |= json_events
            self.feeds.events |= ical_events
        in_parts(lambda part: _write(folder, self._of_views(part, shell_of)), self.agenda.views)
        _write(folder, self._others(shell_of))

    def write_shared(self, folder: Path, shell_of: Callable[[str], Shell]) -> None:
        """Write only what is there once: while serving, the rest waits until somebody asks for it."""
        for initiative in self.agenda.initiatives:
            self.events[initiative.slug] = jsonld.as_json(initiative, self.agenda.campaign, self.address)
        _write(folder, self._others(shell_of))

    def write_asked(self, address: str, folder: Path, shell_of: Callable[[str], Shell]) -> None:
        """Write what stands at an address, with what always comes along with it; nothing when it is none of ours."""
        part = self.addresses.get(address)
        if isinstance(part, Initiative):
            _write(folder, self._of_initiatives([part], shell_of))
        elif part is not None:
            _write(folder, self._of_views([part], shell_of))

    @cached_property
    def addresses(self) -> dict[str, Initiative | View]:
        """Every address of an initiative or a view, its feeds and sheets too, with what stands there."""
        found: dict[str, Initiative | View] = {}
        for initiative in self.agenda.initiatives:
            for page in map(addresses.initiative, (initiative.slug, *initiative.sent.eerder)):
                found |= dict.fromkeys((page, addresses.feed(page), addresses.source(page)), initiative)
        for view in self.agenda.views:
            pages = (
                view.page,
                addresses.feed(view.page),
                addresses.embed(view.kind, view.id),
                addresses.sheet(view.kind, view.id),
            )
            found |= dict.fromkeys(pages, view)
        return found

    def _write_initiatives(
        self, part: Sequence[Initiative], folder: Path, shell_of: Callable[[str], Shell]
    ) -> tuple[dict[str, str], dict[str, bytes]]:
        """The files of some initiatives. Returns their events as JSON and as VEVENT, which other files need too."""
        _write(folder, self._of_initiatives(part, shell_of))
        return self.events, self.feeds.events

    def _of_initiatives(self, part: Sequence[Initiative], shell_of: Callable[[str], Shell]) -> Outputs:
        for initiative in part:
            event = self.events[initiative.slug] = jsonld.as_json(initiative, self.agenda.campaign, self.address)
            page = self.pages.initiative(initiative, event)
            yield addresses.file(page.address), self._framed(page, shell_of)
            yield (
                addresses.source(page.address),
                _json({"path": initiative.path, "fields": initiative.fields, "body": initiative.body}),
            )
            single = self.feeds.single(initiative)
            yield addresses.feed(page.address), single
            for slug in initiative.sent.eerder:
                former = addresses.initiative(slug)
                yield addresses.file(former), self.pages.redirect(initiative).encode()
                yield addresses.feed(former), single

    def _of_views(self, part: Sequence[View], shell_of: Callable[[str], Shell]) -> Outputs:
        for view in part:
            page = self.pages.view(view)
            yield addresses.file(page.address), self._framed(page, shell_of)
            yield addresses.feed(page.address), self.feeds.feed(view)
            if view.kind in embed.KINDS:
                bare, html = embed.embed(self.agenda, view, self.pages.render)
                yield addresses.file(bare), html
            if view.kind in sheets.KINDS:
                printed, html = sheets.sheet(self.agenda, view, self.address, self.pages.render)
                yield addresses.file(printed), html

    def _others(self, shell_of: Callable[[str], Shell]) -> Outputs:
        """What is there once: one line per output."""
        agenda, campaign, address = self.agenda, self.agenda.campaign, self.address
        by_slug = {initiative.slug: initiative for initiative in agenda.initiatives}
        for page in (self.pages.subscribe(), self.pages.changes(), self.pages.form(Submission), self.pages.form(Tip)):
            yield addresses.file(page.address), self._framed(page, shell_of)
        render = self.pages.render
        outlines = self.templates.parents[1] / "data" / "provinces.geojson"
        for page in (
            figures(agenda, outlines, render),
            embed.embed_help(agenda, render),
            embed.data_help(agenda, self.events, render),
        ):
            yield addresses.file(page.address), self._framed(page, shell_of)
        for page in tip_pages(self.publication, campaign, render, self.pages.edit):
            yield addresses.file(page.address), self._framed(page, shell_of)
        for view in (agenda.everything, *agenda.groups["provincie"]):
            yield addresses.news(view.page), atom.news(view, self.history, campaign, address)
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

    def _framed(self, page: Page, shell_of: Callable[[str], Shell]) -> bytes:
        shell = shell_of(page.address)
        values = {
            "title": page.title,
            "description": page.description,
            "canonical": self.address + page.address,
            "image": page.image or self.address + DEFAULT_IMAGE,
            "head": page.head,
            "body": page.body,
        }
        return shell.fill(values)


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
