"""Markdown as nodes: what the tips and the editors' pages use, and what may not come along."""

import pytest

from doemee.edition.markdown import PAGE, TIP, blocks
from doemee.edition.node import Node, heading, link, paragraph, strong

DIALECTS = pytest.mark.parametrize("dialect", [TIP, PAGE], ids=["tip", "page"])


def one(text: str, dialect=TIP) -> Node:
    (node,) = blocks(text, dialect)
    return node


def kinds(text: str, dialect=TIP) -> list[str]:
    return [node.kind for node in blocks(text, dialect)]


@DIALECTS
def test_a_paragraph_keeps_its_inline_nodes(dialect):
    """Emphasis, weight and links are nodes; a line break of the source is a space."""
    node = one("Een *schuin*\nen **vet** [woord](/tips/).", dialect)
    assert node.children == (
        "Een ",
        Node("emphasis", ("schuin",)),
        " en ",
        strong("vet"),
        " ",
        link("/tips/", "woord"),
        ".",
    )


def test_inline_nodes_hold_each_other():
    """Weight in a link, a link in emphasis: as deep as it was written."""
    assert one("*Zie [de **tips**](/tips/)*").children == (
        Node("emphasis", ("Zie ", link("/tips/", "de ", strong("tips")))),
    )


def test_a_line_that_ends_in_a_backslash_or_two_spaces_breaks():
    """So does `<br>`, which a page of the site keeps as well: else two words become one."""
    for text in ("Eén\\\ntwee", "Eén  \ntwee", "Eén<br>twee", "Eén<br />twee"):
        assert one(text).children == ("Eén", Node("break"), "twee")


def test_characters_are_what_they_stand_for():
    """An entity and an escaped character are text like any other, joined with what stands beside it."""
    assert one(r"Jan &amp; Piet \*, 3 &lt; 4").children == ("Jan & Piet *, 3 < 4",)


@DIALECTS
def test_a_heading_keeps_its_level_and_its_words(dialect):
    """In both ways of writing; its id comes when the book knows where it stands (headings.py)."""
    assert blocks("## Zo *doe* je het\n\nTitel\n=====\n", dialect) == (
        Node("heading", ("Zo ", Node("emphasis", ("doe",)), " je het"), {"level": 2, "id": None}),
        heading(1, "Titel"),
    )


def test_boxes_make_a_checklist_also_in_a_loose_list():
    """`- [ ]` becomes an item with a box, whether blank lines stand between or not."""
    for text in ("- [ ] Eén\n- [x] Twee\n", "- [ ] Eén\n\n- [X] Twee\n"):
        node = one(text)
        assert node.kind == "checklist"
        assert [(item.values["box"], item.text) for item in node.children] == [(False, "Eén"), (True, "Twee")]


def test_a_list_with_one_box_stays_a_list():
    """Half a checklist would hide that an item has no box."""
    assert one("- [ ] Eén\n- Twee\n").kind == "list"


def test_a_box_may_hold_more_than_words():
    """What follows the box keeps its form, and a second paragraph stays below it."""
    (item,) = one("- [ ] **Vraag** het\n\n  Nog iets\n").children
    assert item == Node("item", (paragraph(strong("Vraag"), " het"), paragraph("Nog iets")), {"box": False})


def test_brackets_that_are_no_box_stay_text():
    """`[ ]` further on, without a space after it, or with another word in it."""
    for text in ("Zet [ ] ervoor", "[x]y", "[ja] Eén"):
        assert one(f"- {text}\n").children == (Node("item", (paragraph(text),)),)


def test_an_ordered_list_keeps_its_start():
    """Who starts at 4 continues where another list stopped."""
    assert one("4. Vier\n5. Vijf\n").values["start"] == 4
    assert one("1. Eén\n").values["start"] == 1


def test_items_hold_blocks():
    """A list in a list and a second paragraph stay in their item."""
    (item,) = one("- Eén\n\n  Nog iets\n  - Onder\n").children
    assert [child.kind for child in item.children] == ["paragraph", "paragraph", "list"]


def test_lists_stand_in_lists_of_the_other_sort_also_when_tight():
    """Each keeps its sort and its own items."""
    inner = Node("ordered", (Node("item", (paragraph("Eerst"),)), Node("item", (paragraph("Dan"),))), {"start": 1})
    assert one("- Eén\n  1. Eerst\n  2. Dan\n- Twee\n") == Node(
        "list", (Node("item", (paragraph("Eén"), inner)), Node("item", (paragraph("Twee"),)))
    )


def test_lists_of_twelve_levels_keep_their_deepest_item():
    """The limit that CommonMark parsers come with is lower, and passes over the rest without a word."""
    text = "".join(f"{'  ' * level}- {level}\n" for level in range(12))
    assert [node.text for node in one(text).walk() if node.kind == "paragraph"] == [str(level) for level in range(12)]


def test_a_quote_holds_blocks_and_a_rule_is_empty():
    """As in a page of the site."""
    quote, rule = blocks("> Iemand *zei*:\n>\n> - dit\n\n---\n", TIP)
    assert quote.kind == "quote"
    assert [child.kind for child in quote.children] == ["paragraph", "list"]
    assert rule == Node("rule")


