"""Postcode and municipality: the province follows from the postcode, whatever the name."""

import pytest

from doemee.model.places import Places


@pytest.mark.parametrize(
    ("postcode", "name", "municipality", "region"),
    [
        ("9800", "Deinze", "Deinze", "oost-vlaanderen"),
        ("9800", None, "Deinze", "oost-vlaanderen"),
        pytest.param(
            "2070",
            "Zwijndrecht",
            "Beveren-Kruibeke-Zwijndrecht",
            "oost-vlaanderen",
            id="Zwijndrecht changed province in 2025",
        ),
        pytest.param(
            "2070", "Burcht", "Beveren-Kruibeke-Zwijndrecht", "oost-vlaanderen", id="part of a merged municipality"
        ),
        pytest.param("9820", "Merelbeke", "Merelbeke-Melle", "oost-vlaanderen", id="a former municipality"),
        pytest.param("9820", "Merelbeke-Melle", "Merelbeke-Melle", "oost-vlaanderen", id="a municipality of today"),
        pytest.param("9820", "Bottelare", "Merelbeke-Melle", "oost-vlaanderen", id="a part of a municipality"),
        pytest.param("1050", "Elsene", "Elsene", "brussel", id="1050 is Elsene"),
        pytest.param("1050", "Brussel", "Brussel", "brussel", id="1050 is Brussel too"),
        pytest.param("1050", None, "Elsene", "brussel", id="1050 without a name is Elsene"),
        pytest.param("1040", None, "Etterbeek", "brussel", id="1040 without a name is Etterbeek"),
        pytest.param("1500", "Halle", "Halle", "vlaams-brabant", id="the town of Halle"),
        pytest.param("2980", "Halle", "Zoersel", "antwerpen", id="the village of Halle"),
        pytest.param("3700", "Tongeren", "Tongeren-Borgloon", "limburg", id="Tongeren merged in 2025"),
        pytest.param("8500", "Kortrijk", "Kortrijk", "west-vlaanderen", id="West-Vlaanderen"),
    ],
)
def test_a_postcode_and_a_name_give_the_municipality_of_today(campaign, postcode, name, municipality, region):
    found = campaign.places.municipality(postcode, name)
    assert (municipality, region) == (found.name, found.region)


@pytest.mark.parametrize("name", ["Sint-Niklaas", "Sint Niklaas", "sint-niklaas", "SINT-NIKLAAS", " Sint-Niklaas "])
def test_case_hyphens_and_spaces_make_no_other_place(campaign, name):
    assert campaign.places.municipality("9100", name).name == "Sint-Niklaas"


@pytest.mark.parametrize(
    ("postcode", "name"),
    [
        ("9800", "Gent"),
        ("2980", "Halle-Booienhoven"),
        ("1500", "Zoersel"),
        ("4000", "Luik"),
        ("4000", None),
        ("0000", None),
        ("9800", "★"),
    ],
)
def test_what_does_not_belong_together_gives_nothing(campaign, postcode, name):
    """A name under another postcode, a postcode of Wallonia or none at all."""
    assert campaign.places.municipality(postcode, name) is None


def test_the_names_of_a_postcode_start_with_the_municipality_of_today(campaign):
    expected = ["Merelbeke-Melle", "Bottelare", "Lemberge", "Melle", "Melsen", "Merelbeke", "Munte", "Schelderode"]
    assert expected == campaign.places.names("9820")
    assert campaign.places.names("1050") == ["Elsene", "Brussel"]
    assert campaign.places.names("4000") == []


def test_the_postcodes_of_a_name_are_all_of_them_in_order(campaign):
    """Halle is a town with three postcodes and a village of Zoersel."""
    assert campaign.places.postcodes("Halle") == ["1500", "1501", "1502", "2980"]
    assert campaign.places.postcodes("Utrecht") == []


def test_every_place_lies_in_a_region_of_the_campaign(campaign):
    """And every province and Brussels have places; heel-vlaanderen has none of its own."""
    postcodes = [str(number) for number in range(1000, 10000)]
    regions = {found.region for postcode in postcodes if (found := campaign.places.municipality(postcode))}
    assert regions == {region.id for region in campaign.regions.values() if region.kind != "geheel"}


def test_the_main_municipality_of_a_postcode_comes_first_whatever_the_order_of_the_table():
    row = {"postcode": "1050", "region": "brussel", "listed": "1", "former": "", "lat": "50.8", "lon": "4.3"}
    second = row | {"place": "Brussel", "municipality": "Brussel", "main": "0"}
    first = row | {"place": "Elsene", "municipality": "Elsene", "main": "1"}
    assert Places([second, first]).municipality("1050").name == "Elsene"
