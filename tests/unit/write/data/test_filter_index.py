"""What the filter searches: everything that the pages list, with the same moments, and small."""

import gzip
import json
from datetime import date, timedelta
from functools import cache

import pytest

from doemee.load.loader import load
from doemee.model.agenda import State
from doemee.model.initiative import resolve
from doemee.write.data.filter_index import MOST_WORDS, filter_index, filter_words, plain_words, slots
from doemee.write.pages.filter_panel import panel
from tests import example_campaign as example

MOST_BYTES, MOST_COMPRESSED = 700, 250
"""Per initiative, of index and words together."""


@cache
def index() -> dict:
    return json.loads(filter_index(example.agenda()))


def days_of(number: int) -> list[date]:
    """The first days of every moment of an initiative, as the browser unpacks them."""
    data = index()
    first = sum(data["slots"][:number])
    found = []
    for packed in data["day"][first : first + data["slots"][number]]:
        day = date.fromisoformat(data["start"])
        for step in [] if packed is None else packed if isinstance(packed, list) else [packed]:
            day += timedelta(days=step)
            found.append(day)
    return found


def members(group: str, choice: str) -> set[int]:
    """The numbers in a choice, unpacked."""
    found, number = set(), 0
    for step in index()["choices"][group][choice]:
        number += step
        found.add(number)
    return found


def test_everything_that_the_pages_list_is_in_the_index_with_the_same_moments():
    """Same initiatives in the same order; of each as many days, and the same ones."""
    initiatives = example.agenda().initiatives
    assert index()["slug"] == [initiative.slug for initiative in initiatives]
    for number, initiative in enumerate(initiatives):
        assert days_of(number) == [o.first_day for moment in initiative.moments for o in moment.occurrences], (
            initiative.slug
        )


def test_moments_without_a_day_keep_their_window():
    """What is to follow is in the index too, with its month when that is known."""
    start = date.fromisoformat(index()["start"])
    windows = [m.window for i in example.agenda().initiatives for slot in slots(i) for m in [slot.moment] if m.window]
    found = [tuple(start + timedelta(days=n) for n in window[:2]) for window in index()["windows"].values()]
    assert found == windows


def test_every_choice_holds_what_the_page_of_its_view_lists():
    """Themes, goals and provinces: as many initiatives as their pages have."""
    owners = [number for number, many in enumerate(index()["slots"]) for _ in range(many)]
    groups = example.agenda().groups
    for group, kind in (("thema", "thema"), ("sdg", "sdg")):
        for view in groups[kind]:
            assert {index()["slug"][n] for n in members(group, view.id)} == {
                entry.initiative.slug for entry in view.entries
            }, view.page
    for view in groups["provincie"][:-1]:
        found = {index()["slug"][owners[slot]] for slot in members("waar", view.id)}
        assert found == {entry.initiative.slug for entry in view.entries}, view.page


def test_the_index_is_small_and_the_same_each_time():
    """A bound per initiative, for a phone has to fetch it; and no difference between two builds."""
    agenda = example.agenda()
    data = filter_index(agenda) + filter_words(agenda)
    assert len(data) / len(agenda.initiatives) < MOST_BYTES
    assert len(gzip.compress(data)) / len(agenda.initiatives) < MOST_COMPRESSED
    assert data == filter_index(agenda) + filter_words(agenda)


def test_days_that_are_events_of_their_own_are_one_row_of_steps():
    """A recurrence that has to be written out as single events does not fill the index."""
    text = """---
titel: Elke maand soep
samenvatting: Elke maand een kom soep voor wie wil.
organisatie: De Pollepel
type: actie
momenten: [{datum: 2026-01-30, van: 12:00, tot: 13:00}]
herhaling: {elke: maand, aantal: 10}
locatie: {postcode: "9000"}
---
"""
    initiative = resolve(load("data/initiatives/soep.md", text.encode()), example.campaign())
    assert len(initiative.moments) == 10
    assert [(len(slot.days), slot.one_event) for slot in slots(initiative)] == [(10, False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café Wéldoeners", ["cafe", "weldoeners"]),
        ("Sint-Niklaas, 't Klein & co.", ["sint", "niklaas", "t", "klein", "co"]),
        ("IVY2026_fiets", ["ivy2026", "fiets"]),
    ],
)
def test_words_lose_case_and_accents(text, words):
    """The browser does the same with what somebody types."""
    assert plain_words(text) == words


def test_title_organiser_place_summary_and_description_can_be_searched():
    """A word of each leads to its initiative; common words lead nowhere and are said to be skipped."""
    data = json.loads(filter_words(example.agenda()))
    slugs = index()["slug"]

    def found(word: str) -> set[str]:
        numbers, number = set(), 0
        for step in data["at"][data["words"].index(word)]:
            number += step
            numbers.add(slugs[number])
        return numbers

    for word in ("brunch", "cultuurcentrum", "genk", "3600", "keuken"):
        assert "brunch-voor-de-vaste-ploeg" in found(word) or any("brunch" in slug for slug in found(word)), word
    assert data["words"] == sorted(data["words"])
    assert not set(data["skip"]) & set(data["words"])
    most = max(sum(number in set(_unpacked(row)) for row in data["at"]) for number in range(len(slugs)))
    assert most <= MOST_WORDS


def _unpacked(steps: list[int]) -> list[int]:
    number, found = 0, []
    for step in steps:
        number += step
        found.append(number)
    return found


def test_the_panel_counts_what_is_not_past():
    """The numbers before the script has come are those of the day of the build."""
    agenda = example.agenda()
    found = panel(agenda)
    limburg = next(box for box in found.provinces.boxes if box.id == "limburg")
    assert limburg.number == sum(
        agenda.listed(entry).state is not State.PAST for entry in agenda.view("provincie", "limburg").entries
    )
    assert {found.name_of(outline) for outline in found.map.outlines} < {box.name for box in found.provinces.boxes}
