"""The filter of the calendar as a visitor uses it: near me, this weekend, by keyboard, shared and taken along."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from playwright.sync_api import expect

from doemee.model.agenda import Agenda, State
from doemee.model.initiative import Initiative, Moment
from doemee.model.views import Entry
from tests import example_campaign as example
from tests.browser.filter.conftest import SUNDAY, THURSDAY

TODAY = THURSDAY.date()
WEEKEND = (date(2026, 3, 7), date(2026, 3, 8))


def panel(page):
    """The panel, opened where it is folded away."""
    button = page.get_by_role("button", name=re.compile("^Filter"))
    if button.is_visible() and button.get_attribute("aria-expanded") == "false":
        button.click()
    return page.get_by_role("search", name="Filter de kalender")


def unfold(page, title: str):
    """A group of choices that is folded away at first."""
    summary = panel(page).locator("summary").filter(has_text=title)
    if summary.locator("..").get_attribute("open") is None:
        summary.click()


def box(page, name: str):
    return panel(page).get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)} *\d*$"))


def status(page):
    return page.locator("[data-status]")


def found(page) -> list[str]:
    """The slugs of the cards that are shown."""
    links = page.locator("[data-list] h3 a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return [link.rstrip("/").rsplit("/", 1)[1] for link in links]


def told(page) -> int:
    """The number that a screen reader hears."""
    return int(re.match(r"\d+", status(page).inner_text().replace("Geen", "0"))[0])


def slugs(of) -> set[str]:
    return {initiative.slug for initiative in of}


def falls(moment: Moment, first: date, last: date, today: date) -> bool:
    """Whether a moment has a day in a period that is not past; written apart from the script, to compare with it."""
    if moment.window:
        return first <= moment.window[0] and moment.window[1] <= last and moment.window[1] >= today
    return any(o.first_day <= last and o.last_day >= max(first, today) for o in moment.occurrences)


def meant(accept, today: date = TODAY, first: date = date.min, last: date = date.max) -> set[str]:
    """The initiatives with a moment in a period for which `accept(initiative, moment)` holds."""
    return slugs(
        i for i in example.initiatives() if any(falls(m, first, last, today) and accept(i, m) for m in i.moments)
    )


# --- what is found ---


def test_something_near_me_this_weekend_that_i_can_join_by_keyboard_only(calendar, width):
    """The journey that the calendar is for: quick choice, postcode, distance, card; no mouse."""
    page = calendar()
    page.get_by_role("button", name="Dit weekend").focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(re.compile("^8 initiatieven gevonden"))
    page.get_by_role("button", name="In mijn buurt").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Postcode of gemeente")).to_be_focused()
    page.keyboard.type("3600")
    page.keyboard.press("Tab")
    expect(page.get_by_text("We zoeken rond Genk")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="25 km")).to_be_checked()
    if width < 1000:
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name=re.compile("^Filter"))).to_be_focused()
    link = page.locator("[data-list]").get_by_role("link", name="Brunch voor wie altijd zelf in de keuken staat")
    for _ in range(40):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Brunch voor wie altijd zelf in de keuken staat")
    page.go_back()
    expect(status(page)).to_contain_text("gevonden")
    assert "bij=3600" in page.url
    assert "wanneer=weekend" in page.url


@pytest.mark.parametrize(
    ("query", "accept", "period"),
    [
        ("waar=limburg", lambda _, m: "limburg" in m.regions, ()),
        ("waar=limburg,brussel&gratis=1", lambda i, m: {"limburg", "brussel"} & set(m.regions) and i.sent.prijs and i.sent.prijs.amount == 0, ()),
        ("wanneer=weekend", lambda *_: True, WEEKEND),
        ("wanneer=week&help=1", lambda i, _: i.sent.help_mee, (date(2026, 3, 2), date(2026, 3, 8))),
        ("wanneer=maand&waar=oost-vlaanderen", lambda _, m: "oost-vlaanderen" in m.regions, (date(2026, 3, 1), date(2026, 3, 31))),
        ("van=2026-05-01&tot=2026-05-31", lambda *_: True, (date(2026, 5, 1), date(2026, 5, 31))),
        ("soort=vorming,feest", lambda i, _: i.sent.type in ("vorming", "feest"), ()),
        ("thema=ga-samenwerken&sdg=11,15", lambda i, _: "ga-samenwerken" in i.sent.themas and {11, 15} & set(i.sent.sdgs), ()),
        ("voor=jongeren", lambda i, _: "jongeren" in i.sent.doelgroep, ()),
        ("toegankelijk=rolstoeltoegankelijk,toegankelijk-toilet", lambda i, _: {"rolstoeltoegankelijk", "toegankelijk-toilet"} <= set(i.sent.toegankelijkheid), ()),
        ("online=1", lambda _, m: m.online, ()),
    ],
)  # fmt: skip
@pytest.mark.parametrize("width", [1280])
def test_every_filter_finds_what_the_data_says(calendar, query, accept, period):
    """Computed a second time, in Python from the initiatives themselves."""
    page = calendar(f"?{query}")
    assert set(found(page)) == meant(accept, **dict(zip(("first", "last"), period, strict=False)))
    assert told(page) == len(found(page)) > 0


@pytest.mark.parametrize("width", [1280])
def test_the_cards_are_those_of_the_pages(calendar, page):
    """Same markup, same order, same headings, for every initiative of the example; what is past included."""
    shown = """list => [...list.querySelectorAll('h2')].map((heading) => {
        let cards = heading.parentElement.matches('summary') ? heading.closest('details').querySelector('ul') : heading.nextElementSibling;
        return [heading.firstChild.textContent.trim(), [...cards.children].map((card) => card.outerHTML.replace(/\\s+/g, ' ').replace(/> </g, '><').trim())];
    })"""
    calendar("?voorbij=1", SUNDAY)
    while page.locator("[data-more]").is_visible():
        page.locator("[data-more]").click()
    ours = page.locator("[data-list]").evaluate(shown)
    theirs = page.locator("[data-listing]").evaluate(shown)
    assert [title for title, _ in ours] == [title for title, _ in theirs]
    assert ours == theirs
    assert sum(len(cards) for _, cards in ours) == len(example.initiatives())


@pytest.mark.parametrize("width", [1280])
def test_the_cards_of_a_province_are_those_of_its_page(calendar, page, address):
    """An initiative with moments in several provinces shows the moment that is there."""
    cards = "cards => cards.map((card) => card.outerHTML.replaceAll('../', '').replace(/\\s+/g, ' ').replace(/> </g, '><').trim())"
    for region in example.campaign().regions:
        calendar(f"?waar={region}&voorbij=1", SUNDAY)
        ours = page.locator("[data-list] .dm-card").evaluate_all(cards)
        page.goto(f"{address}kalender/provincie/{region}/")
        assert ours == page.locator(".dm-cards .dm-card").evaluate_all(cards), region


@pytest.mark.parametrize("width", [1280])
def test_words_are_found_without_accents_and_from_their_beginning(calendar):
    """All words must match; common words do not count; a word inside a word does not match."""
    page = calendar()
    search = page.get_by_role("searchbox", name="Zoek op woorden")
    for typed, title in (
        ("brunch genk", "Brunch voor wie"),
        ("BRUN voor de keuk", "Brunch voor wie"),
        ("cultuurcentrum voorbeeldm 3600", "Brunch voor wie"),
    ):
        search.fill(typed)
        expect(page.locator("[data-list]").get_by_role("heading", level=3).filter(has_text=title)).to_be_visible()
    search.fill("runch")
    expect(status(page)).to_have_text("Geen initiatieven gevonden")
    search.fill("")
    expect(page.get_by_role("list", name="Gekozen filters")).to_be_hidden()
    expect(page).to_have_url(re.compile("/kalender/$"))


@pytest.mark.parametrize("width", [1280])
def test_a_name_of_two_municipalities_asks_which(calendar):
    """Tielt is in two provinces; the choice becomes its postcode. A name that nobody knows says so."""
    page = calendar()
    place = page.get_by_label("Postcode of gemeente")
    place.fill("tielt")
    place.press("Enter")
    which = page.get_by_role("group", name="Welke gemeente bedoel je?")
    expect(which.get_by_role("radio")).to_have_count(2)
    which.get_by_label("8700 Tielt (West-Vlaanderen)").click()
    expect(page.get_by_text("We zoeken rond Tielt")).to_be_visible()
    expect(place).to_have_value("8700")
    place.fill("Nergenshuizen")
    place.press("Enter")
    expect(page.get_by_text("kennen we niet")).to_be_visible()
    place.fill("gent")
    place.press("Enter")
    expect(page.get_by_text("We zoeken rond Gent")).to_be_visible()


@pytest.mark.parametrize("width", [1280])
def test_near_is_a_circle_around_the_centre_of_the_municipality(calendar):
    """Distances as Python computes them; sorted when asked; the card says how far."""
    from math import asin, cos, radians, sin, sqrt

    def km(one, other) -> float:
        a, b = (radians(one.lat), radians(one.lon)), (radians(other.lat), radians(other.lon))
        half = sin((b[0] - a[0]) / 2) ** 2 + cos(a[0]) * cos(b[0]) * sin((b[1] - a[1]) / 2) ** 2
        return 2 * 6371 * asin(sqrt(half))

    ghent = example.campaign().places.municipality("9000")
    page = calendar("?bij=9000&km=25")
    assert set(found(page)) == meant(lambda _, m: m.venue and km(ghent, m.venue.municipality) <= 25)
    panel(page).get_by_label("Toon wat dichtbij is eerst").check()
    expect(page.get_by_role("heading", name="Van dichtbij naar verder")).to_be_visible()
    far = [
        0 if "gemeente" in text else int(re.search(r"\d+", text)[0])
        for text in page.locator("[data-list] ul").first.locator(".dm-far").all_inner_texts()
    ]
    assert far == sorted(far)
    assert far


# --- choices, counts, chips ---


def test_a_province_on_the_map_is_its_checkbox(calendar):
    """By mouse and by keyboard, both ways; and the map says it to a screen reader."""
    page = calendar()
    on_map = panel(page).get_by_role("checkbox", name="Limburg op de kaart")
    on_map.click()
    expect(box(page, "Limburg")).to_be_checked()
    expect(on_map).to_be_checked()
    on_map.focus()
    page.keyboard.press("Space")
    expect(box(page, "Limburg")).not_to_be_checked()
    box(page, "Brussel").check()
    expect(panel(page).get_by_role("checkbox", name="Brussel op de kaart")).to_be_checked()
    expect(page).to_have_url(re.compile("waar=brussel"))


@pytest.mark.parametrize("width", [1280])
def test_a_count_is_what_ticking_that_box_gives(calendar):
    """With a choice in another group already made: for each choice, the number beside it is the number found."""
    page = calendar("?gratis=1")
    for key in ("waar", "soort", "sdg"):
        counts = page.locator(f"[data-count^='{key}:']").evaluate_all(
            "all => all.map((one) => [one.dataset.count.split(':')[1], Number(one.textContent)])"
        )
        assert any(number for _, number in counts)
        for choice, number in counts:
            control = page.locator(f"[name={key}][value='{choice}']")
            control.evaluate("box => box.click()")
            assert told(page) == number, (key, choice)
            control.evaluate("box => box.click()")
    for option in ("Deze week", "Dit weekend", "Deze maand"):
        radio = page.get_by_role("radio", name=option)
        number = int(re.search(r"\d+$", radio.locator("..").inner_text())[0])
        radio.check()
        assert told(page) == number, option


def test_chips_take_a_choice_away_and_keep_the_focus(calendar):
    """One at a time, or all at once; then the calendar is as it was."""
    page = calendar("?waar=limburg&gratis=1&wanneer=maand")
    chips = page.get_by_role("list", name="Gekozen filters")
    expect(chips.get_by_role("button")).to_have_count(4)
    chips.get_by_role("button", name="Limburg verwijderen").press("Enter")
    expect(chips.get_by_role("button")).to_have_count(3)
    expect(chips.get_by_role("button", name="Gratis verwijderen")).to_be_focused()
    expect(page).not_to_have_url(re.compile("limburg"))
    chips.get_by_role("button", name="Wis alles").click()
    expect(page.locator("[data-listing]")).to_be_visible()
    expect(chips).to_be_hidden()
    expect(page).to_have_url(re.compile("/kalender/$"))


@pytest.mark.parametrize("width", [1280])
def test_back_undoes_one_choice_and_forward_does_it_again(calendar):
    """Each choice is a step; a word that is typed is one step."""
    page = calendar()
    box(page, "Limburg").check()
    expect(status(page)).to_contain_text("gevonden")  # what is ticked while the data come is one step
    box(page, "Gratis").check()
    page.get_by_role("searchbox", name="Zoek op woorden").press_sequentially("brunch")
    expect(status(page)).to_have_text("1 initiatief gevonden")
    page.go_back()
    expect(page.get_by_role("searchbox", name="Zoek op woorden")).to_have_value("")
    expect(box(page, "Gratis")).to_be_checked()
    page.go_back()
    expect(box(page, "Gratis")).not_to_be_checked()
    expect(box(page, "Limburg")).to_be_checked()
    page.go_back()
    expect(page.locator("[data-listing]")).to_be_visible()
    page.go_forward()
    expect(box(page, "Limburg")).to_be_checked()
    expect(status(page)).to_contain_text("gevonden")


@pytest.mark.parametrize("width", [1280])
def test_a_shared_address_gives_the_same_and_nonsense_in_it_is_passed_over(calendar, page):
    """Also re-encoded, with unknown words, or cut off: never an error, and the address becomes what it means."""
    calendar("?waar=limburg,antwerpen&wanneer=maand")
    same = found(page)
    assert same
    for query in (
        "?waar=limburg%2Cantwerpen&wanneer=maand",
        "?wanneer=maand&waar=limburg&waar=antwerpen&utm_source=x",
        "?waar=limburg,atlantis,antwerpen&wanneer=maand&soort=niets&%E0",
    ):
        calendar(query)
        assert found(page) == same, query
        expect(page).to_have_url(re.compile(r"\?wanneer=maand&waar=antwerpen,limburg$"))
    for query in ("?van=gisteren&tot=2026-13-45", "?km=3&orde=x", "?sdg=99", "?waar=", "?="):
        calendar(query)
        expect(page.locator("[data-listing]")).to_be_visible() if "van" not in query else None


def test_the_data_come_only_when_somebody_touches_the_filter(calendar, page):
    """A visitor who only reads the list does not pay for the filter."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    calendar()
    assert not [url for url in asked if "filter.json" in url or "finder.js" in url]
    page.get_by_role("button", name="Gratis").click()
    expect(status(page)).to_contain_text("gevonden")
    assert [url for url in asked if "filter.json" in url]
    assert not [url for url in asked if "woorden.json" in url or "postcodes.json" in url]


