"""The one MkDocs hook: MkDocs on one side, doemee on the other.

What happens at which event:

    on_config      where things are; a build goes to a folder beside site/ first
    on_pre_build   load and check; `--strict` stops here, before anything is touched
    on_files       the agenda; one page per depth of folders as the frame of all others
    on_env         what the search and the sitemap must know of
    on_page_content what editors link to, to be checked when everything is there
    on_post_page   the frames come back, rendered by the theme; each page gets its policy
    on_post_build  write everything, read it back, then put the new site in place

The clock, the environment and git are read in surroundings.py, and nowhere else.
"""

import gc
import logging
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path
from threading import Event

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler

from doemee.build import links, parity
from doemee.build.outputs import Site, put_in_place
from doemee.build.search_entries import searchable
from doemee.build.serving import made_when_asked
from doemee.check import check, check_folder, check_tips, editorial
from doemee.edition.files import EPUB, PDF, edition_files
from doemee.edition.pdf import UnsetEdition
from doemee.history.replay import read_history
from doemee.load.folder import IMAGES, image_names, load_folder
from doemee.load.loader import Loaded
from doemee.load.submission import Tip
from doemee.model import addresses
from doemee.model.agenda import Agenda
from doemee.model.campaign import BrokenCampaign, Campaign, load_campaign
from doemee.model.initiative import Initiative, resolve
from doemee.model.tip import publication
from doemee.problems import Severity, errors, summary
from doemee.write.frame.images import publish, published_size
from doemee.write.frame.layout import SLOTS, Shell, marker
from doemee.write.frame.policy import guarded
from doemee.write.frame.templates import COMPILED
from doemee.write.pages.listing import with_lists
from surroundings import WrongDay, git, now, today

log = get_plugin_logger("doemee")


class Build:
    """One build from start to end. Made afresh each time: `mkdocs serve` keeps modules alive."""

    def __init__(self, config):
        self.root = Path(config.config_file_path).parent
        self.data = self.root / "data"
        # The campaign's own initiatives, or a folder of examples, which every page then says.
        self.folder = self.root / config.extra.get("initiatives", "data/initiatives")
        self.demo = self.folder.resolve() != (self.data / "initiatives").resolve()
        self.target = Path(config.site_dir)
        self.repository: str = config.extra.get("repository") or ""
        self.shells: dict[str, Shell] = {}
        self.contents: dict[str, tuple[str, str]] = {}
        self.campaign: Campaign
        self.loaded: list[Loaded] = []
        self.tips: list[Loaded] = []
        self.site: Site

    def shell_of(self, address: str) -> Shell:
        """The frame of a page: that of its entry in the menu, and of its depth."""
        first, *rest = address.rstrip("/").split("/")
        menu = first if f"{first}/index.md" in FRAMES else "_"
        return self.shells["/".join([menu, *("_" for _ in rest)])]

    @property
    def edit(self) -> str:
        """The address that opens a file of the repository for editing, up to its path."""
        repository = self.repository or self.campaign.facts.repository
        return f"{repository.rstrip('/')}/edit/{self.campaign.facts.branch}/"


# The pages that the theme renders as frames: source → address. One per depth of folders, for the links to the
# root differ, and per entry of the menu, which shows where one is. Those below `_` are no pages of the site.
FRAMES = {
    f"{'/'.join([first, *folders])}.md": f"{'/'.join([first, *folders])}/".removesuffix("index/")
    for first in ("kalender", "tips", "_")
    for folders in (["index"], ["_"], ["_", "_"])
    if (first, folders) != ("_", ["index"])
}

build: Build | None = None
serving = False
built = Event()  # while serving: whether there is a build to show, or it is being made anew


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


def on_config(config):
    global build
    built.clear()
    build = Build(config)
    try:
        build.campaign = load_campaign(build.data)
    except BrokenCampaign as broken:
        raise PluginError(f"De gegevens van de campagne kloppen niet:\n{broken}") from None
    except OSError as missing:
        raise PluginError(f"Er ontbreekt een bestand van de campagne: {missing.filename}") from None
    facts = build.campaign.facts
    config.site_name = facts.name
    config.site_description = facts.description
    config.site_url = config.site_url or facts.site
    config.extra["demo"] = build.demo
    config.extra["organiser"] = {"name": facts.organiser.name, "website": facts.organiser.website}
    config.extra["hashtags"] = facts.hashtags
    config.extra["problems"] = []
    if not serving:
        # A build that fails, at whatever step, must leave the last good site as it is.
        config.site_dir = str(build.target.with_name(f".{build.target.name}-nieuw"))
    return config


