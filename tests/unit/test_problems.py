"""Problems as values: how they sort and what people, GitHub and programs read of them."""

import json

import pytest

from doemee.problems import Problem, Severity, as_github, as_json, as_text, errors, summary

FAULT = Problem(
    "data/initiatives/x.md", 7, 5, "momenten.van", "uur", "“half drie” is geen uur", "Schrijf het uur als 14u30"
)
WARNING = Problem("data/initiatives/y.md", 1, 1, "", "terzijde", "dit kan beter", severity=Severity.WARNING)


def test_a_problem_is_printed_as_the_contract_says():
    """`file:line:column: fout: field: what is wrong. What to do instead.`"""
    expected = "data/initiatives/x.md:7:5: fout: momenten.van: “half drie” is geen uur. Schrijf het uur als 14u30."
    assert expected == str(FAULT)


def test_a_problem_of_the_whole_file_names_no_field():
    """Without a field and a hint nothing empty is printed in their place."""
    assert str(WARNING) == "data/initiatives/y.md:1:1: waarschuwing: dit kan beter."


@pytest.mark.parametrize(
    ("message", "hint", "expected"),
    [
        ("dit is leeg", "", "dit is leeg."),
        ("dit is leeg", "Vul het in", "dit is leeg. Vul het in."),
        ("dit is leeg", "Bedoel je `titel`?", "dit is leeg. Bedoel je `titel`?"),
        ("dit is leeg.", "Doe iets!", "dit is leeg. Doe iets!"),
    ],
)
def test_every_sentence_ends_once(message, hint, expected):
    """A full stop comes only where no sign ends the sentence already."""
    assert expected == Problem("x.md", 1, 1, "", "code", message, hint).sentence


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b", "\u2028", "\x00"])
def test_a_strangers_text_never_starts_a_new_line(sign):
    """Control characters in a message are made visible, so one problem is one line."""
    problem = Problem("x.md", 1, 1, "titel", "code", f"“a{sign}b” kan niet")
    assert str(problem) == f"x.md:1:1: fout: titel: “a\\u{ord(sign):04x}b” kan niet."


def test_problems_sort_by_file_then_line_then_column():
    """Lines and columns sort as numbers: 9 comes before 10."""
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 12), ("a.md", 9, 2)]
    problems = sorted(Problem(*place, "titel", "code", "fout") for place in places)
    assert [(p.file, p.line, p.column) for p in problems] == [
        ("a.md", 9, 2),
        ("a.md", 9, 12),
        ("a.md", 10, 1),
        ("b.md", 1, 1),
    ]


def test_only_errors_block():
    """A warning is printed and does not block."""
    assert errors([FAULT, WARNING]) == [FAULT]


def test_text_is_one_line_per_problem():
    assert as_text([FAULT, WARNING]) == f"{FAULT}\n{WARNING}\n"
    assert as_text([]) == ""


def test_json_is_a_list_of_the_eight_keys_of_the_contract():
    """Letters stay readable, and the severity is the Dutch word."""
    expected = [
        {
            "file": "data/initiatives/x.md",
            "line": 7,
            "column": 5,
            "severity": "fout",
            "field": "momenten.van",
            "code": "uur",
            "message": "“half drie” is geen uur",
            "hint": "Schrijf het uur als 14u30",
        },
        {
            "file": "data/initiatives/y.md",
            "line": 1,
            "column": 1,
            "severity": "waarschuwing",
            "field": "",
            "code": "terzijde",
            "message": "dit kan beter",
            "hint": "",
        },
    ]
    assert expected == json.loads(as_json([FAULT, WARNING]))
    assert "“half drie”" in as_json([FAULT])


def test_json_without_problems_is_an_empty_list():
    assert json.loads(as_json([])) == []


def test_github_gets_an_annotation_per_problem():
    """The title is the field, or else the code."""
    expected = (
        "::error file=data/initiatives/x.md,line=7,col=5,title=momenten.van"
        "::“half drie” is geen uur. Schrijf het uur als 14u30.\n"
        "::warning file=data/initiatives/y.md,line=1,col=1,title=terzijde::dit kan beter.\n"
    )
    assert expected == as_github([FAULT, WARNING])


def test_github_never_runs_a_command_that_a_stranger_sent():
    """Percent signs, line ends, colons and commas are escaped as GitHub's own toolkit does."""
    problem = Problem("a,b:c%.md", 1, 1, "x\n::error::y", "code", "100%\n::set-output name=a::b")
    expected = (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=x%0A%3A%3Aerror%3A%3Ay::100%25\\u000a::set-output name=a::b.\n"
    )
    assert expected == as_github([problem])


@pytest.mark.parametrize(
    ("problems", "files", "expected"),
    [
        ([], 0, "0 bestanden nagekeken: alles in orde."),
        ([], 1, "1 bestand nagekeken: alles in orde."),
        ([], 12, "12 bestanden nagekeken: alles in orde."),
        ([FAULT], 1, "1 bestand nagekeken: 1 fout."),
        ([FAULT, FAULT], 3, "3 bestanden nagekeken: 2 fouten."),
        ([WARNING], 3, "3 bestanden nagekeken: 1 waarschuwing."),
        ([FAULT, WARNING, WARNING], 3, "3 bestanden nagekeken: 1 fout en 2 waarschuwingen."),
    ],
)
def test_the_closing_line_counts_files_errors_and_warnings(problems, files, expected):
    assert expected == summary(problems, files)
