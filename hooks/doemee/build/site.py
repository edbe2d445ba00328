"""What the outputs of one build are made from, and what several of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from doemee.edition.assembly import assembled
from doemee.edition.book import Book
from doemee.edition.files import Maker
from doemee.history.replay import History
from doemee.load.folder import IMAGES
from doemee.model.agenda import Agenda
from doemee.model.initiative import Initiative
from doemee.model.tip import NOTHING, Publication
from doemee.write.data import jsonld
from doemee.write.data.icalendar_feeds import Feeds
from doemee.write.frame.images import published_size
from doemee.write.frame.layout import Layout
from doemee.write.frame.scripts import ENTRIES, Bundle
from doemee.write.pages.initiative_pages import InitiativePages
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Renderer

DEFAULT_IMAGE = "assets/kaart.png"


@dataclass
class Site:
    """The agenda of one day and all that its pages need.

    `root` is the folder of the project, `pictures` that of the initiatives' images. `address` is the absolute address
    of the site's root, `edit` that which opens a file of the repository for editing, up to its path. `bundle` joins the
    modules of scripts. `layout_of` gives the frame of a page by its address; the theme draws it during the build.
    """

    agenda: Agenda
    history: History
    root: Path
    pictures: Path
    address: str
    edit: str
    bundle: Bundle
    layout_of: Callable[[str], Layout]
    publication: Publication = NOTHING
    with_edition: bool = False
    events: dict[str, str] = field(default_factory=dict)

    @property
    def overrides(self) -> Path:
        """Where the theme lies: templates, styles, scripts."""
        return self.root / "overrides"

    @cached_property
    def images(self) -> list[str]:
        """The names of the images that pages show, sorted."""
        sent = (initiative.sent.afbeelding for initiative in self.agenda.initiatives)
        return sorted({image.bestand for image in sent if image})

    @cached_property
    def render(self) -> Renderer:
        """What makes the HTML of every page."""
        return Renderer(self.agenda, self.publication, self.overrides / "doemee", self.address)

    @cached_property
    def initiative_pages(self) -> InitiativePages:
        """The pages of the initiatives."""
        sizes = {name: published_size(self.pictures / IMAGES / name) for name in self.images}
        return InitiativePages(
            self.agenda, self.history, self.render, site=self.address, edit=self.edit, image_sizes=sizes
        )

    @cached_property
    def feeds(self) -> Feeds:
        """The calendar feeds."""
        return Feeds(self.agenda.campaign, self.address, self.history.revisions, self.agenda.dated)

    @cached_property
    def scripts(self) -> Mapping[str, bytes]:
        """The joined scripts, by their path below assets/."""
        return self.bundle(self.overrides / "assets", ENTRIES)

    def script(self, entry: str) -> bytes:
        """One of them."""
        return self.scripts[entry]

    def edition(self, make: Maker) -> bytes:
        """One of the two files of the edition."""
        return make(self.book, self.overrides / "edition")

    @cached_property
    def book(self) -> Book:
        """The publication as a book, for both files of the edition."""
        templates, content = self.overrides / "edition", self.root / "content"
        return assembled(self.agenda, self.publication, templates=templates, content=content, site=self.address)

    def event(self, initiative: Initiative) -> str:
        """The schema.org Event of an initiative as JSON, made once."""
        if initiative.slug not in self.events:
            self.events[initiative.slug] = jsonld.as_json(initiative, self.agenda.campaign, self.address)
        return self.events[initiative.slug]

    def all_events(self) -> dict[str, str]:
        """The Event of every initiative, by slug."""
        return {initiative.slug: self.event(initiative) for initiative in self.agenda.initiatives}

    def framed(self, page: Page) -> bytes:
        """A page in the frame of the theme."""
        values = {
            "title": page.title,
            "description": page.description,
            "canonical": self.address + page.address,
            "image": page.image or self.address + DEFAULT_IMAGE,
            "head": page.head,
            "body": page.body,
        }
        return self.layout_of(page.address).fill(values)