def on_serve(server, config, builder):
    """A change shows within a second: while serving, the pages of the calendar are made when somebody asks for them."""
    folder = Path(config.site_dir)
    server.watch(str(build.folder))

    def make(address: str) -> None:
        build.site.write_asked(address, folder, build.shell_of)
        if address in (PDF, EPUB) and config.extra["edition"] and not (folder / address).exists():
            _write_edition(folder, Path(config.docs_dir))

    server.set_app(made_when_asked(server.get_app(), server.mount_path, built, make))
    return server


def on_pre_build(config):
    # Nearly all that a build makes lives until its end: looking for garbage meanwhile costs a fifth of
    # the time, and makes the processes of parallel.py copy the memory that they share.
    gc.disable()
    build.loaded = list(load_folder(build.folder, build.root))
    build.tips = list(load_folder(build.data / "tips", build.root, Tip))
    problems = check(build.loaded, build.campaign, image_names(build.folder))
    problems += check_tips(build.tips, build.campaign) + editorial.pages(
        Path(config.docs_dir), build.root, build.campaign
    )
    problems = sorted([*problems, *check_folder(build.loaded, build.folder, build.root)])
    bad = errors(problems)
    for problem in problems:
        # A waarschuwing is for the sender; to MkDocs a warning would be a reason to stop a strict build.
        log.log(logging.ERROR if problem.severity is Severity.ERROR else logging.INFO, "%s", problem)
    if bad and config.strict:
        raise PluginError(summary(problems, len(build.loaded) + len(build.tips)))
    if bad:
        log.error(
            "%s De bestanden met een fout staan niet op de site.",
            summary(problems, len(build.loaded) + len(build.tips)),
        )
    config.extra["problems"] = [str(problem) for problem in bad]
    broken = {problem.file for problem in bad}
    build.loaded = [loaded for loaded in build.loaded if loaded.path not in broken]
    build.tips = [loaded for loaded in build.tips if loaded.path not in broken]


def on_files(files: Files, config):
    initiatives = [resolve(loaded, build.campaign, build.demo) for loaded in build.loaded]
    try:
        agenda = Agenda(build.campaign, initiatives, today())
    except WrongDay as wrong:
        raise PluginError(str(wrong)) from None
    current = {loaded.slug: loaded.data for loaded in build.loaded}
    history = read_history(git(build.folder), initiatives, current, build.campaign, now())
    if not history.whole:
        log.warning(
            "Deze kloon bevat niet de hele geschiedenis: haal ze op met git fetch --unshallow, anders tellen de versies in de feeds terug."
        )
    build.site = Site(
        agenda,
        history,
        templates=build.root / "overrides" / "doemee",
        address=config.site_url.rstrip("/") + "/",
        edit=build.edit,
        publication=publication(build.tips, build.campaign, agenda.initiatives),
        image_sizes={name: published_size(build.folder / IMAGES / name) for name in sorted(_images(initiatives))},
    )
    build.loaded = []  # ten thousand trees of lines weigh as much as the site made of them
    for file in [file for file in files if file.src_uri.startswith(("styles/", "edition/"))]:
        files.remove(file)  # they come as one file (write/stylesheet.py), or are for the edition only
    for source in FRAMES:
        content = (
            "---\ntemplate: generated.html\ngenerated: true\nhide: [navigation, toc]\nsearch: {exclude: true}\n---\n"
        )
        files.append(File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown, page, config, files):
    if page.meta.get("generated"):
        page.meta["title"] = marker("title")
    elif page.file.generated_by is None:
        page.edit_url = f"{build.edit}content/{page.file.src_uri}"


