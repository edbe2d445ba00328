"""What a field costs by hand: its declaration, its place in a template, an example. A question: its declaration.

Everything else reads the one tree of the fields (load/declared.py). This looks for modules that know a field by its
key where the tree could say it; test_every_door.py shows that a field is found without.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

from doemee.load.declared import INITIATIVE, TIP
from tests.example_campaign import ROOT

CORE = ROOT / "hooks" / "doemee"
DECLARATION = "load/submission.py"

KEYS = {key for declared in (INITIATIVE, TIP) for field in declared.walk() for key in (field.key, field.name)}

ABOUT_MEANING = {
    "check": "a rule is about what its fields mean together",
    "model": "what the fields mean: when, where, who",
    "history": "what an app shows of a field",
    "edition": "a page on paper",
    "build": "addresses of the site",
    "project.py": "folders of data/",
    "problems.py": "a word that people read",
    "load/fields.py": "names of kinds; some are called as the field that has them",
    "load/spelling.py": "codes of answers, likewise",
    "load/catalogue.py": "codes of answers, likewise",
    "intake": "what other formats and tables hold becomes fields",
    "github/moment_line.py": "a sentence becomes a moment",
    "github/pull_request.py": "GitHub's own keys",
    "github/sticky.py": "GitHub's own keys",
    "write/data/atom.py": "elements of Atom",
    "write/data/jsonld.py": "a field becomes schema.org",
    "write/data/filter_index.py": "kinds of views",
    "write/pages": "kinds of views",
}
"""Packages and modules whose work is what a field means, or where a word is something else than a field."""

DOORS_AMONG_THEM = (
    "intake/answers.py",
    "intake/dialogue.py",
    "intake/questions.py",
    "write/pages/form.py",
    "write/pages/review.py",
)
"""Modules of those packages that ask or show whatever fields there are."""

OTHER_WORDS = {
    "github/form_files.py": {"type", "id", "url"},  # keys of GitHub's forms
    "load/loader.py": {"type"},  # a key of pydantic's errors
    "load/messages.py": {"type"},  # a key of pydantic's errors
    "write/data/schema.py": {"type"},  # a key of JSON Schema
    "write/data/field_reference.py": {"verplicht", "tips"},  # a word that people read, a table
    "intake/questions.py": {"tips"},  # the folder
    # names of kinds and of a table, a word that people read, a key of JSON
    "write/pages/form.py": {"url", "email", "telefoon", "postcode", "tekst", "sdgs", "verplicht", "id"},
    "write/pages/review.py": {"online"},  # a word that people read
}
"""Words of a door that are no key of a field there, though they look like one."""


def is_door(name: str) -> bool:
    parts = name.split("/")
    paths = {"/".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return name in DOORS_AMONG_THEM or not (paths & ABOUT_MEANING.keys() or name == DECLARATION)


@cache
def texts(path: Path) -> set[str]:
    """The string literals of a module, but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documentation)
    return {constant.value for constant in constants if isinstance(constant.value, str)}


NAMES = {path.relative_to(CORE).as_posix(): path for path in sorted(CORE.rglob("*.py"))}
DOORS = [name for name in NAMES if is_door(name)]


@pytest.mark.parametrize("name", DOORS)
def test_no_door_knows_a_field_by_its_key(name):
    """The tree says it: by the kind of the field, its group, its section, or a mark in its declaration."""
    assert texts(NAMES[name]) & KEYS - OTHER_WORDS.get(name, set()) == set()


def test_the_doors_are_among_them():
    """So that none is let off by mistake."""
    assert {
        "load/declared.py",
        "write/data/columns.py",
        "write/data/table_template.py",
        "write/data/choices.py",
        "write/data/schema.py",
        "write/data/submission_file.py",
        "write/data/example_file.py",
        "write/data/field_reference.py",
        "write/pages/form.py",
        "write/pages/review.py",
        "intake/questions.py",
        "intake/answers.py",
        "github/questions.py",
        "github/form_files.py",
        "github/form_fields.py",
        "github/issue_form.py",
        "github/answer.py",
        "github/draft.py",
    } <= set(DOORS)


@pytest.mark.parametrize("key", sorted(field.key for declared in (INITIATIVE, TIP) for field in declared.leaves()))
def test_a_field_costs_its_declaration_and_a_question_no_more(key):
    """Of all that forms, questions, tables, messages and files are made of, one module names it: the declaration.

    The other two of the three are what only a person can make: its place in a template, and an example.
    """
    name = key.split(".")[-1]
    source = NAMES[DECLARATION].read_text(encoding="utf-8")
    by_hand = [door for door in DOORS if {key, name} & (texts(NAMES[door]) - OTHER_WORDS.get(door, set()))]
    assert f"    {name}: " in source
    assert [DECLARATION, *by_hand] == [DECLARATION]
