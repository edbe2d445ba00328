"""The text of an issue back into answers: as GitHub writes it, and as somebody may have changed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doemee.github.issue_form import MAX_BODY, Refusal, read
from doemee.github.questions import initiative_questions
from tests.example_campaign import campaign
from tests.unit.github.form_bodies import RIGHT, body

QUESTIONS = initiative_questions(campaign())
CHOSEN = RIGHT | {"type": "actie", "akkoord": ["openbaar", "mag-insturen"]}


def without_empty_lists(answers: dict) -> dict:
    return {key: value for key, value in answers.items() if value != []}


def answers(text: str) -> dict:
    found, refused = read(text, QUESTIONS)
    assert not refused
    return without_empty_lists(found)


def refusal(text: str) -> Refusal:
    with pytest.raises(Refusal) as stopped:
        read(text, QUESTIONS)
    return stopped.value


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_filled_in_form_gives_its_answers(end):
    """With the line ends of GitHub and of Windows; what was left empty is not there."""
    text = "Kom ook!\n\nBreng een lepel mee."
    assert answers(body(QUESTIONS, RIGHT | {"beschrijving": text}, end=end)) == CHOSEN | {"beschrijving": text}


def test_names_become_ids():
    """Checkboxes and dropdowns hold Dutch names; the file gets what they stand for."""
    found = answers(
        body(
            QUESTIONS,
            RIGHT | {"sdgs": ["SDG 16: Vrede, justitie en sterke publieke diensten"], "bereik": ["Heel Vlaanderen"]},
        )
    )
    assert (found["sdgs"], found["bereik"]) == ([16], ["heel-vlaanderen"])


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r#", exclude_categories=["Cs"])))
def test_a_description_is_kept_unchanged(text):
    """Only the blank lines around it are not."""
    found = answers(body(QUESTIONS, RIGHT | {"beschrijving": text}))
    assert found.get("beschrijving", "") == (text.strip("\n") if text.strip() not in ("", "None") else "")


@pytest.mark.parametrize(
    "heading",
    ["### Titel", "### Iets van mij", "### Postcode", "## Akkoord", "### akkoord", "###Akkoord", "> ### Akkoord"],
)
def test_a_heading_of_the_sender_belongs_to_the_text(heading):
    """Only the heading that is next in order ends a text."""
    text = f"Kom ook!\n\n{heading}\n\nBreng een lepel mee."
    assert answers(body(QUESTIONS, RIGHT | {"beschrijving": text}))["beschrijving"] == text


def test_a_heading_that_is_next_in_order_is_not_guessed():
    """There are two ways to divide this text, so it is refused, with what to do."""
    text = "Kom ook!\n\n### Akkoord\n\nIk ga akkoord."
    refused = refusal(body(QUESTIONS, RIGHT | {"beschrijving": text}))
    assert refused.label == "Akkoord"
    assert refused.message == "deze kop staat twee keer in je tekst, en we weten niet welke van het formulier is"


def test_a_whole_form_inside_a_text_is_refused():
    """Somebody who pastes a form into the form cannot slip in answers that nobody saw."""
    inner = body(QUESTIONS, RIGHT | {"titel": "Iets heel anders"})
    assert "twee keer" in refusal(body(QUESTIONS, RIGHT | {"beschrijving": inner})).message


def test_a_heading_inside_a_line_of_the_list_does_not_end_it():
    """A heading without blank lines around it was typed."""
    for text in (
        "7/3/2026\n### Herhaling: elke\n8/3/2026",
        "7/3/2026\n### Herhaling: elke\n\n8/3/2026",
        "7/3/2026\n\n### Herhaling: elke\n8/3/2026",
    ):
        assert answers(body(QUESTIONS, RIGHT | {"momenten": text}))["momenten"] == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hallo!",
        "### Titel\n\nSoep",
        "x\n\n" + body(QUESTIONS, RIGHT),
        body(QUESTIONS, RIGHT).replace("### Postcode", "### Postkode"),
        body(QUESTIONS[::-1], RIGHT),
    ],
    ids=["empty", "letter", "one-heading", "text-before", "renamed", "reversed"],
)
def test_a_text_without_the_headings_in_order_is_refused(text):
    """It is no form any more, or one of an older version of the site."""
    assert refusal(text).message == "deze kop staat niet meer op zijn plaats in je tekst"


def test_a_text_that_is_too_long_is_refused():
    assert refusal(body(QUESTIONS, RIGHT | {"beschrijving": "a" * MAX_BODY})).message == "deze tekst is te lang"


@pytest.mark.parametrize(
    ("key", "answer", "message"),
    [
        ("titel", "Soep\n\nen brood", "hier staan meer regels dan het formulier vraagt"),
        ("type", "Actei", "“Actei” is geen antwoord van het formulier"),
        ("akkoord", [], "niet alles is aangevinkt"),
    ],
)
def test_an_answer_that_the_form_cannot_give_is_told(key, answer, message):
    """The other answers are read all the same."""
    found, (refused,) = read(body(QUESTIONS, RIGHT | {key: answer}), QUESTIONS)
    assert refused.message == message
    assert refused.hint
    assert found["samenvatting"] == RIGHT["samenvatting"]


@pytest.mark.parametrize(
    "line", ["- [x] Nog een thema", "Ga samenwerken", "- [y] Ga samenwerken", "<script>alert(1)</script>"]
)
def test_a_checkbox_that_the_form_does_not_have_is_told(line):
    """Nobody adds an option by editing the text."""
    text = body(QUESTIONS, RIGHT).replace("- [ ] Ga samenwerken", line)
    _, (refused,) = read(text, QUESTIONS)
    assert (refused.label, refused.message) == ("Thema's", f"“{line}” is geen antwoord van het formulier")
