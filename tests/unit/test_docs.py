"""What the documentation says must be true of the code."""

import ast
import json
import re

from pydantic import BaseModel

from doemee.check import check
from doemee.load.loader import load
from doemee.load.submission import Submission
from tests.example_campaign import ROOT, campaign

TEMPLATE = ROOT / "data" / "initiatives" / "_voorbeeld.md"


def keys(model: type[BaseModel]) -> set[str]:
    """Every key of a model and of the groups inside it."""
    found = set(model.model_fields)
    for field in model.model_fields.values():
        pending = [field.annotation]
        while pending:
            part = pending.pop()
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= keys(part)
            pending += getattr(part, "__args__", ())
    return found


def test_the_template_is_valid():
    """Who copies the template and changes nothing has a valid file."""
    loaded = load("data/initiatives/een-voorbeeld.md", TEMPLATE.read_bytes())
    assert check([loaded], campaign(), frozenset()) == []


def test_the_template_is_valid_with_everything_filled_in():
    """Also with every # taken away, but for the alternatives that exclude each other."""
    text = re.sub(r"^#(?! \w)", "", TEMPLATE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(organisatie: |  aantal: ).*\n", "", text, flags=re.MULTILINE)
    loaded = load("data/initiatives/een-voorbeeld.md", text.encode())
    assert check([loaded], campaign(), frozenset({"soep.jpg"})) == []


def test_the_template_shows_every_field():
    """Every key of the declaration stands in the template, filled in or behind a #."""
    shown = set(re.findall(r"(?:^|[\s{,#-])([a-z_]+):", TEMPLATE.read_text(encoding="utf-8")))
    assert keys(Submission) - shown == set()


def test_hacking_names_every_dependency():
    """A dependency without its reason is one too many: those of Python and those for the scripts."""
    text = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    dependencies = set(re.findall(r'^  "([a-z0-9-]+)[^"]*",$', project, re.MULTILINE))
    dependencies |= set(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"])
    assert {name for name in dependencies if name not in text} == set()


def test_what_hacking_names_is_there():
    """Modules as `load/mending`, files and folders by their path: a name that is gone would lead nowhere."""
    text = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+/[a-z_/]+)`", text))
    assert len(named) > 10
    places = (ROOT, ROOT / "hooks" / "doemee")
    assert {
        name for name in named if not any((f / name).exists() or (f / f"{name}.py").exists() for f in places)
    } == set()


def test_every_module_says_its_place():
    """The tree is the map: each module and package starts with what it is for."""
    modules = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
    assert [path.name for path in modules if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_every_command_of_the_makefile_is_in_the_documentation():
    """`make help` and HACKING.md list the same commands."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)) - {"clean"}
    text = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    assert {name for name in commands if not re.search(rf"\b{name}\b", text)} == set()


def test_dependencies_are_locked_with_hashes():
    """Every dependency of pyproject.toml stands in requirements.txt with a hash, and no registry is named."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==\S+.*\\$", lock, re.MULTILINE)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'^  "([a-z0-9-]+)[^"]*",$', project, re.MULTILINE)) - set(pinned) == set()
    assert "://" not in lock


def test_the_tools_for_scripts_are_locked_with_hashes():
    """Each exact in package.json; in package-lock.json each package has a hash, and no registry is named."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name for name, version in wanted.items() if not re.fullmatch(r"[0-9]+(?:\.[0-9]+){2}", version)} == set()
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock.pop("")["devDependencies"] == wanted
    assert {name for name, package in lock.items() if not package["integrity"].startswith("sha512-")} == set()
    assert {name for name, package in lock.items() if "resolved" in package} == set()
