"""The whole site as addresses and bytes: the list of outputs, and where each module has its place.

A new output format is one module in write/ and one line here.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from doemee import addresses
from doemee.agenda import Agenda
from doemee.changes import Past
from doemee.write import atom, colors, jsonld, schema
from doemee.write.icalendar_feeds import Feeds
from doemee.write.pages import ROOT, Page, Pages
from doemee.write.shell import Shell

DEFAULT_IMAGE = "assets/kaart.png"


class Site:
    """Everything that is written from one agenda. `address` is the absolute address of the root."""

    def __init__(self, agenda: Agenda, past: Past, *, templates: Path, address: str, edit: str):
        self.agenda = agenda
        self.past = past
        self.address = address
        self.events = {i.slug: jsonld.event(i, agenda.campaign, address) for i in agenda.initiatives}
        self.feeds = Feeds(agenda.campaign, address, past.stamps)
        self.pages = Pages(agenda, past, templates, address, edit)

    def page_bytes(self, page: Page, shell: Shell) -> bytes:
        """A page in its frame."""
        html = shell.fill({
            "title": page.title, "description": page.description, "canonical": self.address + page.address,
            "image": page.image or self.address + DEFAULT_IMAGE, "head": page.head, "body": page.body,
        })  # fmt: skip
        return html.replace(ROOT, shell.back).encode()

    def outputs(self, pages: Iterable[Page], shell_of: Callable[[str], Shell]) -> Iterator[tuple[str, bytes]]:
        """Every file of the calendar: its address from the root, and its bytes.

        `pages` are those of `self.pages`; `shell_of` gives the frame for the depth of an address.
        """
        campaign, address = self.agenda.campaign, self.address
        for page in pages:
            yield addresses.file(page.address), self.page_bytes(page, shell_of(page.address))
        for page, html in self.pages.redirects():
            yield addresses.file(page), html.encode()
        for view in self.agenda.views:
            yield addresses.feed(view.page), self.feeds.feed(view)
        for initiative in self.agenda.initiatives:
            single = self.feeds.single(initiative)
            for slug in (initiative.slug, *initiative.sent.eerder):
                yield addresses.feed(addresses.initiative(slug)), single
        for view in (self.agenda.everything, *self.agenda.groups["provincie"]):
            yield addresses.news(view.page), atom.news(view, self.past, campaign, address)
        by_slug = {initiative.slug: initiative for initiative in self.agenda.initiatives}
        yield addresses.CHANGES_FEED, atom.changes(self.past.changes, by_slug, campaign, address)
        yield addresses.DATA, jsonld.graph(self.agenda, self.events)
        yield "schema/initiatief.json", schema.initiative_schema(campaign, f"{address}schema/initiatief.json")
        yield "schema/tip.json", schema.tip_schema(campaign, f"{address}schema/tip.json")
        yield "assets/campagne.css", colors.stylesheet(campaign)


def write(folder: Path, outputs: Iterator[tuple[str, bytes]]) -> None:
    """Write files below a folder; every address is made by us, so none leads out of it."""
    made: set[str] = set()
    base = str(folder)
    for address, data in outputs:
        name = f"{base}/{address}"
        parent = name[: name.rindex("/")]
        if parent not in made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with open(name, "wb") as file:
            file.write(data)
