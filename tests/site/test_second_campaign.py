"""Another campaign is other data: the one in tests/second_campaign/, of twelve Dutch provinces, builds with our code."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from tests import example_campaign as example
from tests.example_campaign import build

REGIONS = yaml.safe_load((example.SECOND / "data" / "regions.yml").read_text(encoding="utf-8"))

OURS = re.compile(
    r"vlaanderen|vlaams|flanders|brussel|belgi[eë]|bosa\b|\bvsvw\b|ivy|nl[-_]be\b|\bantwerpen\b|\bgent\b|deinze",
    re.IGNORECASE,
)
NOT_OURS_ALONE = re.compile(r"Europe(?:/|%2F)Brussels|uitinvlaanderen\.be|Vlaamse Gebarentaal")
"""What any campaign of this code has: its time zone, the field for UiTdatabank, and the name of a language."""


def texts(site: Path) -> dict[str, str]:
    """Everything that is made for people, apps and machines to read; scripts and styles are the theme's."""
    paths = [path for path in site.rglob("*") if path.suffix in (".html", ".ics", ".xml", ".json", ".csv")]
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    for path in (*site.glob("*.epub"), *site.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as parts:
            names = (name for name in parts.namelist() if name.endswith(("html", "xml", "opf")))
            found |= {f"{path.name}/{name}": parts.read(name).decode() for name in names}
    return found


@pytest.mark.parametrize("region", [row["id"] for row in REGIONS])
def test_each_region_has_its_addresses(second_site, region):
    """Page, feed, list for other sites and sheet of each province, and of the whole."""
    for address in (
        f"kalender/provincie/{region}/index.html",
        f"kalender/provincie/{region}.ics",
        f"kalender/provincie/{region}.xml",
        f"kalender/inbedden/provincie/{region}/index.html",
        f"kalender/affiche/{region}/index.html",
    ):
        assert (second_site / address).is_file(), address


def test_no_word_of_our_own_campaign_stands_in_it(second_site):
    """No page, feed or file speaks of Flanders, Brussels, Belgium or IVY."""
    found = {
        f"{name}: {match[0]}: {text[max(0, match.start() - 60) : match.end() + 20]!r}"
        for name, text in texts(second_site).items()
        for match in OURS.finditer(NOT_OURS_ALONE.sub("", text))
    }
    assert found == set()


def test_its_own_words_stand_there_instead(second_site):
    """Country, area, whole, municipalities, credits and the names of files come from its data."""
    found = texts(second_site)
    addresses = re.findall(r'"addressCountry":"(\w+)"', found["kalender.json"])
    assert set(addresses) == {"NL"}
    assert 'xml:lang="nl-NL"' in found["kalender.xml"]
    assert '<html lang="nl-NL">' in found["kalender/affiche/utrecht/index.html"]
    home = found["index.html"]
    assert '<meta property="og:locale" content="nl_NL">' in home
    assert "Burendagen 2027, in heel Nederland." in home
    assert "van heel Nederland, of alleen van je provincie" in home
    assert "Twee thema's om mee te doen" in home
    assert "Postcodes: verzonnen voor de tests." in found["kalender/data/index.html"]
    figures = found["kalender/cijfers/index.html"]
    assert "<dt>van de 5 Nederlandse gemeenten</dt><dd>1</dd>" in figures
    assert "In <strong>1 van de 5</strong> gemeenten in Nederland is er" in figures
    form = found["kalender/toevoegen/index.html"]
    assert "Vier cijfers en twee letters; daaruit volgt de provincie" in form
    assert "de provincies of heel-nederland" in found["schema/initiatief.json"]
    assert '<span class="dm-example">1012 AB</span>' in form
    assert '<span class="dm-example">Amsterdam</span>' in form
    assert "1012 AB;Amsterdam" in found["kalender/toevoegen/sjabloon.csv"]
    assert "<dc:language>nl-NL</dc:language>" in found["burendagen-2027.epub/EPUB/package.opf"]
    assert 'placeholder="soep, Haarlem, buurthuis …"' in found["kalender/index.html"]
    assert "kennen we niet in Nederland." in found["kalender/index.html"]
    assert {path.name for path in second_site.glob("*.*") if path.suffix in (".pdf", ".epub")} == {
        "burendagen-2027.pdf",
        "burendagen-2027.epub",
    }
    assert 'href="burendagen-2027.pdf"' in home
    assert "../burendagen-2027.epub" in found["tips/index.html"]


def test_a_region_without_an_outline_stays_in_the_list(second_site):
    """The map shows those that have one, the boxes to tick all of them."""
    page = texts(second_site)["kalender/index.html"]
    assert re.findall(r'data-region="([a-z-]+)"', page) == ["noord-holland", "utrecht"]
    boxes = re.findall(r'<input type="checkbox" name="waar" value="([a-z-]+)">', page)
    assert boxes == [row["id"] for row in REGIONS]


def test_nothing_but_tables_of_rows_that_must_be_there(second_project):
    """Without outlines, themes, audiences, tips, initiatives or a whole, all pages are still made."""
    folder = second_project
    (folder / "data" / "provinces.geojson").unlink()
    for name in ("themes", "audiences", "accessibility", "series", "house-style"):
        (folder / "data" / f"{name}.yml").write_text("# Nog niets.\n", encoding="utf-8")
    for name in ("initiatives", "tips"):
        shutil.rmtree(folder / "data" / name)
    regions = [row for row in REGIONS if row["kind"] != "geheel"]
    (folder / "data" / "regions.yml").write_text(yaml.safe_dump(regions), encoding="utf-8")
    result = build(folder, folder / "site", "--strict", DOEMEE_TODAY=example.SECOND_TODAY)
    assert result.returncode == 0, result.stdout + result.stderr
    found = texts(folder / "site")
    assert 'class="dm-map"' not in found["kalender/index.html"] + found["kalender/cijfers/index.html"]
    assert "Zet de kalender in je eigen agenda: helemaal, of alleen van je provincie" in found["index.html"]


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        ("regions.yml", "id: utrecht", "id: sticht", "data/places.csv:4:1: fout: region: de regio utrecht"),
        ("provinces.geojson", '"utrecht"', '"sticht"', "data/provinces.geojson:1:1: fout: de omtrek sticht"),
        ("campaign.yml", "country: NL\n", "", "data/campaign.yml:3:1: fout: country: deze sleutel ontbreekt"),
        ("types.yml", "plural: Feesten", "plurral: Feesten", "data/types.yml:3:3: fout: plurral: deze sleutel kennen"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_reported(second_project, table, old, new, expected):
    """A mistake in the data is a line with its place in Dutch, and never a traceback."""
    path = second_project / "data" / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    result = build(second_project, second_project / "site", "--strict", DOEMEE_TODAY=example.SECOND_TODAY)
    assert result.returncode == 1
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
