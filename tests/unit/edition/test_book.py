"""What is in the book, and that every link in it leads somewhere."""

import shutil
from dataclasses import replace

import pytest

from doemee.edition.assembly import assembled
from doemee.edition.book import Book
from doemee.edition.editors_pages import Lists, editors_page, page_blocks
from doemee.edition.headings import fitted
from doemee.edition.node import heading
from doemee.edition.settings import read_settings
from doemee.edition.theme_chapters import theme_chapters
from doemee.model.campaign import BrokenCampaign
from doemee.model.tip import Publication
from tests import example_campaign as example
from tests.unit.edition.conftest import TEMPLATES


def chapters(book: Book, kind: str):
    return [chapter for chapter in book.chapters if chapter.kind == kind]


def entries(book: Book):
    return [node for node in book.nodes() if node.kind == "entry"]


def test_the_chapters_stand_in_their_order(book):
    """Introduction, the themes, the year, the calendar, the colophon."""
    assert [chapter.kind for chapter in book.chapters] == ["intro", *["theme"] * 5, "pages", "calendar", "colophon"]
    assert [chapter.title for chapter in chapters(book, "theme")] == [
        theme.name for theme in example.campaign().themes.values()
    ]


def test_every_tip_is_in_the_chapter_of_its_theme(book, tips):
    """In the order of the publication, numbered through."""
    sections = [section for chapter in chapters(book, "theme") for section in chapter.sections]
    assert [section.id for section in sections] == [f"tip-{slug}" for slug in tips.tips]
    assert [section.number for section in sections] == list(range(1, len(tips.tips) + 1))


def test_a_tip_without_a_file_is_to_follow(campaign):
    """What the theme names and nobody wrote yet is announced, not passed over."""
    found = list(theme_chapters(Publication(), campaign))
    assert sum(len(chapter.sections) for chapter in found) == sum(len(theme.tips) for theme in campaign.themes.values())
    assert {section.blocks[0].text for chapter in found for section in chapter.sections} == {
        "De uitwerking van deze tip volgt."
    }


def test_the_parts_of_a_tip_know_what_they_are(book):
    """An example looks like an example, a checklist like a checklist."""
    section = chapters(book, "theme")[0].sections[0]
    assert [node.values["role"] for node in section.blocks] == [
        "opening",
        "text",
        "text",
        "example",
        "checklist",
        "help",
    ]


def test_every_initiative_has_one_place_in_the_calendar(book):
    """However many provinces and months it stands in."""
    places = [node.values["id"] for node in entries(book) if node.values["id"]]
    assert sorted(places) == sorted(f"kalender-{initiative.slug}" for initiative in example.initiatives())


def test_every_province_lists_what_the_site_lists(book):
    """The same initiatives as its page, by the same agenda."""
    (calendar,) = chapters(book, "calendar")
    for section, view in zip(calendar.sections, example.agenda().groups["provincie"], strict=True):
        listed = {node.values["address"] for block in section.blocks for node in block.walk() if node.kind == "entry"}
        assert listed == {f"{example.SITE}initiatieven/{entry.initiative.slug}/" for entry in view.entries}, view.title


def test_the_calendar_says_what_is_cancelled_and_what_is_invented(book):
    """In words, never in colour alone."""
    for node in entries(book):
        assert "voorbeeld" in node.values["words"]
        status = node.values["status"]
        assert status == "bevestigd" or status in node.values["words"]
    assert {node.values["status"] for node in entries(book)} >= {"geannuleerd", "uitgesteld", "volzet"}
    assert book.notice.startswith("Proefversie")


def test_the_real_calendar_has_no_word_of_examples(campaign, tips):
    """What is real is not called a trial."""
    real = [replace(initiative, example=False) for initiative in example.initiatives()]
    agenda = type(example.agenda())(campaign, real, example.TODAY)
    book = assembled(agenda, tips, templates=TEMPLATES, content=example.ROOT / "content", site=example.SITE)
    assert book.notice == ""
    assert not [node for node in entries(book) if "voorbeeld" in node.values["words"]]


