"""The rules on days and hours: each has a case that breaks it and one that just passes."""

import pytest

from tests.submissions import found_by_checking

AT = "data/initiatives/soep.md"
CAMPAIGN = "dit valt buiten de campagne, die loopt van 5/12/2025 tot en met 31/12/2026. Kijk het jaar na."


def moment(text: str) -> dict[str, str]:
    """One moment on line 6, its first key in column 13."""
    return {"momenten": f"[{{{text}}}]"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            "datum: 2026-03-07, einddatum: 2026-03-06",
            "6:32: fout: momenten.einddatum: de laatste dag (6/3/2026) komt voor de eerste (7/3/2026). Wissel ze om of verbeter het jaar.",
            id="the last day before the first",
        ),
        pytest.param(
            "datum: 2026-03-07, tot: 12:00",
            "6:32: fout: momenten.tot: er staat een einduur maar geen beginuur. Voeg `van:` toe met het beginuur.",
            id="an end without a beginning",
        ),
        pytest.param(
            "datum: 2026-03-07, einddatum: 2026-03-08, van: 14:00",
            "6:55: fout: momenten.van: het duurt meer dagen, maar er staat geen einduur. "
            "Voeg `tot:` toe met het einduur op de laatste dag, of verwijder `van`.",
            id="days with a beginning but no end",
        ),
        pytest.param(
            "datum: 2026-03-07, van: 20:00, tot: 2:00",
            "6:44: fout: momenten.tot: het eindigt (2.00) voor het begint (20.00). "
            "Verbeter de uren. Eindigt het na middernacht, voeg dan `einddatum: 2026-03-08` toe.",
            id="past midnight without a last day",
        ),
        pytest.param(
            "datum: 2026-12-31, einddatum: 2026-12-31, van: 9u30, tot: 9u15",
            "6:66: fout: momenten.tot: het eindigt (9.15) voor het begint (9.30). "
            "Verbeter de uren. Eindigt het na middernacht, voeg dan `einddatum: 2027-01-01` toe.",
            id="a last day that is the first",
        ),
        pytest.param(
            "datum: 2026-03-07, einddatum: 2026-03-06, tot: 12:00",
            "6:32: fout: momenten.einddatum: de laatste dag (6/3/2026) komt voor de eerste (7/3/2026). Wissel ze om of verbeter het jaar.",
            id="first the days, then the hours",
        ),
    ],
)
def test_the_hours_of_a_moment_must_make_sense(campaign, fields, expected):
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, **moment(fields))


@pytest.mark.parametrize(
    "fields",
    [
        "datum: 2026-03-07",
        "datum: 2026-03-07, van: 14:00",
        "datum: 2026-03-07, van: 14:00, tot: 14:01",
        "datum: 2026-03-07, van: 0:00, tot: 24:00",
        "datum: 2026-03-07, van: 20:00, tot: 24:00",
        "datum: 2026-03-07, einddatum: 2026-03-07",
        "datum: 2026-03-07, einddatum: 2026-03-07, van: 14:00",
        "datum: 2026-03-07, einddatum: 2026-03-08, van: 20:00, tot: 2:00",
        "datum: 2026-03-07, einddatum: 2026-03-09",
    ],
)
def test_hours_that_make_sense_pass(campaign, fields):
    assert found_by_checking(campaign, **moment(fields)) == []


@pytest.mark.parametrize("date", ["mei 2026", "2026-05", "volgt"])
def test_an_unknown_day_has_no_hours_yet(campaign, date):
    """Nor a last day or a weekday."""
    found = found_by_checking(
        campaign, **moment(f"datum: {date}, einddatum: 2026-05-02, van: 14:00, tot: 15:00, weekdag: za")
    )
    answer = "de dag zelf is nog niet bekend. Vul bij `datum` de dag in, of verwijder dit veld."
    first = 13 + len(f"datum: {date}, ")
    columns = [first, first + 23, first + 35, first + 47]
    fields = ["einddatum", "van", "tot", "weekdag"]
    assert [
        f"{AT}:6:{at}: fout: momenten.{field}: {answer}" for at, field in zip(columns, fields, strict=True)
    ] == found


