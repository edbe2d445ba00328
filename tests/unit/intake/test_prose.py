"""Descriptions of others: what becomes the summary, what the description, and that nothing is lost or obeyed."""

import pytest

from doemee.intake.prose import markdown, plain, summary_and_body
from doemee.load.description import mistakes
from doemee.text import to_html, to_plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een kom soep.\nVoor iedereen.", "Een kom soep.\\\nVoor iedereen."),
        ("Een kom soep.\r\n\r\nVoor iedereen.", "Een kom soep.\n\nVoor iedereen."),
        ("Breng mee:\n* een kom\n• een lepel\nTot dan!", "Breng mee:\n\n- een kom\n- een lepel\n\nTot dan!"),
        ("Programma\n-----\n14u start", "Programma\n\n14u start"),
        ("# geen titel", "\\# geen titel"),
        ("3 < 5 en <b>vet</b>", "3 < 5 en vet"),
        ("Zie https://example.org/soep.", "Zie <https://example.org/soep>."),
        ("2 * 3 en `x` en _y_", "2 \\* 3 en \\`x\\` en \\_y\\_"),
        (
            "<p>Kom <b>zeker</b>&nbsp;langs</p><ul><li>een</li><li>twee</li></ul><p>Tot dan</p>",
            "Kom zeker langs\n\n- een\n- twee\n\nTot dan",
        ),
        ('Meer <a href="https://example.org/a">hier</a><br>of daar', "Meer [hier](https://example.org/a)\\\nof daar"),
        ('<a href="javascript:alert(1)">klik</a> nu<script>alert(2)</script>', "klik nu"),
        ('<a href="https://example.org/">https://example.org/</a>', "<https://example.org/>"),
    ],
)
def test_text_and_html_become_markdown_that_looks_the_same(text, expected):
    """Lines, lists and links stay; what would mean something in Markdown is written so that it does not."""
    assert markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "summary", "body"),
    [
        ("Een kom soep voor iedereen.", "Een kom soep voor iedereen.", ""),
        ("Een kom soep. Voor iedereen.\n\nBreng een kom mee!", "Een kom soep. Voor iedereen. Breng een kom mee!", ""),
        (
            "Een kom soep voor iedereen.\n\n- breng een kom\n- en een lepel",
            "Een kom soep voor iedereen.",
            "- breng een kom\n- en een lepel",
        ),
        (
            "Een kom soep voor iedereen.\\\nBreng een kom\\\nen een lepel",
            "Een kom soep voor iedereen.",
            "Breng een kom\\\nen een lepel",
        ),
        (
            "Zie [hier](https://example.org/a) voor meer.",
            "Zie hier voor meer.",
            "Zie [hier](https://example.org/a) voor meer.",
        ),
        ("Kort", "", "Kort"),
        ("", "", ""),
    ],
)
def test_the_first_paragraph_is_the_summary(text, summary, body):
    """What plain text can say leaves the description; what has links or a list stays there too."""
    assert summary_and_body(text) == (summary, body)


def test_of_a_long_paragraph_whole_sentences_are_the_summary():
    """Never half a sentence; and without any end within the length there is none."""
    sentence = "We koken samen een grote pot soep voor iedereen in de straat. "
    summary, body = summary_and_body((sentence * 8).strip())
    assert summary == (sentence * 4).strip()
    assert f"{summary} {body}" == (sentence * 8).strip()
    assert summary_and_body("soep " * 100) == ("", "soep " * 100)


@pytest.mark.parametrize(
    "text",
    ["*x* _y_ `z` [a](b) <c> # d", "- a\n- b", "1. een\n2. twee", "> citaat", "a\\b", "![x](y)", "&amp; &lt;b&gt;"],
)
def test_plain_text_reads_the_same_on_the_page(text):
    """What a stranger typed is what a visitor sees, and the check finds nothing in it."""
    found = markdown(text)
    assert not list(mistakes(found))
    shown = to_plain(to_html(found)).replace("\n", " ").replace("- ", "")
    assert shown.replace("1. ", "").replace("2. ", "") in text.replace("\n", " ").replace("- ", "").replace(
        "1. ", ""
    ).replace("2. ", "")


def test_markdown_as_one_line():
    """For the summary: no signs of Markdown in it."""
    assert plain("**Kom** [hier](https://example.org)\\\n- een\n- twee \\* drie") == "Kom hier een twee * drie"
