"""The house style: what an editor hears of a page, with file and line."""

import pytest

from doemee.check import check_pages
from tests.example_campaign import ROOT, campaign

HEAD = "---\ntitle: Een pagina\ndescription: Wat je op deze pagina vindt, in een zin die lang genoeg is om iets te zeggen.\n---\n"


def test_our_own_pages_are_right():
    assert [str(problem) for problem in check_pages(ROOT / "content", ROOT, campaign())] == []


def test_a_right_page_is_left_alone(reported):
    assert (
        reported(HEAD + "\n# Een pagina\n\nKort en goed.\n\n## Een deel\n\n- een [link](/tips/)\n\n### Nog een\n") == []
    )


def test_a_page_without_description_or_title_is_told(reported):
    assert reported("---\ntitle: X\n---\n# X\n") == [
        "content/pagina.md:1:1: fout: description: deze regel ontbreekt bovenaan de pagina. Voeg `description: …` toe tussen de streepjes."
    ]


def test_a_page_without_a_head_is_told_what_to_add(reported):
    """Both lines, and the rest of the page is looked at all the same."""
    assert len(reported("# X\n\n### Y\n")) == 3


def test_a_heading_that_skips_a_level_is_told_with_its_line(reported):
    """From ## to ####: a screen reader announces a part that is not there."""
    found = reported(HEAD + "\n# Een\n\n## Twee\n\n#### Vier\n")
    assert found == [
        "content/pagina.md:10:1: fout: hier wordt een niveau van koppen overgeslagen (####). Begin deze kop met ###."
    ]


def test_a_second_title_is_told(reported):
    assert "staat er al" in reported(HEAD + "# Een\n\n# Twee\n")[0]


def test_a_long_sentence_is_told_where_it_starts(reported):
    """Over two lines too; a link counts by its words, not its address."""
    long = " ".join(["woord"] * 31)
    (found,) = reported(
        HEAD + f"# Een\n\nKort. {long[:60]}\n{long[60:].strip()} [einde](https://www.example.org/a/b/c).\n"
    )
    assert found.startswith("content/pagina.md:7:1: waarschuwing: deze zin telt 3")
    assert reported(HEAD + "# Een\n\n" + " ".join(["woord"] * 30) + ".\n") == []


@pytest.mark.parametrize(("written", "right"), [("de vrijwilligster", "vrijwilliger"), ("alle SDGs", "SDG's"), ("het gemeentebestuur", "lokaal bestuur"), ("uw club", "je")])  # fmt: skip
def test_a_word_that_is_not_of_the_house_is_told(reported, written, right):
    (found,) = reported(HEAD + f"# Een\n\nDit is {written} hier.\n")
    assert f"Schrijf `{right}`" in found
    assert ":7:" in found


def test_an_address_is_no_text(reported):
    """`uw` in an address or in code is nobody's word."""
    assert reported(HEAD + "# Een\n\nZie https://www.example.org/uw en `uw`.\n") == []


def test_every_right_word_is_right_itself():
    wrong = {row.wrong for row in campaign().house_style.values()}
    assert not wrong & {row.right for row in campaign().house_style.values()}


def test_a_warning_stays_one_and_stops_nothing(reported):
    """A Cyrillic letter in a word: odd, and the rest of the page is looked at all the same."""
    odd, skipped = reported(HEAD + "\n# S\u043eep\n\n### Te diep\n")
    assert odd.startswith("content/pagina.md:6:4: waarschuwing: in het woord “S\u043eep” staat een cyrillische letter")
    assert skipped.startswith("content/pagina.md:8:1: fout: hier wordt een niveau van koppen overgeslagen")


def test_every_mistake_in_the_head_of_a_page_is_told_at_once(reported):
    """Its quotes, its dashes and a key that comes twice: an editor hears of them in one run."""
    assert [line.split(": ")[0] for line in reported("---\ntitle: @x\ndescription: 'y\n---\n# X\n")] == [
        "content/pagina.md:2:8",
        "content/pagina.md:3:14",
    ]
    assert "ontbreekt de regel met drie streepjes" in reported("---\ntitle: X\ndescription: y\n\n# X\n")[0]
    assert "staat hier een tweede keer" in reported(HEAD.replace("title:", "title: X\ntitle:"))[0]
