"""The calendar with its filter, as a visitor with JavaScript has it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

SUNDAY = datetime(2026, 3, 1, 10, tzinfo=ZoneInfo("Europe/Brussels"))
THURSDAY = SUNDAY + timedelta(days=4)


@pytest.fixture
def scripts() -> bool:
    """The filter needs JavaScript; what there is without it has a test of its own."""
    return True


@pytest.fixture
def calendar(page, address) -> Callable[..., Page]:
    """Opens /kalender/ with a query, on a day of the visitor."""

    def visit(query: str = "", now: datetime = THURSDAY) -> Page:
        page.clock.set_fixed_time(now)
        page.goto(f"{address}kalender/{query}")
        page.wait_for_load_state("networkidle")
        return page

    return visit
