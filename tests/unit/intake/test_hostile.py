"""What a stranger may send to hurt: it is refused or made harmless, quickly, and told."""

import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from doemee.load.loader import load
from tests.unit.intake.calendars import calendar, event

pytestmark = pytest.mark.usefixtures("quickly")

HEADER = "titel;samenvatting;organisatie;type;datum;postcode\n"


_KEYS = """name description startDate endDate subEvent status location organizer priceInfo bookingInfo contactPoint offers keywords
audience image openingHours terms labels eventStatus sameAs url inLanguage""".split()  # noqa: SIM905


def workbook(*rows: list) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1,2,3;BYSECOND=1,2,3",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=WEEKLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYSETPOS=0",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=NOOIT",
        "X",
    ],
)
def test_no_rule_runs_away(rule, bring_in, written):
    """At least the first time is there; the rest is told or ends with the campaign."""
    status, _ = bring_in(
        "x.ics", calendar(event(f"DTSTART:16010101T120000Z\nRRULE:{rule}"), event("DTSTART:20260304T120000Z", UID="2"))
    )
    assert status == 1
    assert written()


def test_a_zone_that_jumps_every_second_is_refused(bring_in, written):
    """Working out one offset in it would take for ever."""
    zone = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=SECON\n DLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n"
    status, report = bring_in("x.ics", calendar(event("DTSTART;TZID=X:20260303T120000"), head=zone))
    assert (status, written()) == (1, {})
    assert "de tijdzone in deze agenda springt elk uur" in report


def test_a_source_that_is_too_large_is_refused_unread(bring_in, written):
    """More than five megabytes is no calendar that people keep."""
    status, report = bring_in("x.csv", b"titel;datum\n" + b"a;1\n" * 1_400_000)
    assert (status, written()) == (1, {})
    assert "dit bestand is groter dan 5 MB" in report


