"""The content-security policy in a real browser: the theme works, an injected script does not."""

INJECTED = (
    "<script>window.canary = 'script'</script>"
    "<img src='assets/nergens.png' onerror=\"window.canary = 'onerror'\">"
    "<a id='bait' href=\"javascript:window.canary = 'link'\">klik</a>"
    "<p id='styled' style='position:fixed;inset:0'>over alles heen</p>"
)


def test_nothing_that_was_injected_runs(victim, address):
    """Even if markup got through every other guard: no script, no handler, no javascript: link, no inline style."""
    url = f"{address}initiatieven/bib/"

    def inject(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("<h1>", INJECTED + "<h1>", 1))

    victim.route(url, inject)
    victim.goto(url)
    victim.locator("#bait").evaluate("link => link.click()")
    victim.wait_for_load_state("networkidle")
    assert victim.evaluate("window.canary") is None
    assert victim.locator("#styled").evaluate("element => getComputedStyle(element).position") == "static"


def test_the_theme_s_own_scripts_run(victim, address):
    """Light and dark can be chosen on every kind of page, and stay chosen on the next."""
    for path in ("", "kalender/", "initiatieven/bib/", "kalender/provincie/limburg/", "over/"):
        victim.goto(address + path)
        before = victim.evaluate("document.body.dataset.mdColorScheme")
        victim.locator("label[for^=__palette_]:visible").click()
        after = victim.evaluate("document.body.dataset.mdColorScheme")
        assert {before, after} == {"default", "slate"}, path
        victim.reload()
        assert victim.evaluate("document.body.dataset.mdColorScheme") == after, path


def test_every_page_has_a_policy(address, victim):
    """One page of each kind, the page for what is not there included."""
    for path in ("", "over/", "kalender/", "kalender/abonneren/", "kalender/2026/03/", "initiatieven/bib/", "404.html"):
        victim.goto(address + path)
        assert victim.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, path
