"""Make the pictures of CONTRIBUTING.md: somebody fills in the form, and what comes of it.

    python scripts/create-pictures.py [FOLDER]

Without FOLDER they go to docs/stappen/. The site is that of the example campaign (tests/example), on the day on
which the tests stand. The form is filled in with a real browser; the file that it writes is put among the examples,
and the page and the calendar are those that the build makes of it. GitHub's own screens are not ours to photograph:
for these the script draws sketches, in the colours of overrides/styles/tokens.css.

Run it again whenever the look of the site changes, and look at what came out.
"""

import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.browser.chromium import FLAGS, find  # noqa: E402
from tests.browser.server import served  # noqa: E402
from tests.example_campaign import FOLDER, build  # noqa: E402

TARGET = ROOT / "docs" / "stappen"
WIDTH = 620
"""A small window, so that the letters are large in a guide; every picture has two pixels for each of its points."""
MAX_BYTES = 120_000
SLUG = "soep-voor-de-straat"
WHAT = {
    "titel": "Soep voor de straat",
    "samenvatting": "We koken samen een grote pot soep en delen ze uit.",
    "organisatie.naam": "Buurtcomité Voorbeeldstraat",
}
WHEN = {"momenten.0.datum": "2026-03-07", "momenten.0.van": "14:00", "momenten.0.tot": "17:00"}
WHERE = {"locatie.naam": "Buurthuis De Lepel", "locatie.adres": "Voorbeeldstraat 1", "locatie.postcode": "9000"}

_MARK = """
([selectors, color, pad]) => {
  document.querySelectorAll('[data-mark]').forEach((mark) => mark.remove());
  const edges = [];
  selectors.forEach((selector, at) => {
    const found = [...document.querySelectorAll(selector)].filter((e) => e.getClientRects().length);
    if (!found.length) throw new Error(`niets te omcirkelen: ${selector}`);
    const box = found[0].getBoundingClientRect();
    const [top, left] = [box.top + scrollY - pad, box.left + scrollX - pad];
    const [width, height] = [box.width + 2 * pad, box.height + 2 * pad];
    const small = height < 45 && width < 250;  // a link in a line of text: the number goes above it, not over it
    const round = Math.max(12, (parseFloat(getComputedStyle(found[0]).borderTopLeftRadius) || 0) + pad);
    const ring = document.createElement('div');
    ring.dataset.mark = '';
    Object.assign(ring.style, {
      position: 'absolute', top: `${top}px`, left: `${left}px`, width: `${width}px`, height: `${height}px`,
      border: `4px solid ${color}`, borderRadius: `${round}px`, boxShadow: '0 0 0 3px #fff, inset 0 0 0 2px #fff',
      boxSizing: 'border-box', pointerEvents: 'none', zIndex: 9999,
    });
    const number = document.createElement('div');
    number.dataset.mark = '';
    number.textContent = at + 1;
    Object.assign(number.style, {
      position: 'absolute', top: `${top - (small ? 32 : 15)}px`,
      left: `${small ? left - 4 : Math.min(left + width - 24, innerWidth - 40)}px`, width: '34px', height: '34px',
      borderRadius: '50%', background: color, color: '#fff', font: '700 20px/34px sans-serif', textAlign: 'center',
      boxShadow: '0 0 0 3px #fff', zIndex: 9999, pointerEvents: 'none',
    });
    document.body.append(ring, number);
    edges.push([top - 18, top + height + 18]);
  });
  return [Math.min(...edges.map((e) => e[0])), Math.max(...edges.map((e) => e[1]))];
}
"""

# What moves, hovers or hides the thing to see.
_STILL = """
* { animation: none !important; transition: none !important; }
* { caret-color: transparent !important; scroll-behavior: auto !important; }
.md-top { display: none !important; }
.md-header, .md-tabs, .dm-preview { position: static !important; }
"""


