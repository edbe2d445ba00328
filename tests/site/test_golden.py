"""The example campaign as golden files: pages, feeds and data, byte for byte.

When the new output is right, `make accept` takes it; read the diff before you commit it.
"""

import os

import pytest

from doemee.model import addresses
from tests import example_campaign as example

GOLDEN = example.ROOT / "tests" / "golden"
ACCEPT = bool(os.environ.get("DOEMEE_ACCEPT"))

# Of pages that come in many, a few are looked at in full; what follows from each initiative is looked at of all.
VIEWS = (
    "assets/doemee.css",
    "kalender.ics",
    "kalender.json",
    "kalender.xml",
    "kalender/2025/12/index.html",
    "kalender/2026/03.ics",
    "kalender/2026/03/index.html",
    "kalender/2026/08/index.html",
    "kalender/abonneren/index.html",
    "kalender/affiche/limburg/index.html",
    "kalender/affiche/organisatie/voorbeeldhuis-voor-vrijwilligers/index.html",
    "kalender/cijfers/index.html",
    "kalender/data/index.html",
    "kalender/filter.json",
    "kalender/inbedden/index.html",
    "kalender/inbedden/provincie/limburg/index.html",
    "kalender/index.html",
    "kalender/organisatie/voorbeeldhuis-voor-vrijwilligers/index.html",
    "kalender/provincie/limburg.ics",
    "kalender/provincie/limburg.xml",
    "kalender/provincie/limburg/index.html",
    "kalender/provincie/online/index.html",
    "kalender/reeks/roadshows/index.html",
    "kalender/sdg/15/index.html",
    "kalender/thema/ga-samenwerken/index.html",
    "kalender/toevoegen/index.html",
    "kalender/toevoegen/namen.json",
    "kalender/toevoegen/sjabloon.csv",
    "kalender/type/vorming/index.html",
    "kalender/wijzigingen.xml",
    "kalender/wijzigingen/index.html",
    "kalender/woorden.json",
    "initiatieven/dinsdagbende-natuurbeheer.json",
    "schema/initiatief.json",
    "schema/tip.json",
    "tips/index.html",
    "tips/toevoegen/index.html",
    "tips/werk-met-ambassadeurs/index.html",
)
INITIATIVES = tuple(
    name for initiative in example.initiatives()
    for name in (addresses.file(addresses.initiative(initiative.slug)), addresses.feed(addresses.initiative(initiative.slug)))
)  # fmt: skip


@pytest.mark.parametrize("name", VIEWS + INITIATIVES)
def test_output_is_as_accepted(name, written):
    """Each output is to the byte what was read and accepted before."""
    made = (written / name).read_bytes()
    accepted = GOLDEN / name
    if ACCEPT:
        accepted.parent.mkdir(parents=True, exist_ok=True)
        accepted.write_bytes(made)
    assert accepted.exists(), f"there is no golden file for {name} yet: run make accept"
    assert made.decode() == accepted.read_bytes().decode()


def test_no_golden_file_is_left_over():
    """A golden file that nothing writes any more would guard nothing."""
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert there == set(VIEWS + INITIATIVES)
