"""The scripts of the site, bundled: small, whole, and each at its own address."""

import gzip
from collections.abc import Mapping
from functools import cache

import pytest

from doemee.write.frame.scripts import ENTRIES, MODULES
from surroundings import Surroundings
from tests import example_campaign as example

ASSETS = example.ROOT / "overrides" / "assets"

MOST_COMPRESSED = {"filter/filter.js": 1_900, "filter/finder.js": 9_500, "form/form.js": 14_000}
"""Bytes as they go to a phone. A bound, for each grows unseen."""


@cache
def made() -> Mapping[str, bytes]:
    return Surroundings().bundle(ASSETS, ENTRIES)


def test_every_entry_is_there():
    """In full, under the path by which the templates and filter.js ask for it."""
    assert set(made()) == set(ENTRIES) == set(MOST_COMPRESSED)


def test_only_entries_need_what_is_published_inside_them():
    """Each entry stands among the modules that are not published apart; each folder of those holds some."""
    assert all(f"assets/{entry}".startswith(MODULES) for entry in ENTRIES)
    assert [folder for folder in MODULES if not list((ASSETS.parent / folder).glob("*.js"))] == []


@pytest.mark.parametrize("entry", MOST_COMPRESSED)
def test_a_script_stays_small(entry):
    """Compressed, as it goes to a phone."""
    assert len(gzip.compress(made()[entry])) < MOST_COMPRESSED[entry]


def test_what_is_searched_with_is_fetched_later_and_brings_nothing_twice():
    """finder.js is imported when somebody touches the filter, and takes from filter.js what both need."""
    assert b'import("./finder.js")' in made()["filter/filter.js"]
    assert b'from"./filter.js"' in made()["filter/finder.js"]