def shoot(
    page: Page, target: Path, *marks: str, pad: int = 6, above: int = 70, below: int = 30, at_most: int = 760
) -> None:
    """One picture: rings with numbers around `marks`, and a little of what is above and below them."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
    top, bottom = page.evaluate(_MARK, [list(marks), colors()["ring"], pad])
    height = page.evaluate("document.documentElement.scrollHeight")
    start = max(0, top - above)
    shown = min(bottom + below, height, start + at_most) - start
    photo = page.screenshot(full_page=True, clip={"x": 0, "y": start, "width": WIDTH, "height": shown})
    picture = Image.open(io.BytesIO(photo)).convert("RGB")
    # A screen has few colours: a palette makes the file a third, and nobody sees it.
    small = picture.quantize(160, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    if len(out.getvalue()) > MAX_BYTES:
        raise SystemExit(f"{target.name}: {len(out.getvalue())} bytes, more than {MAX_BYTES}")
    target.write_bytes(out.getvalue())
    print(f"{target.relative_to(ROOT) if target.is_relative_to(ROOT) else target}  {len(out.getvalue()) // 1024} kB")


def project(folder: Path) -> Path:
    """A copy of the project in which the examples are the initiatives themselves: then no page calls them examples."""
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("initiatives"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(FOLDER, folder / "data" / "initiatives")
    return folder


def made(folder: Path, site: Path, address: str) -> None:
    # Not --strict: pages of editors may link to initiatives that are not among the examples.
    result = build(folder, site, SITE_URL=address)
    if result.returncode:
        raise SystemExit(result.stderr)


_WRITTEN_HERE = """
() => document.querySelectorAll('input[type=date], input[type=time]').forEach((control) => {
  const { type, value } = control;
  const [year, month, day] = value.split('-');
  const empty = { date: 'dd/mm/jjjj', time: '--:--' }[type];
  const text = day ? `${day}/${month}/${year}` : value || empty;
  const shown = Object.assign(control.cloneNode(), { id: '', name: '', type: 'text', value: text });
  control.after(shown);
  control.hidden = true;
  shown.dataset.shown = '';
})
"""
_AS_IT_WAS = """
() => document.querySelectorAll('[data-shown]').forEach((shown) => {
  shown.previousElementSibling.hidden = false;
  shown.remove();
})
"""


@contextmanager
def written_here(page: Page) -> Iterator[None]:
    """Dates and hours as browsers show them in Flanders: a Chromium without a screen knows American ones only."""
    page.evaluate(_WRITTEN_HERE)
    yield
    page.evaluate(_AS_IT_WAS)


def type_in(page: Page, values: dict[str, str]) -> None:
    """As a person does: into the control, and on to the next."""
    for name, value in values.items():
        control = page.locator(f'form [name="{name}"]').first
        control.fill(value)
        control.blur()


def go(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=_STILL)


def photographs(target: Path) -> None:
    """From the empty form to the calendar, with one initiative that goes all the way."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name) / "site"
        campaign = project(Path(name) / "project")
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 900},
            device_scale_factor=2,
            locale="nl-BE",
            timezone_id="Europe/Brussels",
            bypass_csp=True,
        )
        context.add_init_script("window.open = () => null;")
        page = context.new_page()
        with served(site) as address:
            made(campaign, site, address)
            go(page, f"{address}kalender/toevoegen/")
            page.get_by_role("form").wait_for()
            shoot(page, target / "formulier-1-wat.png", "[data-field=titel]", above=400, below=260)
            type_in(page, WHAT)
            page.locator("form [name=type]").select_option("actie")
            fields = (
                "[data-field=titel]",
                "[data-field=samenvatting]",
                "[data-field='organisatie.naam']",
                "[data-field=type]",
            )
            shoot(page, target / "formulier-2-ingevuld.png", *fields, above=30, at_most=1100)
            type_in(page, WHEN)
            moment = "[data-item='momenten.0']"
            with written_here(page):
                shoot(page, target / "formulier-3-wanneer.png", f"{moment} .dm-columns", f"{moment} [data-sentence]")
            type_in(page, WHERE)
            page.locator("[data-found='locatie.postcode']").get_by_text("Gent").wait_for()
            shoot(page, target / "formulier-4-waar.png", "[data-field='locatie.postcode']", above=330, below=60)
            page.get_by_text("Alles is in orde").wait_for()
            shoot(
                page,
                target / "formulier-5-voorbeeld.png",
                ".dm-preview [data-preview]",
                ".dm-preview [data-status]",
                above=60,
            )
            shoot(
                page, target / "formulier-6-insturen.png", ".dm-preview [data-send=github]", pad=3, above=110, below=330
            )
            others = [f".dm-preview [data-send={way}]" for way in ("download", "copy")]
            shoot(page, target / "formulier-7-anders.png", *others, pad=2, above=190, below=60)
            text = page.locator("[data-file]").text_content() or ""
            (campaign / "data" / "initiatives" / f"{SLUG}.md").write_text(text, encoding="utf-8", newline="\n")
            made(campaign, site, address)
            go(page, f"{address}initiatieven/{SLUG}/")
            shoot(page, target / "pagina-1-klaar.png", "main h1", above=185, below=420)
            shoot(page, target / "pagina-2-wijzigen.png", "a[rel~=edit]", above=260, below=40)
            go(page, f"{address}kalender/")
            shoot(
                page,
                target / "kalender.png",
                f":is(li, article, div).dm-card:has(a[href*='{SLUG}'])",
                above=260,
                below=160,
            )
        browser.close()


