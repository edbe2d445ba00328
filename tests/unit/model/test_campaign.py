"""The campaign: name, period and tables from data/*.yml; another campaign is other data and no code."""

import re
from datetime import date
from pathlib import Path

import pytest

from doemee.load.declared import INITIATIVE, TIP
from doemee.load.spelling import Month
from doemee.model.campaign import BrokenCampaign, load_campaign
from doemee.model.months import last_day
from doemee.problems import Severity

DATA = Path(__file__).resolve().parents[3] / "data"


def replace(path: Path, old: str, new: str) -> int:
    """Change a table; the line on which the change stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def places_of(folder: Path) -> list[tuple[str, int, int, str]]:
    with pytest.raises(BrokenCampaign) as caught:
        load_campaign(folder)
    return [(problem.file, problem.line, problem.column, problem.field) for problem in caught.value.problems]


def test_the_campaign_has_the_period_and_the_name_of_the_data(campaign):
    assert (date(2025, 12, 5), date(2026, 12, 31)) == (campaign.facts.start, campaign.facts.end)
    assert (campaign.facts.name, campaign.facts.id) == ("Doe mee met IVY2026!", "ivy2026-vlaanderen")


def test_the_regions_are_those_of_the_contract_in_its_order(campaign):
    expected = [
        "antwerpen",
        "limburg",
        "oost-vlaanderen",
        "vlaams-brabant",
        "west-vlaanderen",
        "brussel",
        "heel-vlaanderen",
    ]
    assert expected == list(campaign.regions)


def test_tables_keep_the_order_of_their_files(campaign):
    for name in ("types", "themes", "audiences", "accessibility", "series"):
        ids = re.findall(r"^- id: (\S+)$", (DATA / f"{name}.yml").read_text(encoding="utf-8"), re.MULTILINE)
        assert ids == list(getattr(campaign, name)), name


def test_there_are_seventeen_goals_and_twelve_tips(campaign):
    assert [*range(1, 18)] == list(campaign.sdgs)
    assert len([tip for theme in campaign.themes.values() for tip in theme.tips]) == 12
    assert campaign.tips["kom-naar-een-roadshow"] == "Kom naar een roadshow"


def test_the_months_run_from_the_first_to_the_last(campaign):
    assert [Month(2025, 12), *(Month(2026, month) for month in range(1, 13))] == list(campaign.months())


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-12-04", False), ("2025-12-05", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_the_first_and_last_day_belong_to_the_campaign(campaign, day, expected):
    assert expected is campaign.runs_on(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("month", "expected"),
    [(Month(2025, 11), False), (Month(2025, 12), True), (Month(2026, 12), True), (Month(2027, 1), False)],
)
def test_a_month_of_which_one_day_belongs_is_touched(campaign, month, expected):
    assert expected is (month in campaign.months())


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (Month(2026, 12), date(2026, 12, 31)),
        (Month(2026, 2), date(2026, 2, 28)),
        (Month(2028, 2), date(2028, 2, 29)),
        (Month(2026, 4), date(2026, 4, 30)),
    ],
)
def test_a_month_has_a_last_day(month, expected):
    assert expected == last_day(month)


def test_another_campaign_is_other_data(data):
    """Another year, other regions, its own types."""
    replace(data / "campaign.yml", "start: 2025-12-05", "start: 1 mei 2030")
    replace(data / "campaign.yml", "end: 2026-12-31", "end: 30/6/2030")
    (data / "types.yml").write_text(
        '- {id: feest, name: Feest, plural: Feesten, color: "#112233", uitdatabank: {id: 0.1, label: x}}\n',
        encoding="utf-8",
    )
    (data / "series.yml").write_text("# Nog geen reeksen.\n", encoding="utf-8")
    other = load_campaign(data)
    assert [Month(2030, 5), Month(2030, 6)] == list(other.months())
    assert (list(other.types), list(other.series)) == (["feest"], [])


@pytest.mark.parametrize(
    ("table", "old", "new", "column", "field"),
    [
        ("campaign.yml", "end: 2026-12-31", "end: 31-12-2026", 1, "end"),
        ("campaign.yml", "start: 2025-12-05", "start: december 2025", 1, "start"),
        ("campaign.yml", "branch: main", "brench: main", 1, "brench"),
        ("themes.yml", 'color: "#b45309"', "color: oranje", 3, "color"),
        ("themes.yml", "{id: werk-met-ambassadeurs, title:", "{id: werk-met-ambassadeurs, titel:", 7, "tips.title"),
        ("sdgs.yml", "- id: 17", "- id: 18", 3, "id"),
        ("regions.yml", "kind: gewest", "kind: land", 3, "kind"),
        ("types.yml", "- id: roadshow", "- id: Road show", 3, "id"),
        ("audiences.yml", "- id: jongeren", "- id: jongeren\n  naam: x", 3, "naam"),
    ],
)
def test_a_table_that_is_wrong_is_told_with_its_place(data, table, old, new, column, field):
    line = replace(data / table, old, new) + new.count("\n")
    assert (f"data/{table}", line, column, field) in places_of(data)


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        ("campaign.yml", "branch: main\n", "", "campaign.yml:5:1: fout: branch: deze sleutel ontbreekt"),
        (
            "campaign.yml",
            "branch:",
            "brench:",
            "campaign.yml:19:1: fout: brench: deze sleutel kennen we niet. Bedoel je `branch`?",
        ),
        ("campaign.yml", "end: 2026-12-31", "end: later", "campaign.yml:12:1: fout: end: “later” is geen datum"),
        (
            "campaign.yml",
            "end: 2026-12-31",
            "end: 2024-12-31",
            "campaign.yml:5:1: fout: de campagne eindigt voor ze begint",
        ),
        (
            "campaign.yml",
            "country: BE",
            "country: be",
            "fout: country: “be” past hier niet. Schrijf de twee hoofdletters",
        ),
        (
            "campaign.yml",
            "kind: gewest",
            "kind: land",
            "fout: areas.kind: “land” past hier niet. Kies uit: provincie, gewest",
        ),
        (
            "campaign.yml",
            "kind: gewest",
            "kind: provincie",
            "fout: areas: de regio's van de soort provincie horen bij 2 gebieden",
        ),
        (
            "campaign.yml",
            "[1-9][0-9]",
            "[1-9",
            "fout: postcodes.pattern: “[1-9{3}” past hier niet. Schrijf een reguliere",
        ),
        ("campaign.yml", "branch: main", "branch:", "fout: branch: hier staat niets"),
        (
            "campaign.yml",
            'hashtags: ["#ivy2026", "#vrijwilligersjaar"]',
            "hashtags: ivy",
            "fout: hashtags: hier hoort een lijst te staan",
        ),
        (
            "themes.yml",
            'color: "#b45309"',
            "color: oranje",
            "themes.yml:19:3: fout: color: “oranje” past hier niet. Schrijf een kleur",
        ),
        (
            "themes.yml",
            "ambassadeurs, title:",
            "ambassadeurs, titel:",
            "themes.yml:21:7: fout: tips.title: deze sleutel ontbreekt",
        ),
        (
            "types.yml",
            "id: roadshow",
            "id: Road show",
            "types.yml:24:3: fout: id: “Road show” past hier niet. Gebruik kleine letters",
        ),
        (
            "types.yml",
            "  uitdatabank: {id: ",
            "  uitdatabank: {ids: ",
            "types.yml:15:3: fout: uitdatabank.id: deze sleutel ontbreekt",
        ),
        ("audiences.yml", "- id: jongeren", "- id: iedereen", "fout: id: id iedereen staat er al"),
        ("sdgs.yml", "- id: 17", "- id: 18", "sdgs.yml:89:3: fout: id: dit getal mag hoogstens 17 zijn"),
        ("sdgs.yml", "- id: 1\n", "- id: nul\n", "sdgs.yml:9:3: fout: id: hier hoort een getal te staan"),
        (
            "regions.yml",
            "id: limburg",
            "id: limbourg",
            "places.csv:426:1: fout: region: de regio limburg bestaat niet (rijen: ",
        ),
        ("regions.yml", "id: limburg", "id: online", "regions.yml:1:1: fout: id: online is al een deel van een adres"),
        ("places.csv", ",lat,lon", ",breedte,lon", "places.csv:1:1: fout: kolommen ontbreken: lat"),
        ("places.csv", "50.856,4.353", "50.856", "places.csv:2:1: fout: lon: hier hoort een getal te staan"),
        (
            "provinces.geojson",
            '"id":"limburg"',
            '"id":"limbourg"',
            "provinces.geojson:1:1: fout: de omtrek limbourg is van geen regio",
        ),
        (
            "provinces.geojson",
            '"MultiPolygon"',
            '"Point"',
            "provinces.geojson:1:1: fout: dit bestand kunnen we niet lezen",
        ),
    ],
)
def test_what_is_wrong_with_the_data_is_said_in_dutch(data, table, old, new, expected):
    """With the path from the project's root, line, column, key, and what to do; a wrong word of pydantic's is none."""
    replace(data / table, old, new)
    with pytest.raises(BrokenCampaign) as caught:
        load_campaign(data.absolute())
    assert [line for line in str(caught.value).split("\n") if line.startswith("data/") and expected in line] != []


@pytest.mark.parametrize("table", ["regions", "types"])
def test_a_list_that_everything_rests_on_has_a_row(data, table):
    """Without a region or a type nothing can be sent in."""
    (data / f"{table}.yml").write_text("# Nog niets.\n", encoding="utf-8")
    with pytest.raises(BrokenCampaign, match=f"data/{table}.yml:1:1: fout: deze lijst is leeg"):
        load_campaign(data)


def test_all_goals_are_there(data):
    """An initiative may name any of the seventeen."""
    (data / "sdgs.yml").write_text("# Nog niets.\n", encoding="utf-8")
    with pytest.raises(BrokenCampaign, match=r"data/sdgs\.yml:1:1: fout: niet alle SDG's staan hier: 1, 2"):
        load_campaign(data)


def test_a_campaign_may_do_without_outlines(data):
    """Then there is no map."""
    (data / "provinces.geojson").unlink()
    assert load_campaign(data).shapes == {}


def test_a_postcode_may_hold_more_than_its_place_is_known_by(data):
    """A pattern with a group: only what is in it stands in places.csv."""
    replace(data / "campaign.yml", 'pattern: "[1-9][0-9]{3}"', 'pattern: "([1-9][0-9]{3}) ?[A-Z]{2}"')
    replace(data / "campaign.yml", "example: 9000", "example: 9000 AB")
    campaign = load_campaign(data)
    assert {campaign.places.municipality(code).name for code in ("9000 AB", "9000AB", "9000")} == {"Gent"}
    assert campaign.places.municipality("9000 A") is None
    assert campaign.places.municipality("9000 AB", "Gentbrugge") is None
    assert campaign.declared(INITIATIVE).by_key["locatie.gemeente"].example == "Gent"


def test_the_fields_speak_of_the_regions_and_postcodes_of_the_campaign(data):
    """Help and examples, also of a moment; where nothing differs, the declaration is as it was."""
    ours = load_campaign(data)
    assert ours.declared(INITIATIVE) == INITIATIVE
    assert ours.declared(TIP) == TIP
    replace(data / "campaign.yml", "example: 9000", "example: 3500")
    replace(data / "campaign.yml", "help: Vier cijfers;", "help: Vier getallen;")
    fields = load_campaign(data).declared(INITIATIVE).by_key
    for group in ("locatie", "momenten.locatie"):
        assert fields[f"{group}.postcode"].help == "Vier getallen; daaruit volgt de provincie"
        assert (fields[f"{group}.postcode"].example, fields[f"{group}.gemeente"].example) == ("3500", "Hasselt")


def test_every_problem_of_every_table_is_told(data):
    replace(data / "sdgs.yml", "- id: 17", "- id: 18")
    replace(data / "sdgs.yml", "- id: 1\n", "- id: nul\n")
    replace(data / "campaign.yml", "end: 2026-12-31", "end: later")
    assert [file for file, *_ in places_of(data)] == ["data/campaign.yml", "data/sdgs.yml", "data/sdgs.yml"]


def test_a_table_that_is_missing_is_no_empty_table(data):
    (data / "series.yml").unlink()
    with pytest.raises(OSError, match=r"series\.yml"):
        load_campaign(data)


def test_a_warning_in_a_table_stays_one_and_blocks_nothing(data):
    """A Cyrillic letter in a name: the campaign is read, and whoever checks hears of it, on the line of the file."""
    line = replace(data / "themes.yml", "name: ", "name: S\u043eep ")
    (warning,) = load_campaign(data).warnings
    assert (warning.file, warning.line, warning.severity) == ("data/themes.yml", line, Severity.WARNING)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [("- id: roadshow\n", "- id: @roadshow\n", 7), ("- id: roadshow\n", "- id: roadshow\n  id: ander\n", 3)],
    ids=["no YAML", "a key that comes twice"],
)
def test_yaml_that_is_wrong_in_a_table_is_told_on_the_line_of_the_file(data, old, new, column):
    """The name that the list of rows gets is no line of the file."""
    line = replace(data / "types.yml", old, new) + new.count("\n") - 1
    assert ("data/types.yml", line, column) in {place[:3] for place in places_of(data)}