def on_page_content(html, page, config, files):
    if page.meta.get("generated"):
        return html
    # A link that starts with / starts at the root of the site, under whatever base path that is.
    if build.demo:
        html = links.without_initiatives(html, {initiative.slug for initiative in build.site.agenda.initiatives})
    html = html.replace('href="/', f'href="{addresses.to_root(page.url)}')
    html, unknown = with_lists(
        html, build.site.agenda, build.site.publication, build.site.pages.render, addresses.to_root(page.url)
    )
    for marker_ in unknown:
        line = page.file.content_string.split("\n").index(marker_) + 1
        log.warning(
            "content/%s:%s: deze lijst is er niet: %s. REDACTIE.md zegt wat er kan.", page.file.src_uri, line, marker_
        )
    build.contents[page.file.src_uri] = (page.url, html)
    return html


def on_page_context(context, page, config, nav):
    context["slot"] = SLOTS
    if page.is_homepage:
        context["home"] = build.site.pages.home(page.meta.get("eyebrow", ""), page.meta.get("lead", ""))
    return context


def on_env(env, config, files):
    env.bytecode_cache = COMPILED
    search = next(plugin for name, plugin in config.plugins.items() if name.endswith("search"))
    found = list(searchable(build.site.agenda, build.site.publication))
    # Escaped: Material puts what it finds in the page as HTML.
    search.search_index.entries += (
        {"location": page, "title": escape(title), "text": escape(words)} for page, title, words in found
    )
    organisations = [view.page for view in build.site.agenda.groups["organisatie"]]
    env.globals["generated_addresses"] = [
        build.site.address + page for page in (*(page for page, *_ in found), *organisations)
    ]


def on_post_template(output, template_name, config):
    return _guarded(output, output) if template_name.endswith(".html") else output


def on_post_page(output, page, config):
    address = FRAMES.get(page.file.src_uri)
    if address is None:
        return _guarded(output, output.replace(page.content, ""))
    frame = _guarded(output, output)
    build.shells[address.rstrip("/")] = Shell(frame, addresses.to_root(address))
    return frame


def on_post_build(config):
    folder = Path(config.site_dir)
    if serving:
        build.site.write_shared(folder, build.shell_of)
    else:
        build.site.write(folder, build.shell_of)
    if config.extra["edition"] and not serving:
        _write_edition(folder, Path(config.docs_dir))
    for source in FRAMES:
        shutil.rmtree(folder / source.partition("/_")[0].removesuffix(".md") / "_", ignore_errors=True)
    shutil.rmtree(folder / "_")
    publish(sorted(_images(build.site.agenda.initiatives)), build.folder / IMAGES, folder / "initiatieven" / IMAGES)
    for source, (page, html) in build.contents.items():
        for link in links.broken(html, page, folder, build.site.addresses if serving else ()):
            log.warning("%s/%s: de link %s komt nergens uit.", Path(config.docs_dir).name, source, link)
    found = [] if serving else parity.differences(build.site.agenda, folder)
    gc.enable()
    built.set()
    if found:
        raise PluginError("De pagina's, de feeds en kalender.json zeggen niet hetzelfde:\n" + "\n".join(found))
    if serving:
        return
    if config.strict and _warned():
        shutil.rmtree(folder)
        return  # MkDocs says so itself and stops; the last good site stays
    put_in_place(folder, build.target)
    config.site_dir = str(build.target)


def _write_edition(folder: Path, content: Path) -> None:
    """The publication as PDF and EPUB, beside the pages that it is made of."""
    site = build.site
    try:
        found = edition_files(
            site.agenda, site.publication, overrides=build.root / "overrides", content=content, site=site.address
        )
    except (BrokenCampaign, UnsetEdition) as wrong:
        raise PluginError(f"De uitgave kan niet gemaakt worden:\n{wrong}") from None
    for name, data in found.items():
        (folder / name).write_bytes(data)


def on_build_error(error):
    gc.enable()
    built.set()
    if build and not serving:
        shutil.rmtree(build.target.with_name(f".{build.target.name}-nieuw"), ignore_errors=True)


def _guarded(page: str, theme_part: str) -> str:
    """With its policy; but not while serving, for MkDocs puts a script of its own in each page to reload it."""
    return page if serving else guarded(page, theme_part)


def _images(initiatives: Iterable[Initiative]) -> set[str]:
    """The names of the images that pages show."""
    return {initiative.sent.afbeelding.bestand for initiative in initiatives if initiative.sent.afbeelding}


def _warned() -> bool:
    """Whether MkDocs is going to stop a strict build after this event, over warnings that it counted."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(count for counter in counters for _, count in counter.get_counts())
