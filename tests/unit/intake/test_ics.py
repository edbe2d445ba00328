"""Calendars: every way to say when it is, and what never comes along."""

import pytest

from doemee.intake import ics
from doemee.intake.found import Unreadable
from tests.example_campaign import campaign
from tests.unit.intake.calendars import calendar, event


def read(*events: str, head: str = ""):
    return ics.read("agenda.ics", calendar(*events, head=head).encode(), campaign())


def when(lines: str, head: str = "") -> dict:
    """The fields that say when, of a calendar with one event."""
    fields = read(event(lines), head=head).found[0].fields
    return {key: fields[key] for key in ("momenten", "herhaling") if key in fields}


@pytest.mark.parametrize(
    ("lines", "moment"),
    [
        ("DTSTART:20260704T120000Z\nDTEND:20260704T150000Z", {"datum": "2026-07-04", "van": "14:00", "tot": "17:00"}),
        ("DTSTART:20260104T233000Z\nDURATION:PT1H", {"datum": "2026-01-05", "van": "00:30", "tot": "01:30"}),
        (
            "DTSTART;TZID=America/New_York:20260704T080000\nDURATION:PT3H",
            {"datum": "2026-07-04", "van": "14:00", "tot": "17:00"},
        ),
        ("DTSTART;VALUE=DATE:20260704\nDTEND;VALUE=DATE:20260705", {"datum": "2026-07-04"}),
        ("DTSTART;VALUE=DATE:20260704\nDTEND;VALUE=DATE:20260707", {"datum": "2026-07-04", "einddatum": "2026-07-06"}),
        ("DTSTART;VALUE=DATE:20260704\nDTEND;VALUE=DATE:20260704", {"datum": "2026-07-04"}),
        ("DTSTART;VALUE=DATE:20260704", {"datum": "2026-07-04"}),
        ("DTSTART;TZID=Europe/Brussels:20260704T140000", {"datum": "2026-07-04", "van": "14:00"}),
        ("DTSTART:20260704T120000Z\nDTEND:20260704T120000Z", {"datum": "2026-07-04", "van": "14:00"}),
        ("DTSTART:20260704T180000Z\nDTEND:20260704T220000Z", {"datum": "2026-07-04", "van": "20:00", "tot": "24:00"}),
        (
            "DTSTART:20260704T180000Z\nDTEND:20260705T010000Z",
            {"datum": "2026-07-04", "einddatum": "2026-07-05", "van": "20:00", "tot": "03:00"},
        ),
        (
            "DTSTART:20260704T180000Z\nDTEND:20260705T220000Z",
            {"datum": "2026-07-04", "einddatum": "2026-07-05", "van": "20:00", "tot": "24:00"},
        ),
        ("DTSTART:20260703T220000Z\nDTEND:20260704T220000Z", {"datum": "2026-07-04"}),
        (
            "DTSTART:20261024T180000Z\nDTEND:20261025T050000Z",
            {"datum": "2026-10-24", "einddatum": "2026-10-25", "van": "20:00", "tot": "06:00"},
        ),
    ],
)
def test_an_instant_is_a_day_and_hours_in_brussels(lines, moment):
    """UTC, other zones, whole days with their exclusive end, nights, midnight and no end at all."""
    assert when(lines) == {"momenten": [moment]}


def test_hours_without_a_zone_are_those_of_the_calendar():
    """And of Brussels, when it does not say: that is told."""
    lines = "DTSTART:20260704T140000"
    assert when(lines)["momenten"][0]["van"] == "14:00"
    assert when(lines, head="X-WR-TIMEZONE:Europe/London\n")["momenten"][0]["van"] == "15:00"
    assert "uren zonder tijdzone lezen we als Europe/Brussels" in str(read(event(lines)).remarks[-1])