# --- the list ---


def test_the_weekend_is_not_buried_and_goes_day_by_day(calendar):
    """What lasts for months stands apart; Saturday has a heading of its own."""
    page = calendar("?wanneer=weekend")
    titles = page.locator("[data-list] h2").evaluate_all("all => all.map((h) => h.firstChild.textContent.trim())")
    assert titles[0] == "Loopt nu"
    assert "Zaterdag 7 maart" in titles
    assert titles.index("Zaterdag 7 maart") < titles.index("Zondag 8 maart")


@pytest.mark.parametrize("width", [390])
def test_what_is_past_comes_behind_a_switch(calendar):
    """Hidden at first, dimmed and last when asked."""
    page = calendar("?waar=antwerpen")
    before = told(page)
    more = panel(page).get_by_role("switch", name="Toon ook wat voorbij is")
    number = int(more.locator("..").locator(".dm-count").inner_text())
    more.check()
    assert told(page) == before + number
    if number:
        expect(page.locator("[data-list] h2").last).to_contain_text("Voorbij")


def test_nothing_found_says_what_comes_near(calendar):
    """In one sentence what was asked, and buttons for what would give something."""
    page = calendar("?waar=limburg&wanneer=weekend&sdg=2")
    expect(status(page)).to_have_text("Geen initiatieven gevonden")
    expect(page.get_by_text("Niets in Limburg dit weekend voor SDG 2")).to_be_visible()
    offer = page.locator("[data-list]").get_by_role("button").first
    number = int(re.search(r"\d+$", offer.inner_text())[0])
    offer.click()
    expect(status(page)).to_have_text(re.compile(f"^{number} initiatie"))
    expect(status(page)).to_be_focused()


