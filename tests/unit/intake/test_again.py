"""The second import: nothing twice, changes followed, and what a person wrote is a person's."""

import json
import re
from pathlib import Path

import pytest

from tests.unit.intake.calendars import calendar, event

FILE = "soep-op-de-stoep.md"
ORGANISATION = ("--organisatie", "Buurthuis De Linde")


def bring(bring_in, *events: str, options: tuple[str, ...] = ORGANISATION) -> tuple[int, str]:
    return bring_in("agenda.ics", calendar(*events), *options)


def test_a_first_import_is_right_and_says_so(bring_in, written):
    """A source that says everything leaves nothing to do."""
    status, report = bring(bring_in, event())
    assert (status, report) == (
        0,
        f"nieuw: data/initiatives/{FILE}\n1 initiatief gevonden: 1 nieuw. Alles is in orde.\n",
    )
    assert list(written()) == [FILE]


def test_the_line_of_origin_holds_no_uid_and_no_digit(bring_in, written):
    """A UID may be a mail address or look like somebody's number, and comments become public."""
    bring(bring_in, event(UID="jan.peeters@gmail.com-85073003328"))
    line = written()[FILE].decode().splitlines()[1]
    assert re.fullmatch("# ingevoerd: ics:[a-z]{16} [a-z]{12} [a-z]{12}", line)
    assert "privemail" not in line


def test_a_changed_source_changes_a_file_that_nobody_touched(bring_in, written):
    """In its own place: the name of the file stays, whatever the title becomes."""
    bring(bring_in, event())
    status, report = bring(bring_in, event(SUMMARY="Soep en brood op de stoep"))
    assert (status, list(written())) == (0, [FILE])
    assert report.startswith(f"bijgewerkt: data/initiatives/{FILE}\n")
    assert b"titel: Soep en brood op de stoep" in written()[FILE]
    assert (
        bring(bring_in, event(SUMMARY="Soep en brood op de stoep"))[1]
        == "1 initiatief gevonden: 1 ongewijzigd. Alles is in orde.\n"
    )


def test_a_file_that_was_edited_stays_as_it_is(bring_in, project):
    """Silent while the source says what it said; told, with the difference, when that changes."""
    bring(bring_in, event())
    path = project / "data" / "initiatives" / FILE
    edited = path.read_bytes().replace(b"titel: Soep op de stoep", b"titel: Soep voor iedereen")
    path.write_bytes(edited)
    status, report = bring(bring_in, event())
    assert (status, path.read_bytes(), report) == (
        0,
        edited,
        "1 initiatief gevonden: 1 ongewijzigd. Alles is in orde.\n",
    )
    changed = event(LOCATION="Zaal Zuid\\, Markt 1\\, 9800 Deinze")
    status, report = bring(bring_in, changed)
    assert (status, path.read_bytes()) == (1, edited)
    assert "is met de hand bewerkt en blijft zoals het is" in report
    assert "-  naam: De Linde / +  naam: Zaal Zuid" in report


def test_who_took_over_the_change_is_left_in_peace(bring_in, project):
    """The report says which code to write in the line, and after that it is silent."""
    bring(bring_in, event())
    path = project / "data" / "initiatives" / FILE
    path.write_bytes(path.read_bytes() + b"Breng je kom mee.\n")
    changed = event(LOCATION="Zaal Zuid\\, Markt 1\\, 9800 Deinze")
    new, old = re.search(
        "bovenaan in het bestand ([a-z]+) in de plaats van ([a-z]+)", bring(bring_in, changed)[1]
    ).groups()
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    assert bring(bring_in, changed)[0] == 0


def test_line_ends_of_windows_are_no_edit(bring_in, project):
    """A checkout on Windows changes them in every file."""
    bring(bring_in, event())
    path = project / "data" / "initiatives" / FILE
    windows = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(windows)
    assert bring(bring_in, event())[1] == "1 initiatief gevonden: 1 ongewijzigd. Alles is in orde.\n"
    assert path.read_bytes() == windows
    assert bring(bring_in, event(SUMMARY="Soep en brood"))[1].startswith("bijgewerkt")


def test_a_file_may_be_moved_to_a_folder(bring_in, project, written):
    """Editors order files in folders; the origin goes along."""
    bring(bring_in, event())
    folder = project / "data" / "initiatives" / "2026-03"
    folder.mkdir()
    (project / "data" / "initiatives" / FILE).rename(folder / FILE)
    assert "1 ongewijzigd" in bring(bring_in, event())[1]
    assert list(written()) == [FILE]


def test_a_type_that_was_given_once_stays(bring_in, written):
    """The next import without the option does not take it away."""
    bring(bring_in, event(CATEGORIES=None), options=(*ORGANISATION, "--type", "actie"))
    before = written()
    status, report = bring(bring_in, event(CATEGORIES=None), options=())
    assert (status, report, written()) == (0, "1 initiatief gevonden: 1 ongewijzigd. Alles is in orde.\n", before)


def test_a_type_may_be_given_later(bring_in):
    """What an import left open, the next one may fill."""
    assert bring(bring_in, event(CATEGORIES=None))[0] == 1
    status, report = bring(bring_in, event(CATEGORIES=None), options=(*ORGANISATION, "--type", "actie"))
    assert (status, report.splitlines()[0]) == (0, f"bijgewerkt: data/initiatives/{FILE}")


