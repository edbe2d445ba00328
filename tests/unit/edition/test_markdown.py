"""Markdown as nodes: what the tips and the editors' pages use, and what may not come along."""

from doemee.edition.markdown import blocks
from doemee.edition.node import Node


def one(text: str) -> Node:
    (node,) = blocks(text)
    return node


def kinds(text: str) -> list[str]:
    return [node.kind for node in blocks(text)]


def test_a_paragraph_keeps_its_inline_nodes():
    """Emphasis, weight and links are nodes; a line break of the source is a space."""
    node = one("Een *schuin*\nen **vet** [woord](/tips/).")
    assert node.children == (
        "Een ",
        Node("emphasis", ("schuin",)),
        " en ",
        Node("strong", ("vet",)),
        " ",
        Node("link", ("woord",), {"to": "/tips/"}),
        ".",
    )


def test_boxes_make_a_checklist_also_in_a_loose_list():
    """`- [ ]` becomes an item with a box, whether blank lines stand between or not."""
    for text in ("- [ ] Eén\n- [x] Twee\n", "- [ ] Eén\n\n- [x] Twee\n"):
        node = one(text)
        assert node.kind == "checklist"
        assert [(item.values["box"], item.text) for item in node.children] == [(False, "Eén"), (True, "Twee")]


def test_a_list_with_one_box_stays_a_list():
    """Half a checklist would hide that an item has no box."""
    assert one("- [ ] Eén\n- Twee\n").kind == "list"


def test_an_ordered_list_keeps_its_start():
    """Who starts at 4 goes on where another list stopped."""
    assert one("4. Vier\n5. Vijf\n").values["start"] == 4


def test_items_hold_blocks():
    """A list in a list and a second paragraph stay in their item."""
    (item,) = one("- Eén\n\n  Nog iets\n  - Onder\n").children
    assert [child.kind for child in item.children] == ["paragraph", "paragraph", "list"]


def test_raw_html_and_scripts_do_not_come_along():
    """Tags fall away, and a link that is a script is only its words."""
    node = one("Tekst <script>alert(1)</script> [klik](javascript:alert) <b>vet</b>")
    assert "<" not in node.text
    assert not [below for below in node.walk() if below.kind == "link"]


def test_a_picture_is_what_it_shows():
    """There are no pictures in the text: their description stays."""
    assert one("![Een pot soep](/soep.jpg)").text == "Een pot soep"


def test_a_table_has_cells_that_know_whether_they_head():
    """The first row heads the columns."""
    first, second = one("| A | B |\n| --- | --- |\n| 1 | 2 |\n").children
    assert [cell.values["header"] for cell in (*first.children, *second.children)] == [True, True, False, False]


def test_a_note_has_its_title_and_its_own_blocks():
    """`!!! note` ends where its indentation does."""
    before, note, after = blocks('Ervoor\n\n!!! note "Let op"\n    Een **lijst**:\n\n    - a\n\nErna\n')
    assert (note.kind, note.values["title"], [node.kind for node in note.children]) == (
        "note",
        "Let op",
        ["paragraph", "list"],
    )
    assert (before.text, after.text) == ("Ervoor", "Erna")


def test_a_marker_is_replaced_or_left_out():
    """`[[…]]` never shows as text."""
    text = "Ervoor\n\n[[initiatieven sdg/3]]\n\nErna\n"
    assert kinds(text) == ["paragraph", "paragraph"]
    asked = []
    nodes = blocks(text, lambda *words: asked.append(words) or (Node("rule"),))
    assert asked == [("initiatieven", "sdg/3")]
    assert [node.kind for node in nodes] == ["paragraph", "rule", "paragraph"]
