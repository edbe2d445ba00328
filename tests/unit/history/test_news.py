"""Stamps and news from the versions of a file: both grow with real changes, and only with those."""

from datetime import UTC, datetime

from doemee.history.news import Kind, Past, replay
from doemee.history.revisions import Revision
from doemee.load.loader import load
from doemee.model.initiative import Stamp, resolve
from tests.example_campaign import campaign

BASE = """---
titel: Soep voor de straat
samenvatting: We koken samen een grote pot soep.
organisatie: Buurtcomité
type: actie
momenten:
  - {datum: 2026-03-07, van: 14:00, tot: 17:00}
  - {datum: 2026-03-14, van: 14:00, tot: 17:00}
locatie: {naam: Plein, postcode: 9000}
---
Breng een lepel mee.
"""
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def day(number: int) -> datetime:
    return datetime(2026, 1, number, 12, tzinfo=UTC)


def history(*versions: str, slug: str = "soep", **former: str) -> Past:
    """What the versions of one file tell, each a day after the one before."""
    revisions: dict[str, list[Revision]] = {}
    for number, version in enumerate(versions, 1):
        name = former.get(f"v{number}", slug)
        revisions.setdefault(name, []).append(Revision(day(number), f"data/initiatives/{name}.md", version.encode()))
    loaded = load(f"data/initiatives/{slug}.md", versions[-1].encode())
    assert not loaded.problems
    return replay([resolve(loaded, campaign())], {slug: loaded.data}, revisions, campaign(), NOW)


def stamps(past: Past) -> list[Stamp]:
    return [past.stamps[uid] for uid in sorted(past.stamps)]


def test_the_first_version_gives_the_stamp():
    """A file that never changed has the stamp of the day it came."""
    assert stamps(history(BASE)) == [Stamp(day(1), day(1), 0), Stamp(day(1), day(1), 0)]


def test_a_change_of_one_moment_leaves_the_other_alone():
    """An hour moves: that moment's SEQUENCE and LAST-MODIFIED grow, the other event stays the same to the byte."""
    moved = BASE.replace("2026-03-14, van: 14:00", "2026-03-14, van: 15:00")
    assert stamps(history(BASE, moved)) == [Stamp(day(1), day(2), 1), Stamp(day(1), day(1), 0)]


def test_a_new_title_is_a_change_but_no_new_schedule():
    """LAST-MODIFIED grows so that apps fetch the title; SEQUENCE does not (RFC 5546, section 2.1.4)."""
    assert stamps(history(BASE, BASE.replace("Soep voor", "Soep in"))) == [Stamp(day(1), day(2), 0)] * 2


def test_a_change_that_no_app_shows_is_none():
    """A comment or the description on the page changes: nothing for a calendar."""
    assert stamps(history(BASE, BASE.replace("Breng", "Neem"), BASE)) == [Stamp(day(1), day(1), 0)] * 2


def test_numbers_never_go_back():
    """Cancelled and then on again is two changes, not none."""
    cancelled = BASE.replace("type:", "status: geannuleerd\ntype:")
    assert stamps(history(BASE, cancelled, BASE)) == [Stamp(day(1), day(3), 2)] * 2


def test_a_broken_version_in_between_is_passed_over():
    """A version that today's checks refuse was never shown."""
    assert stamps(history(BASE, BASE.replace("type: actie", "type: onzin"), BASE)) == [Stamp(day(1), day(1), 0)] * 2


def test_a_change_of_name_keeps_uid_and_numbers():
    """Under a new slug with `eerder`, the event lives on."""
    renamed = BASE.replace("type:", "eerder: [soep]\ntype:")
    past = history(BASE, renamed, slug="soep-op-het-plein", v1="soep")
    assert past.stamps["soep@ivy2026-vlaanderen"] == Stamp(day(1), day(1), 0)


def test_what_is_not_committed_counts_from_now():
    """The working copy differs from the last commit: its change is of now."""
    loaded = load("data/initiatives/soep.md", BASE.replace("17:00", "18:00").encode())
    revisions = {"soep": [Revision(day(1), "data/initiatives/soep.md", BASE.encode())]}
    past = replay([resolve(loaded, campaign())], {"soep": loaded.data}, revisions, campaign(), NOW)
    assert stamps(past) == [Stamp(day(1), NOW, 1)] * 2


def test_the_news_says_was_and_becomes():
    """Added, moved, cancelled and back on, the newest first, each with its day."""
    moved = BASE.replace("2026-03-14, van: 14:00", "2026-03-15, van: 15:00")
    cancelled = moved.replace("type:", "status: geannuleerd\ntype:")
    news = [
        (change.when, change.kind, change.was, change.becomes)
        for change in history(BASE, moved, cancelled, moved).changes
    ]
    first, second = "zaterdag 7 maart 2026, van 14.00 tot 17.00 uur", "zondag 15 maart 2026, van 15.00 tot 17.00 uur"
    assert news == [
        (day(4), Kind.BACK_ON, "", first),
        (day(4), Kind.BACK_ON, "", second),
        (day(3), Kind.CANCELLED, "", first),
        (day(3), Kind.CANCELLED, "", second),
        (day(2), Kind.MOVED, "zaterdag 14 maart 2026, van 14.00 tot 17.00 uur", second),
        (day(1), Kind.ADDED, "", ""),
    ]
