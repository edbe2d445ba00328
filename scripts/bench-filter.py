"""Measure the filter of the calendar in Chromium, on a processor four times slower than this one.

    python scripts/bench-filter.py [3000]

The project is that of scripts/bench.py. Each change is made as a visitor makes it, on a control; "answer" is the time
until the page is changed and laid out (a screen of cards; the rest follows), "painted" until the frame after it.
"work" is what the change asks of this processor itself until it is laid out, times four: other work on this machine
does not count in it. Milliseconds, least and median of several rounds. Compare them with each other, not with those of
another machine.
"""

import gzip
import statistics
import sys
import tempfile
from pathlib import Path

from bench import ENVIRONMENT, ROOT, make_project, timed_build
from playwright.sync_api import CDPSession, Page, ViewportSize, sync_playwright

sys.path.insert(0, str(ROOT))
from tests.browser.chromium import FLAGS, find
from tests.browser.server import served

SLOWER = 4
ROUNDS = 5
PHONE: ViewportSize = {"width": 390, "height": 844}
VISITOR = f"{ENVIRONMENT['DOEMEE_TODAY']}T10:00:00+01:00"

# What is changed, and how: a box that is ticked, or what stands in a control.
CHANGES = {
    "gratis": ("[name=gratis]", None),
    "Limburg": ("[name=waar][value=limburg]", None),
    "dit weekend": ("[name=wanneer][value=weekend]", None),
    "altijd": ("[name=wanneer][value='']", None),
    "thema": ("[name=thema][value=ga-samenwerken]", None),
    "SDG": ("[name=sdg][value='11']", None),
    "zonder SDG": ("[name=sdg][value='11']", None),
    "zonder thema": ("[name=thema][value=ga-samenwerken]", None),
    "zonder Limburg": ("[name=waar][value=limburg]", None),
    "ook voorbij": ("[name=voorbij]", None),
    "niet voorbij": ("[name=voorbij]", None),
    "niet gratis": ("[name=gratis]", None),
    "s": ("[name=zoek]", "s"),
    "so": ("[name=zoek]", "so"),
    "soep": ("[name=zoek]", "soep"),
    "soep vereniging": ("[name=zoek]", "soep vereniging"),
    "zonder woorden": ("[name=zoek]", ""),
    "bij 9000": ("[name=bij]", "9000"),
    "25 km": ("[name=km][value='25']", None),
    "50 km": ("[name=km][value='50']", None),
    "dichtbij eerst": ("[name=orde]", None),
    "nergens": ("[name=bij]", ""),
}

_CHANGE = """async ([selector, text, paint]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  if (text === null) control.click();
  else {
    control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    if (control.name === "bij") control.dispatchEvent(new Event("change", { bubbles: true }));
  }
  document.body.offsetHeight;
  const answer = performance.now() - start;
  if (!paint) return [answer, answer];
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [answer, performance.now() - start];
}"""


def measure(page: Page, address: str) -> dict[str, list[tuple[float, float, float]]]:
    """Times of every change, in so many rounds, and the work; the first touch, with fetching and unpacking, apart."""
    page.clock.set_fixed_time(VISITOR)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    browser = page.context.new_cdp_session(page)
    browser.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.send("Performance.enable", {"timeDomain": "threadTicks"})
    started = page.evaluate("performance.now()")
    page.evaluate(
        "document.querySelector('[name=zoek]').value = 'a'; document.querySelector('[name=bij]').value = '9000'"
    )
    page.locator("[name=gratis]").evaluate("box => box.click()")
    page.locator("[data-list] li").first.wait_for()
    first = page.evaluate("performance.now()") - started
    page.locator("[data-clear]").evaluate("button => button.click()")
    found: dict[str, list[tuple[float, float, float]]] = {"eerste aanraking": [(first, first, 0)]}
    for _ in range(ROUNDS):
        for name, change in CHANGES.items():
            found.setdefault(name, []).append((*page.evaluate(_CHANGE, [*change, True]), 0))
    browser.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    for number in range(ROUNDS):
        for name, change in CHANGES.items():
            before = _work(browser)
            page.evaluate(_CHANGE, [*change, False])
            found[name][number] = (*found[name][number][:2], (_work(browser) - before) * SLOWER)
            page.wait_for_timeout(50)  # for the rest of the cards
    return found


def _work(browser: CDPSession) -> float:
    """Milliseconds of processor time that scripts, styles and layout took until now."""
    found: dict[str, float] = {
        metric["name"]: metric["value"] for metric in browser.send("Performance.getMetrics")["metrics"]
    }
    return 1000 * sum(found[name] for name in ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration"))


def main(size: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, size)
        timed_build(folder)
        site = folder / "site"
        for file in (
            "kalender/filter.json",
            "kalender/woorden.json",
            "assets/filter/filter.js",
            "assets/filter/finder.js",
        ):
            data = (site / file).read_bytes()
            print(f"{file:<26} {len(data):>9} bytes, {len(gzip.compress(data)):>8} compressed")
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
            page = browser.new_page(viewport=PHONE)
            found = measure(page, f"{address}kalender/")
            browser.close()
    print(f"{size} initiatives, processor {SLOWER} times slower; least and median of {ROUNDS}")
    print(f"{'change':<18} {'answer':>7} {'median':>7} {'painted':>7} {'median':>7} {'work':>7} {'median':>7}")
    for name, times in found.items():
        answer, painted, work = zip(*times, strict=True)
        print(
            f"{name:<18}",
            *(f"{value:>7.1f}" for all_ in (answer, painted, work) for value in (min(all_), statistics.median(all_))),
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 3000)
