"""One line in a page of the editors becomes a list."""

import pytest

from doemee.model.agenda import Agenda
from doemee.model.tip import publication
from doemee.write.pages.listing import MOST, with_lists
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import site


def filled(marker: str) -> tuple[str, list[str]]:
    found = example.publication()
    return with_lists(f"<p>Voor.</p>\n<p>{marker}</p>", example.agenda(), found, site().render, "../")


@pytest.mark.parametrize("marker", ["[[initiatieven sdg/15]]", "[[initiatieven thema/ga-samenwerken]]", "[[initiatieven provincie/limburg]]", "[[initiatieven reeks/roadshows]]", "[[initiatieven in-de-kijker]]"])  # fmt: skip
def test_a_list_of_initiatives_has_links_that_work_from_its_page(marker):
    """What is still to come first, at most six, with when and where."""
    html, unknown = filled(marker)
    assert unknown == []
    assert 0 < html.count('href="../initiatieven/') <= MOST
    assert "2026" in html


@pytest.mark.parametrize("marker", ["[[tips thema/ga-samenwerken]]", "[[tips voor/lokale-besturen]]"])
def test_a_list_of_tips(marker):
    html, unknown = filled(marker)
    assert unknown == []
    assert html.count('href="../tips/') >= 5


@pytest.mark.parametrize("marker", ["[[initiatieven sdg/18]]", "[[initiatieven sdg]]", "[[tips reeks/x]]", "[[soep thema/ga-samenwerken]]", "[[initiatieven toeval/x]]"])  # fmt: skip
def test_a_list_that_is_not_there_is_named(marker):
    """So that the editor hears of it, and no visitor sees the marker."""
    html, unknown = filled(marker)
    assert unknown == [marker]
    assert "[[" not in html


def test_an_empty_list_says_so_and_what_to_do():
    nothing = Agenda(example.campaign(), [], example.TODAY)
    html, _ = with_lists(
        "<p>[[initiatieven reeks/roadshows]]</p>",
        nothing,
        publication(example.tip_files(), example.campaign(), ()),
        site().render,
        "../",
    )
    assert "Nog niets in de kalender." in html
    assert 'href="../kalender/toevoegen/"' in html
