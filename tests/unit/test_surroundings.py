"""The bundler, as the hook gives it to the core."""

import shutil

import pytest

import surroundings
from doemee.write.frame.scripts import UnbundledScripts
from surroundings import Surroundings


def test_an_entry_holds_its_modules_and_imports_only_other_entries(modules):
    """Without comments; letters beyond ASCII as they are."""
    found = Surroundings().bundle(modules, ("a/main.js", "a/later.js"))
    assert all(b"=document.title.length;" in data for data in found.values())
    assert b"import" not in found["a/main.js"]
    assert found["a/later.js"].count(b"import") == found["a/later.js"].count(b'from"./main.js"') == 1
    assert "é".encode() in found["a/later.js"]
    assert not any(comment in data for data in found.values() for comment in (b"Why", b"license"))


def test_the_bytes_follow_from_the_modules_alone(modules, tmp_path):
    """In another folder, among other settings of other tools: the same."""
    elsewhere = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(modules, elsewhere)
    (tmp_path / "elsewhere" / "tsconfig.json").write_text(
        '{"compilerOptions": {"alwaysStrict": true, "target": "es5"}}'
    )
    (tmp_path / "elsewhere" / "package.json").write_text('{"type": "module"}')
    entries = ("a/main.js", "a/later.js")
    assert Surroundings().bundle(elsewhere, entries) == Surroundings().bundle(modules, entries)


def test_a_script_that_is_wrong_is_named(modules):
    """File and line, in the words of the bundler; nothing half is given."""
    (modules / "shared" / "b.js").write_text("export const b = ;\n")
    with pytest.raises(UnbundledScripts, match=r"shared/b\.js:1:17"):
        Surroundings().bundle(modules, ("a/main.js",))


def test_a_missing_bundler_says_what_to_do(modules, tmp_path, monkeypatch):
    """Who calls mkdocs before make gets one line of advice instead of a traceback."""
    monkeypatch.setattr(surroundings, "NODE_MODULES", tmp_path / "node_modules")
    with pytest.raises(UnbundledScripts, match="Voer eerst `make build` uit"):
        Surroundings().bundle(modules, ("a/main.js",))
