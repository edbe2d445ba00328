"""A journey per kind of visitor, through roles and names, with and without JavaScript, on a phone and a laptop."""

import re
from datetime import date

from playwright.sync_api import expect


def menu(page, width: int, name: str) -> None:
    """Go to an entry of the main menu, which is folded away on a phone."""
    nav = page.get_by_role("navigation", name="Hoofdmenu")
    if width < 960:
        nav.get_by_text("Menu", exact=True).click()
    nav.get_by_role("link", name=name, exact=True).click()


def test_the_public_finds_something_and_puts_it_in_the_agenda(page, address, width):
    """From the home page to an activity of this week, with its hours, its place and its file for an agenda."""
    page.goto(address)
    page.get_by_role("heading", name=re.compile("Deze week|Binnenkort")).wait_for()
    menu(page, width, "Kalender")
    page.get_by_role("link", name="De bib zoekt stemmen").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("woensdag 4 maart 2026, van 14.00 tot 15.30 uur")
    expect(main.get_by_role("link", name="Bekijk op de kaart")).to_have_attribute(
        "href", re.compile("openstreetmap.org")
    )
    with page.expect_download() as download:
        main.get_by_role("link", name="Zet in je agenda (.ics)").click()
    assert download.value.suggested_filename.endswith(".ics")


def test_an_organisation_finds_inspiration_and_the_way_to_send_something_in(page, address, width):
    """From the tips to one tip, its checklist, and the form (or, without JavaScript, the other ways)."""
    page.goto(address)
    menu(page, width, "Tips")
    page.get_by_role("link", name="Werk met ambassadeurs").click()
    expect(page.get_by_role("heading", name="Zo doe je het")).to_be_visible()
    page.get_by_role("checkbox", name="Nieuwe mensen krijgen snel een antwoord.").check()
    menu(page, width, "Zet erbij")
    expect(page.get_by_role("heading", level=1, name="Zet je initiatief in de kalender")).to_be_visible()
    expect(page.get_by_role("heading", name="Andere manieren")).to_be_visible()


def test_a_local_government_finds_what_it_can_do_and_how_its_province_stands(page, address):
    """From the home page to the page for local governments, their tips, and the figures."""
    page.goto(address)
    page.get_by_role("link", name=re.compile("Voor lokale besturen")).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{address}tips/voor/lokale-besturen/")
    assert page.get_by_role("main").get_by_role("heading", level=3).count() >= 5
    page.get_by_role("contentinfo").get_by_role("link", name="In cijfers").click()
    expect(page.get_by_role("table", name="Initiatieven per provincie")).to_be_visible()


def test_the_publication_can_be_taken_along(page, address):
    """As a PDF and as an e-book, from the page of the tips."""
    page.goto(f"{address}tips/")
    for name, start in (("De publicatie als PDF", b"%PDF-"), ("Als e-boek (EPUB)", b"PK")):
        link = page.get_by_role("link", name=name)
        assert page.request.get(link.evaluate("a => a.href")).body().startswith(start)


def test_who_is_lost_is_helped(page, address):
    """A page that is not there says so in Dutch, with ways on."""
    page.goto(f"{address}404.html")
    expect(page.get_by_role("heading", level=1, name="Deze pagina is er niet")).to_be_visible()


def test_it_stays_pleasant_with_nothing_and_with_a_great_deal(page, crowd, scripts):
    """The home page and the calendar say what there is, and lead on."""
    address, number = crowd
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Bekijk de hele kalender"))).to_have_count(1 if number else 0)
    page.goto(f"{address}kalender/")
    cards = page.get_by_role("main").get_by_role("heading", level=3)
    if not number:
        expect(page.get_by_text("Hier staat nog geen initiatief.")).to_be_visible()
        return
    assert 50 <= cards.count() <= 300
    if scripts:
        page.get_by_role("button", name="Gratis").click()
        expect(page.get_by_role("status").first).to_contain_text(re.compile("[0-9]+ initiatieven"))
    month = f"{date(2026, 5, 1):%Y/%m}"
    page.goto(f"{address}kalender/{month}/")
    expect(page.get_by_role("heading", level=1, name="Mei 2026")).to_be_visible()