@pytest.mark.parametrize(
    ("rule", "recurrence"),
    [
        ("FREQ=WEEKLY;COUNT=4", {"elke": "week", "aantal": 4}),
        (
            "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260331T215959Z",
            {"elke": "week", "op": ["di", "do"], "tot_en_met": "2026-03-31"},
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20260430T120000Z",
            {"elke": "week", "interval": 2, "tot_en_met": "2026-04-28"},
        ),
        ("FREQ=DAILY;COUNT=3", {"elke": "dag", "aantal": 3}),
        ("FREQ=DAILY;BYDAY=TU,WE,TH;COUNT=6", {"elke": "week", "op": ["di", "wo", "do"], "aantal": 6}),
        ("FREQ=MONTHLY;BYDAY=1TU;COUNT=5", {"elke": "maand", "op": "eerste dinsdag", "aantal": 5}),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=5", {"elke": "maand", "op": "eerste dinsdag", "aantal": 5}),
        ("FREQ=MONTHLY;BYMONTHDAY=3;COUNT=5", {"elke": "maand", "aantal": 5}),
        ("FREQ=WEEKLY", {"elke": "week", "tot_en_met": "2026-12-29"}),
    ],
)
def test_a_rule_becomes_a_recurrence(rule, recurrence):
    """Where a file has words for it; one without an end stops with the campaign."""
    found = when(f"DTSTART;TZID=Europe/Brussels:20260303T190000\nDURATION:PT2H\nRRULE:{rule}")
    assert found == {"momenten": [{"datum": "2026-03-03", "van": "19:00", "tot": "21:00"}], "herhaling": recurrence}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=4", ["2026-03-03", "2026-03-17", "2026-04-07", "2026-04-21"]),
        ("FREQ=YEARLY;COUNT=3", ["2026-03-03"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["2026-03-31", "2026-04-30"]),
    ],
)
def test_a_rule_without_words_is_written_out(rule, days):
    """As moments, each with the day that the source gave it as its id."""
    found = when(f"DTSTART;TZID=Europe/Brussels:20260303T190000\nRRULE:{rule}")
    assert "herhaling" not in found
    assert [moment["datum"] for moment in found["momenten"]] == days
    assert [moment.get("id") for moment in found["momenten"]] == (days if len(days) > 1 else [None])


def test_exceptions_and_extra_days():
    """EXDATE in one line or in more, in another zone or as a day; RDATE makes moments of all."""
    lines = "DTSTART;TZID=Europe/Brussels:20260303T190000\nRRULE:FREQ=WEEKLY;COUNT=6\n"
    skipped = "EXDATE:20260310T180000Z\nEXDATE;VALUE=DATE:20260317\n"
    assert when(lines + skipped)["herhaling"] == {"elke": "week", "aantal": 6, "behalve": ["2026-03-10", "2026-03-17"]}
    extra = when(f"{lines}{skipped}RDATE;TZID=Europe/Brussels:20260404T190000")
    assert [moment["datum"] for moment in extra["momenten"]] == [
        "2026-03-03",
        "2026-03-24",
        "2026-03-31",
        "2026-04-04",
        "2026-04-07",
    ]


def test_a_rule_in_utc_that_crosses_the_change_of_the_clock_is_written_out():
    """In Brussels its hour changes, and a recurrence has one hour."""
    found = when("DTSTART:20260320T180000Z\nRRULE:FREQ=WEEKLY;COUNT=3")
    assert [(moment["datum"], moment["van"]) for moment in found["momenten"]] == [
        ("2026-03-20", "19:00"),
        ("2026-03-27", "19:00"),
        ("2026-04-03", "20:00"),
    ]


def test_what_deviates_stands_at_its_own_moment():
    """Another hour, place, title or status of one time of a series; an orphan is a moment as well."""
    master = event("DTSTART;TZID=Europe/Brussels:20260303T190000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;COUNT=3")
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Brussels:20260310T190000\nDTSTART;TZID=Europe/Brussels:20260311T200000\nDURATION:PT1H",
        SUMMARY="Soep op de stoep: met gast",
        LOCATION="Zaal Zuid\\, 9000 Gent",
    )
    called_off = event("RECURRENCE-ID:20260317T180000Z\nDTSTART:20260317T180000Z", STATUS="CANCELLED", DESCRIPTION=None)
    fields = read(master, moved, called_off).found[0].fields
    assert fields["momenten"] == [
        {"datum": "2026-03-03", "van": "19:00", "tot": "21:00", "id": "2026-03-03"},
        {
            "datum": "2026-03-11",
            "van": "20:00",
            "tot": "21:00",
            "id": "2026-03-10",
            "titel": "met gast",
            "locatie": {"naam": "Zaal Zuid", "postcode": "9000", "gemeente": "Gent"},
        },
        {"datum": "2026-03-17", "van": "19:00", "tot": "21:00", "id": "2026-03-17", "status": "geannuleerd"},
    ]
    assert read(called_off).found[0].fields["status"] == "geannuleerd"


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"STATUS": "CANCELLED"}, "geannuleerd"),
        ({"STATUS": "CONFIRMED"}, None),
        ({"SUMMARY": "AFGELAST: Soep op de stoep"}, "geannuleerd"),
        ({"SUMMARY": "VOLZET - Soep op de stoep"}, "volzet"),
        ({"SUMMARY": "UITGESTELD: Soep op de stoep", "STATUS": "CANCELLED"}, "uitgesteld"),
    ],
)
def test_a_status_may_stand_in_the_title(more, status):
    """There it is taken away: a title is a title."""
    fields = read(event(**more)).found[0].fields
    assert (fields["titel"], fields.get("status")) == ("Soep op de stoep", status)


