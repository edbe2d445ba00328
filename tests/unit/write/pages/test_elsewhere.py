"""Links to agendas, maps and routes elsewhere: the hour is right there too."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

from doemee.write.pages import elsewhere
from tests.example_campaign import TODAY, initiatives, one

PAGE = "https://ivy2026.example/initiatieven/x/"


def query(address: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


def test_a_timed_moment_has_its_hours_in_brussels():
    """Google gets local time with its zone, Outlook the offset: both mean nine o'clock here."""
    initiative = one("studiedag-meten-wat-telt")
    (links,) = elsewhere.agendas(initiative, TODAY, PAGE)
    assert links["when"] == "donderdag 26 maart 2026, van 9.00 tot 16.30 uur"
    google = query(links["google"])
    assert (google["dates"], google["ctz"]) == ("20260326T090000/20260326T163000", "Europe/Brussels")
    assert google["location"].endswith("3000 Leuven")
    outlook = query(links["outlook"])
    assert (outlook["startdt"], outlook["enddt"]) == ("2026-03-26T09:00:00+01:00", "2026-03-26T16:30:00+01:00")


def test_whole_days_end_the_day_after_for_google():
    """Its end is exclusive; Outlook's is the last day with allday."""
    seen = 0
    for initiative in initiatives():
        moment = initiative.moments[0]
        if (
            len(initiative.moments) > 1
            or not (occurrence := moment.next(TODAY))
            or occurrence.start
            or moment.status == "geannuleerd"
        ):
            continue
        (links,) = elsewhere.agendas(initiative, TODAY, PAGE)
        first, _, after = query(links["google"])["dates"].partition("/")
        assert first == occurrence.first_day.strftime("%Y%m%d")
        assert (
            date.fromisoformat(f"{after[:4]}-{after[4:6]}-{after[6:]}").toordinal()
            == occurrence.last_day.toordinal() + 1
        )
        assert query(links["outlook"])["allday"] == "true"
        seen += 1
    assert seen


def test_what_is_over_or_does_not_go_on_has_no_link():
    """Nobody puts a cancelled evening in an agenda."""
    initiative = one("studiedag-meten-wat-telt")
    assert elsewhere.agendas(initiative, date(2026, 12, 31), PAGE) == []


def test_a_map_is_asked_for_the_address_and_a_route_for_the_place():
    venue = one("studiedag-meten-wat-telt").moments[0].venue
    assert query(elsewhere.on_the_map(venue))["query"] == "Voorbeeldvest 100, 3000 Leuven"
    assert query(elsewhere.by_public_transport(venue))["destination"].startswith("Aula De Voorbeeldige Uil")
