"""The catalogue of answers: nothing in it that nobody says, nothing said that is not in it, and every value given."""

import ast
import re
from collections.abc import Iterator

import pytest

from doemee.load.answers import for_forms, placeholders, say
from doemee.load.catalogue import ANSWERS, IN_FORMS, Answer
from doemee.load.declared import INITIATIVE, TIP
from tests.example_campaign import ROOT

HOOKS = ROOT / "hooks" / "doemee"
POSITION = {"say": 0, "trouble": 0, "of": 0, "Found": 1, "problem": 1, "of_file": 1, "Demand": 0}
"""Who names an answer: the function, and which of its arguments is the key."""

OF_A_DEMAND = {"value", "small", "length", "characters", "excess", "least", "most", "highest"}
"""The values that every demand gives to its answer."""

SENT = {"value", "small", "address", "scheme", "tag", "word", "id", "municipality", "postcode"}
"""Values that are words of a stranger."""


def said_in_python() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where, which answer, and the values given with it; None when those cannot be read off."""
    modules = sorted([*(HOOKS / "load").glob("*.py"), *(HOOKS / "check").glob("*.py")])
    for path in modules:
        if path.parent.name == "load" and "answers" not in path.read_text(encoding="utf-8"):
            continue  # the mistakes of YAML itself have their words beside them
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", ""))
            if not isinstance(node, ast.Call) or name not in POSITION or len(node.args) <= POSITION[name]:
                continue
            given = None if any(key.arg is None for key in node.keywords) else {key.arg for key in node.keywords}
            given = OF_A_DEMAND if name == "Demand" else given
            for key in _constants(node.args[POSITION[name]]):
                yield f"{path.name}:{node.lineno}", key, given


def _constants(node: ast.expr) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def named_in_python() -> set[str]:
    """Every text in the modules that is the key of an answer, the catalogue itself apart."""
    return {
        key
        for path in HOOKS.rglob("*.py")
        if path.name != "catalogue.py"
        for key in _constants(ast.parse(path.read_text(encoding="utf-8")))
        if key in ANSWERS
    }


def named_in_scripts() -> set[str]:
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides/assets/form").glob("*.js"))
    return {key for key in re.findall(r'"([a-z0-9-]+)"', texts) if key in ANSWERS}


def test_every_answer_is_given_somewhere():
    """A rule that goes takes its answer along."""
    assert set(ANSWERS) - named_in_python() - named_in_scripts() == set()


def test_every_answer_that_is_given_exists():
    """A key that is misspelled is found here, not by a sender."""
    assert {(where, key) for where, key, _ in said_in_python() if key not in ANSWERS} == set()


def test_every_value_of_an_answer_is_given():
    """What stands between braces is given by each that says it, as far as that can be read off its call."""
    missing = [
        (where, key, placeholders(ANSWERS[key]) - given)
        for where, key, given in said_in_python()
        if given is not None and key in ANSWERS and not placeholders(ANSWERS[key]) <= given
    ]
    assert missing == []


def test_a_value_that_is_not_given_is_an_error():
    """Not a sentence with a hole in it."""
    with pytest.raises(KeyError):
        say("dubbele-naam")


@pytest.mark.parametrize(
    "field", [field for tree in (INITIATIVE, TIP) for field in tree.walk() if field.many], ids=lambda field: field.key
)
def test_every_list_has_an_answer_to_too_many(field):
    """Of moments, of dates, of anything else: what to leave out differs."""
    assert say(field.too_many, most=3).code == "te-veel"


@pytest.mark.parametrize("key", ANSWERS)
def test_an_answer_says_what_to_do_in_plain_words(key):
    """Two sentences without a full stop; the code is one of ours."""
    answer = ANSWERS[key]
    for text in filter(None, (answer.message, answer.cure, answer.form)):
        assert not text.endswith("."), text
    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", answer.code or key)
    assert answer.code != key


@pytest.mark.parametrize("key", IN_FORMS)
def test_a_form_does_not_speak_of_files(key):
    """Who fills in a form sees no keys, no names of files and nothing in back-ticks."""
    cure = re.sub(r"\{[^}]*\}", "", IN_FORMS[key].form or IN_FORMS[key].cure)
    assert not re.search(r"`|data/|[a-z]+_[a-z]+|\bbestand\b", cure), cure


@pytest.mark.parametrize("key", [key for key, answer in ANSWERS.items() if answer.form])
def test_what_was_sent_is_quoted_in_a_cure_for_forms(key):
    """An answer on GitHub puts a cure with a quotation in a code span: a stranger's words are never markup there."""
    if SENT & placeholders(Answer("", ANSWERS[key].form)):
        assert "“" in ANSWERS[key].form


def test_the_browser_gets_the_words_for_forms():
    """One small function gives what it needs, and no more."""
    given = for_forms()
    assert given.keys() == IN_FORMS.keys()
    assert given["verplicht-veld"] == {"message": "dit verplichte veld ontbreekt", "cure": "Vul dit in"}
    assert given["veel-links"]["severity"] == "waarschuwing"
    assert given["te-veel-momenten"]["code"] == "te-veel"
