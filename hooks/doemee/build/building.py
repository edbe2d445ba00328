"""One build from start to end, for whatever site generator draws the frame; hooks/initiatives.py speaks with MkDocs.

Build.open ─▶ check ─▶ begin ─▶ layout, content, … while the theme draws pages ─▶ write ─▶ compare
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Protocol

from doemee.build import editors_pages, parity
from doemee.build.output import Outputs
from doemee.build.outputs import outputs
from doemee.build.site import Site
from doemee.build.writing import write
from doemee.edition.files import file_names
from doemee.edition.pdf import UnsetEdition
from doemee.history.replay import read_history
from doemee.model import addresses
from doemee.model.campaign import BrokenCampaign
from doemee.outside import Outside, WrongDay
from doemee.problems import Problem, errors, summary
from doemee.project import PAGES, Project
from doemee.write.frame.layout import Layout
from doemee.write.frame.policy import guarded
from doemee.write.frame.scripts import MODULES, UnbundledScripts
from doemee.write.pages.home import home

MENU = ("kalender", "tips")
"""Entries of the menu under which pages of ours stand: their frame shows where one is."""

FRAMES = {
    f"{'/'.join([first, *folders])}.md": f"{'/'.join([first, *folders])}/".removesuffix("index/")
    for first in (*MENU, "_")
    for folders in (["index"], ["_"], ["_", "_"])
    if (first, folders) != ("_", ["index"])
}
"""Pages that the theme draws as frames: source → address. One per depth of folders, for the links to the root differ,
and per entry of the menu. Those below `_` are no pages of the site."""


APART = ("styles/", "edition/", *MODULES)
"""Files of the theme that come to the site joined with others, or not at all."""

FRAME = "---\ntemplate: generated.html\ngenerated: true\nhide: [navigation, toc]\nsearch: {exclude: true}\n---\n"
"""The source of each frame."""


SHALLOW = (
    "Deze kloon bevat niet de hele geschiedenis: haal ze op met git fetch --unshallow, "
    "anders tellen de versies in de feeds terug."
)


class Stopped(Exception):
    """The build cannot go on. The message is for people, in Dutch."""


class Log(Protocol):
    """A logger as Python's own: https://docs.python.org/3/library/logging.html"""

    def error(self, msg: str, *args: object) -> None: ...
    def warning(self, msg: str, *args: object) -> None: ...
    def info(self, msg: str, *args: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Settings:
    """The site generator's own configuration. Without `address` or `repository` data/campaign.yml says them."""

    root: Path
    initiatives: str
    address: str
    repository: str
    edition: bool


@dataclass
class Build:
    """One build. Made afresh each time, for `mkdocs serve` keeps modules alive."""

    settings: Settings
    outside: Outside
    project: Project
    log: Log
    serving: bool
    layouts: dict[str, Layout] = field(default_factory=dict)
    contents: dict[str, tuple[str, str]] = field(default_factory=dict)
    site: Site = field(init=False)
    outputs: Outputs = field(init=False)

    @classmethod
    def open(cls, settings: Settings, outside: Outside, log: Log, *, serving: bool) -> "Build":
        """Read everything. `log` takes what the editors must know. Raises Stopped when the tables are wrong."""
        try:
            project = Project.open(settings.root, settings.initiatives)
        except BrokenCampaign as broken:
            raise Stopped(f"De gegevens van de campagne kloppen niet:\n{broken}") from None
        except OSError as missing:
            raise Stopped(f"Er ontbreekt een bestand van de campagne: {missing.filename}") from None
        return cls(settings, outside, project, log, serving)

    @property
    def address(self) -> str:
        """The absolute address of the site's root, with a slash at its end."""
        return (self.settings.address or self.project.campaign.facts.site).rstrip("/") + "/"

    @property
    def edit(self) -> str:
        """The address that opens a file of the repository for editing, up to its path."""
        facts = self.project.campaign.facts
        return f"{(self.settings.repository or facts.repository).rstrip('/')}/edit/{facts.branch}/"

    def configuration(self) -> dict[str, str]:
        """Name, description, address and credits of the site, under the keys of MkDocs."""
        facts = self.project.campaign.facts
        return {
            "site_name": facts.name,
            "site_description": facts.description,
            "site_url": self.address,
            "copyright": facts.credits,
        }

    def extra(self) -> dict[str, object]:
        """What the templates of the theme show of the campaign."""
        facts = self.project.campaign.facts
        return {
            "demo": self.project.examples,
            "organiser": facts.organiser,
            "hashtags": facts.hashtags,
            "tagline": facts.tagline,
            "language": facts.language,
            "edition": tuple(file_names(facts)) if self.settings.edition else (),
        }

    def check(self, strict: bool) -> list[str]:
        """Tell what is wrong; files with an error are left out from here on. Gives those errors, for the pages.

        Raises Stopped when there are errors and it is a `strict` build.
        """
        found = self.project.problems()
        bad = errors(found)
        for problem in found:  # a waarschuwing is for the sender: a warning of the site generator would stop a build
            (self.log.error if problem in bad else self.log.info)("%s", problem)
        if bad and strict:
            raise Stopped(self._summary(found))
        if bad:
            self.log.error("%s De bestanden met een fout staan niet op de site.", self._summary(found))
        self.project = self.project.without({problem.file for problem in bad})
        return [str(problem) for problem in bad]

    def begin(self) -> None:
        """The agenda of the day and all that is written from it. Raises Stopped when that day is no date."""
        try:
            agenda = self.project.agenda(self.outside.today())
        except WrongDay as wrong:
            raise Stopped(str(wrong)) from None
        current = {file.slug: file.data for file in self.project.initiatives.values()}
        history = read_history(
            self.outside.git(self.project.folder),
            agenda.initiatives,
            current,
            self.project.campaign,
            self.outside.now(),
        )
        self.site = Site(
            agenda,
            history,
            root=self.settings.root,
            pictures=self.project.folder,
            address=self.address,
            edit=self.edit,
            bundle=self.outside.bundle,
            layout_of=self.layout_of,
            publication=self.project.publication(agenda),
            with_edition=self.settings.edition,
        )
        self.outputs = outputs(self.site)
        # The trees of lines of ten thousand files weigh as much as the site made of them.
        self.project = self.project.without(self.project.everything.files)
        if not history.whole:
            self.log.warning(SHALLOW)

    def layout_of(self, address: str) -> Layout:
        """The frame of a page: that of its entry in the menu, and of its depth."""
        first, *rest = address.rstrip("/").split("/")
        return self.layouts["/".join([first if first in MENU else "_", *("_" for _ in rest)])]

    def content(self, html: str, page: str, source: str, markdown: str) -> str:
        """The content of an editors' page with its lists in it.

        `page` is its address, `source` its path below content/, with `markdown` in it.
        """
        if source in FRAMES:
            return html
        html, unknown = editors_pages.completed(html, page, self.site)
        self.contents[source] = page, html
        for text in unknown:
            place = f"{PAGES}/{source}:{markdown.split(chr(10)).index(text) + 1}"
            self.log.warning("%s: deze lijst is er niet: %s. REDACTIE.md zegt wat er kan.", place, text)
        return html

    def edit_url(self, source: str) -> str:
        """The address that opens an editors' page for editing."""
        return f"{self.edit}{PAGES}/{source}"

    def home(self, meta: Mapping[str, str]) -> str:
        """What the home page shows today; its own front matter says what stands above that."""
        return home(self.site.agenda, meta, self.site.render)

    def search_entries(self) -> Iterator[dict[str, str]]:
        """What the search of the site finds besides editors' pages. Escaped: Material shows what it finds as HTML."""
        for page, found in self.outputs.searched():
            yield {"location": page, "title": escape(found.title), "text": escape(found.words)}

    def sitemap(self) -> list[str]:
        """The absolute address of each page of ours that the sitemap names."""
        return [self.address + page for page in self.outputs.sitemap()]

    def guarded(self, page: str, theme_part: str) -> str:
        """A page with its policy; but not while serving, for MkDocs puts a script of its own in each page."""
        return page if self.serving else guarded(page, theme_part)

    def drawn(self, html: str, source: str, content: str) -> str:
        """A page that the theme has drawn, with its policy in it. A frame is kept for the pages that go into it."""
        address = FRAMES.get(source)
        if address is None:
            return self.guarded(html, html.replace(content, ""))
        frame = self.guarded(html, html)
        self.layouts[address.rstrip("/")] = Layout(frame, addresses.to_root(address))
        return frame

    def finish(self, folder: Path) -> None:
        """Write every output and read it back; while serving each waits until somebody asks for it.

        Raises Stopped when something cannot be made, or when pages, feeds and kalender.json do not say the same.
        """
        for source in FRAMES:
            shutil.rmtree(folder / source.partition("/_")[0].removesuffix(".md") / "_", ignore_errors=True)
        shutil.rmtree(folder / "_")
        if not self.serving:
            self._write(folder)
            if found := parity.differences(self.site.agenda, folder):
                message = "De pagina's, de feeds en kalender.json zeggen niet hetzelfde:"
                raise Stopped("\n".join((message, *found)))
        there = {output.page for output in self.outputs}
        for source, (page, html) in self.contents.items():
            for link in editors_pages.broken_links(html, page, folder, there):
                self.log.warning("%s/%s: de link %s komt nergens uit.", PAGES, source, link)

    def watch(self, watched: Iterable[str], watch: Callable[[str], None]) -> None:
        """Have a folder of examples looked at too; what lies in a folder that is `watched` would be built twice."""
        folder = self.project.folder.resolve()
        if not any(folder.is_relative_to(Path(other).resolve()) for other in watched):
            watch(str(folder))

    def _summary(self, found: list[Problem]) -> str:
        return summary(found, len(self.project.everything.files))

    def _write(self, folder: Path) -> None:
        try:
            write(self.site, self.outputs, folder)
        except UnbundledScripts as broken:
            raise Stopped(str(broken)) from None
        except (BrokenCampaign, UnsetEdition) as wrong:
            raise Stopped(f"De uitgave kan niet gemaakt worden:\n{wrong}") from None
