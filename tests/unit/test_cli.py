"""`doemee check`: exit status 0, 1 or 2, three formats, and every problem of every file in one run."""

import json
from pathlib import Path

import pytest

from doemee.cli import main
from surroundings import Surroundings
from tests.submissions import fields, markdown

PICTURE = (Path(__file__).parents[1] / "example" / "initiatives" / "afbeeldingen" / "soep.jpg").read_bytes()

SDG = "sdgs: “18” is geen SDG. Schrijf een getal van 1 tot en met 17."


def write(name: str, text: str | bytes | None = None, folder: str = "data/initiatives") -> None:
    path = Path(folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        text = markdown() if name.endswith(".md") else fields()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_valid_files_give_zero(run):
    write("soep.md")
    write("2026-03/brood.yml", fields(titel="Brood bakken"))
    assert run("check") == (0, "2 bestanden nagekeken: alles in orde.\n")


def test_an_empty_folder_is_valid(run):
    assert run("check") == (0, "0 bestanden nagekeken: alles in orde.\n")


def test_a_warning_in_a_table_gives_zero_and_a_line(run):
    """When the whole project is checked; who asks about a file hears of that file."""
    table = Path("data/types.yml")
    table.write_text(table.read_text(encoding="utf-8").replace("name: ", "name: S\u043eep ", 1), encoding="utf-8")
    status, printed = run("check")
    assert (status, printed.count("\n")) == (0, 2)
    assert printed.startswith("data/types.yml:")
    assert ": waarschuwing: in het woord" in printed
    write("soep.md")
    assert run("check", "data/initiatives/soep.md") == (0, "1 bestand nagekeken: alles in orde.\n")


def test_a_problem_gives_one_and_a_line(run):
    write("soep.md", markdown(sdgs="[6, 18]"))
    assert run("check") == (1, f"data/initiatives/soep.md:8:11: fout: {SDG}\n1 bestand nagekeken: 1 fout.\n")


def test_all_problems_of_all_files_come_in_one_run_sorted(run):
    """A file that cannot even be read hides nothing."""
    write("zout.yml", fields(sdgs="18", type="actei"))
    write("brood.md", b"%PDF-1.7")
    write("soep.md")
    write("2026-03/appel.md", markdown(titel="Appels plukken", locatie=None))
    assert run("check") == (
        1,
        "data/initiatives/2026-03/appel.md:2:1: fout: er staat niet waar het is. "
        "Voeg `locatie:` met een postcode toe, of `online: true`, of `bereik: [heel-vlaanderen]`.\n"
        "data/initiatives/brood.md:1:1: fout: dit is geen tekstbestand maar een pdf. "
        "Kopieer alleen de tekst naar een nieuw bestand in Kladblok of op GitHub en bewaar het als gewone tekst.\n"
        "data/initiatives/zout.yml:4:1: fout: type: “actei” kennen we niet. Bedoel je `actie`?\n"
        f"data/initiatives/zout.yml:7:1: fout: {SDG}\n"
        "4 bestanden nagekeken: 4 fouten.\n",
    )


def test_only_the_files_that_were_asked_are_told(run):
    write("soep.md", markdown(sdgs="18"))
    write("brood.md", markdown(sdgs="18"))
    write("2026-03/appel.md", markdown(sdgs="18"))
    soep, appel = (f"data/initiatives/{name}:8:1: fout: {SDG}\n" for name in ("soep.md", "2026-03/appel.md"))
    assert run("check", "data/initiatives/soep.md") == (1, f"{soep}1 bestand nagekeken: 1 fout.\n")
    assert run("check", "data/initiatives/2026-03") == (1, f"{appel}1 bestand nagekeken: 1 fout.\n")
    assert run("check", "data/initiatives/soep.md", "data/initiatives/2026-03") == (
        1,
        f"{appel}{soep}2 bestanden nagekeken: 2 fouten.\n",
    )


def test_a_file_that_was_asked_is_compared_with_all_others(run):
    """Its name may be taken by a file that was not asked."""
    write("a/soep.md")
    write("b/soep.md")
    status, output = run("check", "data/initiatives/b/soep.md")
    expected = (
        "fout: er is nog een bestand met deze naam: data/initiatives/a/soep.md. Geef één van beide een andere naam."
    )
    assert (1, f"data/initiatives/b/soep.md:1:1: {expected}") == (status, output.splitlines()[0])


def test_a_file_outside_the_project_can_be_checked(run, tmp_path):
    """A form may keep what it received elsewhere; then its images lie beside it."""
    write("soep.md", markdown(afbeelding="{bestand: soep.jpg, alt: Een kom soep}"), folder=str(tmp_path / "post"))
    path = (tmp_path / "post" / "soep.md").as_posix()
    expected = "fout: afbeelding.bestand: “soep.jpg” vinden we niet. Zet het bestand in data/initiatives/afbeeldingen/."
    assert run("check", path) == (1, f"{path}:8:14: {expected}\n1 bestand nagekeken: 1 fout.\n")
    write("soep.jpg", PICTURE, folder=str(tmp_path / "post" / "afbeeldingen"))
    assert run("check", path) == (0, "1 bestand nagekeken: alles in orde.\n")


def test_images_are_those_of_the_folder_of_images(run):
    write("2026-03/soep.md", markdown(afbeelding="{bestand: soep.jpg, alt: Een kom soep}"))
    assert run("check")[0] == 1
    write("afbeeldingen/soep.jpg", PICTURE)
    assert run("check")[0] == 0


def test_one_may_stand_in_a_sub_folder(run, project, monkeypatch):
    """Paths that are given start where one stands; paths in messages start at the project."""
    write("soep.md", markdown(sdgs="18"))
    monkeypatch.chdir(project / "data" / "initiatives")
    expected = (1, f"data/initiatives/soep.md:8:1: fout: {SDG}\n1 bestand nagekeken: 1 fout.\n")
    assert expected == run("check") == run("check", "soep.md") == run("check", "../initiatives/soep.md")


def test_a_file_that_is_named_twice_is_checked_once(run):
    """Else it would have the name of another file: its own."""
    write("soep.md")
    assert run("check", "data/initiatives/soep.md", "./data/initiatives/../initiatives/soep.md")[0] == 0


def test_json_is_a_list_of_problems_and_nothing_else(run):
    write("soep.md", markdown(sdgs="[6, 18]"))
    status, output = run("check", "--format", "json")
    expected = {
        "file": "data/initiatives/soep.md",
        "line": 8,
        "column": 11,
        "severity": "fout",
        "field": "sdgs",
        "code": "sdg",
        "message": "“18” is geen SDG",
        "hint": "Schrijf een getal van 1 tot en met 17",
    }
    assert (1, [expected]) == (status, json.loads(output))


def test_json_of_valid_files_is_an_empty_list(run):
    write("soep.md")
    status, output = run("check", "--format", "json")
    assert (status, json.loads(output)) == (0, [])


def test_github_gets_annotations_and_nothing_else(run):
    write("soep.md", markdown(sdgs="[6, 18]"))
    expected = "::error file=data/initiatives/soep.md,line=8,col=11,title=sdgs::“18” is geen SDG. Schrijf een getal van 1 tot en met 17.\n"
    assert run("check", "--format", "github") == (1, expected)


def test_github_annotations_are_escaped(run):
    """What a stranger sent never starts a command of GitHub's."""
    write("soep.md", markdown(status='"100%\\n::error::x"'))
    expected = (
        "::error file=data/initiatives/soep.md,line=8,col=1,title=status"
        "::“100%25\\u000a::error::x” kan hier niet. Kies uit: bevestigd, volzet, uitgesteld, geannuleerd.\n"
    )
    assert run("check", "--format", "github") == (1, expected)


def test_text_is_the_default_format(run):
    write("soep.md", markdown(sdgs="18"))
    assert run("check", "--format", "text") == run("check")


@pytest.mark.parametrize(
    "arguments",
    [(), ("chek",), ("check", "--format", "xml"), ("check", "--formaat", "json"), ("check", "bestaat-niet.md")],
    ids=" ".join,
)
def test_wrong_usage_gives_two(run, capsys, arguments):
    """And an explanation where errors belong, nothing on the output."""
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    printed = capsys.readouterr()
    assert (stopped.value.code, printed.out) == (2, "")
    assert printed.err.startswith("usage: doemee")


def test_a_path_that_is_not_there_is_named(run, capsys):
    with pytest.raises(SystemExit):
        run("check", "data/initiatives/bestaat-niet.md")
    assert "dit pad bestaat niet: data/initiatives/bestaat-niet.md" in capsys.readouterr().err


def test_outside_a_project_one_hears_where_to_go(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["check"], Surroundings())
    assert stopped.value.code == 2
    assert "hier is geen map data/ met campaign.yml: ga eerst naar de map van het project" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_campaign_that_is_broken_gives_one(run, form):
    """With the table and the line, in the format that was asked."""
    path = Path("data/campaign.yml")
    path.write_text(path.read_text(encoding="utf-8").replace("end: 2026-12-31", "end: later"), encoding="utf-8")
    status, output = run("check", "--format", form)
    assert status == 1
    assert "data/campaign.yml" in output
    assert "12" in output


def test_help_gives_zero(run):
    with pytest.raises(SystemExit) as stopped:
        run("check", "--help")
    assert stopped.value.code == 0


def test_what_lies_beside_the_files_is_told_too(run):
    """Strays and images that nobody uses; but not to who asks for one file only."""
    write("soep.md")
    write("brood.txt", "soep")
    write("afbeeldingen/soep.jpg", b"soep")
    expected = (
        "data/initiatives/afbeeldingen/soep.jpg:1:1: waarschuwing: geen enkel initiatief gebruikt dit bestand. "
        "Zet de naam bij `afbeelding` in een initiatief, of verwijder het bestand.\n"
        "data/initiatives/brood.txt:1:1: fout: een bestand met .txt lezen we niet. Noem het brood.md.\n"
        "1 bestand nagekeken: 1 fout en 1 waarschuwing.\n"
    )
    assert (1, expected) == run("check") == run("check", "data") == run("check", "data/initiatives")
    assert run("check", "data/initiatives/soep.md") == (0, "1 bestand nagekeken: alles in orde.\n")


def test_an_image_is_looked_into(run):
    """It is told at the field of the file that names it, wherever that file lies."""
    write("2026-03/soep.md", markdown(afbeelding="{bestand: soep.jpg, alt: Een kom soep}"))
    write("afbeeldingen/soep.jpg", b"soep")
    told = (
        "data/initiatives/2026-03/soep.md:8:14: fout: afbeelding.bestand: dit is geen beeld dat we kunnen tonen. "
        "Bewaar het als JPEG, PNG of WebP.\n1 bestand nagekeken: 1 fout.\n"
    )
    assert (
        (1, told)
        == run("check")
        == run("check", "data/initiatives/2026-03")
        == run("check", "data/initiatives/2026-03/soep.md")
    )


def test_images_beside_a_file_of_the_project_do_not_count(run):
    """The build looks in one folder only; so does the check."""
    write("2026-03/soep.md", markdown(afbeelding="{bestand: soep.jpg, alt: Een kom soep}"))
    write("2026-03/afbeeldingen/soep.jpg", b"soep")
    status, output = run("check")
    assert status == 1
    assert "“soep.jpg” vinden we niet" in output
    assert "data/initiatives/2026-03/afbeeldingen/soep.jpg:1:1: fout: beelden horen in een eigen map." in output


TIP = "---\ntitel: Bak samen een taart\nsamenvatting: Wie samen bakt, leert elkaar kennen.\nthema: {thema}\n---\nLees ook [deze](/tips/x/).\n"


def test_a_tip_is_checked_like_an_initiative(run):
    """By its own fields, with the same answers; a link within the site is right in a tip."""
    write("taart.md", TIP.format(thema="ga-samenwerken"), "data/tips")
    write("koek.md", TIP.format(thema="ga-samenwerke"), "data/tips")
    cure = "thema: “ga-samenwerke” kennen we niet. Bedoel je `ga-samenwerken`?"
    assert run("check") == (1, f"data/tips/koek.md:4:1: fout: {cure}\n2 bestanden nagekeken: 1 fout.\n")
    assert run("check", "data/tips/taart.md") == (0, "1 bestand nagekeken: alles in orde.\n")
    assert run("check", "data")[0] == 1


def test_a_tip_does_not_take_the_address_of_the_form(run):
    write("toevoegen.md", TIP.format(thema="ga-samenwerken"), "data/tips")
    assert "dit adres is van het formulier" in run("check")[1]


def test_the_summary_counts_tips_too(run, tmp_path):
    write("taart.md", TIP.format(thema="ga-samenwerken"), "data/tips")
    write("soep.md")
    run("check", "--summary", str(tmp_path / "summary.md"))
    assert "2 bestanden nagekeken" in (tmp_path / "summary.md").read_text(encoding="utf-8")
