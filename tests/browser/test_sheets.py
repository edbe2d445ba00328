"""Sheets for the notice board, printed by a real browser; and the page with the figures."""

import re

import pytest
from playwright.sync_api import expect

from doemee.load.loader import load
from doemee.model.agenda import Agenda
from doemee.model.initiative import resolve
from doemee.problems import errors
from doemee.write.pages.sheets import sheet
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import site

PAGE = re.compile(rb"/Type\s*/Page\b")


def pages_of(page) -> int:
    """How many sheets of paper come out of the printer."""
    return len(PAGE.findall(page.pdf(prefer_css_page_size=True)))


def visit(page, url: str, html: bytes) -> None:
    """Open some HTML as if the site had it at an address."""
    page.route(url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(url, timeout=10_000)


def test_every_sheet_of_the_example_is_one_page(printer, address):
    """Each province, and every organisation."""
    agenda = example.agenda()
    names = [view.id for view in agenda.groups["provincie"]] + [
        f"organisatie/{view.id}" for view in agenda.groups["organisatie"]
    ]
    too_long = []
    for name in names:
        printer.goto(f"{address}kalender/affiche/{name}/")
        if pages_of(printer) != 1:
            too_long.append(name)
    assert too_long == []


@pytest.mark.parametrize("number", [1, 2, 3, 40])
@pytest.mark.parametrize(
    "title", ["Soep", "Een heel lange titel die wel honderdtwintig tekens telt, omdat er zoveel te vertellen valt over dit feest van ons dorp!",
              "KOM MEE NAAR HET GROTE FEEST VAN ALLE VRIJWILLIGERS"],
    ids=["short", "longest", "capitals"],
)  # fmt: skip
def test_whatever_is_in_it_a_sheet_is_one_page(printer, address, title, number):
    """With the style of the site, for few and many, short and long; the organiser's name is long too."""
    organiser = "Vereniging zonder winstoogmerk voor wandelaars, fietsers en vogelaars van het Hageland"
    made = []
    for n in range(number):
        loaded = load(
            f"data/initiatives/feest-{n}.md",
            f"""---
titel: "{title}"
samenvatting: Een feest.
organisatie: {organiser}
type: actie
momenten: [{{datum: 2026-09-{n % 28 + 1:02}, einddatum: 2026-10-{n % 28 + 1:02}}}]
locatie: {{naam: Gemeenschapscentrum De Oude Stokerij, adres: Burgemeester Van den Bogaertstraat 112 bus 3, postcode: 3290, gemeente: Diest}}
---
Kom maar.
""".encode(),
        )
        assert errors(loaded.problems) == []
        made.append(resolve(loaded, example.campaign()))
    agenda = Agenda(example.campaign(), made, example.TODAY)
    for view in (agenda.view("provincie", "vlaams-brabant"), agenda.groups["organisatie"][0]):
        where, html = sheet(agenda, view, example.SITE, site().render)
        visit(printer, address + where, html)
        assert printer.locator("li").count() >= min(number, 3), "a sheet that shows next to nothing is no sheet"
        assert pages_of(printer) == 1, view.title


def test_a_sheet_on_a_screen(page, address, scripts, width):
    """A way back, how to print, a button only where it works; nothing sticks out of a phone."""
    page.goto(f"{address}kalender/affiche/limburg/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Te doen in de provincie Limburg")
    expect(page.get_by_role("img", name=re.compile("^QR-code naar ")).first).to_be_visible()
    expect(page.get_by_text("Ctrl + P")).to_be_visible()
    button = page.get_by_role("button", name="Druk af")
    expect(button).to_be_visible() if scripts else expect(button).to_be_hidden()
    if scripts:
        page.evaluate("window.print = () => { window.printed = true }")
        button.click()
        assert page.evaluate("window.printed")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Terug naar de kalender").click()
    expect(page).to_have_url(f"{address}kalender/provincie/limburg/")


def test_what_is_not_the_sheet_is_not_printed(printer, address):
    """The bar is for the screen."""
    printer.goto(f"{address}kalender/affiche/limburg/")
    printer.emulate_media(media="print")
    expect(printer.get_by_role("navigation")).to_be_hidden()


def test_the_figures_read_without_a_picture_and_without_a_script(page, address, width):
    """The map has a name and a table beside it; no page is wider than the screen."""
    page.goto(f"{address}kalender/cijfers/")
    expect(page.get_by_role("img", name="Kaart: initiatieven per provincie")).to_be_visible()
    row = page.get_by_role("table", name="Initiatieven per provincie").get_by_role("row").filter(has_text="Limburg")
    expect(row.get_by_role("cell").first).to_have_text("10")
    page.get_by_text("De getallen per maand in een tabel").click()
    expect(page.get_by_role("table", name="Initiatieven per maand", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_from_subscribing_by_phone_to_paper_and_data(page, address):
    """The page about subscribing shows codes, and leads to the sheets, the lines to copy and the data."""
    page.goto(f"{address}kalender/abonneren/")
    expect(page.get_by_role("img", name=re.compile("^QR-code: abonneren op "))).to_have_count(9)
    for name, heading in (("affiche Limburg", "Te doen in de provincie Limburg"), ("open gegevens", "Open gegevens"),
                          ("zet de kalender op je eigen website", "De kalender op je eigen website"), ("de kalender in cijfers", "De kalender in cijfers")):  # fmt: skip
        page.goto(f"{address}kalender/abonneren/")
        page.get_by_role("main").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