def test_a_zip_bomb_is_refused_packed(bring_in, written):
    """Its sizes are read, not what is in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<a/>" + b" " * 60_000_000)
    status, report = bring_in("x.xlsx", out.getvalue())
    assert (status, written()) == (1, {})
    assert "uitgepakt veel te groot" in report


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hallo", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_refused_in_dutch(data, bring_in):
    """A Word file, an old .xls, half a download."""
    status, report = bring_in("x.xlsx", data)
    assert status == 1
    assert "geen werkblad van Excel" in report


def test_entities_in_a_workbook_are_refused(bring_in):
    """XML with a document type can fetch files or grow without end; no workbook needs one."""
    data = io.BytesIO(workbook(["titel", "datum"], ["Soep", "2026-03-07"]))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as packed, zipfile.ZipFile(out, "w") as changed:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "b">]>' + content
            changed.writestr(name, content)
    assert "DOCTYPE" in bring_in("x.xlsx", out.getvalue())[1]


def test_formulas_are_not_taken_over(bring_in, written):
    """Not from a workbook and not from a CSV; the cell is named, with what to do."""
    row = ["Soep op de stoep", '=HYPERLINK("https://evil.example","soep")', "De Linde", "actie", "2026-03-07", "9800"]
    for name, data in (
        ("x.xlsx", workbook(HEADER.strip().split(";"), row)),
        ("x.csv", HEADER + ";".join(row).replace('"', "'") + "\n"),
    ):
        report = bring_in(name, data)[1]
        assert "in samenvatting staat een formule" in report
        assert b"HYPERLINK" not in b"".join(written().values())


@pytest.mark.parametrize("start", ["+32 9 000 00 00", "@soep", "-5", "'=1+1"])
def test_text_that_only_looks_like_a_formula_is_text(start, bring_in, written):
    """A telephone number starts with a plus."""
    bring_in(
        "x.csv",
        f"{HEADER.strip()};contact.naam\nSoep op de stoep;Een kom soep voor de straat.;De Linde;actie;2026-03-07;9800;{start}\n",
    )
    assert start.removeprefix("'") in written()["soep-op-de-stoep.md"].decode()


@pytest.mark.parametrize(
    "title",
    ["\u202eTXT.exe soep op de stoep", "So\u200bep op de stoep", "Soep op \x1b[2Jde stoep", "Soep\u2028op de stoep"],
)
def test_hidden_signs_are_taken_out_and_told(title, bring_in, written):
    """What turns the direction of reading or hides never reaches a file or the terminal."""
    status, report = bring_in(
        "x.json",
        json.dumps({"@type": "Event", "name": title, "startDate": "2026-03-07", "description": "Een kom soep."}),
    )
    assert status == 1
    for sign in "\u202e\u200b\x1b\u2028":
        assert sign not in report
        assert sign.encode() not in b"".join(written().values())


def test_a_title_gives_no_path(bring_in, project):
    """The name of a file is made from letters and digits only, whatever the source asks."""
    rows = "../../../etc/passwd;Een kom soep voor de straat.;De Linde;actie;2026-03-07;9800;../../x\n日本語;Een kom soep voor de straat.;De Linde;actie;2026-03-08;9800;\n"
    bring_in("x.csv", HEADER.strip() + ";bestandsnaam\n" + rows)
    assert sorted(path.name for path in (project / "data" / "initiatives").iterdir()) == [
        "initiatief-2026-03-08.md",
        "initiatief-x-2026-03-07.md",
    ]
    assert sorted(path.name for path in project.parent.iterdir()) == ["project", "x.csv"]


def test_yaml_in_a_value_stays_a_value(bring_in, written):
    """Quotes, colons and dashes of a stranger never become a field."""
    evil = 'Soep"\\n---\ntype: actie\nstatus: geannuleerd'
    bring_in(
        "x.json",
        json.dumps({"@type": "Event", "name": evil, "startDate": "2026-03-07", "description": f"{evil}. {evil}"}),
    )
    loaded = load("x.md", next(iter(written().values())))
    assert set(loaded.tree.data) == {"titel", "samenvatting", "momenten"}


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 50_000, "NaN", '"x"', "{", "[]", "null", '[{"@type":"Event","name":{},"startDate":[]}]'],
)
def test_json_of_any_shape_is_answered(text, bring_in):
    """Deep, broken, empty or nonsense: something to do, and no error of Python's."""
    status, report = bring_in("x.json", text)
    assert status == 1
    assert "te doen" in report


def test_values_of_another_kind_than_expected_are_no_trouble(bring_in):
    """Where a text belongs stands a list, a number or a group: UiTdatabank and schema.org alike."""
    odd: list = [None, 5, True, "x", [], {}, [[]], [{}], {"a": {"b": []}}, [1, "x"]]
    for kind in ("uit", "schema"):
        base = {"calendarType": "single", "terms": []} if kind == "uit" else {"@type": "Event"}
        events = [base | {"name": "Soep", "startDate": "2026-03-07"} | {key: value} for key in _KEYS for value in odd]
        events += [
            base | {"calendarType": value, "startDate": "2026-03-07", "endDate": "2026-03-08"}
            for value in ("periodic", "multiple", "x", 5)
        ]
        assert bring_in(f"{kind}.json", json.dumps(events))[0] == 1


def test_more_than_a_thousand_are_counted_off(bring_in, written):
    """And that there are more is told."""
    rows = "".join(
        f"Soep nummer {n};Een kom soep voor de straat.;De Linde;actie;2026-03-07;9800\n" for n in range(1003)
    )
    status, report = bring_in("x.csv", HEADER + rows)
    assert (status, len(written())) == (1, 1000)
    assert "er staan meer dan 1000 initiatieven in" in report


def test_an_endless_text_is_cut_and_told(bring_in, written):
    """A megabyte in a field becomes no megabyte in git."""
    bring_in(
        "x.json",
        json.dumps(
            {"@type": "Event", "name": "Soep op de stoep", "startDate": "2026-03-07", "description": "![" * 300_000}
        ),
    )
    assert all(len(data) < 64 * 1024 for data in written().values())
