"""A folder of files: which ones count, and what they are called in messages."""

from doemee.load.folder import image_names, initiative_paths, load_folder
from tests.submissions import fields, markdown


def write(folder, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown() if name.endswith(".md") else fields(), encoding="utf-8")


def test_md_and_yml_files_count_in_every_sub_folder_and_come_sorted(folder):
    write(folder, "soep.yml", "2026-03/zaterdag/brood.md", "2026-03/appel.yml", "zout.md")
    expected = ["2026-03/appel.yml", "2026-03/zaterdag/brood.md", "soep.yml", "zout.md"]
    assert expected == [path.relative_to(folder).as_posix() for path in initiative_paths(folder)]


def test_templates_notes_and_other_files_do_not_count(folder):
    """A name that starts with _ or . is no initiative, nor is what lies in such a folder."""
    write(
        folder,
        "_voorbeeld.md",
        ".verborgen.md",
        "_concepten/soep.md",
        ".git/soep.md",
        "lijst.txt",
        "afbeeldingen/soep.jpg",
        "soep.md.bak",
    )
    assert initiative_paths(folder) == []


def test_a_symbolic_link_is_left_out(folder, tmp_path):
    """It could point at any file of the machine."""
    write(folder, "soep.md")
    (tmp_path / "geheim.md").write_text("geheim", encoding="utf-8")
    (folder / "geheim.md").symlink_to(tmp_path / "geheim.md")
    (folder / "map").symlink_to(tmp_path, target_is_directory=True)
    assert [folder / "soep.md"] == initiative_paths(folder)


def test_a_folder_that_is_called_like_a_file_is_a_folder(folder):
    write(folder, "map.md/soep.md")
    assert [folder / "map.md" / "soep.md"] == initiative_paths(folder)


def test_a_folder_that_is_not_there_holds_nothing(folder):
    assert initiative_paths(folder) == []
    assert frozenset() == image_names(folder)


def test_a_file_is_called_by_its_path_from_where_one_stands(folder, tmp_path):
    write(folder, "soep.md", "2026-03/brood.yml")
    loaded = list(load_folder(folder, tmp_path))
    assert [(f.path, f.slug) for f in loaded] == [
        ("data/initiatives/2026-03/brood.yml", "brood"),
        ("data/initiatives/soep.md", "soep"),
    ]
    assert all(file.complete for file in loaded)


def test_one_broken_file_does_not_hide_the_others(folder, tmp_path):
    write(folder, "brood.md", "soep.md", "zout.yml")
    (folder / "brood.md").write_bytes(b"\x00\xff\xff")
    (folder / "zout.yml").write_text("sdgs: [", encoding="utf-8")
    loaded = list(load_folder(folder, tmp_path))
    assert [(f.slug, [p.code for p in f.problems][:1]) for f in loaded] == [
        ("brood", ["geen-tekstbestand"]),
        ("soep", []),
        ("zout", ["haakje"]),
    ]


def test_images_are_the_files_of_their_folder(folder, tmp_path):
    """Not its sub-folders, and not what a symbolic link points at."""
    write(folder, "afbeeldingen/soep.jpg", "afbeeldingen/map/brood.jpg", "elders.jpg")
    (folder / "afbeeldingen" / "link.jpg").symlink_to(tmp_path)
    assert frozenset({"soep.jpg"}) == image_names(folder)
