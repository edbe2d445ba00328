"""WCAG 2.2 AA as far as a machine can tell: axe on every kind of page, and nothing cut off on a narrow screen."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
  .violations.map(({id, nodes}) => [id, nodes.map((node) => [node.html.slice(0, 160), node.any[0]?.message ?? ''])])"""

PAGES = (
    "", "kalender/", "kalender/?provincie=limburg", "kalender/2026/03/", "kalender/provincie/limburg/", "kalender/thema/ga-samenwerken/",
    "kalender/organisatie/voorbeeldvereniging-de-linde/", "kalender/abonneren/", "kalender/wijzigingen/", "kalender/toevoegen/", "tips/toevoegen/",
    "kalender/cijfers/", "kalender/inbedden/", "kalender/inbedden/provincie/limburg/", "kalender/affiche/limburg/", "kalender/data/",
    "initiatieven/dinsdagbende-natuurbeheer/", "initiatieven/studiedag-meten-wat-telt/", "initiatieven/kerstkaarten-schrijven/",
    "tips/", "tips/voor/lokale-besturen/", "tips/werk-met-ambassadeurs/",
    "ivy2026/", "ivy2026/sdgs/", "meedoen/", "meedoen/in-de-kijker/", "beleid/zes-lijnen/", "over/", "over/toegankelijkheid/", "404.html",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(inspected, address, path):
    """No violation in light or dark, on a phone of 320 pixels or a laptop."""
    found = {}
    inspected.goto(address + path)
    inspected.evaluate(AXE)
    for scheme in ("light", "dark"):
        inspected.emulate_media(color_scheme=scheme)
        # The theme takes the scheme at the start, or from its switch.
        inspected.evaluate(
            "s => document.body.setAttribute('data-md-color-scheme', s === 'dark' ? 'slate' : 'default')", scheme
        )
        for width in (320, 1280):
            inspected.set_viewport_size({"width": width, "height": 800})
            if violations := inspected.evaluate(RUN):
                found[scheme, width] = violations
    assert found == {}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_screen(inspected, address, path):
    """At 320 pixels, which is 1280 at 400 %, all text can be read without scrolling sideways (WCAG 1.4.10)."""
    inspected.set_viewport_size({"width": 320, "height": 800})
    inspected.goto(address + path)
    outside = inspected.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *, body > :not(script)')].filter((element) => {
          const box = element.getBoundingClientRect();
          const scrolls = element.closest('pre, .md-typeset__scrollwrap, .dm-scroll, .md-search, .dm-hidden, svg, .dm-picker');
          return !scrolls && box.width && box.height && element.checkVisibility() && box.right > 321;
        }).slice(0, 5).map((element) => element.outerHTML.slice(0, 120))"""
    )
    assert outside == []
