"""Every spelling of a date, an hour, an amount and yes or no that the contract allows, and no other."""

from datetime import date, time
from decimal import Decimal

import pytest

from doemee.load import spelling
from doemee.load.spelling import END_OF_DAY, Misspelled, Month, MonthlyWeekday, Price

DATE_HINT = "Schrijf de datum als 2026-03-07, 7/3/2026 of 7 maart 2026"
TIME_HINT = "Schrijf het uur als 14:00, 14.00, 14u of 14u30"


def refused(parse, text: str) -> tuple[str, str]:
    with pytest.raises(Misspelled) as caught:
        parse(text)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-07",
        "2026-3-7",
        "7/3/2026",
        "07/03/2026",
        "7 maart 2026",
        "07 maart 2026",
        "7 Maart 2026",
        "7 mrt 2026",
        " 7/3/2026 ",
    ],
)
def test_a_date_has_three_spellings(text):
    assert spelling.parse_date(text) == date(2026, 3, 7)
    assert spelling.parse_day(text) == date(2026, 3, 7)


@pytest.mark.parametrize(("number", "name"), list(enumerate(spelling.MONTHS, 1)))
def test_every_month_has_its_name_and_its_short_name(number, name):
    assert date(2026, number, 1) == spelling.parse_date(f"1 {name} 2026") == spelling.parse_date(f"1 {name[:3]} 2026")
    assert Month(2026, number) == spelling.parse_date(f"{name} 2026") == spelling.parse_date(f"2026-{number:02}")


@pytest.mark.parametrize("text", ["2026-05", "2026-5", "mei 2026", "Mei 2026"])
def test_a_month_means_that_the_day_is_not_known_yet(text):
    assert spelling.parse_date(text) == Month(2026, 5)
    assert refused(spelling.parse_day, text) == (f"“{text}” is geen volledige datum", DATE_HINT)


@pytest.mark.parametrize("text", ["volgt", "Volgt", "datum volgt"])
def test_a_date_can_follow_later(text):
    assert spelling.parse_date(text) == spelling.TO_FOLLOW
    assert refused(spelling.parse_day, text) == (f"“{text}” is geen volledige datum", DATE_HINT)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "7/3/26",
            "07/03/26",
            "26-03-07",
            "7-3-2026",
            "7.3.2026",
            "20260307",
            "2026",
            "7 maart",
            "7 march 2026",
            "7 ma 2026",
        ),
        *("2026-03-07T14:00", "morgen", "", "3/2026", "７/3/2026", "zaterdag 7 maart 2026"),
    ],
)
def test_a_date_is_never_guessed(text):
    assert refused(spelling.parse_date, text) == (f"“{text}” is geen datum die we kunnen lezen", DATE_HINT)


@pytest.mark.parametrize(
    "text", ["30/2/2026", "29 februari 2026", "2026-02-29", "31/4/2026", "2026-13-01", "3/13/2026", "0/3/2026"]
)
def test_a_day_that_is_not_on_the_calendar_is_refused(text):
    assert refused(spelling.parse_date, text) == (f"“{text}” bestaat niet op de kalender", "Kijk de dag en de maand na")


@pytest.mark.parametrize("text", ["2026-13", "2026-00"])
def test_a_month_that_is_not_on_the_calendar_is_refused(text):
    assert refused(spelling.parse_date, text) == (f"“{text}” bestaat niet op de kalender", "Kijk de maand na")


def test_a_leap_day_exists_in_a_leap_year():
    assert spelling.parse_date("29 februari 2028") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, time(14))
            for text in ("14:00", "14.00", "14u", "14u00", "14 u", "14 uur", "14:00 uur", "14U", " 14:00 ")
        ),
        *((text, time(14, 30)) for text in ("14:30", "14.30", "14u30", "14 u 30", "14 uur 30")),
        *((text, time(9, 5)) for text in ("9:05", "09:05", "9.05", "9u05", "09u05")),
        *((text, time(0)) for text in ("0:00", "00:00", "0u")),
        *((text, END_OF_DAY) for text in ("24:00", "24u", "24.00")),
        ("23:59", time(23, 59)),
    ],
)
def test_an_hour_has_its_spellings(text, expected):
    assert expected == spelling.parse_time(text)


