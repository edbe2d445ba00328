"""The Atom feeds: valid, dated by what happened and not by the build."""

from xml.etree import ElementTree

from doemee.history.replay import Change, ChangeKind
from doemee.write.data import atom
from tests import example_campaign as example

NAMES = {"a": "http://www.w3.org/2005/Atom"}


def test_a_feed_has_what_rfc_4287_asks():
    """id, title, updated and an author on the feed; id, title, updated and a link on every entry."""
    feed = ElementTree.fromstring(
        atom.news(example.agenda().everything, example.history(), example.campaign(), example.SITE)
    )
    assert all(feed.find(f"a:{name}", NAMES) is not None for name in ("id", "title", "updated", "author"))
    entries = feed.findall("a:entry", NAMES)
    assert len(entries) == atom.NEWEST
    for entry in entries:
        assert all(entry.find(f"a:{name}", NAMES) is not None for name in ("id", "title", "updated", "link", "summary"))
    ids = [entry.find("a:id", NAMES).text for entry in entries]
    assert len(ids) == len(set(ids))


def test_an_entry_is_dated_by_its_first_version():
    """A reader must not see everything as new after each build."""
    feed = ElementTree.fromstring(
        atom.news(example.agenda().everything, example.history(), example.campaign(), example.SITE)
    )
    assert {entry.find("a:updated", NAMES).text for entry in feed.findall("a:entry", NAMES)} == {"2026-02-01T12:00:00Z"}


def test_a_change_says_was_and_becomes():
    """The feed of changes says what moved, in its title and its text."""
    change = Change(example.NOW, "bib", ChangeKind.MOVED, "", "dinsdag", "woensdag")
    data = atom.changes([change], {"bib": example.one("bib")}, example.campaign(), example.SITE)
    entry = ElementTree.fromstring(data).find("a:entry", NAMES)
    assert entry.find("a:title", NAMES).text == "Verplaatst: De bib zoekt stemmen"
    assert entry.find("a:summary", NAMES).text == "was dinsdag, wordt woensdag"
