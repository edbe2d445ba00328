"""Revisions and news from the versions of a file: both grow with real changes, and only with those."""

from datetime import UTC, datetime

import pytest

from doemee.history.replay import ChangeKind, History, Revision, replay
from doemee.history.versions import Version
from doemee.load.loader import load
from doemee.model.initiative import resolve
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


def history(*versions: str, slug: str = "soep", **former: str) -> History:
    """What the versions of one file tell, each a day after the one before."""
    former_versions: dict[str, list[Version]] = {}
    for number, version in enumerate(versions, 1):
        name = former.get(f"v{number}", slug)
        former_versions.setdefault(name, []).append(
            Version(day(number), f"data/initiatives/{name}.md", version.encode())
        )
    loaded = load(f"data/initiatives/{slug}.md", versions[-1].encode())
    assert not loaded.problems
    return replay([resolve(loaded, campaign())], {slug: loaded.data}, former_versions, campaign(), NOW)


def revisions(found: History) -> list[Revision]:
    return [found.revisions[uid] for uid in sorted(found.revisions)]


def test_the_first_version_gives_the_revision():
    """A file that never changed has the revision of the day it came."""
    assert revisions(history(BASE)) == [Revision(day(1), 0), Revision(day(1), 0)]


def test_a_change_of_one_moment_leaves_the_other_alone():
    """An hour moves: that moment's SEQUENCE and LAST-MODIFIED grow, the other event stays the same to the byte."""
    moved = BASE.replace("2026-03-14, van: 14:00", "2026-03-14, van: 15:00")
    assert revisions(history(BASE, moved)) == [Revision(day(2), 1), Revision(day(1), 0)]


def test_a_new_title_is_a_change_but_no_new_schedule():
    """LAST-MODIFIED grows so that apps fetch the title; SEQUENCE does not (RFC 5546, section 2.1.4)."""
    assert revisions(history(BASE, BASE.replace("Soep voor", "Soep in"))) == [Revision(day(2), 0)] * 2


@pytest.mark.parametrize(
    ("old", "new", "sequence"),
    [
        ("van: 14:00", "van: 13:00", 1),
        ("van: 14:00, tot: 17:00", "van: 14:00", 1),
        ("naam: Plein", "naam: Zaal", 1),
        ("type: actie", "type: actie\nstatus: volzet", 1),
        ("type: actie", "type: actie\nonline: true", 0),
        ("type: actie", "type: feest", 0),
        ("type: actie", "type: actie\nthemas: [ga-samenwerken]", 0),
        ("type: actie", "type: actie\nprijs: 5", 0),
        ("type: actie", "type: actie\ncontact: {email: info@linde.example.org}", 0),
        ("type: actie", "type: actie\ninschrijven: {url: https://example.org/in, tot: 2026-03-01}", 0),
        ("een grote pot", "een kleine pot", 0),
        ("organisatie: Buurtcomité", "organisatie: {naam: Buurtcomité, partners: [De Linde]}", 0),
    ],
)
def test_all_that_an_app_shows_counts(old, new, sequence):
    """Whatever stands in the VEVENT: LAST-MODIFIED grows; SEQUENCE with time, place and status alone."""
    assert old in BASE
    changed = history(BASE, BASE.replace(old, new, 1))
    assert changed.revisions["soep@ivy2026-vlaanderen"] == Revision(day(2), sequence)


@pytest.mark.parametrize("more", ["website: https://example.org/", "sdgs: [2]", "doelgroep: [iedereen]"])
def test_what_only_the_page_shows_does_not_count(more):
    """An app would fetch an event that looks the same."""
    assert revisions(history(BASE, BASE.replace("type:", f"{more}\ntype:"))) == [Revision(day(1), 0)] * 2


def test_a_change_that_no_app_shows_is_none():
    """A comment or the description on the page changes: nothing for a calendar."""
    assert revisions(history(BASE, BASE.replace("Breng", "Neem"), BASE)) == [Revision(day(1), 0)] * 2


def test_numbers_never_go_back():
    """Cancelled and then on again is two changes, not none."""
    cancelled = BASE.replace("type:", "status: geannuleerd\ntype:")
    assert revisions(history(BASE, cancelled, BASE)) == [Revision(day(3), 2)] * 2


def test_a_broken_version_in_between_is_passed_over():
    """A version that today's checks refuse was never shown."""
    assert revisions(history(BASE, BASE.replace("type: actie", "type: onzin"), BASE)) == [Revision(day(1), 0)] * 2


def test_a_change_of_name_keeps_uid_and_numbers():
    """Under a new slug with `eerder`, the event lives on."""
    renamed = BASE.replace("type:", "eerder: [soep]\ntype:")
    found = history(BASE, renamed, slug="soep-op-het-plein", v1="soep")
    assert found.revisions["soep@ivy2026-vlaanderen"] == Revision(day(1), 0)


def test_what_is_not_committed_counts_from_now():
    """The working copy differs from the last commit: its change is of now."""
    loaded = load("data/initiatives/soep.md", BASE.replace("17:00", "18:00").encode())
    versions = {"soep": [Version(day(1), "data/initiatives/soep.md", BASE.encode())]}
    found = replay([resolve(loaded, campaign())], {"soep": loaded.data}, versions, campaign(), NOW)
    assert revisions(found) == [Revision(NOW, 1)] * 2


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
        (day(4), ChangeKind.BACK_ON, "", first),
        (day(4), ChangeKind.BACK_ON, "", second),
        (day(3), ChangeKind.CANCELLED, "", first),
        (day(3), ChangeKind.CANCELLED, "", second),
        (day(2), ChangeKind.MOVED, "zaterdag 14 maart 2026, van 14.00 tot 17.00 uur", second),
        (day(1), ChangeKind.ADDED, "", ""),
    ]