@pytest.mark.parametrize("date", ["mei 2026", "2026-05", "volgt"])
def test_an_unknown_day_is_right_by_itself(campaign, date):
    assert found_by_checking(campaign, **moment(f"datum: {date}, titel: De start, status: uitgesteld")) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "datum: 2026-03-07, weekdag: zo",
            "7/3/2026 is een zaterdag, geen zondag. Schrijf `weekdag: zaterdag`, of `datum: 2026-03-08` als het zondag is.",
        ),
        (
            "datum: 2026-03-07, weekdag: vrijdag",
            "7/3/2026 is een zaterdag, geen vrijdag. Schrijf `weekdag: zaterdag`, of `datum: 2026-03-06` als het vrijdag is.",
        ),
        (
            "datum: 2026-03-07, weekdag: wo",
            "7/3/2026 is een zaterdag, geen woensdag. Schrijf `weekdag: zaterdag`, of `datum: 2026-03-04` als het woensdag is.",
        ),
    ],
)
def test_a_weekday_must_be_that_of_the_date(campaign, fields, expected):
    """The cure names the nearest such day."""
    assert [f"{AT}:6:32: fout: momenten.weekdag: {expected}"] == found_by_checking(campaign, **moment(fields))


@pytest.mark.parametrize("word", ["za", "zaterdag", "ZA", "za."])
def test_the_right_weekday_passes(campaign, word):
    assert found_by_checking(campaign, **moment(f"datum: 7/3/2026, weekdag: {word}")) == []


SKIPPED = "geen duidelijk uur, het bestaat dan niet: de klok springt van 2.00 naar 3.00 uur. Kies een uur voor 2.00 of vanaf 3.00 uur."
TWICE = "geen duidelijk uur, het komt dan twee keer voor: de klok gaat van 3.00 terug naar 2.00 uur. Kies een uur voor 2.00 of vanaf 3.00 uur."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            "datum: 2026-03-29, van: 2:30, tot: 4:00",
            f"6:32: fout: momenten.van: op 29/3/2026 is 2.30 uur {SKIPPED}",
            id="the skipped hour",
        ),
        pytest.param(
            "datum: 2026-03-29, van: 2:00, tot: 4:00",
            f"6:32: fout: momenten.van: op 29/3/2026 is 2.00 uur {SKIPPED}",
            id="its first minute",
        ),
        pytest.param(
            "datum: 2026-03-29, van: 1:00, tot: 2:59",
            f"6:43: fout: momenten.tot: op 29/3/2026 is 2.59 uur {SKIPPED}",
            id="its last minute",
        ),
        pytest.param(
            "datum: 2026-03-28, einddatum: 2026-03-29, van: 22:00, tot: 2:30",
            f"6:67: fout: momenten.tot: op 29/3/2026 is 2.30 uur {SKIPPED}",
            id="an end in the skipped hour",
        ),
        pytest.param(
            "datum: 2026-10-25, van: 2:30, tot: 4:00",
            f"6:32: fout: momenten.van: op 25/10/2026 is 2.30 uur {TWICE}",
            id="the repeated hour",
        ),
        pytest.param(
            "datum: 2026-10-25, van: 1:00, tot: 2:00",
            f"6:43: fout: momenten.tot: op 25/10/2026 is 2.00 uur {TWICE}",
            id="an end in the repeated hour",
        ),
    ],
)
def test_no_hour_may_be_one_that_the_clock_skips_or_repeats(campaign, fields, expected):
    """On 29 March and 25 October 2026."""
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, **moment(fields))


