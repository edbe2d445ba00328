"""The rules on all but the hours: each has a case that breaks it and one that just passes."""

import dataclasses

import pytest

from doemee.model.campaign import Area
from tests.submissions import found_by_checking

AT = "data/initiatives/soep.md"
NOWHERE = f"{AT}:2:1: fout: er staat niet waar het is. Voeg `locatie:` met een postcode toe, of `online: true`, of `bereik: [heel-vlaanderen]`."
ACCESSIBILITY = (
    "rolstoeltoegankelijk, toegankelijk-toilet, voorbehouden-parkeerplaats, assistentie, assistentiehond-welkom, ringleiding, "
    "ondertiteling, gebarentaaltolk, audiodescriptie, eenvoudige-taal, prikkelarm, begeleider-gratis, bereikbaar-met-openbaar-vervoer, "
    "contactpunt-toegankelijkheid"
)


def test_the_file_that_the_tests_start_from_is_right(campaign):
    assert found_by_checking(campaign) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"type": "actei"}, "5:1: fout: type: “actei” kennen we niet. Bedoel je `actie`?"),
        (
            {"type": "braderie"},
            "5:1: fout: type: “braderie” kennen we niet. Kies uit: actie, vorming, roadshow, feest, werving, proefmoment, infomoment, "
            "studiedag, wedstrijd, overleg, plechtigheid, campagne.",
        ),
        (
            {"bereik": "[limburg, west-vlaandren]"},
            "8:19: fout: bereik: “west-vlaandren” kennen we niet. Bedoel je `west-vlaanderen`?",
        ),
        (
            {"bereik": "[namen]"},
            "8:10: fout: bereik: “namen” kennen we niet. "
            "Kies uit: antwerpen, limburg, oost-vlaanderen, vlaams-brabant, west-vlaanderen, brussel, heel-vlaanderen.",
        ),
        (
            {"themas": "\n  - ga-samenwerken\n  - ga-samen"},
            "10:5: fout: themas: “ga-samen” kennen we niet. Bedoel je `ga-samenwerken`?",
        ),
        ({"doelgroep": "[jongere]"}, "8:13: fout: doelgroep: “jongere” kennen we niet. Bedoel je `jongeren`?"),
        (
            {"toegankelijkheid": "[rolstoel]"},
            f"8:20: fout: toegankelijkheid: “rolstoel” kennen we niet. Kies uit: {ACCESSIBILITY}.",
        ),
        ({"reeks": "roadshow"}, "8:1: fout: reeks: “roadshow” kennen we niet. Bedoel je `roadshows`?"),
        (
            {"tips": "kom-naar-de-roadshow"},
            "8:1: fout: tips: “kom-naar-de-roadshow” kennen we niet. Bedoel je `kom-naar-een-roadshow`?",
        ),
    ],
)
def test_an_id_must_exist(campaign, changes, expected):
    """A type, region, theme, audience, accessibility fact, series or tip; the list item is pointed at."""
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, **changes)


def test_every_id_of_the_tables_may_be_used(campaign):
    changes = {
        "bereik": campaign.regions,
        "themas": campaign.themes,
        "doelgroep": campaign.audiences,
        "toegankelijkheid": campaign.accessibility,
        "tips": campaign.tips,
    }
    assert found_by_checking(campaign, **{field: f"[{', '.join(ids)}]" for field, ids in changes.items()}) == []
    for field, ids in (("type", campaign.types), ("reeks", campaign.series)):
        assert [problem for one in ids for problem in found_by_checking(campaign, **{field: one})] == []


def test_each_wrong_id_of_a_list_is_told(campaign):
    found = found_by_checking(campaign, themas="[ga-samenwerke, ga-samenwerken, leer-bij]")
    assert [
        f"{AT}:8:10: fout: themas: “ga-samenwerke” kennen we niet. Bedoel je `ga-samenwerken`?",
        f"{AT}:8:41: fout: themas: “leer-bij” kennen we niet. "
        "Kies uit: ga-samenwerken, trek-nieuwe-vrijwilligers-aan, zorg-dat-je-gezien-wordt, zet-je-vrijwilligers-in-de-bloemetjes, "
        "leer-bij-en-vernieuw.",
    ] == found


@pytest.mark.parametrize(
    "changes",
    [
        {"locatie": None},
        {"locatie": None, "online": "nee"},
        {"locatie": None, "online": "no"},
        {"locatie": None, "momenten": "[{datum: 2026-03-07, online: true}, {datum: 2026-03-08}]"},
        {"locatie": None, "momenten": "[{datum: 2026-03-07, online: nee}]"},
    ],
)
def test_an_initiative_must_be_somewhere(campaign, changes):
    """`online: nee` is no place, and one moment without a place is one too many."""
    assert found_by_checking(campaign, **changes) == [NOWHERE]