# --- sketches of screens that are GitHub's ---


def colors() -> dict[str, str]:
    """The colours of the site, from where they are declared; the ring is ours, to stand out from all of them."""
    tokens = (ROOT / "overrides" / "styles" / "tokens.css").read_text(encoding="utf-8")
    declared: dict[str, str] = {}
    for name, value in re.findall(r"(--[a-z-]+):\s*([^;]+);", tokens):
        declared.setdefault(name, value.strip())  # the light colours come first

    def color(name: str, otherwise: str) -> str:
        value = declared.get(name, otherwise)
        inner = re.fullmatch(r"var\((--[a-z-]+)\)", value)
        return color(inner[1], otherwise) if inner else value if value.startswith("#") else otherwise

    return {
        "main": color("--md-primary-fg-color", "#45163a"),
        "soft": color("--dm-soft", "#fdf0e2"),
        "line": color("--dm-line", "#e7d5c4"),
        "quiet": color("--dm-quiet", "#64505c"),
        "ring": "#1d4ed8",
    }


class Sketch:
    """A drawing of one window: a bar, boxes, lines that stand for text, a button with a ring and a number."""

    def __init__(self, height: int, title: str):
        self.height, self.title = height, title
        self.parts: list[str] = []
        self.ink = colors()
        self.text(24, 38, title, size=17, weight=700, color="#fff")

    def text(
        self,
        x: int,
        y: int,
        words: str,
        *,
        size: int = 15,
        weight: int = 400,
        color: str = "#2b2230",
        anchor: str = "start",
    ) -> None:
        look = f'font-size="{size}" font-weight="{weight}" fill="{color}" text-anchor="{anchor}"'
        self.parts.append(f'<text x="{x}" y="{y}" {look}>{escape(words, quote=False)}</text>')

    def box(
        self, x: int, y: int, width: int, height: int, *, fill: str = "#fff", label: str = "", inside: str = ""
    ) -> None:
        if label:
            self.text(x, y - 8, label, size=13, color=self.ink["quiet"])
        line = self.ink["line"]
        self.parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="7" '
            f'fill="{fill}" stroke="{line}" stroke-width="2"/>'
        )
        if inside:
            self.text(x + 14, y + 25, inside)

    def scribble(self, x: int, y: int, *widths: int) -> None:
        """Lines that stand for text."""
        for at, width in enumerate(widths):
            self.parts.append(
                f'<rect x="{x}" y="{y + at * 22}" width="{width}" height="9" rx="4.5" fill="{self.ink["line"]}"/>'
            )

    def button(self, x: int, y: int, words: str, number: int = 0, width: int = 200) -> None:
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="40" rx="7" fill="#1f7a3d"/>')
        self.text(x + width // 2, y + 26, words, weight=700, color="#fff", anchor="middle")
        if number:
            self.ring(x, y, width, 40, number)

    def ring(self, x: int, y: int, width: int, height: int, number: int) -> None:
        color = self.ink["ring"]
        self.parts.append(
            f'<rect x="{x - 8}" y="{y - 8}" width="{width + 16}" height="{height + 16}" rx="13" '
            f'fill="none" stroke="{color}" stroke-width="4"/>'
            f'<circle cx="{x + width + 4}" cy="{y - 6}" r="17" fill="{color}" stroke="#fff" stroke-width="3"/>'
        )
        self.text(x + width + 4, y, str(number), size=18, weight=700, color="#fff", anchor="middle")

    def svg(self, about: str) -> str:
        ink = self.ink
        frame = f'fill="{ink["soft"]}" stroke="{ink["line"]}" stroke-width="2"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height}" '
            f'width="{WIDTH}" height="{self.height}" '
            'role="img" font-family="Seravek, Ubuntu, Calibri, DejaVu Sans, sans-serif">\n'
            f"<title>{escape(about)}</title>\n"
            f'<rect x="1" y="1" width="{WIDTH - 2}" height="{self.height - 2}" rx="12" {frame}/>\n'
            f'<path d="M1 58V13A12 12 0 0 1 13 1H{WIDTH - 13}A12 12 0 0 1 {WIDTH - 1} 13V58Z" fill="{ink["main"]}"/>\n'
            + "\n".join(self.parts)
            + f'\n<text x="{WIDTH - 24}" y="{self.height - 16}" font-size="13" font-style="italic" '
            f'fill="{ink["quiet"]}" text-anchor="end">'
            "Schets: op GitHub kan het er wat anders uitzien.</text>\n</svg>\n"
        )