def test_code_is_what_was_typed():
    """Between back-ticks, in a fence or indented: no markup, no entity, every space and line."""
    assert one("Typ `*vet* &amp;`.").children == ("Typ ", Node("code", ("*vet* &amp;",)), ".")
    for text in ("```yaml\na:  1\n\n- [ ] *b*\n```\n", "    a:  1\n\n    - [ ] *b*\n"):
        assert one(text) == Node("code-block", ("a:  1\n\n- [ ] *b*",))


@pytest.mark.parametrize(
    ("text", "to", "words"),
    [
        ("[Tips [nieuw]](/tips/)", "/tips/", "Tips [nieuw]"),
        ("[Wiki](https://nl.wikipedia.org/wiki/Mei_(maand))", "https://nl.wikipedia.org/wiki/Mei_(maand)", "Wiki"),
        ("[Wiki](<https://a.be/een (twee>)", "https://a.be/een%20(twee", "Wiki"),
        ("[Tips][1]\n\n[1]: /tips/#vraag", "/tips/#vraag", "Tips"),
        ("<https://a.be/x>", "https://a.be/x", "https://a.be/x"),
        ("<post@a.be>", "mailto:post@a.be", "post@a.be"),
    ],
    ids=["in the words", "in the address", "in angle brackets", "reference", "address", "mail"],
)
def test_a_link_keeps_its_brackets(text, to, words):
    """Those that belong to its words or its address, in every way to write a link."""
    assert one(text).children == (link(to, words),)


def test_raw_html_and_scripts_do_not_come_along():
    """Tags fall away, and a link that is a script is no link."""
    node = one("Tekst <script>alert(1)</script> [klik](javascript:alert) <b>vet</b>")
    assert "<" not in node.text
    assert not [below for below in node.walk() if below.kind == "link"]


@DIALECTS
def test_of_a_block_of_html_the_words_stay(dialect):
    """As on the page of a tip: no tag, no script, no comment. One that says nothing leaves nothing behind."""
    assert blocks("<p class='x'>Zeg &amp; <b>doe</b>\nhet</p>\n\nErna\n", dialect) == (
        paragraph("Zeg & doe het"),
        paragraph("Erna"),
    )
    assert blocks("<script>\nalert(1)\n</script>\n\n<!-- stil -->\n\n<b></b>\n", dialect) == ()


def test_a_block_around_markdown_falls_away_and_the_markdown_stays():
    """`<div markdown>` gives a page of the site its layout; the edition has its own."""
    assert blocks('<div class="kaart" markdown>\n\n**Vet**\n\n</div>\n', PAGE) == (paragraph(strong("Vet")),)


def test_a_picture_is_what_it_shows():
    """There are no pictures in the text: their description stays, joined with the text around it."""
    assert one("Zie ![een *pot* soep](/soep.jpg).").children == ("Zie een pot soep.",)


def test_a_table_has_cells_that_know_whether_they_head():
    """The first row heads the columns."""
    first, second = one("| A | B |\n| --- | --- |\n| *1* | 2 |\n", PAGE).children
    assert [cell.values["header"] for cell in (*first.children, *second.children)] == [True, True, False, False]
    assert second.children[0].children == (Node("emphasis", ("1",)),)


def test_a_note_has_its_title_and_its_own_blocks():
    """`!!! note` ends where its indentation does, with a blank line before that or without."""
    for gap in ("\n", ""):
        before, note, after = blocks(f'Ervoor\n{gap}!!! note "Let op"\n    Een **lijst**:\n\n    - a\n\nErna\n', PAGE)
        assert (note.kind, note.values["title"]) == ("note", "Let op")
        assert note.children == (
            paragraph("Een ", strong("lijst"), ":"),
            Node("list", (Node("item", (paragraph("a"),)),)),
        )
        assert (before.text, after.text) == ("Ervoor", "Erna")
    note, after = blocks("!!! note\n    Erin\nErna\n", PAGE)
    assert (note.values["title"], note.text, after) == ("", "Erin", paragraph("Erna"))


def test_a_note_may_stand_in_a_list_and_hold_a_note():
    """Its text is indented by four from where it stands."""
    (item,) = one('- Eén\n\n  !!! tip "A"\n      B\n\n      !!! warning "C"\n          D\n', PAGE).children
    inner = Node("note", (paragraph("D"),), {"title": "C"})
    assert item.children == (paragraph("Eén"), Node("note", (paragraph("B"), inner), {"title": "A"}))


def test_a_note_in_code_is_code():
    """Who explains how to write one shows it."""
    assert kinds('```\n!!! note "Let op"\n    Tekst\n```\n', PAGE) == ["code-block"]
    assert kinds('    !!! note "Let op"\n', PAGE) == ["code-block"]


def test_a_tip_knows_no_tables_and_no_notes():
    """Its page on the site shows them as they were typed, and so does the edition."""
    assert kinds("| A |\n| --- |\n| 1 |\n") == ["paragraph"]
    assert one('!!! note "Let op"\n').text == '!!! note "Let op"'


def test_a_text_without_words_has_no_blocks():
    """Spaces, a definition that nothing uses, an empty heading, a link or emphasis around nothing."""
    for text in ("", "  \n\n", "[1]: /tips/\n", "##\n", "[](/tips/)", "[![](/a.png)](/tips/)", "<b></b>"):
        assert blocks(text, TIP) == (), text
