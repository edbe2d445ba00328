"""`doemee new`: piped answers become the file that they describe, and nothing is written before the end."""

import io

import pytest

from doemee.check import check
from doemee.load.loader import load
from doemee.load.submission import Tip
from tests.example_campaign import campaign
from tests.unit.intake.conftest import RIGHT


def test_answers_become_a_file_that_is_right(new, written):
    """With the values as they were given, and the check content."""
    status, output = new()
    assert status == 0
    assert "  zaterdag 7 maart 2026, van 14.00 tot 17.00 uur\n" in output
    assert "  → zaterdag 7 maart 2026\n" in output
    assert "→ Deinze" in output
    assert "Oost-Vlaanderen" in output
    data = written()["soep-op-de-stoep.md"]
    loaded = load("data/initiatives/soep-op-de-stoep.md", data)
    assert check([loaded], campaign(), frozenset()) == []
    sent = loaded.submission
    assert (sent.titel, sent.organisatie.naam, sent.type) == ("Soep op de stoep", "Buurthuis De Linde", "actie")
    assert (str(sent.momenten[0].datum), f"{sent.momenten[0].van:%H:%M}", sent.locatie.postcode) == (
        "2026-03-07",
        "14:00",
        "9800",
    )


@pytest.mark.parametrize("answer", ["1", "actie", "Actie", "ACTIE"])
def test_a_choice_is_made_by_number_id_or_name(new, written, answer):
    """Whatever is easiest to type."""
    assert new(type=answer)[0] == 0
    assert b"\ntype: actie\n" in written()["soep-op-de-stoep.md"]


@pytest.mark.parametrize(
    ("field", "answers", "told"),
    [
        ("titel", "ab\nSoep op de stoep", "deze tekst telt 2 tekens, er zijn er minstens 3 nodig"),
        ("titel", "\nSoep op de stoep", "Dit is verplicht"),
        ("samenvatting", "kort\nEen kom soep voor de hele straat.", "er zijn er minstens 10 nodig"),
        ("type", "actei\nactie", "“actei” kennen we niet. Bedoel je `actie`?"),
        ("momenten", "morgen\n7/3/2026\n\n14u\n17u\n", "is geen datum die we kunnen lezen"),
        ("momenten", "7/3/2019\n7/3/2026\n\n14u\n17u\n", "dit valt buiten de campagne"),
        ("momenten", "7/3/2026\n\n14u\n13u\n17u\n", "het eindigt (13.00) voor het begint (14.00)"),
        ("waar", "1\n\n\n9999\n9800\nGent\nDeinze", "Gent hoort niet bij postcode 9800"),
        ("organisatie", "Buurthuis De Linde\nlinde\n\n\n", "is geen geldig webadres"),
        ("menu", "11\n\njan@gmail.com\n\n", "dit lijkt iemands eigen mailadres"),
    ],
)
def test_a_wrong_answer_is_told_at_once_and_asked_again(new, written, field, answers, told):
    """In the words of `doemee check`; a warning is told and passes."""
    status, output = new(**{field: answers})
    assert told in output
    assert (status, list(written())) == (0, ["soep-op-de-stoep.md"])


def test_optional_fields_come_from_a_menu(new, written):
    """By number or by name; a list takes more than one, and a description is text of more lines."""
    menu = "thema's\n1, zorg dat je gezien wordt\nSDG's\n2, 11\nBeschrijving\nBreng een kom mee.\n\nTot dan!\n.\n"
    assert new(menu=menu)[0] == 0
    text = written()["soep-op-de-stoep.md"].decode()
    assert "themas: [ga-samenwerken, zorg-dat-je-gezien-wordt]\nsdgs: [2, 11]\n" in text
    assert text.endswith("---\nBreng een kom mee.\n\nTot dan!\n")


def test_a_recurrence_is_asked_of_one_moment(new, written):
    """And read back in words before it is kept."""
    status, output = new(herhaling="ja\nweek\n\n\n28/3/2026\n\n")
    assert status == 0
    assert "elke zaterdag, van 7 maart 2026 tot en met 28 maart 2026, van 14.00 tot 17.00 uur" in output
    assert b"herhaling:\n  elke: week\n  tot_en_met: 2026-03-28\n" in written()["soep-op-de-stoep.md"]


def test_a_recurrence_without_an_end_is_asked_again(new, written):
    """An end is required, and the check says so."""
    status, output = new(herhaling="ja\nweek\n\n\n\n\n\nweek\n\n\n\n4\n")
    assert "het einde van de herhaling staat er niet" in output
    assert status == 0
    assert b"  aantal: 4\n" in written()["soep-op-de-stoep.md"]


def test_more_moments_with_a_place_of_their_own(new, written):
    """From the second on one is asked for what is different."""
    second = "7/3/2026\n\n14u\n17u\nja\n14/3/2026\n\n14u\n17u\nja\nIn Gent\n\nZaal Zuid\n\n9000\n\n\n"
    status, _ = new(momenten=second, herhaling="nee")
    text = written()["soep-op-de-stoep.md"].decode()
    assert "  - datum: 2026-03-14\n    van: 14:00\n" in text
    assert "    titel: In Gent\n    locatie:\n      naam: Zaal Zuid\n      postcode: 9000\n" in text
    assert status == 0


def test_what_is_not_right_is_asked_again(new, written):
    """When the day of the week is not what one meant, or at the very end."""
    status, _ = new(klopt="nee\n8/3/2026\n\n14u\n17u\n\n\nja", bewaren="nee\n1\nSoep en brood\nja")
    text = written()["soep-op-de-stoep.md"].decode()
    assert status == 0
    assert "titel: Soep en brood\n" in text
    assert "datum: 2026-03-08" in text


@pytest.mark.parametrize("answered", [0, 1, 4, 9, 15, 20])
def test_who_stops_leaves_nothing_behind(project, run, monkeypatch, answered):
    """At any question, with Ctrl-D as with Ctrl-C."""
    lines = "\n".join(RIGHT.values()).split("\n")
    assert len(lines) == 21
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines[:answered])))
    status, output = run("new")
    assert (status, output.splitlines()[-1]) == (1, "Gestopt: er is niets geschreven.")
    assert not list((project / "data" / "initiatives").iterdir())


def test_ctrl_c_stops_too(run, monkeypatch, project):
    """Without a trace of Python."""

    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("doemee.intake.dialogue.Dialogue.__init__.__defaults__", (interrupted, print))
    status, output = run("new")
    assert (status, output.splitlines()[-1]) == (1, "Gestopt: er is niets geschreven.")
    assert not list((project / "data" / "initiatives").iterdir())


def test_a_name_that_is_taken_is_not_given(new, written):
    """The proposal is another one, and an answer that is taken is refused."""
    assert new()[0] == 0
    status, output = new(titel="Soep op de stoep", naam="soep-op-de-stoep\nOngeldige Naam\n../x\n")
    assert status == 0
    assert "Er is al een bestand met die naam." in output
    assert output.count("Gebruik 3 tot 80 kleine letters") == 2
    assert list(written()) == ["soep-op-de-stoep-2.md", "soep-op-de-stoep.md"]


def test_a_tip_has_its_own_questions(new, project):
    """From its own declaration, in its own folder."""
    status, _ = new("--tip", answers="Hang een affiche op\nEen affiche aan het raam nodigt uit.\n3\n\n\n\nja\n")
    data = (project / "data" / "tips" / "hang-een-affiche-op.md").read_bytes()
    assert status == 0
    assert load("hang-een-affiche-op.md", data, Tip).submission.thema == "zorg-dat-je-gezien-wordt"
