"""The built site on a server of this machine, under a sub-path, and a Chromium to visit it with."""

import http.server
import importlib.util
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS, find
from tests.browser.server import answered, served
from tests.example_campaign import ROOT, build, copied

# --- sites ---


@pytest.fixture(scope="session")
def host(site):
    """The address of the host; each folder beside the example site is a site under its own path."""
    with served(site.parent) as address:
        yield address


@pytest.fixture(scope="session")
def address(host) -> str:
    """The address of the example campaign, served as a project page."""
    return f"{host}naam/"


@pytest.fixture(params=[0, 3000], ids=["nothing", "three-thousand"])
def crowd(request, once, tmp_path, host) -> tuple[str, int]:
    """The address of a site with nothing in its calendar, or with a great deal; and how many initiatives that are."""
    spec = importlib.util.spec_from_file_location("bench", ROOT / "scripts" / "bench.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    number = request.param

    def make(target):
        project = copied(tmp_path / "project")
        folder = project / "data" / "initiatives"
        for n in range(number):
            text = bench.initiative(n, max(1, number // 6))
            (folder / f"initiatief-{n}.md").write_text(text, encoding="utf-8")
        result = build(project, target, SITE_URL="https://example.org/groot/")
        assert result.returncode == 0, result.stderr

    name = f"groot-{number}"
    once(f"served/{name}", make)
    return f"{host}{name}/", number


@pytest.fixture
def elsewhere():
    """A municipality's website: `pages[path]` is the HTML that it serves; its origin is not that of the calendar."""
    pages: dict[str, str] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            html = pages.get(self.path)
            self.send_response(200 if html else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((html or "").encode())

        def log_message(self, *_):
            """Say nothing."""

    with answered(Handler) as address:
        yield address.rstrip("/"), pages


# --- visitors ---


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, "there is no Chromium on this machine: run sh scripts/install-browser.sh .venv/bin"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
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


def _complaints(page: Page) -> list[str]:
    """What goes wrong in the console of a page from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def page(browser, scripts, width, host):
    """A page of a fresh visitor. Afterwards: nothing was asked of another host, and nothing went wrong in the console."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900}, locale="nl-BE")
    page = context.new_page()
    complaints = _complaints(page)
    outside: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(("data:", host)) else outside.append(request.url))
    page.on(
        "response",
        lambda response: complaints.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    yield page
    context.close()
    assert outside == []
    assert complaints == []


@pytest.fixture
def guest(browser, width):
    """A page of who visits another site, in which ours is a part. Afterwards: no cookie, and a quiet console."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-BE")
    page = context.new_page()
    complaints = _complaints(page)
    yield page
    cookies = context.cookies()
    context.close()
    assert cookies == []
    assert complaints == []


@pytest.fixture
def victim(browser):
    """A page in which a test puts what does not belong there: the console may complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def inspected(browser):
    """A page for axe, which comes from outside: without the policy, and with nothing that moves."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def printer(browser):
    """A page to print."""
    page = browser.new_page(locale="nl-BE")
    yield page
    page.close()
