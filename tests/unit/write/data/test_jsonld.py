"""schema.org Events: for search engines, and never a way out of the script around them."""

import json

from doemee.load.loader import load
from doemee.model.initiative import resolve
from doemee.write.data import jsonld
from tests import example_campaign as example


def event(slug: str) -> dict:
    return json.loads(jsonld.as_json(example.one(slug), example.campaign(), example.SITE))


def test_google_s_required_properties_are_there():
    """name, startDate and location, for every initiative that has a date or a month."""
    for initiative in example.initiatives():
        found = event(initiative.slug)
        assert found["@type"] == "Event"
        assert found["name"] == initiative.sent.titel
        assert found["location"]
        if any(moment.occurrences or moment.month for moment in initiative.moments):
            assert found["startDate"]


def test_instants_carry_their_offset():
    """Summer time is +02:00, winter time +01:00."""
    assert event("bib")["startDate"] == "2026-03-04T14:00:00+01:00"
    assert event("koken-delen-afwassen")["startDate"] == "2026-04-11T16:00:00+02:00"


def test_the_three_ways_to_attend():
    """In a place, online, or both; an online event has no place of bricks."""
    modes = {
        slug: event(slug)["eventAttendanceMode"].rsplit("/", 1)[1]
        for slug in ("bib", "vorming-digitaal-vergaderen", "studiedag-meten-wat-telt")
    }
    assert modes == {
        "bib": "OfflineEventAttendanceMode",
        "vorming-digitaal-vergaderen": "OnlineEventAttendanceMode",
        "studiedag-meten-wat-telt": "MixedEventAttendanceMode",
    }
    assert event("vorming-digitaal-vergaderen")["location"] == {"@type": "VirtualLocation"}


def test_cancelled_and_postponed_keep_their_date():
    """Google asks to keep startDate and location and to say it in eventStatus."""
    found = event("plant-mee-voor-later")
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["startDate"].startswith("2026-11-21")


def test_each_date_of_many_is_an_event():
    """A recurrence or a list of moments has a subEvent per occurrence."""
    initiative = example.one("dinsdagbende-natuurbeheer")
    assert len(event("dinsdagbende-natuurbeheer")["subEvent"]) == len(initiative.moments[0].occurrences)


def test_text_cannot_end_the_script():
    """`</script>` in a title is text, in the page and in kalender.json."""
    text = """---
titel: "</script><script>alert(1)</script> & co"
samenvatting: "<!-- <script> -->"
organisatie: De Linde
type: actie
momenten: [{datum: 2026-03-07}]
bereik: [limburg]
---
"""
    loaded = load("data/initiatives/boos.md", text.encode())
    sent = jsonld.as_json(resolve(loaded, example.campaign()), example.campaign(), example.SITE)
    assert "<" not in sent
    assert ">" not in sent
    assert json.loads(sent)["name"] == "</script><script>alert(1)</script> & co"
    assert jsonld.script(sent).count("<") == 2
