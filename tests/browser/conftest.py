"""A built site on a server of this machine, under a sub-path, and a Chromium to visit it with."""

import http.server
import threading
from functools import partial

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find
from tests.example_campaign import build_example

# Without these Chromium looks up hosts of its own at every start; the sandbox needs a user that is not root.
_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar; charset=utf-8"}  # noqa: RUF012

    def log_message(self, *_):
        """Say nothing: a test tells what went wrong."""


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The folder that is served: each folder in it is a site under its own path."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def address(served):
    """The address of the example campaign, served as a project page."""
    root = served
    server = http.server.ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=str(root)))
    url = f"http://localhost:{server.server_port}/naam/"
    result = build_example(root / "naam", "--strict", SITE_URL=url)
    assert result.returncode == 0, result.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    path = find()
    assert path, "there is no Chromium on this machine: run sh scripts/install-browser.sh .venv/bin"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with-js", "without-js"])
def scripts(request) -> bool:
    """Whether the visitor's browser runs JavaScript."""
    return request.param


@pytest.fixture(params=[390, 1280])
def width(request) -> int:
    """A phone and a laptop."""
    return request.param


@pytest.fixture
def page(browser, scripts, width, address):
    """A page of a fresh visitor. Afterwards: nothing was asked of another host, and nothing went wrong in the console."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900}, locale="nl-BE")
    page = context.new_page()
    elsewhere: list[str] = []
    complaints: list[str] = []
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("data:", address.removesuffix("naam/"))) else elsewhere.append(request.url)
        ),
    )
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "response",
        lambda response: complaints.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    yield page
    context.close()
    assert elsewhere == []
    assert complaints == []
