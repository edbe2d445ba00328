"""YAML in which a text is a text, every value has its line, and what no sender needs is refused."""

import pytest

from doemee.load.strict_yaml import MAX_DEPTH, MAX_EVENTS, parse
from doemee.load.trouble import BrokenFile, Trouble


def trouble_of(text: str) -> Trouble:
    with pytest.raises(BrokenFile) as caught:
        parse(text)
    return caught.value.troubles[0]


@pytest.mark.parametrize(
    "word",
    [
        *("14:00", "14.00", "9:30", "10:30:00", "190:20:30", "2026-03-07", "2026-03-07T14:00:00Z", "2026-05"),
        *("no", "No", "NO", "nee", "yes", "ja", "on", "off", "y", "n", "true", "false", "True"),
        *("12", "0123", "0o14", "0x1F", "0b11", "1_000", "1e3", ".5", "-1", "+1", ".inf", ".NaN", "9800", "=", "12,50"),
    ],
)
def test_a_word_is_never_silently_something_else(word):
    """`14:00` is not the number 840, and `nee` and `no` are words."""
    assert parse(f"a: {word}").data == {"a": word}
    assert parse(f"a: [{word}]" if "," not in word else f"a: ['{word}']").data == {"a": [word]}
    assert parse(f"a: {{b: {word}}}" if "," not in word else f"a: {{b: '{word}'}}").data == {"a": {"b": word}}
    assert parse(f'a: "{word}"').data == {"a": word}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_only_an_empty_value_is_nothing(nothing):
    """Between quotes it is a text again."""
    assert parse(f"a: {nothing}\nb: x").data == {"a": None, "b": "x"}
    assert parse(f"a: '{nothing}'").data == {"a": nothing}


def test_lists_groups_and_long_texts_are_read():
    text = "a:\n  - x\n  - {b: y, c: [z]}\nd: |\n  een\n\n  twee\ne: >-\n  drie\n  vier\n# niets\nf: x # opmerking\n"
    assert parse(text).data == {"a": ["x", {"b": "y", "c": ["z"]}], "d": "een\n\ntwee\n", "e": "drie vier", "f": "x"}


