"""What is coming, running and past depends on the day that is given, and on nothing else."""

from datetime import date, timedelta

import pytest

from doemee.load.loader import load
from doemee.load.spelling import Month
from doemee.model.agenda import Agenda, State
from doemee.model.initiative import resolve
from doemee.model.views import Entry
from tests import example_campaign as example


def initiative(moments: str, extra: str = "bereik: [limburg]", slug: str = "iets"):
    text = f"---\ntitel: Iets\nsamenvatting: Iets voor iedereen.\norganisatie: De Linde\ntype: actie\nmomenten: {moments}\n{extra}\n---\n"
    loaded = load(f"data/initiatives/{slug}.md", text.encode())
    assert not loaded.problems
    return resolve(loaded, example.campaign())


def state(moments: str, today: str, extra: str = "bereik: [limburg]") -> State:
    only = initiative(moments, extra)
    return Agenda(example.campaign(), [only], date.fromisoformat(today)).state(only)


@pytest.mark.parametrize(
    ("moments", "today", "expected"),
    [
        ("[{datum: 2026-03-07}]", "2026-03-06", State.COMING),
        ("[{datum: 2026-03-07}]", "2026-03-07", State.RUNNING),
        ("[{datum: 2026-03-07}]", "2026-03-08", State.PAST),
        ("[{datum: 2026-03-07, einddatum: 2026-03-09}]", "2026-03-09", State.RUNNING),
        ("[{datum: 2026-03-07, einddatum: 2026-03-09}]", "2026-03-10", State.PAST),
        ("[{datum: 2026-03-07, van: 20:00, tot: 24:00}]", "2026-03-08", State.PAST),
        ("[{datum: 2026-03-07, van: 20:00, tot: 1:00, einddatum: 2026-03-08}]", "2026-03-08", State.RUNNING),
        ("[{datum: 2026-03-07}, {datum: 2026-05-07}]", "2026-04-01", State.COMING),
        ("[{datum: mei 2026}]", "2026-05-31", State.COMING),
        ("[{datum: mei 2026}]", "2026-06-01", State.PAST),
        ("[{datum: volgt}]", "2026-12-31", State.COMING),
    ],
)
def test_the_state_follows_from_the_day(moments, today, expected):
    """Coming before, running on, past after; a month that is not over can still come."""
    assert state(moments, today) is expected


def test_a_recurrence_comes_until_its_last_time():
    """Between two Tuesdays it is coming; after the last one it is past."""
    rule = "bereik: [limburg]\nherhaling: {elke: week, aantal: 3}"
    assert state("[{datum: 2026-03-03}]", "2026-03-12", rule) is State.COMING
    assert state("[{datum: 2026-03-03}]", "2026-03-17", rule) is State.RUNNING
    assert state("[{datum: 2026-03-03}]", "2026-03-18", rule) is State.PAST


def test_a_cancelled_time_is_not_counted_as_more():
    """`en nog 1 keer` counts what really takes place."""
    one = initiative("[{datum: 2026-03-03}, {datum: 2026-03-10}, {datum: 2026-03-17, status: geannuleerd}]")
    agenda = Agenda(example.campaign(), [one], date(2026, 3, 1))
    assert agenda.listed(Entry(one, one.moments)).more == 1


def test_every_month_of_the_campaign_has_a_view():
    """From December 2025 through December 2026, also where nothing happens."""
    months = Agenda(example.campaign(), [], example.TODAY).months
    assert list(months) == [Month(2025, 12), *(Month(2026, number) for number in range(1, 13))]
    assert all(view.entries == [] for view in months.values())


def test_every_id_has_a_view_without_initiatives():
    """Months, regions, types, themes, SDGs and series exist before the first initiative does."""
    groups = Agenda(example.campaign(), [], example.TODAY).groups
    counts = {kind: len(views) for kind, views in groups.items()}
    assert counts == {"maand": 13, "provincie": 8, "type": 12, "thema": 5, "sdg": 17, "reeks": 6, "organisatie": 0}


def test_a_moment_elsewhere_is_only_in_its_own_region():
    """Each moment of a travelling initiative stands under the province where it is that day."""
    agenda = example.agenda()
    for region, moments in {
        "oost-vlaanderen": 1,
        "vlaams-brabant": 1,
        "antwerpen": 1,
        "online": 1,
        "limburg": 0,
    }.items():
        entries = [e for e in agenda.view("provincie", region).entries if e.initiative.slug == "leesbuddy"]
        assert sum(len(entry.moments) for entry in entries) == moments, region


def test_a_long_one_is_in_every_month_it_touches():
    """A campaign of a year stands in twelve months."""
    agenda = example.agenda()
    months = [
        month
        for month, view in agenda.months.items()
        if any(e.initiative.slug == "jaar-van-de-buur" for e in view.entries)
    ]
    assert months == [Month(2026, number) for number in range(1, 13)]


def test_partners_have_their_page_too():
    """An initiative stands under its organisation and under each partner."""
    for one in example.initiatives():
        for slug in one.organisations:
            assert any(entry.initiative is one for entry in example.agenda().view("organisatie", slug).entries)


def test_the_order_of_files_does_not_matter():
    """The same initiatives in another order give the same agenda."""
    reversed_agenda = Agenda(example.campaign(), reversed(example.initiatives()), example.TODAY)
    names = [[e.initiative.slug for e in view.entries] for view in example.agenda().views]
    assert [[e.initiative.slug for e in view.entries] for view in reversed_agenda.views] == names


def test_days_follow_each_other():
    """Whatever the day, every initiative has exactly one state, and past ones stay past."""
    for one in example.initiatives():
        states = [
            Agenda(example.campaign(), [one], example.TODAY + timedelta(days=n)).state(one) for n in range(0, 310, 10)
        ]
        assert states == sorted(states, key=lambda s: s is State.PAST)