# --- take along ---


def events_of(initiative: Initiative, first: date, last: date, today: date, accept) -> set[str]:
    return {m.uid for m in initiative.moments if m.occurrences and falls(m, first, last, today) and accept(m)}


@pytest.mark.parametrize("width", [1280])
@pytest.mark.parametrize(
    ("query", "first", "last", "accept"),
    [
        ("waar=limburg", date.min, date.max, lambda m: "limburg" in m.regions),
        ("wanneer=weekend", *WEEKEND, lambda _: True),
    ],
)  # fmt: skip
def test_the_download_holds_the_selection(calendar, tmp_path, query, first, last, accept):
    """Read by icalendar: exactly the moments that match, with one time zone; and what is in it is said."""
    page = calendar(f"?{query}")
    page.locator("summary", has_text="Neem deze selectie mee").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download als .ics").click()
    waiting.value.save_as(tmp_path / "selectie.ics")
    data = (tmp_path / "selectie.ics").read_bytes()
    calendar_read = icalendar.Calendar.from_ical(data)
    uids = [str(event["UID"]) for event in calendar_read.walk("VEVENT")]
    wanted = set().union(*(events_of(i, first, last, THURSDAY.date(), accept) for i in example.initiatives()))
    assert set(uids) == wanted
    assert len(uids) == len(wanted)
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert data.count(b"\n") == data.count(b"\r\n")
    expect(page.get_by_text(f"In het bestand: {len(uids)} momenten")).to_be_visible()


