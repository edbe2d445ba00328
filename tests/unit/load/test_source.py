"""From bytes to text: what editors on Windows and word processors do to a file."""

import pytest

from doemee.load.source import MAX_BYTES, Source, read_text, split_markdown, split_yaml
from doemee.load.trouble import BrokenFile


def trouble_of(function, argument) -> tuple[str, int, int]:
    with pytest.raises(BrokenFile) as caught:
        function(argument)
    (trouble,) = caught.value.troubles
    return trouble.code, trouble.line, trouble.column


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"titel: Caf\xc3\xa9\n", "titel: Café\n", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbftitel: x\n", "titel: x\n", id="a byte order mark goes"),
        pytest.param(b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", id="Windows line ends"),
        pytest.param(b"a: 1\rb: 2\r", "a: 1\nb: 2\n", id="old Macintosh line ends"),
        pytest.param("Cafe\u0301".encode(), "Caf\u00e9", id="letters with a loose accent become one"),
        pytest.param(
            "a\tb \u00a0👩\u200d🍳❤\ufe0f".encode(),
            "a\tb \u00a0👩\u200d🍳❤\ufe0f",
            id="tabs, hard spaces and emoji stay",
        ),
        pytest.param(b"", "", id="an empty file"),
    ],
)
def test_bytes_become_text(data, text):
    assert text == read_text(data)


def test_a_letter_that_is_not_utf8_is_pointed_at():
    """Latin-1, as old Windows editors save it; the line above may hold any letter."""
    data = "samenvatting: Één café\n".encode() + "titel: Café\n".encode("latin-1")
    assert trouble_of(read_text, data) == ("geen-utf8", 2, 11)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ue000"],
)
def test_an_invisible_character_is_pointed_at_by_its_number(character):
    """Some of them end a line for one program and not for the next."""
    data = f"titel: é\ntype: a{character}b\n".encode()
    with pytest.raises(BrokenFile, match=f"U\\+{ord(character):04X}"):
        read_text(data)
    assert trouble_of(read_text, data) == ("onzichtbaar-teken", 2, 8)


def test_sixty_four_kilobytes_is_enough_and_one_byte_more_is_not():
    assert len(read_text(b"x" * MAX_BYTES)) == MAX_BYTES
    assert trouble_of(read_text, b"x" * (MAX_BYTES + 1)) == ("te-groot", 1, 1)


def test_front_matter_and_description_are_split():
    """The YAML keeps the end of the first line, so a line that PyYAML counts is a line of the file."""
    expected = Source(yaml="\ntitel: x\n", body="Hallo.\n\nDag.", body_line=4)
    assert expected == split_markdown("---\ntitel: x\n---\nHallo.\n\nDag.\n")


@pytest.mark.parametrize("dashes", ["---", "--- ", "---\t"])
def test_spaces_after_the_dashes_do_not_matter(dashes):
    assert split_markdown(f"{dashes}\ntitel: x\n{dashes}\nHallo.\n").body == "Hallo."


def test_a_line_of_dashes_in_the_description_stays_there():
    """A rule between two paragraphs is Markdown."""
    assert split_markdown("---\ntitel: x\n---\neen\n\n---\n\ntwee\n").body == "een\n\n---\n\ntwee"


def test_a_description_may_be_absent():
    assert split_markdown("---\ntitel: x\n---").body == ""


def split(text: str) -> tuple[list[tuple[str, int, int]], str, str, int]:
    """The troubles, the fields, the description and its line."""
    found = split_markdown(text)
    return [(t.code, t.line, t.column) for t in found.troubles], found.yaml.strip("\n"), found.body, found.body_line


@pytest.mark.parametrize(
    ("text", "trouble", "body_line"),
    [
        ("titel: x\n---\nHallo.\n", ("geen-begin", 1, 1), 3),
        ("\n---\ntitel: x\n---\nHallo.\n", ("geen-begin", 1, 1), 5),
        ("Voor de site:\n\n---\ntitel: x\n---\n\nHallo.\n", ("geen-begin", 1, 1), 7),
        (" ---\ntitel: x\n---\nHallo.\n", ("streepjes", 1, 1), 4),
        ("-----\ntitel: x\n---\nHallo.\n", ("streepjes", 1, 1), 4),
        ("—\ntitel: x\n---\nHallo.\n", ("streepjes", 1, 1), 4),
        ("---\ntitel: x\n-----\nHallo.\n", ("streepjes", 3, 1), 4),
        ("---\ntitel: x\n....\nHallo.\n\n---\n\nDag.\n", ("streepjes", 3, 1), 4),
        ("---\ntitel: x\n\nHallo.\n", ("geen-einde", 4, 1), 4),
    ],
)
def test_wrong_dashes_are_told_and_what_was_meant_is_read(text, trouble, body_line):
    """Word processors make one long dash of three; people write five, or text above them."""
    found, yaml, body, line = split(text)
    assert ([trouble], "titel: x", "Hallo.", body_line) == (found, yaml, body.split("\n")[0], line)


@pytest.mark.parametrize("text", ["---\ntitel: x\ntype: y", "---\ntitel: x\ntype: y\n", "---\ntitel: x\ntype: y\n\n\n"])
def test_the_second_line_of_dashes_is_missed_at_the_end(text):
    assert split(text)[:3] == ([("geen-einde", 3, 1)], "titel: x\ntype: y", "")


@pytest.mark.parametrize(("text", "code"), [("", "leeg"), ("\n \n", "leeg"), ("Hallo.\n\nDag.\n", "geen-velden")])
def test_a_file_without_fields_cannot_be_read(text, code):
    assert trouble_of(split_markdown, text) == (code, 1, 1)


def test_a_yml_file_is_yaml_alone():
    assert split_yaml("titel: x\n") == Source(yaml="titel: x\n", body="", body_line=1)
