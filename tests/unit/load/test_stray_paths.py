"""Nothing that lies in the folder is passed over without a word."""

from pathlib import Path

from doemee.load.folder import image_names, initiative_paths, stray_paths


def told(folder: Path) -> dict[str, str]:
    return {problem.file: problem.code for problem in stray_paths(folder, folder)}


def test_what_belongs_there_is_no_stray(tmp_path):
    """Initiatives, the template, the pictures, and what starts with a dot."""
    (tmp_path / "afbeeldingen").mkdir()
    (tmp_path / "2026-03").mkdir()
    for name in ("soep.md", "brood.yml", "_voorbeeld.md", ".DS_Store", "afbeeldingen/soep.jpg", "2026-03/kaas.md"):
        (tmp_path / name).touch()
    assert told(tmp_path) == {}


def test_another_kind_of_file_is_told_what_to_do(tmp_path):
    for name in ("soep.txt", "soep.yaml", "soep.MD", "soep.docx", "soep.jpg", "soep", "brij.md.txt"):
        (tmp_path / name).touch()
    hints = {problem.file: problem.hint for problem in stray_paths(tmp_path, tmp_path)}
    assert hints == {
        "soep.txt": "Noem het soep.md",
        "brij.md.txt": "Noem het brij.md",
        "soep.yaml": "Noem het soep.yml",
        "soep.MD": "Noem het soep.md",
        "soep.docx": "Zet de tekst in een bestand met .md, zoals _voorbeeld.md",
        "soep.jpg": "Verplaats het naar data/initiatives/afbeeldingen/",
        "soep": "Zet de tekst in een bestand met .md, zoals _voorbeeld.md",
    }


def test_a_link_is_told_and_not_followed(tmp_path):
    """To a file, to a folder, out of the folder: none is an initiative."""
    (tmp_path / "echt.md").touch()
    (tmp_path / "wachtwoorden.md").symlink_to("/etc/passwd")
    (tmp_path / "map").symlink_to("/etc")
    assert told(tmp_path) == {"map": "koppeling", "wachtwoorden.md": "koppeling"}
    assert [path.name for path in initiative_paths(tmp_path)] == ["echt.md"]


def test_names_that_are_one_on_a_mac_are_told(tmp_path):
    """In capitals, or with an accent written in two ways; each of the two hears of the other."""
    for name in ("soep.md", "Soep.md", "caf\u00e9.md", "cafe\u0301.md"):
        (tmp_path / name).touch()
    assert told(tmp_path) == dict.fromkeys(("soep.md", "Soep.md", "caf\u00e9.md", "cafe\u0301.md"), "zelfde-naam")


def test_folders_that_are_one_on_a_mac_are_told(tmp_path):
    for name in ("Maart", "maart"):
        (tmp_path / name).mkdir()
    assert told(tmp_path) == {"Maart": "zelfde-naam", "maart": "zelfde-naam"}


def test_what_is_no_initiative_on_purpose_is_left_alone(tmp_path):
    """Notes in a folder with _, what git and editors keep, a README.md, and what Windows leaves behind."""
    for name in ("_notities/todo.txt", ".git/config", "README.md", "2026-03/README.md", "Thumbs.db", "_lijst.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert told(tmp_path) == {}
    assert initiative_paths(tmp_path) == []


def test_a_picture_in_a_folder_of_its_own_is_told_to_move(tmp_path):
    """Only the one folder of pictures is looked in."""
    for name in ("afbeeldingen/map/soep.jpg", "2026-03/afbeeldingen/soep.jpg"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    assert {problem.hint for problem in stray_paths(tmp_path, tmp_path)} == {
        "Verplaats het naar data/initiatives/afbeeldingen/"
    }
    assert len(told(tmp_path)) == 2


def test_a_folder_that_is_a_link_itself_is_not_followed(tmp_path):
    """Neither the folder of initiatives nor that of pictures."""
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "soep.md").touch()
    (tmp_path / "map").symlink_to(tmp_path / "elders")
    assert initiative_paths(tmp_path / "map") == []
    assert [problem.code for problem in stray_paths(tmp_path / "map", tmp_path)] == ["koppeling"]
    (tmp_path / "elders" / "afbeeldingen").symlink_to(tmp_path / "elders")
    assert image_names(tmp_path / "elders") == frozenset()
    assert told(tmp_path / "elders") == {"afbeeldingen": "koppeling"}
