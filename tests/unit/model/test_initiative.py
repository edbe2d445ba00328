"""From what was sent to instants: which hour, which day, which place, which UID."""

from datetime import date

import pytest

from doemee.load.loader import load
from doemee.model.initiative import resolve
from tests.example_campaign import campaign


def moments(text: str, extra: str = "locatie: {postcode: 9000}", slug: str = "soep"):
    front = f"titel: Soep\nsamenvatting: Soep voor iedereen.\norganisatie: De Linde\ntype: actie\nmomenten: {text}\n{extra}\n"
    loaded = load(f"data/initiatives/{slug}.md", f"---\n{front}---\n".encode())
    assert loaded.problems == []
    return resolve(loaded, campaign()).moments


@pytest.mark.parametrize(
    ("text", "start", "end", "last_day"),
    [
        (
            "{datum: 2026-03-07, van: 14:00, tot: 17:00}",
            "2026-03-07T14:00:00+01:00",
            "2026-03-07T17:00:00+01:00",
            "2026-03-07",
        ),
        ("{datum: 2026-07-07, van: 14:00}", "2026-07-07T14:00:00+02:00", None, "2026-07-07"),
        (
            "{datum: 2026-03-07, van: 20:00, tot: 24:00}",
            "2026-03-07T20:00:00+01:00",
            "2026-03-08T00:00:00+01:00",
            "2026-03-07",
        ),
        (
            "{datum: 2026-03-07, van: 20:00, tot: 0:00}",
            "2026-03-07T20:00:00+01:00",
            "2026-03-08T00:00:00+01:00",
            "2026-03-07",
        ),
        (
            "{datum: 2026-03-07, einddatum: 2026-03-08, van: 20:00, tot: 0:00}",
            "2026-03-07T20:00:00+01:00",
            "2026-03-08T00:00:00+01:00",
            "2026-03-07",
        ),
        (
            "{datum: 2026-03-07, einddatum: 2026-03-08, van: 20:00, tot: 24:00}",
            "2026-03-07T20:00:00+01:00",
            "2026-03-09T00:00:00+01:00",
            "2026-03-08",
        ),
        (
            "{datum: 2026-03-28, einddatum: 2026-03-29, van: 20:00, tot: 6:00}",
            "2026-03-28T20:00:00+01:00",
            "2026-03-29T06:00:00+02:00",
            "2026-03-29",
        ),
    ],
)
def test_midnight_and_clock_changes(text, start, end, last_day):
    """0:00 on a last day is its beginning, 24:00 its end; an end at midnight is of the day before."""
    ((occurrence,),) = [moment.occurrences for moment in moments(f"[{text}]")]
    assert occurrence.start.isoformat() == start
    assert (occurrence.end.isoformat() if occurrence.end else None) == end
    assert occurrence.last_day.isoformat() == last_day


def test_uids_follow_the_name_of_the_file_and_of_the_moment():
    """The first moment has the file's, the others their place or their own id."""
    found = [
        moment.uid for moment in moments("[{datum: 2026-03-07}, {datum: 2026-03-14}, {datum: 2026-03-21, id: slot}]")
    ]
    assert found == ["soep@ivy2026-vlaanderen", "soep.2@ivy2026-vlaanderen", "soep.slot@ivy2026-vlaanderen"]


def test_a_uid_does_not_depend_on_what_changes():
    """Another date, title, hour or place is the same event."""
    before = [m.uid for m in moments("[{datum: 2026-03-07}, {datum: 2026-03-14}]")]
    after = [
        m.uid for m in moments("[{datum: 2026-05-01, titel: Anders, van: 9u}, {datum: 2026-04-14}]", "online: true")
    ]
    assert before == after


def test_a_rule_that_apps_read_differently_is_written_out():
    """Monthly on the 31st: single events, each with a UID of its date."""
    found = moments("[{datum: 2026-01-31}]", "bereik: [limburg]\nherhaling: {elke: maand, aantal: 3}")
    assert [(moment.uid, moment.rule, moment.occurrences[0].first_day) for moment in found] == [
        ("soep.1.2026-01-31@ivy2026-vlaanderen", None, date(2026, 1, 31)),
        ("soep.1.2026-03-31@ivy2026-vlaanderen", None, date(2026, 3, 31)),
        ("soep.1.2026-05-31@ivy2026-vlaanderen", None, date(2026, 5, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "extra", "expected"),
    [
        ("{datum: 2026-03-07}", "locatie: {postcode: 9000}", ("9000", False, ("oost-vlaanderen",))),
        ("{datum: 2026-03-07}", "locatie: {postcode: 9000}\nonline: true", ("9000", True, ("oost-vlaanderen",))),
        ("{datum: 2026-03-07, online: true}", "locatie: {postcode: 9000}", (None, True, ())),
        (
            "{datum: 2026-03-07, online: true, locatie: {postcode: 3500}}",
            "locatie: {postcode: 9000}",
            ("3500", True, ("limburg",)),
        ),
        (
            "{datum: 2026-03-07, online: nee}",
            "locatie: {postcode: 9000}\nonline: ja",
            ("9000", False, ("oost-vlaanderen",)),
        ),
        ("{datum: 2026-03-07, locatie: {postcode: 3500}}", "bereik: [heel-vlaanderen]", ("3500", False, ("limburg",))),
        ("{datum: 2026-03-07}", "bereik: [limburg, antwerpen]", (None, False, ("limburg", "antwerpen"))),
    ],
)
def test_where_a_moment_is(text, extra, expected):
    """Its own place before that of the whole; `online` without a place of its own is online only."""
    (moment,) = moments(f"[{text}]", extra)
    assert (moment.venue.postcode if moment.venue else None, moment.online, moment.regions) == expected


@pytest.mark.parametrize(
    ("whole", "own", "expected"),
    [
        ("bevestigd", "geannuleerd", "geannuleerd"),
        ("geannuleerd", "volzet", "geannuleerd"),
        ("volzet", "bevestigd", "volzet"),
        ("uitgesteld", "volzet", "uitgesteld"),
    ],
)
def test_the_graver_status_counts(whole, own, expected):
    """Who cancels the whole means every moment of it."""
    (moment,) = moments(f"[{{datum: 2026-03-07, status: {own}}}]", f"bereik: [limburg]\nstatus: {whole}")
    assert moment.status == expected
