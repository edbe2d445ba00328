"""Tables: what people call columns, how they write days and hours, and rows that belong together."""

import io
from datetime import date, datetime, time, timedelta
from time import process_time

import pytest
from openpyxl import Workbook

from doemee.intake.found import Unreadable
from doemee.intake.table import csv_file, xlsx_file
from doemee.load.submission import Submission
from tests.example_campaign import campaign

DAY = datetime(2026, 3, 7)  # noqa: DTZ001 - a cell knows no zone
HEADER = ["titel", "samenvatting", "organisatie", "type", "datum", "van", "tot", "postcode"]
ROW = [
    "Soep op de stoep",
    "Een kom soep voor de hele straat.",
    "De Linde",
    "actie",
    "2026-03-07",
    "14:00",
    "17:00",
    "9800",
]


def read(text: str | bytes):
    return csv_file.read("tabel.csv", text if isinstance(text, bytes) else text.encode(), campaign())


def table(*rows: list, header: list = HEADER, mark: str = ";") -> str:
    return "".join(mark.join(row) + "\n" for row in (header, *rows))


def workbook(*rows: list, header: list = HEADER) -> bytes:
    book = Workbook()
    for row in (header, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_field_of_the_declaration_is_a_column():
    """A new field is a column at once; what stands in a group has a dotted name."""
    from doemee.write.data.choices import Choices
    from doemee.write.data.columns import columns

    keys = [column.key for column in columns(Choices(campaign()))]
    assert {key.split(".")[0] for key in keys} - {"beschrijving", "bestandsnaam"} == set(Submission.model_fields)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_cells_stand_apart_by_any_of_three_signs(mark):
    """Semicolons in Belgium, commas elsewhere, tabs when it was copied."""
    fields = read(table(ROW, mark=mark)).found[0].fields
    assert fields == {
        "titel": "Soep op de stoep",
        "samenvatting": "Een kom soep voor de hele straat.",
        "organisatie": {"naam": "De Linde"},
        "type": "actie",
        "momenten": [{"datum": "2026-03-07", "van": "14:00", "tot": "17:00"}],
        "locatie": {"postcode": "9800"},
    }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (table(ROW).replace("stoep", "stoep é").encode("utf-8-sig"), ""),
        (table(ROW).replace("stoep", "stoep é").encode("cp1252"), "Windows-1252"),
        (table(ROW).replace("stoep", "stoep é").encode("utf-16"), "UTF-16"),
        (("sep=;\n" + table(ROW).replace("stoep", "stoep é")).encode(), ""),
    ],
)
def test_excel_saves_in_four_ways(data, told):
    """With and without a mark; what we had to guess is told."""
    reading = read(data)
    assert reading.found[0].fields["titel"] == "Soep op de stoep é"
    assert told in " ".join(map(str, reading.remarks))
    assert bool(reading.remarks) == bool(told)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Titel", "titel"),
        ("TITEL *", "titel"),
        ("Organisatie", "organisatie.naam"),
        ("Soort", "type"),
        ("Postcode [locatie.postcode]", "locatie.postcode"),
        ("locatie.postcode", "locatie.postcode"),
        ("Straat en nummer", "locatie.adres"),
        ("Status", "status"),
        ("Website", "website"),
        ("Tot", "momenten.tot"),
        ("Begindatum", "momenten.datum"),
        ("E-mail", "contact.email"),
        ("Thema's", "themas"),
        ("SDG’s", "sdgs"),
        ("Help mee", "help_mee"),
        ("help_mee", "help_mee"),
        ("Naam [bestaat.niet]", None),
        ("Zaalverantwoordelijke", None),
    ],
)
def test_a_column_is_known_by_its_key_or_its_title(heading, key):
    """A title that several fields have is that of the initiative as a whole."""
    from doemee.write.data.choices import Choices
    from doemee.write.data.columns import column_of, columns

    assert column_of(heading, columns(Choices(campaign()))) == key


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("7/3/2026", {"datum": "2026-03-07"}),
        ("07-03-2026", {"datum": "2026-03-07"}),
        ("7.3.2026", {"datum": "2026-03-07"}),
        ("7 maart 2026", {"datum": "2026-03-07"}),
        ("2026-03-07 00:00:00", {"datum": "2026-03-07"}),
        ("7/03/2026 14:30", {"datum": "2026-03-07", "van": "14:30"}),
        ("zaterdag 7 maart 2026", {"datum": "2026-03-07", "weekdag": "zaterdag"}),
        ("za 7/3/2026", {"datum": "2026-03-07", "weekdag": "za"}),
        ("mei 2026", {"datum": "mei 2026"}),
        ("volgt", {"datum": "volgt"}),
        ("07/03/26", {"datum": "07/03/26"}),
        ("3/14/2026", {"datum": "3/14/2026"}),
    ],
)
def test_days_as_people_write_them(cell, moment):
    """The day goes first, as in Belgium; what is not clear stays as it is and the check asks."""
    header = ["titel", "datum"]
    assert read(table(["Soep", cell], header=header)).found[0].fields["momenten"] == [moment]


