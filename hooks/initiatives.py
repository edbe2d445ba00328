"""The one MkDocs hook: it translates MkDocs' events for doemee.build, and decides nothing."""

import gc
import logging
import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from doemee.build.building import APART, FRAME, FRAMES, Build, Settings, Stopped
from doemee.build.serving import Served
from doemee.build.writing import put_in_place
from doemee.write.frame.layout import BLOCKS, marker
from doemee.write.frame.templates import COMPILED
from surroundings import Surroundings

log = get_plugin_logger("doemee")


class Hook:
    """From `mkdocs build` or `mkdocs serve` to its end. `build` is made afresh for each build."""

    def on_startup(self, command: str, **_: Any) -> None:
        self.served = Served() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> None:
        gc.disable()  # nearly all that a build makes lives until its end: looking for garbage costs a fifth of the time
        self.target = Path(config.site_dir)  # a build that fails, at whatever step, leaves what is there
        self.new = self.target.with_name(f".{self.target.name}-nieuw")
        given = Settings(Path(config.config_file_path).parent, address=config.site_url or "", **config.extra["doemee"])
        self.build = Build.open(given, Surroundings(), log, serving=self.served is not None)
        config.update(self.build.configuration(), site_dir=str(self.new))
        config.extra.update(self.build.extra())

    def on_pre_build(self, config: MkDocsConfig) -> None:
        config.extra["problems"] = self.build.check(strict=config.strict)

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        self.build.begin()
        for file in [file for file in files if file.src_uri.startswith(APART)]:
            files.remove(file)
        for source in FRAMES:
            files.append(File.generated(config, source, content=FRAME, inclusion=InclusionLevel.NOT_IN_NAV))

    def on_page_markdown(self, _: str, page: Page, **__: Any) -> None:
        page.edit_url = self.build.edit_url(page.file.src_uri) if page.file.generated_by is None else None
        if page.meta.get("generated"):
            page.meta["title"] = marker("title")

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        return self.build.content(html, page.url, page.file.src_uri, page.file.content_string)

    def on_page_context(self, context: dict[str, Any], page: Page, **_: Any) -> None:
        context.update(blocks=BLOCKS, home=self.build.home(page.meta) if page.is_homepage else "")

    def on_env(self, env: Any, config: MkDocsConfig, **_: Any) -> None:
        env.bytecode_cache = COMPILED
        env.globals["generated_addresses"] = self.build.sitemap()
        search = next(plugin for name, plugin in config.plugins.items() if name.endswith("search"))
        search.search_index.entries += self.build.search_entries()

    def on_post_template(self, output: str, template_name: str, **_: Any) -> str:
        return self.build.guarded(output, output) if template_name.endswith(".html") else output

    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        return self.build.drawn(output, page.file.src_uri, page.content or "")

    def on_post_build(self, config: MkDocsConfig) -> None:
        self.build.finish(self.new)
        gc.enable()
        counters = [found for found in logging.getLogger("mkdocs").handlers if isinstance(found, CountHandler)]
        if config.strict and any(counter.get_counts() for counter in counters):
            return  # MkDocs stops after this, and says so itself
        put_in_place(self.new, self.target)
        config.site_dir = str(self.target)
        if self.served:
            self.served.succeeded(self.build.outputs, self.target)

    def on_build_error(self, error: Exception) -> None:
        gc.enable()
        shutil.rmtree(self.new, ignore_errors=True)
        if self.served:
            self.served.failed(error)
        if isinstance(error, Stopped):
            raise PluginError(str(error)) from None  # one line for people, and no traceback

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> None:
        if self.served:
            self.served.take_over(server, builder)
        self.build.watch(config.watch, server.watch)


hook = Hook()
globals().update({name: getattr(hook, name) for name in dir(Hook) if name.startswith("on_")})
