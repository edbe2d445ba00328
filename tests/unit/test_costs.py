"""What a change costs by hand: HACKING.md names the files, and no more are needed.

That they are enough is tried with made-up ones: a field of every kind in test_every_door.py, a kind of view in
tests/unit/model; a rule and an output here.
"""

import re

import pytest

from doemee.build.output import About, Output, Outputs, SearchEntry
from doemee.build.writing import write_files
from doemee.check import check, what
from doemee.load.loader import load
from tests.example_campaign import ROOT, campaign
from tests.submissions import PATH, markdown

HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")
COSTS = HACKING.partition("## What a change costs\n")[2].partition("\n## ")[0]
MOST = {"field": 3, "rule": 2, "output": 2, "view": 2, "question": 1}


def files_of(change: str) -> list[str]:
    """The bullets below `**A field** …`; each starts with the files that are changed."""
    part = re.search(rf"\*\*An? {change}\*\*.*?\n((?:- .*\n(?:  .*\n)*)+)", COSTS)
    assert part, change
    return re.findall(r"^- (.*)$", part[1], re.MULTILINE)


@pytest.mark.parametrize(("change", "most"), MOST.items())
def test_a_change_costs_no_more_files(change, most):
    """Each line names one place, and the place is there."""
    found = files_of(change)
    assert 1 <= len(found) <= most
    for line in found:
        paths = re.findall(r"`([^`]+/[^`]*)`", line)
        assert paths, line
        assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_rule_in_the_list_is_asked(monkeypatch):
    """A function in RULES: nothing else has to know of it."""

    def no_soup(file, sent, _):
        """No soup."""
        if "Soep" in sent.titel:
            yield file.problem(("titel",), "leeg")

    monkeypatch.setattr("doemee.check.ON_AN_INITIATIVE", (*what.RULES, no_soup))
    found = check([load(PATH, markdown().encode())], campaign(), frozenset())
    assert [(problem.line, problem.field, problem.code) for problem in found] == [(2, "titel", "leeg")]


def test_an_output_in_the_list_is_known_everywhere(tmp_path):
    """Written, served, found by the search, named in the sitemap, and on the page about the data."""
    made_up = Output("soep/index.html", frozenset(), lambda: b"soep", SearchEntry("Soep", "kom"), True, About("soep"))
    outputs = Outputs([], [], [made_up])
    write_files(tmp_path, outputs)
    assert (tmp_path / "soep" / "index.html").read_bytes() == b"soep"
    assert outputs.by_address() == {"soep/": made_up}
    assert list(outputs.searched()) == [("soep/", SearchEntry("Soep", "kom"))]
    assert outputs.sitemap() == ["soep/"]
