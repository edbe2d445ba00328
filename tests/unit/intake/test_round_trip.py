"""What our own site publishes comes back in: the same instants, by the feed and by the JSON."""

import pytest

from doemee.load.loader import load
from doemee.model.initiative import resolve
from tests import example_campaign

GOLDEN = example_campaign.ROOT / "tests" / "golden"


def instants(initiative) -> list:
    """Every start and end of an initiative, with its status and where it is."""
    return sorted(
        (
            o.first_day.isoformat(),
            o.last_day.isoformat(),
            str(o.start),
            str(o.end),
            m.status.value,
            m.venue.line if m.venue else "",
            bool(m.online),
        )
        for m in initiative.moments
        for o in m.occurrences
    )


@pytest.mark.parametrize("name", ["kalender.json", "kalender.ics"])
def test_our_own_calendar_comes_back_with_the_same_instants(name, bring_in, project):
    """Every initiative with a date is there again, at the same time and the same place, with the same status."""
    bring_in(GOLDEN / name, None, "--organisatie", "Voorbeeld vzw")
    expected = {i.slug: instants(i) for i in example_campaign.initiatives()}
    found = {}
    for path in (project / "data" / "initiatives").iterdir():
        loaded = load(path.name, path.read_bytes())
        assert loaded.complete, loaded.problems
        found[path.stem] = instants(resolve(loaded, example_campaign.campaign()))
    if name.endswith(".ics"):
        # A feed knows an initiative by its first name, and holds only what has its date.
        first = {(i.sent.eerder or [i.slug])[0]: i.slug for i in example_campaign.initiatives()}
        found = {first[slug]: times for slug, times in found.items()}
        expected = {slug: times for slug, times in expected.items() if times}
    else:
        found, expected = (
            {
                slug: [(*t[:4], t[4].replace("volzet", "bevestigd"), *t[5:]) for t in times]
                for slug, times in all_of.items()
            }
            for all_of in (found, expected)  # schema.org knows of no part of an event that is full
        )
    assert found == expected


def test_our_own_json_is_right_at_once(bring_in):
    """Title, summary, type, organisation, place and price are all in it: the check finds nothing."""
    status, report = bring_in(GOLDEN / "kalender.json")
    assert status == 0
    assert report.endswith("Alles is in orde.\n")
