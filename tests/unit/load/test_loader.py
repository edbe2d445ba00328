"""One file in, one submission out, with every problem that the file by itself shows."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doemee.load.declared import MOST_CHARACTERS
from doemee.load.loader import load
from doemee.load.submission import Status, Submission, Tip
from doemee.problems import Severity
from tests.submissions import PATH, fields, found_by_loading, loaded, markdown

YML = "data/initiatives/soep.yml"

CONTRACT = """\
---
titel: Samen sterk aan de Leie
samenvatting: Een zaterdag lang ruimen vrijwilligers de oevers op, met soep achteraf.
organisatie: Oevergroep Deinze
type: actie
momenten:
  - datum: 2026-03-07
    van: 9u30
    tot: 12:00
locatie: {naam: De Brielpoort, adres: Lucien Matthyslaan 9, postcode: 9800, gemeente: Deinze}
themas: [zorg-dat-je-gezien-wordt]
sdgs: [6, 15]
prijs: gratis
---
Breng laarzen mee. Handschoenen liggen klaar.
"""

EVERY_FIELD = """\
titel: Soep op de stoep
samenvatting: Een kom soep voor de hele straat.
organisatie: {naam: Buurthuis De Linde, website: https://linde.example, partners: [De Olm, 'Stad Deinze']}
type: actie
momenten:
  - {datum: 2026-03-07, einddatum: 8/3/2026, van: 14.00, tot: 14u30, id: ochtend, titel: De start, status: volzet, weekdag: za,
     locatie: {naam: Plein, adres: Markt 1, postcode: 9800, gemeente: Deinze}, online: https://meet.example/x}
herhaling: {elke: maand, interval: 1, op: eerste zaterdag, tot_en_met: 2026-06-30, aantal: 4, behalve: [2026-05-02]}
locatie: {naam: Plein, adres: Markt 1, postcode: 9800, gemeente: Deinze}
online: true
bereik: [heel-vlaanderen]
themas: [ga-samenwerken]
sdgs: [1, 17]
doelgroep: [iedereen]
toegankelijkheid: [rolstoeltoegankelijk]
prijs: 12,50
inschrijven: {url: https://linde.example/in, tot: 2026-03-01, verplicht: ja}
website: https://linde.example
contact: {naam: Het onthaal, email: info@linde.example, telefoon: 09 123 45 67}
afbeelding: {bestand: soep.jpg, alt: Een kom soep, bron: De Linde}
status: bevestigd
reeks: roadshows
taal: [nl, fr]
tips: [werk-met-ambassadeurs]
help_mee: Kom mee groenten snijden.
uitdatabank: 5e5b1a2c-aaaa-bbbb
terugblik: {tekst: Er kwam veel volk., cijfer: 45 liter soep, bron: De Linde}
in_de_kijker: Omdat de hele straat meedoet.
eerder: [soep-2025, soep-2024]
"""


def test_the_example_of_the_contract_is_right():
    file = load(PATH, CONTRACT.encode())
    assert file.problems == []
    assert (file.complete, file.slug, file.body) == (True, "soep", "Breng laarzen mee. Handschoenen liggen klaar.")
    moment = file.submission.momenten[0]
    assert (date(2026, 3, 7), time(9, 30), time(12)) == (moment.datum, moment.van, moment.tot)
    assert file.submission.sdgs == [6, 15]


def test_every_field_of_the_contract_can_be_filled_in():
    """In both kinds of file, with the same outcome."""
    md, yml = (
        load(PATH, f"---\n{EVERY_FIELD}---\nHallo.\n".encode()),
        load(YML, f"{EVERY_FIELD}beschrijving: Hallo.\n".encode()),
    )
    assert [] == md.problems == yml.problems
    assert set(Submission.model_fields) == md.submission.model_fields_set
    assert (md.submission, md.body, md.slug) == (yml.submission, yml.body, yml.slug)


def test_the_description_of_a_yml_file_is_its_field_beschrijving():
    file = loaded(f"{fields()}beschrijving: |\n\n  Breng **laarzen** mee.\n\n  Tot dan!\n", YML)
    assert (file.problems, file.body, file.body_line) == ([], "Breng **laarzen** mee.\n\nTot dan!", 7)


@pytest.mark.parametrize("value", ["", "''", "~"])
def test_a_description_may_be_empty(value):
    file = loaded(path=YML, beschrijving=value)
    assert (file.problems, file.body) == ([], "")


def test_a_description_is_a_text():
    expected = f"{YML}:7:1: fout: beschrijving: hier hoort een tekst. Schrijf `beschrijving: |` en zet de tekst eronder, met twee spaties ervoor."
    assert [expected] == found_by_loading(path=YML, beschrijving="[een, twee]")


@pytest.mark.parametrize(("path", "line"), [(PATH, 9), (YML, 7)])
def test_a_description_has_a_most(path, line):
    """Eight thousand characters are read; that there are more is told."""

    def text(length: int) -> str:
        return markdown("x" * length) if path == PATH else fields(beschrijving="x" * length)

    expected = (
        f"{path}:{line}:1: fout: beschrijving: de beschrijving telt 8001 tekens, er mogen er hoogstens 8000 zijn. "
        "Kort ze in en verwijs voor de rest naar je website."
    )
    assert found_by_loading(text(MOST_CHARACTERS), path) == []
    assert [expected] == found_by_loading(text(MOST_CHARACTERS + 1), path)
    assert len(loaded(text(MOST_CHARACTERS + 1), path).body) == MOST_CHARACTERS


@pytest.mark.parametrize("name", ["soep", "soep-op-de-stoep", "11-11-11", "abc", "x" * 80])
@pytest.mark.parametrize("folder", ["data/initiatives/", "data/initiatives/2026-03/deze-week/", ""])
def test_the_name_of_the_file_is_the_slug_in_whatever_folder(folder, name):
    file = loaded(markdown(), f"{folder}{name}.md")
    assert ([], name) == (file.problems, file.slug)


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Soep Op Straat.md", "soep-op-straat.md"),
        ("soep_op_straat.md", "soep-op-straat.md"),
        ("soep--straat.yml", "soep-straat.yml"),
        ("-soep-.md", "soep.md"),
        ("soep.nl.md", "soep-nl.md"),
        ("ab.md", "mijn-initiatief.md"),
        ("★.md", "mijn-initiatief.md"),
    ],
)
def test_a_name_that_can_be_no_address_gets_one_that_can(name, proposal):
    text = markdown() if name.endswith(".md") else fields()
    expected = (
        f"data/initiatives/{name}:1:1: fout: de naam van dit bestand kan geen adres worden. "
        f"Noem het bijvoorbeeld `{proposal}`: 3 tot 80 kleine letters, cijfers en enkele koppeltekens."
    )
    assert [expected] == found_by_loading(text, f"data/initiatives/{name}")


def test_a_name_has_eighty_characters_at_most():
    assert [problem.code for problem in loaded(markdown(), f"{'x' * 81}.md").problems] == ["bestandsnaam"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Hallo.\n",
            "1:1: fout: dit bestand heeft geen velden, alleen tekst. Kopieer data/initiatives/_voorbeeld.md en vul in wat voor jou geldt.",
            id="no fields, only text",
        ),
        pytest.param(
            "",
            "1:1: fout: dit bestand is leeg. Kopieer data/initiatives/_voorbeeld.md en vul in wat voor jou geldt.",
            id="an empty file",
        ),
        pytest.param(
            "---\n---\n", "1:1: fout: dit bestand bevat geen velden. Begin met het voorbeeldbestand.", id="no fields"
        ),
        pytest.param(
            markdown("x" * 70_000),
            "1:1: fout: dit bestand is 68 KB groot, er mag hoogstens 64 KB in. "
            "Kort de beschrijving in en verwijs voor de rest naar je website.",
            id="too large",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text, expected):
    """Then there is nothing more to say of it, and no submission."""
    file = loaded(text)
    assert [f"{PATH}:{expected}"] == [str(problem) for problem in file.problems]
    assert (file.submission, file.complete) == (None, False)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param(
            markdown(titel="Soep: lekker", sdgs="18"), "dubbelepunt", (2, 12, "titel"), id="a colon in a text"
        ),
        pytest.param(markdown(titel="*soep*", sdgs="18"), "begin-van-tekst", (2, 8, "titel"), id="Markdown in a field"),
        pytest.param(markdown(titel="&soep", sdgs="18"), "anker", (2, 8, "titel"), id="an anchor"),
        pytest.param(markdown(titel="!soep", sdgs="18"), "label", (2, 8, "titel"), id="a tag"),
        pytest.param(
            markdown(sdgs="18").encode().replace(b"Soep", b"So\xebp"), "geen-utf8", (2, 10, "titel"), id="not UTF-8"
        ),
        pytest.param(
            markdown(titel="So\x00ep", sdgs="18"), "onzichtbaar-teken", (2, 10, "titel"), id="a control character"
        ),
    ],
)
def test_a_mistake_that_can_be_seen_through_does_not_hide_the_others(text, code, place):
    """Both are told, and nothing of it counts as complete."""
    file = loaded(text)
    assert [(code, *place), ("sdg", 8, 1, "sdgs")] == [
        (found.code, found.line, found.column, found.field) for found in file.problems
    ]
    assert not file.complete


def test_a_bad_name_does_not_hide_what_is_wrong_inside():
    codes = [problem.code for problem in loaded("Hallo.\n", "data/initiatives/Soep.md").problems]
    assert codes == ["bestandsnaam", "geen-velden"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("soep.md", markdown(sdgs="[6, 18]").encode(), id="as it is"),
        pytest.param("soep.md", b"\xef\xbb\xbf" + markdown(sdgs="[6, 18]").encode(), id="after a byte order mark"),
        pytest.param("soep.md", markdown(sdgs="[6, 18]").replace("\n", "\r\n").encode(), id="with Windows line ends"),
        pytest.param(
            "soep.md", markdown(sdgs="[6, 18]").replace("\n", "\r").encode(), id="with old Macintosh line ends"
        ),
        pytest.param("soep.yml", ("\n" + fields(sdgs="[6, 18]")).encode(), id="in a .yml file"),
        pytest.param(
            "soep.yml",
            b"\xef\xbb\xbf\r\n" + fields(sdgs="[6, 18]").replace("\n", "\r\n").encode(),
            id="in a .yml file of Windows",
        ),
        pytest.param("soep.yml", ("---\n" + fields(sdgs="[6, 18]")).encode(), id="in a .yml file with dashes"),
        pytest.param("soep.yml", ("# één opmerking\n" + fields(sdgs="[6, 18]")).encode(), id="below a comment"),
    ],
)
def test_line_and_column_are_those_of_the_file_on_disk(name, data):
    """The second item of the list on line 8."""
    expected = f"data/initiatives/{name}:8:11: fout: sdgs: “18” is geen SDG. Schrijf een getal van 1 tot en met 17."
    assert [expected] == found_by_loading(data, f"data/initiatives/{name}")


def test_lines_are_right_in_lists_groups_and_long_texts():
    text = (
        "---\n"
        "# Een opmerking\n"
        "titel: Soep op de stoep\n"
        "samenvatting: >-\n"
        "  Een kom soep\n"
        "\n"
        "  voor de hele straat.\n"
        "organisatie:\n"
        "  naam: Buurthuis De Linde\n"
        "  partners:\n"
        "    - De Olm\n"
        "    - X\n"
        "type: actie\n"
        "\n"
        "momenten:\n"
        "  - datum: 2026-03-07\n"
        "    van: half drie\n"
        "\n"
        "  -   datum: 2026-03-08\n"
        "      locatie: {postcode: 9800,  gemeente: Deinze, adres: x}\n"
        "  - {datum: 30/2/2026, van: 14:00}\n"
        "locatie: {naam: De Brielpoort,\n"
        "  postcode: [9800]}\n"
        "---\n"
    )
    found = sorted(loaded(text).problems)
    assert [(problem.line, problem.column, problem.field) for problem in found] == [
        (12, 7, "organisatie.partners"),
        (17, 5, "momenten.van"),
        (20, 52, "momenten.locatie.adres"),
        (21, 6, "momenten.datum"),
        (23, 3, "locatie.postcode"),
    ]


def test_a_key_that_comes_twice_does_not_hide_the_other_problems():
    text = markdown(sdgs="18").replace("type: actie\n", "type: actie\ntype: vorming\n")
    assert [
        f"{PATH}:6:1: fout: type: dit veld staat hier een tweede keer (ook op regel 5). Behoud er één van.",
        f"{PATH}:9:1: fout: sdgs: “18” is geen SDG. Schrijf een getal van 1 tot en met 17.",
    ] == found_by_loading(text)


def test_the_fields_that_are_right_are_kept_beside_the_wrong_ones():
    """So the rules can still look at them; a wrong one is None, one that was left out has its default."""
    file = loaded(titel="x", sdgs="[6, 18]", prijs="5")
    assert not file.complete
    sent = file.submission
    assert (sent.titel, sent.sdgs, sent.prijs.text, sent.type, sent.status, sent.tips) == (
        None,
        None,
        "€ 5",
        "actie",
        Status.CONFIRMED,
        [],
    )


def test_words_stay_words_from_file_to_submission():
    """`14:00` is never 840, `no` is Norwegian, `2026` is a title and a postcode is no number."""
    sent = loaded(
        titel="2026", momenten="[{datum: 2026-03-07, van: 14:00, tot: 20:30, id: 007}]", taal="[no, nl]", online="nee"
    ).submission
    assert ("2026", time(14), time(20, 30), "007") == (
        sent.titel,
        sent.momenten[0].van,
        sent.momenten[0].tot,
        sent.momenten[0].id,
    )
    assert (sent.taal, sent.online, sent.locatie.postcode) == (["no", "nl"], False, "9800")


def test_a_tip_is_read_with_its_own_fields():
    text = (
        "---\ntitel: Werk met ambassadeurs\nsamenvatting: Laat vrijwilligers vertellen.\n"
        "thema: trek-nieuwe-vrijwilligers-aan\n---\nHallo.\n"
    )
    file = load("data/tips/werk-met-ambassadeurs.md", text.encode(), Tip)
    assert (file.problems, file.submission.thema, file.body) == ([], "trek-nieuwe-vrijwilligers-aan", "Hallo.")


def test_a_problem_without_a_tree_points_at_the_first_line():
    """A file that could not be read has no places to point at."""
    problem = loaded("Hallo.\n").problem(("titel",), "leeg")
    assert (problem.line, problem.column, problem.field) == (1, 1, "titel")


SNIPPETS = st.sampled_from(
    [
        *"abc:-[]{},&*!|>#\"'%@`?~ \t\r\n",
        "---\n",
        "titel",
        ": ",
        "\n  - ",
        "momenten",
        "datum: 2026-03-07",
        "\ufeff",
        "\x00",
        "é",
        "🎉",
        "null",
        "<<",
    ]
)


@given(st.lists(SNIPPETS, max_size=40).map("".join), st.sampled_from([PATH, YML, "", "a/.md", "x.txt"]))
def test_loading_never_raises_for_what_is_in_a_file(text, path):
    """Everything wrong is in the problems of the result, each with a line and a column of the file."""
    for data in (text.encode(), ("---\n" + text + "\n---\n").encode(), text.encode("utf-16")):
        file = load(path, data)
        assert file.complete or file.problems
        for problem in file.problems:
            assert 1 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1
            assert problem.column >= 1


def test_a_warning_stays_one_and_the_file_is_complete():
    """A Cyrillic letter in a word: odd, and it blocks nothing."""
    file = loaded(titel="S\u043eep op straat")
    assert [(problem.line, problem.field, problem.severity) for problem in file.problems] == [
        (2, "titel", Severity.WARNING)
    ]
    assert file.complete


def test_what_stands_in_a_file_as_it_is_is_no_code():
    """A word of two scripts is told once, also when there is a backslash elsewhere in the file."""
    text = markdown(titel="S\u043eep op straat", prijs='"\\x35"')
    assert [problem.code for problem in loaded(text).problems] == ["gemengd-schrift"]
