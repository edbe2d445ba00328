"""The summary of a pull request: what it means, in words, and nothing that a stranger typed gets out of hand."""

from doemee.load.loader import load
from doemee.write.pages.review import code, review
from tests.example_campaign import campaign

TEXT = """---
titel: "Soep `voor` de @straat #1 | <img src=x>"
samenvatting: We koken samen een grote pot soep.
organisatie: Buurtcomité
type: actie
momenten:
  - {datum: 2026-03-07, van: 14:00, tot: 17:00}
locatie: {naam: Plein, postcode: 9000}
prijs: 5
---
"""


def file(text: str = TEXT):
    loaded = load("data/initiatives/soep.md", text.encode())
    assert loaded.problems == []
    return loaded


def test_it_says_when_where_and_in_which_feeds():
    """The sentence with weekday and hours, the province that was found, the feeds it will be in."""
    text = review([file()], {}, [], campaign())
    assert "- **Wanneer:** zaterdag 7 maart 2026, van 14.00 tot 17.00 uur\n" in text
    assert "- **Waar:** ` Plein, 9000 Gent `, Oost-Vlaanderen\n" in text
    assert "` /kalender/provincie/oost-vlaanderen.ics `" in text
    assert "` /kalender/2026/03.ics `" in text


def test_a_change_says_was_and_becomes():
    """Only what differs, in the words of the form."""
    changed = file(TEXT.replace("2026-03-07", "2026-03-08").replace("prijs: 5", "prijs: gratis"))
    text = review([changed], {"soep": file()}, [], campaign())
    assert (
        "| | was | wordt |\n| --- | --- | --- |\n"
        "| Momenten | ` zaterdag 7 maart 2026, van 14.00 tot 17.00 uur ` | ` zondag 8 maart 2026, van 14.00 tot 17.00 uur ` |\n"
        "| Prijs | ` € 5 ` | ` gratis ` |\n"
    ) in text


def test_submitted_text_is_only_shown():
    """Backticks, mentions, numbers, pipes and tags stay inside their code span."""
    text = review([file()], {}, [], campaign())
    assert "### `` Soep `voor` de @straat #1 | <img src=x> ``\n" in text


def test_a_code_span_is_longer_than_any_run_inside_it():
    """Whatever the run of backticks, the fence is longer; a newline cannot end it."""
    assert code("a ``` b\n\n# c") == "```` a ``` b # c ````"


def test_problems_come_first_and_the_broken_file_has_no_card():
    """What is to be done stands above what is fine."""
    broken = load("data/initiatives/stuk.md", TEXT.replace("type: actie", "type: [x]").encode())
    text = review([broken, file()], {}, broken.problems, campaign())
    assert text.index("Wat er te doen is") < text.index("**Wanneer:**")
    assert text.count("**Wanneer:**") == 1