def test_names_stand_for_ids():
    """Types, themes, goals, audiences and statuses by the names on the site; unknown ones stay, for the check."""
    header = ["titel", "type", "themas", "sdgs", "doelgroep", "status", "taal"]
    row = [
        "Soep",
        "Bedanking of feest",
        "Ga samenwerken, zorg-dat-je-gezien-wordt",
        "SDG 2, 11",
        "Iedereen|Jongeren",
        "Volzet",
        "Nederlands, fr",
    ]
    fields = read(table(row, header=header)).found[0].fields
    assert {key: fields[key] for key in header[1:]} == {
        "type": "feest",
        "themas": ["ga-samenwerken", "zorg-dat-je-gezien-wordt"],
        "sdgs": ["2", "11"],
        "doelgroep": ["iedereen", "jongeren"],
        "status": "volzet",
        "taal": ["nl", "fr"],
    }
    assert read(table(["Soep", "Actei"], header=["titel", "type"])).found[0].fields["type"] == "actei"


def test_rows_with_the_same_title_are_moments_of_one():
    """Or rows without a title below it; a place or a status of its own goes with the moment."""
    header = ["titel", "organisatie", "datum", "van", "postcode", "gemeente", "status"]
    rows = [
        ["Soep", "De Linde", "7/3/2026", "14u", "9800", "Deinze", ""],
        ["soep", "", "14/3/2026", "14u", "9000", "Gent", "geannuleerd"],
        ["", "", "21/3/2026", "14u", "", "", ""],
        ["Soep", "De Beuk", "28/3/2026", "14u", "9800", "Deinze", ""],
    ]
    first, other = (found.fields for found in read(table(*rows, header=header)).found)
    assert first["momenten"] == [
        {"datum": "2026-03-07", "van": "14:00"},
        {
            "datum": "2026-03-14",
            "van": "14:00",
            "locatie": {"postcode": "9000", "gemeente": "Gent"},
            "status": "geannuleerd",
        },
        {"datum": "2026-03-21", "van": "14:00"},
    ]
    assert (first["locatie"]["postcode"], other["organisatie"]) == ("9800", {"naam": "De Beuk"})


def test_a_row_without_a_name_of_file_continues_the_last_of_that_title():
    """The last to begin, whichever of them got the title first."""
    header = ["bestandsnaam", "titel", "datum"]
    rows = [
        ["eerst", "", "7/3/2026"],
        ["dan", "Soep", "8/3/2026"],
        ["eerst", "Soep", "9/3/2026"],
        ["", "soep", "10/3/2026"],
    ]
    first, then = (found.fields["momenten"] for found in read(table(*rows, header=header)).found)
    assert [moment["datum"] for moment in first] == ["2026-03-07", "2026-03-09"]
    assert [moment["datum"] for moment in then] == ["2026-03-08", "2026-03-10"]


def test_a_table_costs_no_more_than_its_rows():
    """As many rows as we read, each with a title of its own: comparing each with each took nine seconds."""
    rows = [[f"Soep nummer {number}", "7/3/2026"] for number in range(4990)]
    start = process_time()
    assert len(read(table(*rows, header=["titel", "datum"])).found) == 1000
    assert process_time() - start < 3