@pytest.mark.parametrize(
    "changes",
    [
        {"locatie": "{postcode: 9800}"},
        {"locatie": None, "online": "true"},
        {"locatie": None, "online": "https://meet.example/x"},
        {"locatie": None, "bereik": "heel-vlaanderen"},
        {"locatie": None, "bereik": "[limburg, antwerpen]"},
        {
            "locatie": None,
            "momenten": "[{datum: 2026-03-07, online: true}, {datum: 2026-03-08, locatie: {postcode: 9000}}]",
        },
        {"online": "true", "bereik": "[oost-vlaanderen]"},
    ],
)
def test_a_place_online_or_a_reach_is_somewhere(campaign, changes):
    assert found_by_checking(campaign, **changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"locatie": "{postcode: 98}"},
            "7:11: fout: locatie.postcode: “98” is geen postcode. Schrijf de vier cijfers van de postcode.",
        ),
        (
            {"locatie": "Deinze"},
            "7:1: fout: locatie: hier horen velden te staan, elk op een regel. Schrijf ze eronder, met twee spaties ervoor: naam, adres, postcode, gemeente.",
        ),
        (
            {"locatie": None, "online": "zoom"},
            "7:1: fout: online: “zoom” is geen geldig webadres. "
            "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit.",
        ),
    ],
)
def test_a_place_that_could_not_be_read_is_not_missed_as_well(campaign, changes, expected):
    """One mistake gives one line."""
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, **changes)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (
            "{postcode: 9000, gemeente: Deinze}",
            "7:27: fout: locatie.gemeente: Deinze hoort niet bij postcode 9000. Bij 9000 hoort Gent; Deinze heeft postcode 9800 of 9850.",
        ),
        (
            "{postcode: 9000, gemeente: Utrecht}",
            "7:27: fout: locatie.gemeente: Utrecht hoort niet bij postcode 9000. Bij 9000 hoort Gent.",
        ),
        (
            "{postcode: 9000, gemeente: Halle}",
            "7:27: fout: locatie.gemeente: Halle hoort niet bij postcode 9000. "
            "Bij 9000 hoort Gent; Halle heeft postcode 1500, 1501, 1502 of 2980.",
        ),
        (
            "{postcode: 1050, gemeente: Ixelles}",
            "7:27: fout: locatie.gemeente: Ixelles hoort niet bij postcode 1050. Bij 1050 hoort Elsene of Brussel.",
        ),
        (
            "{postcode: 4000, gemeente: Luik}",
            "7:11: fout: locatie.postcode: 4000 is geen postcode in Vlaanderen of Brussel. "
            "Is het buiten Vlaanderen en Brussel? Gebruik dan `bereik` in plaats van `locatie`.",
        ),
        (
            "{naam: De Brielpoort, postcode: 4000}",
            "7:32: fout: locatie.postcode: 4000 is geen postcode in Vlaanderen of Brussel. "
            "Is het buiten Vlaanderen en Brussel? Gebruik dan `bereik` in plaats van `locatie`.",
        ),
        (
            "{postcode: 8900, gemeente: Deinze}",
            "7:27: fout: locatie.gemeente: Deinze hoort niet bij postcode 8900. "
            "Bij 8900 hoort Ieper, Brielen, Dikkebus of Sint-Jan; Deinze heeft postcode 9800 of 9850.",
        ),
        (
            "{postcode: 4800, gemeente: Deinze}",
            "7:11: fout: locatie.postcode: 4800 is geen postcode in Vlaanderen of Brussel. Deinze heeft postcode 9800 of 9850.",
        ),
    ],
)
def test_a_postcode_must_be_ours_and_the_municipality_belong_to_it(campaign, place, expected):
    assert [f"{AT}:{expected}"] == found_by_checking(campaign, locatie=place)


@pytest.mark.parametrize(
    "place",
    [
        "{postcode: 2070, gemeente: Zwijndrecht}",
        "{postcode: 9820, gemeente: Merelbeke}",
        "{postcode: 9820, gemeente: Merelbeke-Melle}",
        "{postcode: 1050, gemeente: Elsene}",
        "{postcode: 1050, gemeente: Brussel}",
        "{postcode: 1500, gemeente: Halle}",
        "{postcode: 2980, gemeente: Halle}",
        "{postcode: 9100, gemeente: sint niklaas}",
        "{postcode: 1000}",
    ],
)
def test_a_municipality_may_have_its_old_name_or_that_of_a_part(campaign, place):
    assert found_by_checking(campaign, locatie=place) == []


def test_moments_that_could_not_be_read_may_have_a_place(campaign):
    """So nothing is said of a place that is missing."""
    expected = f"{AT}:6:13: fout: momenten.datum: “30/2/2026” bestaat niet op de kalender. Kijk de dag en de maand na."
    assert [expected] == found_by_checking(
        campaign, locatie=None, momenten="[{datum: 30/2/2026, locatie: {postcode: 9800}}]"
    )


