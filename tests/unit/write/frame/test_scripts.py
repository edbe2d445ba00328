"""The scripts of the site, bundled: small, whole, and each at its own address."""

import gzip
from functools import cache

import pytest

from doemee.write.frame.scripts import ENTRIES, MODULES, scripts
from surroundings import Surroundings
from tests import example_campaign as example

ASSETS = example.ROOT / "overrides" / "assets"

MOST_COMPRESSED = {"assets/filter/filter.js": 1_600, "assets/filter/finder.js": 9_000, "assets/form/form.js": 16_500}
"""Bytes as they go to a phone. A bound, for each grows unseen."""


@cache
def made() -> dict[str, bytes]:
    return dict(scripts(ASSETS, Surroundings().bundle))


def test_every_entry_has_its_address():
    """Where the templates and filter.js ask for them."""
    assert set(made()) == {f"assets/{entry}" for entry in ENTRIES}


def test_only_entries_need_what_is_published_inside_them():
    """Each entry stands among the modules that are not published apart; each folder of those holds something."""
    assert all(address.startswith(MODULES) for address in made())
    assert [folder for folder in MODULES if not list((ASSETS.parent / folder).glob("*.js"))] == []


@pytest.mark.parametrize("address", MOST_COMPRESSED)
def test_a_script_stays_small(address):
    """Compressed, as it goes to a phone."""
    assert len(gzip.compress(made()[address])) < MOST_COMPRESSED[address]


def test_what_is_searched_with_is_fetched_later_and_brings_nothing_twice():
    """finder.js is imported when somebody touches the filter, and takes from filter.js what both need."""
    assert b'import("./finder.js")' in made()["assets/filter/filter.js"]
    assert b'from"./filter.js"' in made()["assets/filter/finder.js"]
