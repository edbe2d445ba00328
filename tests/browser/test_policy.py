"""The content-security policy in a real browser: the theme works, an injected script does not."""

import pytest

pytestmark = pytest.mark.browser

INJECTED = (
    "<script>window.canary = 'script'</script>"
    "<img src='assets/nergens.png' onerror=\"window.canary = 'onerror'\">"
    "<a id='bait' href=\"javascript:window.canary = 'link'\">klik</a>"
    "<p id='styled' style='position:fixed;inset:0'>over alles heen</p>"
)


@pytest.fixture
def visitor(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_nothing_that_was_injected_runs(visitor, address):
    """Even if markup got through every other guard: no script, no handler, no javascript: link, no inline style."""
    url = f"{address}initiatieven/bib/"

    def inject(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("<h1>", INJECTED + "<h1>", 1))

    visitor.route(url, inject)
    visitor.goto(url)
    visitor.locator("#bait").evaluate("link => link.click()")
    visitor.wait_for_load_state("networkidle")
    assert visitor.evaluate("window.canary") is None
    assert visitor.locator("#styled").evaluate("element => getComputedStyle(element).position") == "static"


def test_the_theme_s_own_scripts_run(visitor, address):
    """Light and dark can be chosen on every kind of page, and stay chosen on the next."""
    for path in ("", "kalender/", "initiatieven/bib/", "kalender/provincie/limburg/", "over/"):
        visitor.goto(address + path)
        before = visitor.evaluate("document.body.dataset.mdColorScheme")
        visitor.locator("label[for^=__palette_]:visible").click()
        after = visitor.evaluate("document.body.dataset.mdColorScheme")
        assert {before, after} == {"default", "slate"}, path
        visitor.reload()
        assert visitor.evaluate("document.body.dataset.mdColorScheme") == after, path


def test_every_page_has_a_policy(address, visitor):
    """One page of each kind, the page for what is not there included."""
    for path in ("", "over/", "kalender/", "kalender/abonneren/", "kalender/2026/03/", "initiatieven/bib/", "404.html"):
        visitor.goto(address + path)
        assert visitor.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, path