@pytest.mark.parametrize("width", [1280])
def test_the_feed_is_offered_when_there_is_one_of_exactly_this(calendar, page, address):
    """One province, theme, kind or goal; otherwise it says so."""
    for query, feed in (
        ("waar=limburg", "provincie/limburg"),
        ("sdg=15", "sdg/15"),
        ("soort=vorming", "type/vorming"),
        ("online=1", "provincie/online"),
    ):
        calendar(f"?{query}")
        page.locator("summary", has_text="Neem deze selectie mee").click()
        expected = f"{address}kalender/{feed}.ics"
        expect(page.get_by_role("link", name="Abonneer", exact=True)).to_have_attribute(
            "href", expected.replace("http:", "webcal:")
        )
        assert page.request.get(page.get_by_role("link", name=expected).get_attribute("href")).ok
    calendar("?waar=limburg,antwerpen")
    page.locator("summary", has_text="Neem deze selectie mee").click()
    expect(page.get_by_role("link", name="Abonneer", exact=True)).to_be_hidden()
    expect(page.get_by_text("Voor deze keuze is er geen abonnement")).to_be_visible()


# --- without JavaScript, and the clock ---


@pytest.mark.parametrize("scripts", [False])
def test_without_javascript_there_is_no_filter_and_everything_is_reachable(page, address):
    """No dead controls; the pages per province, month, theme and kind are there."""
    page.goto(f"{address}kalender/")
    expect(page.get_by_role("search", name="Filter de kalender")).to_have_count(0)
    expect(page.get_by_role("button", name="Dit weekend")).to_have_count(0)
    ways = page.get_by_role("navigation", name="Zoek in de kalender")
    for name in ("Limburg", "Maart 2026", "Vorming", "Online"):
        expect(ways.get_by_role("link", name=name, exact=True).first).to_be_visible()


