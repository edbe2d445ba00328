"""The calendar on somebody else's website: one line, in a real browser, on another origin."""

import pytest
from playwright.sync_api import expect


def around(line: str) -> str:
    return f'<!doctype html><html lang="nl"><title>Gemeente</title><body><h1>Agenda</h1>{line}<p id="after">Erna</p></body></html>'


def test_one_line_puts_the_list_where_it_stands(guest, elsewhere, address):
    """Of one province, as many as asked, as high as the list is, with a title; a link opens the whole window."""
    host, pages = elsewhere
    pages["/"] = around(
        f'<script src="{address}assets/embed/kalender.js" data-provincie="limburg" data-aantal="3" async></script>'
    )
    guest.goto(host)
    frame = guest.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Te doen in de provincie Limburg")
    expect(frame.get_by_role("listitem")).to_have_count(3)
    expect(guest.locator("iframe")).to_have_attribute("title", "Te doen in de provincie Limburg - Doe mee met IVY2026!")
    inside = guest.frames[1]
    wanted = inside.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    expect(guest.locator("iframe")).to_have_attribute("height", str(wanted))
    assert inside.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
    assert guest.locator("iframe").bounding_box()["y"] < guest.locator("#after").bounding_box()["y"]
    frame.get_by_role("link", name="Volledige kalender: Limburg").click()
    expect(guest).to_have_url(f"{address}kalender/provincie/limburg/")


def test_the_height_follows_the_width(guest, elsewhere, address):
    """When the window gets narrow the list gets longer, and shorter again."""
    host, pages = elsewhere
    pages["/"] = around(f'<script src="{address}assets/embed/kalender.js" async></script>')
    guest.goto(host)
    heights = []
    for width in (1200, 340, 1200):
        guest.set_viewport_size({"width": width, "height": 900})
        guest.wait_for_function("document.querySelector('iframe').contentWindow && true")
        guest.wait_for_timeout(300)
        heights.append(int(guest.locator("iframe").get_attribute("height")))
    assert heights[1] > heights[0] == heights[2]


def test_only_the_list_may_set_the_height(guest, elsewhere, address):
    """Not the page around it, not another frame of another site."""
    host, pages = elsewhere
    forged = "{doemee: 'lijst', hoogte: 7777, titel: 'vals'}"
    pages["/stranger"] = f"<!doctype html><title>x</title><script>parent.postMessage({forged}, '*')</script>"
    pages["/"] = around(
        f'<script src="{address}assets/embed/kalender.js" data-aantal="2" async></script><iframe src="/stranger" title="x"></iframe>'
    )
    guest.goto(host)
    expect(guest.frame_locator("iframe >> nth=0").get_by_role("listitem")).to_have_count(2)
    guest.evaluate(f"window.postMessage({forged}, '*')")
    guest.wait_for_timeout(300)
    frame = guest.locator("iframe").first
    assert frame.get_attribute("height") != "7777"
    assert frame.get_attribute("title") != "vals"


def test_two_lines_make_two_lists(guest, elsewhere, address):
    """Each with its own height and title, by theme and by organisation."""
    host, pages = elsewhere
    script = f'<script src="{address}assets/embed/kalender.js"'
    pages["/"] = around(
        f'{script} data-thema="ga-samenwerken" async></script>{script} data-organisatie="bibliotheek-het-voorbeeldblad" async></script>'
    )
    guest.goto(host)
    titles = {"Ga samenwerken - Doe mee met IVY2026!", "Bibliotheek Het Voorbeeldblad - Doe mee met IVY2026!"}
    guest.wait_for_function("[...document.querySelectorAll('iframe')].every(f => f.title.includes(' - '))")
    assert {frame.get_attribute("title") for frame in guest.locator("iframe").all()} == titles


def test_a_wrong_name_puts_nothing_on_the_page(browser, elsewhere, address):
    """An id that cannot be one never gets into an address; the web editor is told in the console."""
    host, pages = elsewhere
    pages["/"] = around(f'<script src="{address}assets/embed/kalender.js" data-provincie="../../x?" async></script>')
    page = browser.new_page()
    with page.expect_console_message(lambda message: "kan niet" in message.text):
        page.goto(host)
    assert page.locator("iframe").count() == 0
    page.close()


def test_a_plain_frame_works_without_a_script(page, address):
    """For sites that allow none: the list is there with and without JavaScript, in full without."""
    page.goto(f"{address}kalender/inbedden/provincie/limburg/")
    expect(page.get_by_role("link", name="Brunch voor wie altijd zelf in de keuken staat")).to_have_attribute(
        "target", "_top"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize(
    ("asked", "scheme", "paper"),
    [
        ("", "dark", "rgb(30, 20, 29)"),
        ("?kleur=licht", "dark", "rgb(255, 255, 255)"),
        ("?kleur=donker", "light", "rgb(30, 20, 29)"),
    ],
)
def test_the_colours_are_those_of_the_device_or_of_the_site(browser, address, asked, scheme, paper):
    """A light site keeps a light list on a dark phone, when its editor says so."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{address}kalender/inbedden/alles/{asked}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
    page.close()
