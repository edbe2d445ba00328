"""The table to download: made from the declaration, the same every time, and harmless to send back."""

import csv
import io
import zipfile

import pytest
from openpyxl import load_workbook

from doemee.load.submission import Submission
from doemee.write.data.table_template import csv_template, defused, xlsx_template
from tests.example_campaign import campaign

MAKERS = {"sjabloon.csv": csv_template, "sjabloon.xlsx": xlsx_template}


@pytest.mark.parametrize("name", MAKERS)
def test_the_template_itself_writes_nothing(name, bring_in, written):
    """Who sends it back as it is sends nothing, and nothing is wrong with that."""
    status, report = bring_in(name, MAKERS[name](campaign()))
    assert (status, written()) == (0, {})
    assert "het voorbeeld uit het sjabloon is overgeslagen" in report
    assert report.endswith("0 initiatieven gevonden: niets in te voeren.\n")


@pytest.mark.parametrize("name", MAKERS)
def test_the_same_campaign_gives_the_same_bytes(name, monkeypatch):
    """Whatever the clock says: a site that did not change has the same files."""
    first = MAKERS[name](campaign())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert MAKERS[name](campaign()) == first


def test_a_workbook_carries_no_date_of_today():
    """Not in its properties and not in the zip."""
    with zipfile.ZipFile(io.BytesIO(xlsx_template(campaign()))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count("2025-12-05T00:00:00Z") == 2


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_filled_in_below_the_example_is_read(name, bring_in, written):
    """Each column of the template is known by its heading when it comes back."""
    data = MAKERS[name](campaign())
    values = {
        "titel": "Soep op de stoep",
        "samenvatting": "Een kom soep voor de straat.",
        "organisatie.naam": "De Linde",
        "type": "Actie",
    }
    values |= {"momenten.datum": "7/3/2026", "locatie.postcode": "9800"}
    if name.endswith(".csv"):
        header = next(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        row = [values.get(cell.split("[")[-1].rstrip("]"), "") for cell in header]
        data += (";".join(row) + "\r\n").encode()
    else:
        book = load_workbook(io.BytesIO(data))
        sheet = book["Initiatieven"]
        for cell in sheet[1]:
            sheet.cell(3, cell.column, values.get(cell.value.split("[")[-1].rstrip("]")))
        out = io.BytesIO()
        book.save(out)
        data = out.getvalue()
    assert bring_in(name, data)[0] == 0
    assert list(written()) == ["soep-op-de-stoep.md"]


def test_an_example_that_became_a_real_row_is_told(bring_in, written):
    """Who types over it but leaves the word VOORBEELD hears that it was skipped."""
    status, report = bring_in("x.csv", "titel;datum\nVoorbeeld: mijn feest;7/3/2026\n")
    assert (status, written()) == (0, {})
    assert "rij 2: ter info: het voorbeeld uit het sjabloon is overgeslagen" in report


def test_the_workbook_explains_every_column_and_offers_the_choices():
    """With the ids that may be written, and lists to choose from for what is one of a few words."""
    book = load_workbook(io.BytesIO(xlsx_template(campaign())))
    assert book.sheetnames == ["Initiatieven", "Uitleg", "Keuzes"]
    headings = [cell.value for cell in book["Initiatieven"][1]]
    explained = [row[0] for row in book["Uitleg"].iter_rows(values_only=True)]
    assert set(headings) <= set(explained)
    lists = {str(rule.sqref): rule.formula1 for rule in book["Initiatieven"].data_validations.dataValidation}
    offered = [cell.value for cell in book["Keuzes"][1]]
    assert {"type", "status", "momenten.status", "reeks"} <= set(offered)
    assert len(lists) == len(offered)
    types = [row[0] for row in book["Keuzes"].iter_rows(min_row=2, max_col=1, values_only=True) if row[0]]
    assert "actie" in types or offered[0] != "type"


@pytest.mark.parametrize("name", MAKERS)
def test_no_cell_is_a_formula(name):
    """No cell of ours starts with a sign that a spreadsheet follows."""
    data = MAKERS[name](campaign())
    if name.endswith(".csv"):
        cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";") for cell in row]
    else:
        book = load_workbook(io.BytesIO(data))
        cells = [str(cell or "") for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [defused(start + "1") for start in ("=", "+", "-", "@")] == ["'=1", "'+1", "'-1", "'@1"]


def test_required_columns_are_marked():
    """As the declaration says; a field that becomes required is marked at once."""
    header = next(csv.reader(io.StringIO(csv_template(campaign()).decode("utf-8-sig")), delimiter=";"))
    marked = {cell.split("[")[-1].rstrip("]").split(".")[0] for cell in header if " * [" in cell}
    assert marked == {name for name, field in Submission.model_fields.items() if field.is_required()}
