"""The list of outputs is true: each file is there once, and changes only when something changes that it depends on."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from doemee.build.output import HISTORY, INITIATIVES, LAYOUT, TIPS, TODAY, Output
from doemee.build.outputs import outputs
from doemee.history.replay import replay
from doemee.load.loader import load
from doemee.model.agenda import Agenda
from doemee.model.initiative import resolve
from doemee.model.tip import NOTHING
from doemee.write.frame.layout import marker
from tests import example_campaign as example

FRAME = marker("head") + marker("body")
CHANGED = "bib"


def made(
    frame: str = FRAME, agenda: Agenda | None = None, past=None, tips: bool = True
) -> dict[str, tuple[Output, bytes]]:
    site = example.site(frame, agenda, past)
    if not tips:
        site.publication = NOTHING
    return {output.address: (output, output.make()) for output in outputs(site)}


@cache
def before() -> dict[str, tuple[Output, bytes]]:
    return made()


def another_day() -> dict[str, tuple[Output, bytes]]:
    return made(agenda=example.agenda(example.TODAY + timedelta(days=40)))


def another_text() -> dict[str, tuple[Output, bytes]]:
    """One initiative with another title and day; the others are the same."""
    files = {file.slug: file for file in example.loaded()}
    file = files[CHANGED]
    data = file.data.replace(b"titel: ", b"titel: Nieuw ").replace(b"2026-03-04", b"2026-03-11")
    changed = resolve(load(file.path, data), example.campaign(), example=True)
    initiatives = [changed if one.slug == CHANGED else one for one in example.initiatives()]
    return made(agenda=Agenda(example.campaign(), initiatives, example.TODAY))


def another_history() -> dict[str, tuple[Output, bytes]]:
    files = {file.slug: file.data for file in example.loaded()}
    return made(past=replay(example.initiatives(), files, {}, example.campaign(), example.NOW + timedelta(days=3)))


def another_layout() -> dict[str, tuple[Output, bytes]]:
    return made(frame=f"<main>{FRAME}</main>")


def no_tips() -> dict[str, tuple[Output, bytes]]:
    return made(tips=False)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (another_day, {TODAY}),
        (another_text, {INITIATIVES, f"initiative:{CHANGED}"}),
        (another_history, {HISTORY}),
        (another_layout, {LAYOUT}),
        (no_tips, {TIPS}),
    ],
)
def test_what_does_not_depend_on_a_change_stays_the_same(change, words):
    """To the byte. And what changes is not only said to: something does."""
    after = change()
    common = before().keys() & after.keys()
    different = {address for address in common if before()[address][1] != after[address][1]}
    assert different
    assert {address for address in different if not before()[address][0].depends_on & words} == set()


def test_every_address_is_there_once():
    """Two outputs at one address would write over each other."""
    site = example.site(FRAME)
    addresses = [output.address for output in outputs(site)]
    assert len(addresses) == len(set(addresses))


def test_a_new_output_is_known_everywhere():
    """One line in the list: the sitemap, the search, serving and the check of links read it there."""
    found = outputs(replace(example.site(FRAME)))
    pages = found.by_address()
    assert set(found.sitemap()) <= pages.keys()
    assert {page for page, _ in found.searched()} <= pages.keys()
    assert all(output.page in pages for output in found)
