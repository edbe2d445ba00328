"""A corpus of files that strangers could send, each with the full answer that they get.

`tests/cases/<name>.md` or `.yml` is checked as if it were `data/initiatives/<name>.md`, or `data/tips/<name>.md`
when its name starts with `tip-`; a folder `tests/cases/<name>/` as if it were data/initiatives/ with all its files;
`<name>.expected` holds the answer. A name that ends in `-net-goed` is a case that just passes. `DOEMEE_ACCEPT=1 pytest
tests/cases` takes the present answers: read them aloud before you commit them.
"""

import ast
import os
import re
from dataclasses import replace
from functools import cache

import pytest

from doemee.check import check, check_folder, check_tips
from doemee.load.catalogue import ANSWERS
from doemee.load.folder import image_names, load_folder
from doemee.load.loader import Loaded, load
from doemee.load.submission import Tip
from doemee.problems import Problem, as_text, errors
from tests.example_campaign import ROOT, campaign, tip_files
from tests.example_campaign import loaded as example_files

CASES = ROOT / "tests" / "cases"
HOOKS = ROOT / "hooks" / "doemee"
ACCEPT = bool(os.environ.get("DOEMEE_ACCEPT"))
NAMES = sorted(p.name for p in CASES.iterdir() if p.suffix not in (".expected", ".py") and p.name != "__pycache__")


def is_tip(name: str) -> bool:
    return name.startswith("tip-")


def case_files(name: str) -> list[Loaded]:
    """The file or files of a case, as if they lay in data/initiatives/."""
    path = CASES / name
    if is_tip(name):
        return [load(f"data/tips/{name}", path.read_bytes(), Tip)]
    if not path.is_dir():
        return [load(f"data/initiatives/{name}", path.read_bytes())]
    below = f"{path.relative_to(ROOT).as_posix()}/"
    return [load(file.path.replace(below, "data/initiatives/"), file.data) for file in load_folder(path, ROOT)]


def case_images(name: str) -> frozenset[str]:
    path = CASES / name
    return image_names(path) if path.is_dir() else frozenset({"soep.jpg"})


@cache
def problems(name: str) -> list[Problem]:
    """What the check says of a case."""
    files = case_files(name)
    if is_tip(name):
        return check_tips(files, campaign())
    return sorted([*check(files, campaign(), case_images(name)), *beside_the_files(name, files)])


def beside_the_files(name: str, files: list[Loaded]) -> list[Problem]:
    """What it says of the rest of a folder, as if that were data/initiatives/."""
    path = CASES / name
    below = f"{path.relative_to(ROOT).as_posix()}/"
    found = check_folder(files, path, ROOT) if path.is_dir() else []
    return [replace(problem, file=problem.file.replace(below, "data/initiatives/")) for problem in found]


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_is_the_expected_one(name):
    """Every problem of the case with its line, its field, what is wrong and what to do: to the letter."""
    answer = as_text(problems(name))
    expected = CASES / f"{name}.expected"
    if ACCEPT:
        expected.write_text(answer, encoding="utf-8")
    assert answer == expected.read_text(encoding="utf-8")


JUST_RIGHT = [name for name in NAMES if re.search(r"-net-goed(\.|$)", name)]


def test_what_just_passes_passes():
    """A case that is only just right has no fault."""
    assert {name: found for name in JUST_RIGHT if (found := errors(problems(name)))} == {}


def test_what_is_wrong_is_answered():
    """A case that is not right gets an answer, and each answer says what to do and points into the file."""
    assert [name for name in NAMES if name not in JUST_RIGHT and not problems(name)] == []
    for name in NAMES:
        for problem in problems(name):
            assert problem.hint, problem
            assert problem.line >= 1, problem
            assert problem.column >= 1, problem


@pytest.mark.parametrize("name", NAMES)
def test_a_case_leaves_the_rest_alone(name):
    """Beside the example campaign, no case brings a fault into another file: each can be left out by itself."""
    files = case_files(name)
    own = {loaded.path for loaded in files}
    if is_tip(name):
        found = errors(check_tips([*tip_files(), *files], campaign()))
    else:
        images = frozenset({"soep.jpg", "park.png"}) | case_images(name)
        found = errors(check([*example_files(), *files], campaign(), images))
    assert {problem.file for problem in found} <= own


def test_every_rule_has_a_case_that_breaks_it():
    """Each code that loading and checking one folder of files can give is given by a case.

    Not here, for they need more than files of text: pictures (tests/unit/check/test_image_files.py), what is
    published (test_published.py), strays in the folder (tests/unit/load/test_stray_paths.py), pages of editors
    (tests/unit/check/test_editorial.py).
    """
    elsewhere = {"published.py", "folder.py", "campaign.py", "editorial.py", "image_files.py"}
    position = {"problem": 1, "Problem": 4, "Trouble": 0, "trouble": 0, "fix": 0, "say": 0, "of_file": 1}
    keys: set[str] = set()
    for path in (*(HOOKS / "check").glob("*.py"), *(HOOKS / "load").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if path.name not in elsewhere else ():
            name = getattr(getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", ""))
            if isinstance(node, ast.Call) and name in position and len(node.args) > position[name]:
                key = node.args[position[name]]
                parts = (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,)
                keys |= {part.value for part in parts if isinstance(part, ast.Constant)}
    codes = {ANSWERS[key].code or key if key in ANSWERS else key for key in keys}
    given = {problem.code for name in NAMES for problem in problems(name)}
    assert len(codes) > 40
    assert codes - given == {
        "yaml"
    }  # the last resort, for which no text is known: every mistake found so far has its own
