"""The campaign: name, period and tables from data/*.yml; another campaign is other data and no code."""

import re
from datetime import date
from pathlib import Path

import pytest

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
