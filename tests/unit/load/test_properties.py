"""Whatever a stranger sends: reading ends, in time, with problems that point into the file."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doemee.load.description import KEPT_TAGS
from doemee.load.hidden_characters import MOST as MOST_CHARACTERS
from doemee.load.loader import Loaded, load
from doemee.load.strict_yaml import MOST, Mending
from doemee.load.trouble import BrokenFile
from doemee.text import to_html
from tests.submissions import PATH, fields, found_by_loading, loaded, markdown

YML = "data/initiatives/soep.yml"

SHAPES = st.sampled_from(
    [
        *"abc:-[]{},&*!|>#\"'%@`?~ \t\n\\",
        *(
            "---\n",
            "...\n",
            "-----\n",
            "\n  - ",
            "\n    ",
            "\n",
            ": ",
            " #",
            "# ",
            "titel: ",
            "titel:x",
            "momenten:\n",
            "datum: 2026-03-07\n",
            "-datum: x\n",
        ),
        *(
            "locatie: x\n  naam: y\n",
            "<<: *a",
            "&a ",
            "!!int ",
            "“",
            "”",
            "\u00a0",
            "\u202e",
            "\u200b",
            "\u3164",
            "\ufeff",
            "\x00",
            "é",
            "🎉",
            "\u200d",
            "\ufe0f",
        ),
        *(
            '"\\u202e"',
            '"\\x00',
            '"\\uD800"',
            "beschrijving: |\n  ",
            "<b>",
            "](",
            "](javascript:x)",
            "![",
            "<a:b>",
            "{",
            '{"titel": "x"}',
        ),
    ]
)
YAML_SHAPED = st.lists(SHAPES, max_size=40).map("".join)
FIELD_SHAPED = st.dictionaries(
    st.sampled_from(
        ["titel", "samenvatting", "organisatie", "type", "momenten", "locatie", "themas", "prijs", "contact", "lokatie"]
    ),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"), max_size=30)
    | st.sampled_from(
        [
            "[een",
            "'L'Aquila'",
            '"x',
            "a: b",
            "@x",
            "Actie #2",
            "“x”",
            "- x",
            "*x*",
            "[{datum: 2026-03-07}]",
            "{postcode: 9800}",
            "",
        ]
    ),
).map(lambda values: "".join(f"{key}: {value}\n" for key, value in values.items()))


def is_answered(file: Loaded) -> None:
    """Read, or told why not; and every problem stands in the file and brings a cure."""
    lines = file.data.count(b"\n") + file.data.count(b"\r") + 1
    assert file.complete or file.problems
    for problem in file.problems:
        assert 1 <= problem.line <= lines, problem
        assert problem.column >= 1, problem
        assert problem.hint, problem
    assert len(file.problems) < 250


@given(st.binary(max_size=200))
def test_no_bytes_stop_it(data):
    is_answered(load(PATH, data))
    is_answered(load(YML, b"titel: " + data))


@given(YAML_SHAPED)
def test_no_text_in_the_shape_of_yaml_stops_it(text):
    for data in (text, f"---\n{text}\n---\n{text}", f"{fields()}{text}"):
        is_answered(load(PATH, data.encode()))
        is_answered(load(YML, data.encode()))


@given(FIELD_SHAPED, st.text(max_size=60))
def test_no_value_and_no_description_stops_it(text, body):
    body = body.encode("utf-8", "replace").decode()
    is_answered(load(PATH, f"---\n{text}---\n{body}".encode()))
    is_answered(load(YML, text.encode()))


VALUES = {
    "titel": ["Soep", "Soep: nu", "x", '"Soep', "Actie #2", "“Soep op straat”", "@soep"],
    "samenvatting": ["Een kom soep voor de straat.", "kort", "'Kom naar L'Aquila'"],
    "type": ["actie", "Actie!", "[actie]"],
    "organisatie": ["De Linde", "{naam: x}", "*De Linde*"],
    "momenten": ["[{datum: 2026-03-07}]", "morgen", "[]"],
    "locatie": ["{postcode: 9800}", "{postcode: 98}"],
    "sdgs": ["[1, 18]", "[3"],
    "kleur": ["rood"],
}


@given(
    st.fixed_dictionaries({key: st.sampled_from(values) for key, values in VALUES.items()}),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_fields_does_not_matter(values, chance: random.Random):
    """What is wrong with one field does not depend on where it stands: none hides or infects another."""
    keys = list(values)
    chance.shuffle(keys)

    def found(order: list[str]) -> set[tuple[str, str]]:
        file = load(PATH, ("---\n" + "".join(f"{key}: {values[key]}\n" for key in order) + "---\n").encode())
        return {(problem.code, problem.field) for problem in file.problems}

    assert found(list(values)) == found(keys)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "![" * 30_000,
            "[" * 5_000,
            "'" * 20_000,
            '"' * 20_000,
            "a: '\n" * 10_000,
            'a: "x\n' * 10_000,
            "\t- a\n" * 10_000,
            "-a: b\n" * 9_000,
        ),
        *(
            "\n".join(" " * n + "a:" for n in range(300)),
            "a: b: c\n" * 8_000,
            "{" * 60_000,
            "? " * 30_000,
            "- " * 30_000,
            "&a " * 20_000,
        ),
        *(
            "#x " * 20_000,
            "a: x #2\n" * 8_000,
            "<" * 60_000,
            "](" * 30_000,
            "<a:" * 20_000,
            "[a]: " * 12_000,
            "`" * 60_000,
            "\\" * 60_000,
        ),
        *(
            "\u202e" * 20_000,
            "\u202e\n" * 15_000,
            "a" + "\u0301\u0316" * 15_000,
            "\u00a0a: x\n" * 8_000,
            "а" * 15_000 + "a",
            "🎉\u200d" * 9_000,
        ),
        *(
            " " * 60_000,
            "\n" * 60_000,
            "---\n" * 15_000,
            "--- \ntitel: x\n" * 4_000,
            "-----\n" * 10_000,
            "a:b\n" * 15_000,
            ": " * 30_000,
            "*a " * 20_000,
        ),
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_what_is_made_to_take_long_does_not(text):
    """Few problems are told, whatever is repeated; that these sixty kilobytes are read at all is the test."""
    for path, data in (
        (PATH, text),
        (PATH, f"---\n{text}\n---\n"),
        (PATH, markdown(text)),
        (YML, text),
        (YML, f"titel: {text}"),
        (YML, fields() + text),
    ):
        file = load(path, data.encode())
        is_answered(file)
        told = [
            problem
            for problem in file.problems
            if problem.code not in ("onbekend-veld", "verplicht-veld", "dubbel-veld", "link")
        ]
        assert len(told) <= 2 * MOST + 2 * MOST_CHARACTERS


def test_mending_ends():
    """After so many mistakes in one file the rest can wait; the first ones are told."""
    with pytest.raises(BrokenFile) as caught:
        Mending("a: @x\n" * 100).tree()
    assert len(caught.value.troubles) == MOST + 1


def test_all_that_html_may_stay_is_what_the_page_keeps():
    """The warning and text.py agree on every tag."""
    # Headings move: the highest of a text becomes h3.
    for tag in KEPT_TAGS - {"hr", "br", "h1", "h2", "h3", "h4", "h5", "h6"}:
        assert f"<{tag}" in to_html(f"<{tag}>x</{tag}>\n"), tag
    for tag in ("div", "span", "img", "table", "u", "iframe", "form", "script"):
        assert f"<{tag}" not in to_html(f"<{tag}>x</{tag}>\n")
        assert any(
            "HTML wordt niet overgenomen" in line for line in found_by_loading(markdown(f"Dag <{tag}>x</{tag}>\n"))
        )


def test_hidden_signs_are_out_of_what_is_read():
    """Told and taken out, also those that an escape makes, so no later step meets them."""
    file = loaded(markdown("Dag\u2066 allen", titel='"So\\u202eep \\x00op straat"', type="ac\u200btie"))
    assert [(problem.code, problem.line) for problem in file.problems] == [
        ("onzichtbaar-teken", 5),
        ("onzichtbaar-teken", 9),
        ("onzichtbaar-teken", 2),
        ("onzichtbaar-teken", 2),
    ]
    assert (file.submission.titel, file.submission.type, file.body, file.complete) == (
        "Soep op straat",
        "actie",
        "Dag allen",
        False,
    )
