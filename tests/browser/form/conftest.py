"""The form to send something in, as a visitor with JavaScript has it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.example_campaign import ROOT


@pytest.fixture
def scripts() -> bool:
    """The form needs JavaScript; what there is without it has a test of its own."""
    return True


@pytest.fixture
def form(page, address) -> Page:
    """The page of the form for an initiative, ready to be filled in."""
    page.goto(f"{address}kalender/toevoegen/")
    page.get_by_role("form", name="Zet je initiatief in de kalender").wait_for()
    return page


@pytest.fixture
def opened(page) -> Callable[[], list[str]]:
    """The addresses that the form opens in a new tab; nothing is really visited."""
    page.add_init_script("window.opened = []; window.open = (address) => { window.opened.push(address); };")
    return lambda: page.evaluate("window.opened")


@pytest.fixture
def modules(page, address) -> None:
    """The modules as people read them, at an address of their own: the site has them inside its entries only."""
    folder = f"{address}modules/"
    assets = ROOT / "overrides" / "assets"
    page.route(f"{folder}**", lambda route: route.fulfill(path=assets / route.request.url.removeprefix(folder)))