def test_the_place_of_a_moment_is_looked_at_too(campaign):
    moments = (
        "\n  - datum: 2026-03-07\n  - datum: 2026-03-08\n    locatie:\n      postcode: 9000\n      gemeente: Deinze"
    )
    expected = (
        f"{AT}:11:7: fout: momenten.locatie.gemeente: Deinze hoort niet bij postcode 9000. "
        "Bij 9000 hoort Gent; Deinze heeft postcode 9800 of 9850."
    )
    assert [expected] == found_by_checking(campaign, momenten=moments)


def test_a_former_name_must_be_another_one(campaign):
    expected = f"{AT}:8:28: fout: eerder: dit is de huidige naam van het bestand. Schrijf de vroegere naam, of verwijder de regel."
    assert [expected] == found_by_checking(campaign, eerder="[soep-van-vroeger, soep]")
    assert found_by_checking(campaign, eerder="[soep-van-vroeger]") == []


def test_the_name_of_an_organisation_must_hold_something_for_an_address(campaign):
    expected = f"{AT}:4:1: fout: organisatie: deze naam bevat geen letters voor een adres. Zet er de naam in gewone letters bij."
    assert [expected] == found_by_checking(campaign, organisatie="★★")
    assert [expected] == found_by_checking(campaign, organisatie="{naam: De Linde, partners: [De Olm, ★★]}")
    assert found_by_checking(campaign, organisatie="{naam: ★ É 1 ★, partners: [11.11.11]}") == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"themas": "[ga-samenwerken, ga-samenwerken]"},
            "8:26: waarschuwing: themas: “ga-samenwerken” staat hier twee keer.",
        ),
        ({"sdgs": "[3, 11, 3]"}, "8:15: waarschuwing: sdgs: “3” staat hier twee keer."),
        ({"taal": "[nl, fr, nl]"}, "8:16: waarschuwing: taal: “nl” staat hier twee keer."),
    ],
)
def test_a_list_must_name_each_thing_once(campaign, changes, expected):
    assert [f"{AT}:{expected} Behoud er één van."] == found_by_checking(campaign, **changes)
    assert found_by_checking(campaign, sdgs="[3, 13]", taal="[nl, fr]") == []


def test_a_place_must_lie_within_the_reach(campaign):
    """A place in Deinze and a reach of Limburg contradict each other; the whole of Flanders holds every place."""
    expected = (
        f"{AT}:8:1: waarschuwing: bereik: Deinze ligt in de provincie Oost-Vlaanderen, en dat hoort niet bij dit bereik. "
        "Voeg `oost-vlaanderen` toe, of verwijder `bereik`: de provincie volgt uit de postcode."
    )
    assert [expected] == found_by_checking(campaign, bereik="[limburg, antwerpen]")
    for reach in ("[limburg, oost-vlaanderen]", "heel-vlaanderen", "[limburg, heel-vlaanderen]"):
        assert found_by_checking(campaign, bereik=reach) == []


def test_one_wrong_field_never_hides_what_a_rule_says_of_the_next(campaign):
    """The title cannot be read, the place can, and its postcode does not exist."""
    found = found_by_checking(campaign, titel="x", type="actei", locatie="{postcode: 4000}")
    assert [line.removeprefix(f"{AT}:").split(": ")[0] for line in found] == ["2:1", "5:1", "7:11"]


@pytest.mark.parametrize("value", ["980", "0980", "98000", "B-9800", "9800 Deinze"])
def test_a_postcode_is_spelled_as_in_the_country_of_the_campaign(campaign, value):
    """Its pattern and how to write it are data: data/campaign.yml."""
    assert found_by_checking(campaign, locatie=f"{{postcode: {value}}}") == [
        f"{AT}:7:11: fout: locatie.postcode: “{value}” is geen postcode. Schrijf de vier cijfers van de postcode."
    ]


def test_another_country_has_other_postcodes(campaign):
    """And the area has another name."""
    there = {"pattern": "[1-9][0-9]{3} ?[A-Z]{2}", "spelled": "vier cijfers en twee letters"}
    postcodes = campaign.facts.postcodes.model_copy(update=there)
    areas = [Area(name=name, adjective="", kind="provincie") for name in ("Drenthe", "Groningen", "Friesland")]
    facts = campaign.facts.model_copy(update={"postcodes": postcodes, "areas": areas})
    north = dataclasses.replace(campaign, facts=facts)
    (spelled,) = found_by_checking(north, locatie="{postcode: 9999}")
    assert spelled.endswith("“9999” is geen postcode. Schrijf vier cijfers en twee letters.")
    (unknown,) = found_by_checking(north, locatie="{postcode: 9999 AB}")
    assert unknown.endswith(
        "9999 AB is geen postcode in Drenthe, Groningen of Friesland. "
        "Is het buiten Drenthe, Groningen en Friesland? Gebruik dan `bereik` in plaats van `locatie`."
    )