@pytest.mark.parametrize(
    "fields",
    [
        "datum: 2026-03-29, van: 1:59, tot: 3:00",
        "datum: 2026-10-25, van: 1:59, tot: 3:00",
        "datum: 2026-03-28, van: 2:30, tot: 4:00",
        "datum: 2026-10-26, van: 2:30, tot: 4:00",
        "datum: 2026-03-29, einddatum: 2026-03-30, van: 14:00, tot: 2:30",
    ],
)
def test_every_other_hour_of_those_nights_exists(campaign, fields):
    assert found_by_checking(campaign, **moment(fields)) == []


def test_a_recurrence_must_not_meet_the_skipped_hour(campaign):
    """Neither on its first day nor later, unless that day is left out."""
    night = moment("datum: 2026-03-15, van: 2:30, tot: 4:00")
    expected = f"{AT}:6:32: fout: momenten.van: op 29/3/2026 is 2.30 uur {SKIPPED}"
    assert [expected] == found_by_checking(campaign, **night, herhaling="{elke: week, aantal: 4}")
    assert found_by_checking(campaign, **night, herhaling="{elke: week, aantal: 4, behalve: [2026-03-29]}") == []
    assert found_by_checking(campaign, **night, herhaling="{elke: week, aantal: 2}") == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("datum: 2025-12-04", "6:13: fout: momenten.datum"),
        ("datum: 2027-01-01", "6:13: fout: momenten.datum"),
        ("datum: 2062-03-07", "6:13: fout: momenten.datum"),
        ("datum: 2025-12-04, einddatum: 2025-12-06", "6:13: fout: momenten.datum"),
        ("datum: 2026-12-31, einddatum: 2027-01-01", "6:32: fout: momenten.einddatum"),
        ("datum: 2025-12-01, einddatum: 2027-01-02", "6:32: fout: momenten.einddatum"),
        ("datum: 2025-11", "6:13: fout: momenten.datum"),
        ("datum: januari 2027", "6:13: fout: momenten.datum"),
    ],
)
def test_a_moment_must_lie_within_the_campaign(campaign, fields, place):
    """From 5 December 2025 to 31 December 2026."""
    assert [f"{AT}:{place}: {CAMPAIGN}"] == found_by_checking(campaign, **moment(fields))


@pytest.mark.parametrize(
    "fields",
    [
        "datum: 2025-12-05",
        "datum: 2026-12-31",
        "datum: 2025-12-05, einddatum: 2026-12-31",
        "datum: 2025-12",
        "datum: 2026-12",
    ],
)
def test_the_first_and_last_day_of_the_campaign_belong_to_it(campaign, fields):
    """And so does a month of which it holds some days."""
    assert found_by_checking(campaign, **moment(fields)) == []