def test_rows_that_contradict_each_other_are_told():
    """The first one counts, and both values are named."""
    rows = [["Soep", "7/3/2026", "gratis"], ["Soep", "14/3/2026", "5"]]
    reading = read(table(*rows, header=["titel", "datum", "prijs"]))
    assert reading.found[0].fields["prijs"] == "gratis"
    assert "rij 3: te doen: prijs is hier “5” en op rij 2 “gratis”; we houden dat van rij 2" in str(reading.remarks[0])


def test_a_recurrence_fits_in_a_row():
    """Its days as in a file."""
    header = ["titel", "datum", "herhaling.elke", "herhaling.op", "herhaling.tot_en_met", "herhaling.behalve"]
    row = ["Soep", "3/3/2026", "week", "di, do", "30/6/2026", "7/4/2026, 21/5/2026"]
    assert read(table(row, header=header)).found[0].fields["herhaling"] == {
        "elke": "week",
        "op": ["di", "do"],
        "tot_en_met": "2026-06-30",
        "behalve": ["2026-04-07", "2026-05-21"],
    }


def test_values_without_a_place_are_told():
    """A column that nobody knows, a column without a name, a row that is too long, a row without a title."""
    text = "titel;datum;Zaalsleutel;\nSoep;7/3/2026;Jef;x;nog iets\n;;Marie;\n"
    told = [str(remark) for remark in read(text).remarks]
    assert told[0].startswith("tabel.csv: rij 1: te doen: de kolom “Zaalsleutel” kennen we niet (2 waarden).")
    assert "kolom 4 heeft geen naam (1 waarde)" in told[1]
    assert "rij 2: te doen: deze rij heeft meer cellen dan er kolommen zijn" in told[2]
    assert "rij 3: te doen: deze rij heeft geen titel" in told[3]


def test_a_table_without_a_header_is_refused():
    """With the names that must be there."""
    with pytest.raises(Unreadable) as refused:
        read("Soep;7/3/2026\n")
    assert "Zet op de eerste rij: Titel, Samenvatting" in refused.value.hint


def test_cells_of_a_workbook_are_read_as_they_are_shown():
    """Real dates, hours, durations, numbers and booleans; an hour in the cell of the day is the hour."""
    header = [*HEADER, "prijs", "online"]
    rows = [
        [*ROW[:4], DAY, time(14, 0), time(17, 30), 9800, 12.5, True],
        [*ROW[:4], date(2026, 3, 8), timedelta(hours=9, minutes=30), "12u", 9800.0, 12.5, True],
        [*ROW[:4], DAY.replace(day=9, hour=20, minute=15), None, None, "9800", 12.5, True],
    ]
    fields = xlsx_file.read("x.xlsx", workbook(*rows, header=header), campaign()).found[0].fields
    assert fields["momenten"] == [
        {"datum": "2026-03-07", "van": "14:00", "tot": "17:30"},
        {"datum": "2026-03-08", "van": "09:30", "tot": "12:00"},
        {"datum": "2026-03-09", "van": "20:15"},
    ]
    assert (fields["locatie"], fields["prijs"], fields["online"]) == ({"postcode": "9800"}, "12.5", "true")


def test_a_workbook_becomes_a_file_that_is_right(bring_in, written):
    """And the same table as CSV is the same initiative."""
    row = [*ROW[:4], DAY, time(14, 0), time(17, 0), 9800]
    assert bring_in("x.xlsx", workbook(row))[0] == 0
    before = written()
    assert bring_in("x.csv", table(ROW)) == (0, "1 initiatief gevonden: 1 ongewijzigd. Alles is in orde.\n")
    assert written() == before


def test_only_the_sheet_with_a_header_is_read():
    """That another one was left is told."""
    book = Workbook()
    book.active.title = "Nota"
    book.active.append(["zomaar wat"])
    for name in ("Activiteiten", "Oud"):
        sheet = book.create_sheet(name)
        for row in (HEADER, ROW):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    reading = xlsx_file.read("x.xlsx", out.getvalue(), campaign())
    assert len(reading.found) == 1
    assert "het tabblad “Oud” lezen we niet, alleen “Activiteiten”" in str(reading.remarks[0])