def test_every_link_leads_to_a_place_in_the_book_or_to_a_full_address(book):
    """A link to a tip goes to the tip; one to a page that is not in the book goes to the site."""
    places = {chapter.id for chapter in book.chapters} | {
        section.id for chapter in book.chapters for section in chapter.sections
    }
    places |= {node.values["id"] for node in book.nodes() if node.values.get("id")}
    targets = {node.values["to"] for node in book.nodes() if node.kind == "link"}
    assert {to for to in targets if to.startswith("#")} <= {f"#{place}" for place in places}
    assert {to.partition(":")[0] for to in targets if not to.startswith("#")} <= {"http", "https", "mailto", "tel"}
    assert "#tip-werk-met-ambassadeurs" in targets
    assert f"{example.SITE}kalender/toevoegen/" in targets


def test_an_address_is_printed_unless_the_text_is_the_address(book):
    """On paper nobody can click."""
    for node in book.nodes():
        if node.kind == "link":
            bare = node.values["to"].partition("://")[2].removeprefix("www.").rstrip("/")
            hidden = node.values["to"].startswith("#") or bare == node.text.partition("://")[2] or bare == node.text
            assert bool(node.values["shown"]) is not (hidden or node.text.rstrip("/").endswith(bare)), node


def test_places_are_unique(book):
    """Two places of one name would make a link lead to either."""
    places = [chapter.id for chapter in book.chapters] + [
        section.id for chapter in book.chapters for section in chapter.sections
    ]
    places += [node.values["id"] for node in book.nodes() if node.values.get("id")]
    assert len(places) == len(set(places))


def test_a_marker_is_replaced_by_its_list_wherever_it_is_a_paragraph(tips):
    """As on the site: in a note too, but not within a sentence or in code. One without a list leaves nothing behind."""
    lists = Lists(example.agenda(), tips)
    marker = "[[tips thema/ga-samenwerken]]"
    top, note = page_blocks(f'{marker}\n\n[[tips thema/geen]]\n\n!!! note "A"\n    {marker}\n', lists)
    assert top.values["role"] == "listing"
    assert top.text.startswith("Tips: ")
    assert note.children == (top,)
    for text in (f"Zie {marker}", f"`{marker}`", f"    {marker}"):
        assert [node.text.strip("`") for node in page_blocks(text, lists)] == [text.strip(" `")]


def test_a_mistake_in_a_page_is_reported_with_its_line(tmp_path, tips):
    """Whoever makes the edition hears what is wrong; a warning stops nothing."""
    content = tmp_path / "content"
    content.mkdir()
    page = content / "pagina.md"
    page.write_text("---\ntitle: @x\n---\n# Hallo\n", encoding="utf-8")
    with pytest.raises(BrokenCampaign, match=r"^content/pagina\.md:2:8: fout: title: "):
        editors_page(page, content, Lists(example.agenda(), tips))
    page.write_text("---\ntitle: S\u043eep\n---\nHallo\n", encoding="utf-8")
    assert editors_page(page, content, Lists(example.agenda(), tips)).title == "S\u043eep"


def test_headings_miss_no_level():
    """From h2 to h4 in a page is from 3 to 4 in the book."""
    found = list(fitted([heading(2, "A"), heading(4, "B"), heading(1, "A")], "pagina-x"))
    assert [(node.values["level"], node.values["id"]) for node in found] == [
        (3, "pagina-x--a"),
        (4, "pagina-x--b"),
        (3, "pagina-x--a-2"),
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("ivy2026/sdgs.md", "ivy2026/sdg.md"), "content/ivy2026/sdg.md"),
        (("hoofdstuk:", "hofdstuk:"), "hofdstuk"),
        (("paginas:", "paginas: ["), "uitgave.yml"),
        (("colofon: over/", "colofon: ove/"), "colofon: deze pagina is er niet: content/ove/index.md"),
        (("inleiding: inl", "inleiding: in"), "inleiding: dit bestand is er niet: ineiding.md"),
    ],
    ids=["page", "field", "yaml", "colophon", "introduction"],
)
def test_a_mistake_in_the_settings_is_reported_with_its_line(tmp_path, change, message):
    """As for the tables of data/: file, line, what is wrong."""
    text = (TEMPLATES / "uitgave.yml").read_text(encoding="utf-8")
    path = tmp_path / "uitgave.yml"
    shutil.copy(TEMPLATES / "inleiding.md", tmp_path)
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(BrokenCampaign, match=message) as broken:
        read_settings(path, example.ROOT / "content")
    assert all(problem.line > 1 for problem in broken.value.problems)