def test_two_moments_must_not_have_the_same_id(campaign):
    """Without one of its own, a moment's id is its place in the list."""
    answer = "Geef elk moment een ander id."
    given = found_by_checking(campaign, momenten="[{datum: 2026-03-07, id: start}, {datum: 2026-03-08, id: start}]")
    assert [f"{AT}:6:64: fout: momenten.id: moment 2 heeft hetzelfde id als moment 1: start. {answer}"] == given
    placed = found_by_checking(campaign, momenten='[{datum: 2026-03-07, id: "2"}, {datum: 2026-03-08}]')
    assert [f"{AT}:6:42: fout: momenten.id: moment 2 heeft hetzelfde id als moment 1: 2. {answer}"] == placed
    assert (
        found_by_checking(
            campaign, momenten="[{datum: 2026-03-07, id: start}, {datum: 2026-03-08}, {datum: 2026-03-08, id: einde}]"
        )
        == []
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(
            "{elke: week}",
            "8:1: fout: herhaling: het einde van de herhaling staat er niet. "
            "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal.",
            id="no end",
        ),
        pytest.param(
            "{elke: week, aantal: 3, tot_en_met: 2026-03-21}",
            "8:1: fout: herhaling: het einde van de herhaling staat er twee keer. "
            "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal.",
            id="two ends",
        ),
        pytest.param(
            "{elke: maand, op: [za], aantal: 3}",
            "8:26: fout: herhaling.op: bij elke maand hoort een woord als `eerste dinsdag`. Schrijf bijvoorbeeld `op: eerste dinsdag`.",
            id="weekdays in a month",
        ),
        pytest.param(
            "{elke: week, op: eerste zaterdag, aantal: 3}",
            "8:25: fout: herhaling.op: bij elke week horen dagen van de week. Schrijf bijvoorbeeld `op: [ma, do]`, of `elke: maand`.",
            id="a phrase in a week",
        ),
        pytest.param(
            "{elke: dag, op: [za], aantal: 3}",
            "8:24: fout: herhaling.op: bij elke dag hoort geen `op`. Schrijf `elke: week` als het alleen op die dagen is.",
            id="weekdays in a day",
        ),
        pytest.param(
            "{elke: week, op: [ma, do], aantal: 3}",
            "6:13: fout: momenten.datum: 7/3/2026 is een zaterdag en past niet in de herhaling. "
            "De eerste keer die past is 9/3/2026: schrijf `datum: 2026-03-09`.",
            id="a first day that is not one of its days",
        ),
        pytest.param(
            "{elke: maand, op: laatste zaterdag, aantal: 3}",
            "6:13: fout: momenten.datum: 7/3/2026 is een zaterdag en past niet in de herhaling. "
            "De eerste keer die past is 28/3/2026: schrijf `datum: 2026-03-28`.",
            id="the right weekday in the wrong week",
        ),
        pytest.param(
            "{elke: week, aantal: 3, behalve: [2026-03-14, 2026-03-15]}",
            "8:58: fout: herhaling.behalve: op 15/3/2026 (zondag) is er geen herhaling. Verbeter de datum of verwijder ze.",
            id="an exception on another day",
        ),
        pytest.param(
            "{elke: week, tot_en_met: 2026-03-06}",
            "8:1: fout: herhaling: zo gaat het geen enkele keer door. Kijk het einde en de uitzonderingen na.",
            id="an end before the beginning",
        ),
        pytest.param(
            "{elke: week, aantal: 2, behalve: [2026-03-07, 2026-03-14]}",
            "8:1: fout: herhaling: zo gaat het geen enkele keer door. Kijk het einde en de uitzonderingen na.",
            id="nothing but exceptions",
        ),
        pytest.param(
            "{elke: week, tot_en_met: 2027-01-02}",
            "8:25: fout: herhaling.tot_en_met: de herhaling loopt door na 31/12/2026, het einde van de campagne. "
            "Laat ze stoppen met `tot_en_met: 2026-12-31`.",
            id="a last day after the campaign",
        ),
        pytest.param(
            "{elke: week, aantal: 44}",
            "8:25: fout: herhaling.aantal: de herhaling loopt door na 31/12/2026, het einde van de campagne. "
            "Laat ze stoppen met `tot_en_met: 2026-12-31`.",
            id="one time too many for the campaign",
        ),
    ],
)
def test_a_recurrence_must_be_clear(campaign, rule, expected):
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, herhaling=rule)


@pytest.mark.parametrize(
    "rule",
    [
        "{elke: week, aantal: 43}",
        "{elke: week, aantal: 1}",
        "{elke: week, op: za, tot_en_met: 2026-12-31}",
        "{elke: week, tot_en_met: 2027-01-01}",
        "{elke: week, interval: 2, op: [za, zo], aantal: 4, behalve: [2026-03-07]}",
        "{elke: dag, tot_en_met: 31 december 2026}",
        "{elke: maand, aantal: 3}",
        "{elke: maand, op: eerste zaterdag, aantal: 3}",
        "{elke: week, tot_en_met: 2027-01-02, behalve: [2027-01-02]}",
    ],
)
def test_a_clear_recurrence_passes(campaign, rule):
    """On 7 March 2026, the first Saturday of the month."""
    assert found_by_checking(campaign, herhaling=rule) == []