def test_an_initiative_that_is_there_is_not_written_again(bring_in, project, written):
    """Sent in by hand, with the same title, day and organisation: it is told, and nothing is written."""
    path = project / "data" / "initiatives" / "soep.md"
    path.write_text(
        "---\ntitel: Soep op de stoep\nsamenvatting: Een kom soep voor de straat.\norganisatie: Buurthuis De Linde\n"
        "type: actie\nmomenten: [{datum: 2026-03-07, van: 14u}]\nlocatie: {postcode: 9800}\n---\n",
        encoding="utf-8",
    )
    status, report = bring(bring_in, event())
    assert (status, list(written())) == (0, ["soep.md"])
    assert "“Soep op de stoep” bestaat al: data/initiatives/soep.md" in report
    assert report.endswith("1 initiatief gevonden: 1 bestaat al of dubbel.\n")


def test_the_same_number_of_uitdatabank_is_the_same_initiative(bring_in, project, written):
    """Whether the file has the number or the address."""
    path = project / "data" / "initiatives" / "soep.md"
    path.write_text(
        "---\ntitel: Een andere titel\nsamenvatting: Een kom soep voor de straat.\norganisatie: De Linde\ntype: actie\n"
        "momenten: [{datum: 2026-03-07}]\nlocatie: {postcode: 9800}\nuitdatabank: https://www.uitinvlaanderen.be/agenda/e/soep/AB-12\n---\n",
        encoding="utf-8",
    )
    one = {"@id": "https://io.uitdatabank.be/event/ab-12", "mainLanguage": "nl", "name": {"nl": "Soep"}, "terms": []}
    one |= {"calendarType": "single", "startDate": "2026-03-07T14:00:00+01:00", "endDate": "2026-03-07T15:00:00+01:00"}
    assert "bestaat al" in bring_in("uit.json", json.dumps(one))[1]
    assert list(written()) == ["soep.md"]


def test_the_same_content_twice_becomes_one_file(bring_in, written):
    """Under another UID, as calendars that were copied have it."""
    status, report = bring(bring_in, event(), event(UID="kopie@example.org"))
    assert (status, list(written())) == (0, [FILE])
    assert "“Soep op de stoep” staat er twee keer in" in report


def test_two_of_the_same_name_are_two(bring_in, written):
    """Another hour or place is another initiative; its file gets the day in its name."""
    later = "DTSTART;TZID=Europe/Brussels:20260307T180000\nDTEND;TZID=Europe/Brussels:20260307T190000"
    bring(bring_in, event(), event(later, UID="avond@example.org"))
    assert list(written()) == ["soep-op-de-stoep-2026-03-07.md", FILE]
    before = written()
    bring(bring_in, event(later, UID="avond@example.org"), event())
    assert written() == before


def test_a_moment_that_goes_takes_no_other_ones_place(bring_in, written):
    """The id of a moment is its place in the list: those behind one that goes get theirs written down."""

    def multiple(*days: int) -> str:
        parts = [
            {"startDate": f"2026-03-{day:02}T14:00:00+01:00", "endDate": f"2026-03-{day:02}T15:00:00+01:00"}
            for day in days
        ]
        one = {"@id": "x/event/ab-12", "mainLanguage": "nl", "name": {"nl": "Soep op de stoep"}, "terms": []}
        return json.dumps(
            one | {"description": {"nl": "Een kom soep voor de straat."}, "calendarType": "multiple", "subEvent": parts}
        )

    bring_in("uit.json", multiple(1, 8, 15))
    assert b"id:" not in written()[FILE]
    bring_in("uit.json", multiple(1, 15, 22))
    assert re.findall(r"datum: (\S+)\n.*\n.*\n(?:    id: (\d))?", written()[FILE].decode()) == [
        ("2026-03-01", ""),
        ("2026-03-15", "3"),
        ("2026-03-22", "2"),
    ]
    before = written()
    bring_in("uit.json", multiple(1, 15, 22))
    assert written() == before


def test_into_another_folder(bring_in, project):
    """Below the initiatives, or anywhere else; it is made when it is not there."""
    bring(bring_in, event(), options=("--into", "data/initiatives/ingevoerd"))
    assert (project / "data" / "initiatives" / "ingevoerd" / FILE).is_file()
    assert "1 ongewijzigd" in bring(bring_in, event(), options=())[1]


def test_an_existing_file_is_never_overwritten(bring_in, project, written):
    """Its name is taken, even when it cannot be read."""
    path = project / "data" / "initiatives" / FILE
    path.write_bytes(b"%PDF-1.7")
    bring(bring_in, event())
    assert path.read_bytes() == b"%PDF-1.7"
    assert list(written()) == ["soep-op-de-stoep-2026-03-07.md", FILE]


def test_wrong_usage_gives_two(run, project):
    """A file that is not there, a kind that we do not know, a type that does not exist."""
    Path("x.docx").write_bytes(b"")
    Path("x.ics").write_text(calendar(event()), encoding="utf-8")
    for arguments in (("weg.ics",), ("x.docx",), ("x.ics", "--type", "actei"), ("x.ics", "--into", "x.docx"), ()):
        with pytest.raises(SystemExit) as stopped:
            run("import", *arguments)
        assert stopped.value.code == 2
    assert not list((project / "data" / "initiatives").iterdir())
