"""What is written as a file and read again gives the same values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doemee.load.loader import load
from doemee.load.strict_yaml import parse
from doemee.write.data.submission_file import file_text

FIELDS = {
    "titel": "Soep op de stoep",
    "samenvatting": "Een kom soep voor iedereen.",
    "organisatie": {"naam": "De Linde"},
    "type": "actie",
}

LETTERS = st.characters(blacklist_categories=("C", "Zl", "Zp", "Zs"))
LINES = (
    st.lists(st.text(LETTERS | st.sampled_from(" :#-'\"\\[]{},&*!|>%@`"), min_size=1), min_size=1)
    .map(" ".join)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def front_matter(text: str) -> str:
    return text.split("---\n")[1]


@given(LINES)
def test_any_line_of_text_comes_back_as_it_was(line):
    """Quotes, colons, hashes, brackets, backslashes: YAML gives back what was written."""
    assert parse(file_text({"titel": line, "partners": [line, line]}, path="x.yml")).data == {
        "titel": line,
        "partners": [line, line],
    }


@pytest.mark.parametrize(
    "word", ["true", "no", "Null", "on", "y", "2026-03-07", "14:00", "0470", "---", "#IVY2026", "- a", "a: b", "slot:"]
)
def test_a_word_that_yaml_takes_for_something_else_comes_back(word):
    """Also for an editor with YAML 1.1 or 1.2: what would be no text there has quotes."""
    assert parse(file_text({"titel": word}, path="x.yml")).data == {"titel": word}


def test_words_that_yaml_reads_as_yes_or_no_are_quoted_and_true_is_not():
    """`online: true` is a yes; a title that is “true” is a text."""
    assert file_text({"titel": "true", "online": True}, path="x.yml") == 'titel: "true"\nonline: true\n'


@pytest.mark.parametrize("path", ["data/initiatives/soep.md", "data/initiatives/soep.yml"])
@pytest.mark.parametrize(
    "body",
    [
        "Een zin.",
        "Eén\n\n---\n\n- a\n  - b\n\n    code: x\n# kop",
        ' spatie vooraan\nen een \\ en "',
        "---\nnaam: x\n---",
    ],
)
def test_a_description_comes_back_as_it_was(path, body):
    """Also with lines that look like front matter, and with spaces in front."""
    assert load(path, file_text(FIELDS, body, path=path).encode()).body == body


def test_the_order_is_that_of_the_declaration_and_what_is_empty_is_left_out():
    """The same values give the same bytes, whatever order they came in."""
    fields = {
        "prijs": "gratis",
        "locatie": {"naam": "", "postcode": "9000"},
        "themas": [],
        "contact": {"email": None},
    } | FIELDS
    assert front_matter(file_text(fields)) == (
        "titel: Soep op de stoep\nsamenvatting: Een kom soep voor iedereen.\norganisatie: De Linde\ntype: actie\n"
        "locatie:\n  postcode: 9000\nprijs: gratis\n"
    )


def test_moments_stand_under_each_other():
    """As in the template that people copy."""
    moments = [{"datum": "2026-03-07", "van": "14:00", "locatie": {"postcode": "9000"}}, {"datum": "mei 2026"}]
    assert front_matter(file_text({"momenten": moments})) == (
        "momenten:\n  - datum: 2026-03-07\n    van: 14:00\n    locatie:\n      postcode: 9000\n  - datum: mei 2026\n"
    )
