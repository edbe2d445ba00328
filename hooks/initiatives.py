"""The one MkDocs hook: it translates MkDocs' events for doemee.build, and decides nothing."""

import functools
import gc
import logging
import shutil
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

from doemee.build.building import APART, FRAME, FRAMES, Build, Settings, Stopped
from doemee.build.serving import Served
from doemee.build.writing import put_in_place
from doemee.problems import errors
from doemee.write.frame.layout import SLOTS, marker
from doemee.write.frame.templates import COMPILED
from surroundings import Surroundings

log = get_plugin_logger("doemee")


class Hook:
    """From `mkdocs build` or `mkdocs serve` to its end. `build` is made afresh for each build."""

    def on_startup(self, command, dirty):
        self.served = Served() if command == "serve" else None

    def on_config(self, config):
        gc.disable()  # nearly all that a build makes lives until its end: looking for garbage costs a fifth of the time
        self.target = Path(config.site_dir)  # a build that fails, at whatever step, leaves what is there
        config.site_dir = str(self.target.with_name(f".{self.target.name}-nieuw"))
        root, extra = Path(config.config_file_path).parent, config.extra
        settings = Settings(root, extra["initiatives"], config.site_url, extra["repository"], extra["edition"])
        self.build = Build.open(settings, Surroundings(), serving=self.served is not None)
        facts = self.build.project.campaign.facts
        config.site_name, config.site_description, config.site_url = facts.name, facts.description, self.build.address
        extra.update(demo=self.build.project.examples, organiser=facts.organiser, hashtags=facts.hashtags)

    def on_pre_build(self, config):
        problems = self.build.check()
        for problem in problems:  # a warning of ours is for the sender; one of MkDocs would stop a strict build
            log.log(logging.ERROR if errors([problem]) else logging.INFO, "%s", problem)
        if errors(problems) and config.strict:
            raise Stopped(self.build.summary)
        config.extra["problems"] = [str(problem) for problem in errors(problems)]

    def on_files(self, files, config):
        for warning in self.build.begin():
            log.warning("%s", warning)
        for file in [file for file in files if file.src_uri.startswith(APART)]:
            files.remove(file)
        for source in FRAMES:
            files.append(File.generated(config, source, content=FRAME, inclusion=InclusionLevel.NOT_IN_NAV))

    def on_page_markdown(self, markdown, page, config, files):
        if page.meta.get("generated"):
            page.meta["title"] = marker("title")
        elif page.file.generated_by is None:
            page.edit_url = f"{self.build.edit}content/{page.file.src_uri}"

    def on_page_content(self, html, page, config, files):
        if not page.meta.get("generated"):
            html, warnings = self.build.content(html, page.url, page.file.src_uri, page.file.content_string)
            for warning in warnings:
                log.warning("%s", warning)
        return html

    def on_page_context(self, context, page, config, nav):
        context["slot"], context["home"] = SLOTS, self.build.home(page.meta) if page.is_homepage else ""

    def on_env(self, env, config, files):
        env.bytecode_cache = COMPILED
        env.globals["generated_addresses"] = self.build.sitemap()
        search = next(plugin for name, plugin in config.plugins.items() if name.endswith("search"))
        search.search_index.entries += self.build.search_entries()

    def on_post_template(self, output, template_name, config):
        return self.build.guarded(output, output) if template_name.endswith(".html") else output

    def on_post_page(self, output, page, config):
        return self.build.drawn(output, page.file.src_uri, page.content)

    def on_post_build(self, config):
        for warning in self.build.finish(Path(config.site_dir)):
            log.warning("%s", warning)
        gc.enable()
        counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
        if config.strict and any(count for counter in counters for _, count in counter.get_counts()):
            return  # MkDocs stops after this, and says so itself
        put_in_place(Path(config.site_dir), self.target)
        config.site_dir = str(self.target)
        if self.served:
            self.served.succeeded(self.build.outputs, self.target)

    def on_build_error(self, error):
        gc.enable()
        shutil.rmtree(self.target.with_name(f".{self.target.name}-nieuw"), ignore_errors=True)
        if self.served:
            self.served.failed(error)

    def on_serve(self, server, config, builder):
        server.set_app(self.served.application(server.get_app(), server.mount_path))
        server.builder = self.served.surviving(builder)
        self.build.watch(config.watch, server.watch)


def translated(event):
    """The same event, that stops a build in the way of MkDocs: with one line, without a traceback."""

    @functools.wraps(event)
    def run(*given, **named):
        try:
            return event(*given, **named)
        except Stopped as stopped:
            raise PluginError(str(stopped)) from stopped.__cause__

    return run


hook = Hook()
globals().update({name: translated(getattr(hook, name)) for name in dir(Hook) if name.startswith("on_")})