NESTED = """\
titel: x
momenten:
  - datum: a
    locatie: {naam: b, postcode: c}
  - {datum: d,  van: e}
  -   datum: f
      lijst: [g,   [h, i]]

# een opmerking
themas: [j,
  k]
"een sleutel": l
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("titel",), 1, 1),
        (("momenten",), 2, 1),
        (("momenten", 0), 3, 5),
        (("momenten", 0, "datum"), 3, 5),
        (("momenten", 0, "locatie"), 4, 5),
        (("momenten", 0, "locatie", "naam"), 4, 15),
        (("momenten", 0, "locatie", "postcode"), 4, 24),
        (("momenten", 1), 5, 5),
        (("momenten", 1, "datum"), 5, 6),
        (("momenten", 1, "van"), 5, 17),
        (("momenten", 2, "datum"), 6, 7),
        (("momenten", 2, "lijst", 0), 7, 15),
        (("momenten", 2, "lijst", 1, 1), 7, 24),
        (("themas", 0), 10, 10),
        (("themas", 1), 11, 3),
        (("een sleutel",), 12, 1),
        pytest.param(("momenten", 1, "tot"), 5, 5, id="a key that is not there: the group that misses it"),
        pytest.param(("momenten", 7), 2, 1, id="an item that is not there: the list"),
        pytest.param(("titel", 0), 1, 1, id="an item of what is no list: the value"),
        pytest.param(("type",), 1, 1, id="a field that is not there: the first line"),
    ],
)
def test_everything_has_the_line_and_column_of_its_key(path, line, column):
    """An item of a list has those of its value."""
    assert parse(NESTED).position(path) == (line, column)


def test_columns_count_letters_not_bytes():
    assert parse("a: [één, ü, 🎉, x]").position(("a", 3)) == (1, 16)


@pytest.mark.parametrize(
    ("text", "kept", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", {"a": "1", "b": "2"}, [("a", 3, 1, 1)]),
        ("m:\n  - a: 1\n    a: 2\n", {"m": [{"a": "1"}]}, [("a", 3, 5, 2)]),
        ("m: {a: 1, a: 2}\n", {"m": {"a": "1"}}, [("a", 1, 11, 1)]),
        ("a: 1\n'a': 2\na: 3\n", {"a": "1"}, [("a", 2, 1, 1), ("a", 3, 1, 1)]),
        ("a: 1\na: {b: 1, b: 2}\n", {"a": "1"}, [("b", 2, 11, 2), ("a", 2, 1, 1)]),
        ("a: {x: 1}\nb: {x: 1}\n", {"a": {"x": "1"}, "b": {"x": "1"}}, []),
    ],
)
def test_a_key_that_comes_twice_is_told_and_the_first_counts(text, kept, expected):
    """Reading goes on, so the other problems are told in the same run."""
    tree = parse(text)
    assert kept == tree.data
    told = [(t.field, t.line, t.column, t.message) for t in tree.troubles]
    assert [
        (f, li, co, f"dit veld staat hier een tweede keer (ook op regel {first})") for f, li, co, first in expected
    ] == told


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("a: &anker x\n", "anker", 1, 4, id="an anchor"),
        pytest.param("b: x\na: *anker\n", "anker", 2, 4, id="an alias"),
        pytest.param("a: &x [b]\nc: *x\n", "anker", 1, 4, id="an anchor on a list"),
        pytest.param("&x a: b\n", "anker", 1, 1, id="an anchor on a key"),
        pytest.param("a: &x [*x]\n", "anker", 1, 4, id="a list that holds itself"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", "label", 1, 4, id="a tag that runs something"),
        pytest.param("a: !!int 12\n", "label", 1, 4, id="a tag of YAML itself"),
        pytest.param("a: !eigen x\n", "label", 1, 4, id="a tag of one's own"),
        pytest.param("a: !!binary aGFsbG8=\n", "label", 1, 4, id="a tag that decodes"),
        pytest.param("a: x\n<<: {b: y}\n", "vreemde-sleutel", 2, 1, id="a merge key"),
        pytest.param("a: x\n? [b, c]\n: y\n", "vreemde-sleutel", 2, 3, id="a list as a key"),
        pytest.param("a: x\n? {b: c}\n: y\n", "vreemde-sleutel", 2, 3, id="a group as a key"),
        pytest.param("a: x\nnull: y\n", "vreemde-sleutel", 2, 1, id="nothing as a key"),
        pytest.param("a: x\n---\nb: y\n", "twee-documenten", 2, 1, id="a second document"),
        pytest.param("- a\n- b\n", "geen-velden", 1, 1, id="a list"),
        pytest.param("hallo\n", "geen-velden", 1, 1, id="a text"),
        pytest.param("", "leeg", 1, 1, id="nothing"),
        pytest.param("# alleen een opmerking\n", "leeg", 1, 1, id="a comment"),
    ],
)
def test_what_no_sender_needs_is_refused(text, code, line, column):
    trouble = trouble_of(text)
    assert (code, line, column) == (trouble.code, trouble.line, trouble.column)


def test_lists_in_lists_end_somewhere():
    """Six deep is more than a file needs; a thousand would be an attack."""
    within = MAX_DEPTH - 1  # the file itself is the first
    assert parse(f"a: {'[' * within}x{']' * within}").data
    assert trouble_of(f"a: {'[' * (within + 1)}x{']' * (within + 1)}").code == "te-diep"
    assert trouble_of(f"a: {'[' * 20_000}").code == "te-diep"


def test_a_file_holds_no_endless_list():
    assert trouble_of(f"a: [{'x,' * MAX_EVENTS}]").code == "te-lang"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "titel: Repair café: breng je fiets\n",
            (
                "dubbelepunt",
                "titel",
                1,
                19,
                'Zet aanhalingstekens rond de tekst: `titel: "Repair café: breng je fiets"`',
            ),
            id="a colon in a text",
        ),
        pytest.param(
            "momenten:\n  - titel: Dag 1: koken\n",
            ("dubbelepunt", "momenten.titel", 2, 17, 'Zet aanhalingstekens rond de tekst: `- titel: "Dag 1: koken"`'),
            id="a colon in a list",
        ),
        pytest.param(
            'titel: x\nsamenvatting: "Doe mee\ntype: actie\n',
            ("aanhalingsteken", "samenvatting", 2, 15, 'Schrijf: `samenvatting: "Doe mee"`'),
            id="a quote that does not close",
        ),
        pytest.param(
            "momenten:\n\t- datum: x\n",
            ("tab", "momenten.datum", 2, 1, "Gebruik spaties in plaats van een tab: twee per niveau"),
            id="a tab as indentation",
        ),
        *(
            pytest.param(
                f"a: x\ntitel: {text}\n",
                ("begin-van-tekst", "titel", 2, 8, f'Zet aanhalingstekens rond de tekst: `titel: "{text}"`'),
                id=f"{text} starts with a sign of YAML",
            )
            for text in ("@buurthuis", "%korting", "`code`")
        ),
    ],
)
def test_what_is_no_yaml_is_told_in_dutch_with_the_cure(text, expected):
    trouble = trouble_of(text)
    assert expected == (trouble.code, trouble.field, trouble.line, trouble.column, trouble.hint)
