"""The example campaign as golden files: pages, feeds and data, byte for byte.

When the new output is right, `make accept` takes it; read the diff before you commit it.
"""

import os
from functools import cache
from pathlib import Path

import pytest

from doemee.build.outputs import outputs as outputs_of
from doemee.build.writing import write
from doemee.model import addresses
from doemee.write.frame.layout import marker
from tests import example_campaign as example

GOLDEN = example.ROOT / "tests" / "golden"
ACCEPT = bool(os.environ.get("DOEMEE_ACCEPT"))

# What is the same for all initiatives is looked at in full for a few views of each kind.
VIEWS = (
    "kalender.ics", "kalender.json", "kalender.xml", "kalender/index.html", "kalender/2025/12/index.html", "kalender/2026/03.ics",
    "kalender/2026/03/index.html", "kalender/2026/08/index.html", "kalender/abonneren/index.html",
    "kalender/organisatie/voorbeeldhuis-voor-vrijwilligers/index.html",
    "kalender/provincie/limburg.ics", "kalender/provincie/limburg.xml", "kalender/provincie/limburg/index.html",
    "kalender/provincie/online/index.html", "kalender/reeks/roadshows/index.html", "kalender/sdg/15/index.html",
    "kalender/thema/ga-samenwerken/index.html", "kalender/type/vorming/index.html", "kalender/wijzigingen.xml",
    "kalender/wijzigingen/index.html", "schema/initiatief.json", "schema/tip.json", "assets/doemee.css",
)  # fmt: skip
INITIATIVES = tuple(
    name for initiative in example.initiatives()
    for name in (addresses.file(addresses.initiative(initiative.slug)), addresses.feed(addresses.initiative(initiative.slug)))
)  # fmt: skip


@cache
def outputs() -> Path:
    """The outputs of the core alone, with a frame as bare as can be."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="doemee-golden-"))
    names = ("title", "description", "canonical", "image", "head", "body")
    site = example.site("".join(f"{name}: {marker(name)}\n" for name in names))
    write(site, outputs_of(site), folder)
    return folder


@pytest.mark.parametrize("name", VIEWS + INITIATIVES)
def test_output_is_as_accepted(name):
    """Each output is to the byte what was read and accepted before."""
    made = (outputs() / name).read_bytes()
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