@pytest.mark.parametrize("width", [1280])
@pytest.mark.parametrize(
    ("now", "weekend"),
    [
        (datetime(2026, 3, 8, 23, 30, tzinfo=ZoneInfo("Europe/Brussels")), (date(2026, 3, 7), date(2026, 3, 8))),
        (datetime(2026, 3, 9, 0, 30, tzinfo=ZoneInfo("Europe/Brussels")), (date(2026, 3, 14), date(2026, 3, 15))),
        (datetime(2001, 1, 1, tzinfo=ZoneInfo("Europe/Brussels")), (date(2026, 2, 28), date(2026, 3, 1))),
    ],
    ids=["sunday night", "half past midnight", "a clock that is wrong"],
)
def test_this_weekend_is_the_visitors_in_brussels(calendar, now, weekend):
    """On Sunday it is still on; after midnight it is the next one. A device that lives before the build gets the build's day."""
    page = calendar("?wanneer=weekend", now)
    today = max(now.date(), example.TODAY)
    assert set(found(page)) == meant(lambda *_: True, today, *weekend)


def test_the_agenda_and_the_script_agree_on_what_is_past():
    """The second computation in this file is right where the agenda knows the answer."""
    agenda = Agenda(example.campaign(), example.initiatives(), THURSDAY.date())
    coming = {i.slug for i in agenda.initiatives if agenda.listed(Entry(i, i.moments)).state is not State.PAST}
    assert coming == meant(lambda *_: True)