def sketches(target: Path) -> None:
    """The screens of GitHub, as drawings."""
    commit = Sketch(330, "GitHub: je bestand staat klaar")
    commit.box(24, 84, 340, 40, inside=f"{SLUG}.md")
    commit.button(400, 84, "Commit changes…", 1, width=180)
    commit.box(24, 152, WIDTH - 48, 130)
    commit.scribble(44, 174, 210, 420, 300, 350)
    _write(
        target / "github-1-commit.svg",
        commit,
        "Schets: boven de tekst van je bestand staat rechts een knop Commit changes.",
    )

    propose = Sketch(330, "GitHub: een klein venster gaat open")
    propose.box(110, 84, 400, 190)
    propose.text(132, 116, "Propose changes", weight=700)
    propose.box(132, 150, 356, 38, label="Commit message (mag je zo laten)", inside=f"Create {SLUG}.md")
    propose.button(318, 212, "Propose changes", 2, width=170)
    _write(target / "github-2-propose.svg", propose, "Schets: in het venster staat onderaan een knop Propose changes.")

    create = Sketch(360, "GitHub: nog twee keer dezelfde knop")
    create.text(24, 92, "Comparing changes", weight=700)
    create.scribble(24, 108, 260)
    create.button(400, 82, "Create pull request", 3, width=180)
    create.parts.append(
        f'<path d="M24 150H{WIDTH - 24}" stroke="{create.ink["line"]}" stroke-width="2" stroke-dasharray="7 6"/>'
    )
    create.box(24, 196, WIDTH - 48, 38, label="Titel (mag je zo laten)", inside=f"Create {SLUG}.md")
    create.scribble(24, 258, 320, 260)
    create.button(400, 266, "Create pull request", 4, width=180)
    _write(target / "github-3-create.svg", create, "Schets: een eerste en daarna een tweede knop Create pull request.")

    issue = Sketch(420, "GitHub: het formulier")
    issue.box(24, 96, WIDTH - 48, 38, label="Titel *", inside="Soep voor de straat")
    issue.box(24, 168, WIDTH - 48, 56, label="Samenvatting *", inside="We koken samen een grote pot soep …")
    issue.box(24, 258, WIDTH - 48, 38, label="Momenten *", inside="zaterdag 7 maart 2026, van 14.00 tot 17.00 uur")
    issue.scribble(24, 326, 240, 180)
    issue.button(440, 328, "Create", 1, width=140)
    _write(target / "github-4-formulier.svg", issue, "Schets: een formulier met vakken, en onderaan de knop Create.")

    answer = Sketch(330, "GitHub: het antwoord onder je formulier")
    answer.box(24, 84, WIDTH - 48, 64, fill="#fff")
    answer.scribble(44, 104, 300, 220)
    answer.box(24, 172, WIDTH - 48, 108)
    answer.text(44, 204, "Alles is ingevuld", weight=700, size=17)
    answer.text(44, 232, "Wanneer: zaterdag 7 maart 2026, van 14.00 tot 17.00 uur")
    answer.text(44, 258, "Waar: Buurthuis De Lepel, Voorbeeldstraat 1, 9000 Gent")
    answer.ring(24, 172, WIDTH - 48, 108, 1)
    _write(
        target / "github-5-antwoord.svg",
        answer,
        "Schets: onder je formulier staat een antwoord, met de datum, de uren en de plaats.",
    )


def _write(path: Path, sketch: Sketch, about: str) -> None:
    path.write_text(sketch.svg(about), encoding="utf-8", newline="\n")
    print(f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}  {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    where = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else TARGET
    where.mkdir(parents=True, exist_ok=True)
    sketches(where)
    photographs(where)