@pytest.mark.parametrize(
    "text",
    ["14", "1400", "14h00", "14:0", "9u5", "840", "50400", "half drie", "2 uur 's middags", "2 pm", "14:00:00", ""],
)
def test_an_hour_is_never_guessed(text):
    assert refused(spelling.parse_time, text) == (f"“{text}” is geen uur dat we kunnen lezen", TIME_HINT)


@pytest.mark.parametrize("text", ["25:00", "24:01", "24u30", "14:60", "99u"])
def test_an_hour_that_is_not_on_the_clock_is_refused(text):
    assert refused(spelling.parse_time, text) == (f"“{text}” bestaat niet op de klok", TIME_HINT)


@pytest.mark.parametrize(("number", "name"), list(enumerate(spelling.WEEKDAYS)))
def test_every_weekday_has_its_name_and_two_letters(number, name):
    """Monday is 0."""
    for text in (name, name[:2], name.capitalize(), f"{name[:2]}.", f" {name} "):
        assert number == spelling.parse_weekday(text)


@pytest.mark.parametrize("text", ["zat", "sat", "saturday", "zaterdagen", "6", ""])
def test_a_weekday_is_never_guessed(text):
    assert refused(spelling.parse_weekday, text) == (
        f"“{text}” is geen dag van de week",
        "Schrijf de dag als za of zaterdag",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eerste dinsdag", MonthlyWeekday(1, 1)),
        ("Tweede ma", MonthlyWeekday(2, 0)),
        ("derde za", MonthlyWeekday(3, 5)),
        ("vierde  zondag", MonthlyWeekday(4, 6)),
        ("laatste vrijdag", MonthlyWeekday(-1, 4)),
    ],
)
def test_a_weekday_of_the_month_is_a_phrase(text, expected):
    assert expected == spelling.parse_monthly_weekday(text)


@pytest.mark.parametrize("text", ["vijfde maandag", "1ste dinsdag", "eerste", "dinsdag eerste", ""])
def test_a_phrase_that_does_not_exist_is_refused(text):
    """A fifth Monday is not in every month."""
    hint = "Schrijf bijvoorbeeld `eerste dinsdag`, `derde za` of `laatste vrijdag`"
    assert refused(spelling.parse_monthly_weekday, text) == (f"“{text}” begrijpen we niet", hint)


def test_a_phrase_needs_a_weekday():
    assert refused(spelling.parse_monthly_weekday, "eerste keer")[0] == "“keer” is geen dag van de week"


@pytest.mark.parametrize(
    ("expected", "words"),
    [(True, ("true", "ja", "yes", "Ja", "TRUE", " ja ")), (False, ("false", "nee", "neen", "no", "Nee"))],
)
def test_yes_and_no_are_words(expected, words):
    for word in words:
        assert spelling.is_yes_or_no(word)
        assert expected is spelling.parse_yes_or_no(word)


@pytest.mark.parametrize("text", ["misschien", "1", "0", "on", "off", "y", "n", ""])
def test_what_is_not_clearly_yes_or_no_is_refused(text):
    assert not spelling.is_yes_or_no(text)
    assert refused(spelling.parse_yes_or_no, text) == (
        f"“{text}” is geen ja of nee",
        "Schrijf true (ja) of false (nee)",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, Price("gratis", Decimal(0))) for text in ("gratis", "Gratis", "0", "0,00", "€ 0", "0 euro")),
        *(
            (text, Price("€ 5", Decimal(5)))
            for text in ("5", "5,00", "5.00", "€ 5", "€5", "5 €", "5 euro", "EUR 5", "5 EUR")
        ),
        *((text, Price("€ 12,50", Decimal("12.5"))) for text in ("12,50", "12.50", "12,5", "€ 12,50", "12,50 euro")),
        *(
            (text, Price(text, None))
            for text in ("vrije bijdrage", "5 of 8 euro", "€ 5 per gezin", "1.000 euro", "vanaf 5 euro")
        ),
    ],
)
def test_a_price_is_an_amount_or_the_senders_own_words(text, expected):
    assert expected == spelling.parse_price(text)