def test_a_recurrence_that_goes_on_too_often_is_told(campaign):
    """Four hundred times is more than a whole campaign of days."""
    found = found_by_checking(campaign, herhaling="{elke: dag, tot_en_met: 2030-01-01}")
    assert f"{AT}:8:1: fout: herhaling: dit gaat meer dan 400 keer door. Kijk het einde na." == found[0]


@pytest.mark.parametrize(
    "moments",
    ["[{datum: 2026-03-07}, {datum: 2026-03-08}]", "[{datum: 2026-03}]", "[{datum: volgt}]"],
    ids=["two", "a month", "later"],
)
def test_a_recurrence_belongs_to_one_moment_with_a_date(campaign, moments):
    expected = (
        f"{AT}:8:1: fout: herhaling: een herhaling hoort bij één moment met een volledige datum. "
        "Behoud alleen het eerste moment, of verwijder `herhaling` en schrijf elk moment uit."
    )
    assert [expected] == found_by_checking(campaign, momenten=moments, herhaling="{elke: week, aantal: 3}")


def test_a_recurrence_must_not_start_again_before_it_is_over(campaign):
    weekly = {"herhaling": "{elke: week, aantal: 2}"}
    expected = f"{AT}:8:1: fout: herhaling: het begint opnieuw voor het gedaan is. Verkort het moment of verwijder `herhaling`."
    assert [expected] == found_by_checking(campaign, **moment("datum: 2026-03-07, einddatum: 2026-03-14"), **weekly)
    assert found_by_checking(campaign, **moment("datum: 2026-03-07, einddatum: 2026-03-13"), **weekly) == []


@pytest.mark.parametrize(
    ("changes", "last"),
    [
        ({}, "7/3/2026"),
        (moment("datum: 2026-03-01, einddatum: 7/3/2026"), "7/3/2026"),
        ({"momenten": "[{datum: 2026-03-07}, {datum: 2026-03-01}]"}, "7/3/2026"),
        (moment("datum: 2026-02-21"), "21/2/2026"),
        (moment("datum: 2026-02-21") | {"herhaling": "{elke: week, aantal: 3}"}, "7/3/2026"),
    ],
)
def test_one_can_register_until_the_last_day_at_most(campaign, changes, last):
    line = 8 + ("herhaling" in changes)
    expected = f"{AT}:{line}:34: fout: inschrijven.tot: inschrijven kan tot 8/3/2026, maar dan is alles voorbij ({last}). Kijk beide datums na."
    assert [expected] == found_by_checking(campaign, **changes, inschrijven="{url: https://a.be, tot: 2026-03-08}")


@pytest.mark.parametrize(
    "changes",
    [
        moment("datum: 2026-03-08"),
        moment("datum: 2026-03-07, einddatum: 2026-03-08"),
        moment("datum: maart 2026"),
        {"momenten": "[{datum: 2026-03-01}, {datum: volgt}]"},
        moment("datum: 2026-03-01") | {"herhaling": "{elke: week, aantal: 2}"},
    ],
)
def test_registering_until_the_last_day_passes(campaign, changes):
    """As long as a day is not known, it may be later."""
    assert found_by_checking(campaign, **changes, inschrijven="{url: https://a.be, tot: 2026-03-08}") == []


def test_every_wrong_moment_is_told(campaign):
    """Each on its own line."""
    moments = "\n  - {datum: 2026-03-07, weekdag: zo}\n  - {datum: 2026-03-08}\n  - {datum: 2027-03-07}"
    assert [
        f"{AT}:7:25: fout: momenten.weekdag: 7/3/2026 is een zaterdag, geen zondag. "
        "Schrijf `weekdag: zaterdag`, of `datum: 2026-03-08` als het zondag is.",
        f"{AT}:9:6: fout: momenten.datum: {CAMPAIGN}",
    ] == found_by_checking(campaign, momenten=moments)
