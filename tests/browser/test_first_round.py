"""The public on a phone and on a laptop, with and without JavaScript."""

import re

from playwright.sync_api import expect


def test_from_the_home_page_to_something_in_my_province(page, address):
    """Home → calendar → a province → an initiative, by links alone."""
    page.goto(address)
    page.get_by_role("main").get_by_role("link", name="Zoek een activiteit", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kalender")
    page.get_by_role("navigation", name="Zoek in de kalender").get_by_role("link", name="Limburg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Te doen in de provincie Limburg")
    page.get_by_role("link", name="Brunch voor wie altijd zelf in de keuken staat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Brunch voor wie altijd zelf in de keuken staat")
    expect(page.get_by_role("main")).to_contain_text("zondag 8 maart 2026, van 10.00 tot 13.00 uur")
    expect(page.get_by_role("main")).to_contain_text("3600 Genk")


def test_every_province_page_reads_without_a_script(page, address):
    """Each province lists its initiatives, and its feed is one click away."""
    for region in ("antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen", "brussel"):
        page.goto(f"{address}kalender/provincie/{region}/")
        expect(page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=3)).first).to_be_visible()
        link = page.get_by_role("link", name="Kalenderbestand (.ics)")
        response = page.request.get(page.url + "../" + link.get_attribute("href").rsplit("/", 1)[1])
        assert response.headers["content-type"].startswith("text/calendar")
        assert response.text().startswith("BEGIN:VCALENDAR")


def test_an_initiative_shows_all_its_facts(page, address):
    """When, where, who, price, registration, accessibility, goals: all there, also the past days."""
    page.goto(f"{address}initiatieven/studiedag-meten-wat-telt/")
    main = page.get_by_role("main")
    for words in ("donderdag 26 maart 2026, van 9.00 tot 16.30 uur", "Aula De Voorbeeldige Uil", "3000 Leuven", "Vlaams-Brabant",
                  "Online", "Organisatie", "Prijs", "Inschrijven", "Dit is een voorbeeld."):  # fmt: skip
        expect(main).to_contain_text(words)
    expect(page.get_by_role("link", name="Wijzig dit initiatief")).to_have_attribute(
        "href", re.compile(r"kalender/toevoegen/\?wijzig=studiedag-meten-wat-telt$")
    )


def test_a_cancelled_one_says_so_in_the_list_and_on_its_page(page, address):
    """Nobody takes the train for nothing."""
    page.goto(f"{address}kalender/provincie/limburg/")
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=3), has_text="geannuleerd").first
    expect(card).to_contain_text("zaterdag 21 november 2026")
    card.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("Geannuleerd. Dit initiatief gaat niet door.")


def test_a_month_is_a_table_on_a_wide_screen_and_a_list_on_a_small_one(page, address, width):
    """Both hold Saturday 7 March; the small screen has no sideways scrolling."""
    page.goto(f"{address}kalender/2026/03/")
    table = page.get_by_role("table", name="Maart 2026, dag per dag")
    expect(table).to_be_visible() if width > 1000 else expect(table).to_be_hidden()
    expect(page.get_by_role("heading", name="Zaterdag 7 maart")).to_be_visible()
    assert page.get_by_role("main").bounding_box()["width"] <= width


def test_search_finds_an_initiative_by_its_place(page, address, scripts):
    """Material's search knows title, place and organiser."""
    if not scripts:
        page.goto(f"{address}kalender/")  # without JavaScript the lists are the way; search needs it
        expect(page.get_by_role("navigation", name="Zoek in de kalender")).to_be_visible()
        return
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("Vilvoorde")
    expect(page.get_by_role("dialog").get_by_role("heading", name="De bib zoekt stemmen")).to_be_visible()
