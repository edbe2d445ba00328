"""The tips of the publication, as they lie in data/tips/."""

import pytest

from doemee.check import check_tips
from doemee.text import to_editors_html
from doemee.write.pages.tip_pages import tip_html
from tests.example_campaign import campaign, initiatives, publication, tip_files


def test_every_tip_is_right():
    assert [str(problem) for problem in check_tips(tip_files(), campaign())] == []


def test_the_publication_has_at_least_thirty_tips_and_the_twelve_of_the_slides():
    """Those twelve keep their exact words and stand under the theme that names them."""
    by_slug = {loaded.slug: loaded.submission for loaded in tip_files()}
    assert len(by_slug) >= 30
    for theme in campaign().themes.values():
        assert [(by_slug[tip.id].titel, by_slug[tip.id].thema) for tip in theme.tips] == [
            (tip.title, theme.id) for tip in theme.tips
        ]


@pytest.mark.parametrize("loaded", tip_files(), ids=lambda loaded: loaded.slug)
def test_every_tip_has_its_parts(loaded):
    """Why, how in steps, an example that is marked as one, a checklist, what helps; and what it costs in time."""
    headings = [line for line in loaded.body.split("\n") if line.startswith("## ")]
    assert headings == [
        "## Waarom het werkt",
        "## Zo doe je het",
        "## Zo kan het eruitzien",
        "## Checklist",
        "## Wat helpt",
    ]
    assert "**Voorbeeld.**" in loaded.body
    assert loaded.body.count("- [ ] ") >= 3
    assert loaded.submission.tijd
    assert loaded.submission.voor


def test_a_theme_s_own_tips_come_first():
    """In the order of the slides; then the others by title."""
    found = publication()
    for theme in campaign().themes.values():
        shown = [tip.slug for tip in found.of_theme(theme.id)]
        assert shown[: len(theme.tips)] == [tip.id for tip in theme.tips]
        assert len(shown) == len(set(shown))


def test_a_tip_knows_who_uses_it():
    """Every initiative that names a tip is on the page of that tip."""
    found = publication()
    for initiative in initiatives():
        for slug in initiative.sent.tips:
            assert initiative in found.users[slug]
    assert found.users


def test_a_link_from_the_root_works_under_any_path_and_another_scheme_does_not_come_along():
    """The ROOT sign stands where the way to the root comes; //host and javascript: are no links."""
    html = tip_html("[a](/tips/x/) [b](//evil.example/) [c](javascript:x) [d](https://www.example.org/)")
    assert 'href="\ue000tips/x/"' in html
    assert "evil.example" not in html
    assert "javascript:" not in html
    assert 'href="https://www.example.org/"' in html


def test_a_checklist_can_be_ticked():
    assert '<input type="checkbox"> <span>Klaar &amp; af</span>' in tip_html("- [ ] Klaar & af\n- [ ] Twee")


def test_markup_in_a_tip_stays_text():
    assert "<script" not in to_editors_html("<script>x</script> **a**")