def test_private_events_and_guests_never_come_along():
    """Not the event, not a name, not an address; that there was something is told."""
    guest = "DTSTART:20260704T120000Z\nATTENDEE;CN=Jan Peeters:mailto:jan.peeters@example.org\nCONTACT:Jan Peeters 0470 12 34 56"
    organiser = '\nORGANIZER;CN="Jan Peeters":mailto:j.peeters@example.org'
    reading = read(event(guest + organiser), event(UID="2", CLASS="CONFIDENTIAL"))
    assert len(reading.found) == 1
    everything = repr(reading)
    assert "Peeters" not in everything
    assert "peeters" not in everything
    assert "0470" not in everything
    assert any(
        "gegevens van personen nemen we niet over: ATTENDEE (1), CONTACT (1)" in str(remark)
        for remark in reading.remarks
    )
    assert any("staat als privé in de agenda" in str(remark) for remark in reading.remarks)


def test_what_has_no_field_is_told():
    """With its value, so that a person can put it in the description."""
    reading = read(event("DTSTART:20260704T120000Z", GEO="50.98;3.52", ATTACH="https://example.org/plan.pdf"))
    assert "hiervoor is er geen veld: GEO “50.98;3.52”, ATTACH “https://example.org/plan.pdf”" in str(
        reading.remarks[0]
    )


def test_a_place_without_a_postcode_is_asked_for():
    """With the postcodes of the town, if one is named; nothing is chosen for the sender."""
    reading = read(event(LOCATION="Grote Markt\\, Mechelen"))
    assert reading.found[0].fields["locatie"] == {"naam": "Grote Markt, Mechelen"}
    assert "Mechelen heeft postcode 2800 of 2801" in str(reading.remarks[0])


@pytest.mark.parametrize(
    "data", [b"", b"hallo", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"]
)
def test_what_is_no_calendar_is_refused_in_dutch(data):
    """And never with an error of Python's."""
    try:
        reading = ics.read("x.ics", data, campaign())
    except Unreadable as unreadable:
        assert "agenda" in unreadable.message
    else:
        assert reading.found == []


def test_a_daily_series_of_years_is_there_until_the_end_of_the_campaign():
    """What went on before takes no place, however long ago it began."""
    found = when("DTSTART;TZID=Europe/Brussels:20100101T090000\nRRULE:FREQ=DAILY")
    assert found == {
        "momenten": [{"datum": "2025-12-05", "van": "09:00"}],
        "herhaling": {"elke": "dag", "tot_en_met": "2026-12-31"},
    }


def test_a_series_with_a_count_that_began_before_keeps_its_end():
    """The count is from its own first time; here it becomes the last day."""
    found = when("DTSTART;TZID=Europe/Brussels:20251104T190000\nRRULE:FREQ=WEEKLY;COUNT=8")
    assert found == {
        "momenten": [{"datum": "2025-12-09", "van": "19:00"}],
        "herhaling": {"elke": "week", "tot_en_met": "2025-12-23"},
    }


def test_a_series_that_is_over_is_outside():
    """It is counted with what falls outside the campaign, and becomes no empty file."""
    reading = read(event("DTSTART;TZID=Europe/Brussels:20200101T090000\nRRULE:FREQ=WEEKLY;COUNT=8"))
    assert (reading.found, reading.outside) == ([], ["Soep op de stoep"])


def test_two_rules_give_the_days_of_both():
    """RFC 5545 allows one, and calendars hold two: no day is lost, and no rule of a file says them all."""
    found = when("DTSTART:20260302T120000Z\nRRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=MONTHLY;COUNT=2")
    assert [moment["datum"] for moment in found["momenten"]] == ["2026-03-02", "2026-03-09", "2026-04-02"]
    assert "herhaling" not in found


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=60MO", "FREQ=WEEKLY;BYDAY=00MO", "FREQ=YEARLY;BYDAY=-MO"])
def test_a_rule_with_a_weekday_that_cannot_be_is_told(rule):
    """Its first time is there, and a person is asked for the others."""
    reading = read(event(f"DTSTART:20260302T120000Z\nRRULE:{rule}"))
    assert [moment["datum"] for moment in reading.found[0].fields["momenten"]] == ["2026-03-02"]
    assert "deze herhaling kunnen we niet uitschrijven" in str(reading.remarks[-1])


@pytest.mark.parametrize("start", ["DTSTART;VALUE=TIME:140000", "DTSTART;VALUE=DURATION:PT1H"])
def test_a_start_that_is_no_day_takes_no_other_event_along(start):
    """It is asked for; the events beside it are read."""
    reading = read(event(start), event(UID="ander@example.org"))
    assert [found.uid for found in reading.found] == ["ander@example.org"]
    assert "er staat niet wanneer het is" in str(reading.remarks[0])
