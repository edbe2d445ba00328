"""While `mkdocs serve` runs: an output is made when somebody asks for it, and the last good site stays.

So a changed text shows within a second: a rebuild need not write thousands of files that nobody looks at. And whatever
is broken in a table, a file or a template, people go on looking at the site, which says on top what is wrong.
"""

import logging
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from threading import Event, Lock
from typing import Any, Protocol

from jinja2 import TemplateError, TemplateSyntaxError

from doemee.build.output import Output, Outputs
from doemee.build.writing import write_files

LONGEST = 30
"""Seconds that a visitor waits for a build that is going on."""

START = b'<div id="inhoud"></div>'
"""Where the content of a page starts (overrides/partials/problems.html)."""

log = logging.getLogger("mkdocs.doemee")

Application = Callable[..., Iterable[bytes]]
"""WSGI: PEP 3333."""


class Server(Protocol):
    """A server of WSGI applications that rebuilds when files change, as MkDocs has one."""

    mount_path: str
    builder: Callable[[], None]

    def get_app(self) -> Application: ...
    def set_app(self, application: Application) -> None: ...


class Served:
    """What is being looked at: the outputs of the last good build, below a folder, and why a newer one failed."""

    def __init__(self) -> None:
        self.ready = Event()
        self.failure: list[str] = []
        self._outputs: dict[str, Output] = {}
        self._folder = Path()
        self._kept: dict[str, Output] = {}
        self._one_at_a_time = Lock()

    def succeeded(self, outputs: Outputs, folder: Path) -> None:
        """A build is done: from now on these outputs are made in this folder."""
        with self._one_at_a_time:
            self._outputs, self._folder, self.failure = outputs.by_address(), folder, []
        self.ready.set()

    def failed(self, error: BaseException) -> None:
        """A build went wrong: what is there stays, and says so."""
        self.failure = explained(error)
        self.ready.set()

    def take_over(self, server: Server, builder: Callable[[], None]) -> None:
        """Answer in the place of the server, and never let a failed rebuild hold every visitor until one succeeds."""

        def rebuild() -> None:
            try:
                builder()
            except Exception as error:  # noqa: BLE001 - `failed` has it, and every page says so
                log.error("%s", error)

        server.set_app(self.application(server.get_app(), server.mount_path))
        server.builder = rebuild

    def application(self, app: Application, mount: str) -> Application:
        """The same WSGI application, that first makes what is asked for. `mount` is the path of the site."""

        def asked(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith("/livereload/"):
                return app(environ, start_response)
            address = path.removeprefix(mount).removesuffix("index.html")
            status, headers, body, wrong = self._answer(app, environ, address)
            if status.startswith("404"):  # a build that began just now may have taken it away again
                status, headers, body, wrong = self._answer(app, environ, address)
            if status.startswith("404") and wrong:
                status, headers, body = (
                    "500 Internal Server Error",
                    [("Content-Type", "text/html; charset=utf-8")],
                    START,
                )
            if (wrong or self.failure) and START in body:
                body = body.replace(START, START + _banner([*wrong, *self.failure]), 1)
            kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
            start_response(status, [*kept, ("Content-Length", str(len(body)))])
            return [body]

        return asked

    def _answer(
        self, app: Application, environ: dict[str, Any], address: str
    ) -> tuple[str, list[tuple[str, str]], bytes, list[str]]:
        """Status, headers and body of what the application says, and what went wrong when it was made."""
        self.ready.wait(LONGEST)
        with self._one_at_a_time:
            wrong = self._make(address)
        given: list[tuple[Any, ...]] = []
        body = app(environ, lambda *answer: given.append(answer))
        try:
            return given[0][0], given[0][1], b"".join(body), wrong
        finally:
            getattr(body, "close", lambda: None)()

    def _make(self, address: str) -> list[str]:
        output = self._outputs.get(address)
        if output is None:
            return []
        try:
            data = output.make()
        except Exception as error:  # noqa: BLE001 - whatever a template stumbles over is told on the page itself
            log.error("%s: %s", address, "; ".join(explained(error)))
            if address in self._kept:
                write_files(self._folder, [self._kept[address]])
            return explained(error)
        self._kept[address] = Output(output.address, output.depends_on, lambda: data)
        write_files(self._folder, [self._kept[address]])
        return []


def explained(error: BaseException) -> list[str]:
    """What is wrong, in lines for people: with file and line where those are known."""
    if isinstance(error, TemplateSyntaxError):
        return [f"{error.filename}:{error.lineno}: dit sjabloon klopt niet: {error.message}"]
    if isinstance(error, TemplateError):
        return [f"{_in_template(error)}: dit sjabloon klopt niet: {error.message}"]
    return str(error).splitlines() or [type(error).__name__]


def _in_template(error: BaseException) -> str:
    """File and line of the template that was being filled in; jinja2 puts them in the traceback."""
    place, step = "", error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename.endswith(".html"):
            place = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _banner(lines: Iterable[str]) -> bytes:
    """As overrides/partials/problems.html does for files that are left out."""
    items = "".join(f"<li><code>{escape(line)}</code></li>" for line in lines)
    said = "Dit is de laatste goede versie. De nieuwste kan niet gemaakt worden, omdat er iets fout is:"
    return f'<div class="dm-banner dm-banner--cancelled" role="alert"><p>{said}</p><ul>{items}</ul></div>'.encode()
