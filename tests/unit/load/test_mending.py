"""Each mistake in YAML by itself: what is reported where, what the lines become, and what only looks like it."""

import inspect

import pytest

from doemee.load import mending
from doemee.load.declared import BODY, FIRST_FIELDS, KEYS_OF_GROUPS, KEYS_OF_LISTS, KEYS_OF_TEXTS
from doemee.load.mending import (
    FIXERS,
    MISREADINGS,
    ODDITIES,
    Fixer,
    anchor_or_tag,
    backslash,
    bracket_left_open,
    character_of_yaml,
    colon_in_text,
    colon_without_space,
    curly_quotes,
    dash_without_space,
    field_with_dash,
    group_with_text,
    hard_spaces,
    item_without_space,
    lost_quote,
    may_be_misread,
    open_quote,
    quote_inside,
    second_document,
    swallowed_fields,
    tabs,
    text_above_fields,
    text_cut_off,
    unknown,
    wrong_indentation,
)
from doemee.load.strict_yaml import MOST, Mending
from doemee.load.trouble import Trouble
from doemee.load.yaml_lines import Fix, Place
from doemee.problems import Severity
from tests.submissions import loaded, markdown

MAPPING_VALUES = "None: mapping values are not allowed in this context"


def refused(code: str) -> Trouble:
    """What strict_yaml does not read; where it is comes from the place."""
    return Trouble(code, "dit kan niet", "Doe het anders")


def place(text: str, line: int = 1, **said) -> Place:
    """A line of a text, from 1, as strict_yaml hands it to a fixer."""
    return Place(tuple(text.split("\n")), line - 1, **{"begin": line - 1} | said)


def after(fix: Fix, text: str) -> str:
    """The text with a fix applied."""
    lines = text.split("\n")
    for row, line in fix.lines.items():
        lines[row] = line
    return "\n".join(lines[: fix.end])


@pytest.mark.parametrize(
    ("fixer", "before", "at", "reported", "wanted"),
    [
        pytest.param(
            second_document,
            "titel: x\n---\ntitel: y",
            {"line": 2, "refused": refused("twee-documenten")},
            ("twee-documenten", 1, 1),
            "titel: x",
            id="a second document goes",
        ),
        pytest.param(
            hard_spaces,
            "titel: x\n\u00a0\u00a0van:\u00a09 u\u00a030\nnaam:\u00a0y",
            {},
            ("harde-spatie", 2, 1, "titel.van"),
            "titel: x\n  van: 9 u\u00a030\nnaam: y",
            id="hard spaces before and behind a key, all at once, not those in a text",
        ),
        pytest.param(
            tabs,
            "momenten:\n\t- datum: x\n\t\tvan: 9\ttien",
            {"line": 2},
            ("tab", 2, 1, "momenten.datum"),
            "momenten:\n  - datum: x\n    van: 9\ttien",
            id="tabs in the indentation, not those in a text",
        ),
        pytest.param(
            dash_without_space,
            "momenten:\n  -datum: x\n    van: 9",
            {"line": 2},
            ("streepje", 2, 3, "momenten"),
            "momenten:\n  - datum: x\n    van: 9",
            id="a dash glued to a field, above others",
        ),
        pytest.param(
            field_with_dash,
            "momenten:\n  -datum: x",
            {"line": 2},
            ("streepje", 2, 3, "momenten.datum"),
            "momenten:\n  - datum: x",
            id="a dash glued to a field by itself",
        ),
        pytest.param(
            colon_without_space,
            "titel:Samen",
            {},
            ("spatie", 1, 6, "titel"),
            "titel: Samen",
            id="a colon glued to a text",
        ),
        pytest.param(
            colon_without_space,
            "naam::x",
            {"column": 6},
            ("spatie", 1, 5, "naam"),
            "naam: :x",
            id="two colons, stumbled on",
        ),
        pytest.param(
            item_without_space,
            "momenten:\n  - datum:2026",
            {"line": 2},
            ("spatie", 2, 10, "momenten.datum"),
            "momenten:\n  - datum: 2026",
            id="an item that was meant to be a field",
        ),
        pytest.param(
            lost_quote,
            'titel: "Soep',
            {},
            ("aanhalingsteken", 1, 8, "titel"),
            'titel: "Soep"',
            id="a quote that stays open",
        ),
        pytest.param(
            lost_quote,
            "titel: 'Soep\ntype: actie\nprijs: 'x'",
            {"line": 3},
            ("aanhalingsteken", 1, 8, "titel"),
            "titel: \"Soep\"\ntype: actie\nprijs: 'x'",
            id="a quote that stays open above, with a field below it",
        ),
        pytest.param(
            swallowed_fields,
            "titel: 'Soep\ntype: actie\nprijs: 'x'",
            {},
            ("aanhalingsteken", 1, 8, "titel"),
            "titel: \"Soep\"\ntype: actie\nprijs: 'x'",
            id="fields between two quotes of two fields",
        ),
        pytest.param(
            open_quote,
            "titel: 'Soep\n  en brood",
            {},
            ("aanhalingsteken", 1, 8, "titel"),
            'titel: "Soep"\n  en brood',
            id="a quote that is open at the end of its line",
        ),
        pytest.param(
            backslash,
            r'naam: "C:\map"',
            {"words": "while parsing a quoted scalar: found unknown escape character"},
            ("schuine-streep", 1, 10, "naam"),
            r'naam: "C:\\map"',
            id="a backslash between double quotes",
        ),
        pytest.param(
            quote_inside,
            "titel: 'Soep in 't park' # x",
            {},
            ("aanhalingsteken", 1, 17, "titel"),
            'titel: "Soep in \'t park"',
            id="an apostrophe between single quotes",
        ),
        pytest.param(
            quote_inside,
            'partners:\n  - "Soep" op straat',
            {"line": 2},
            ("aanhalingsteken", 2, 10, "partners"),
            "partners:\n  - '\"Soep\" op straat'",
            id="a quoted word at the start of a text",
        ),
        pytest.param(
            curly_quotes,
            "titel: “Samen”",
            {},
            ("gekrulde-aanhalingstekens", 1, 8, "titel"),
            "titel: “Samen”",
            id="curly quotes around a text stay",
        ),
        pytest.param(
            curly_quotes,
            "type: ‘actie’ # x",
            {},
            ("gekrulde-aanhalingstekens", 1, 7, "type"),
            'type: "actie"',
            id="curly quotes around a word of ours",
        ),
        pytest.param(
            bracket_left_open, "sdgs: [3, 4", {}, ("haakje", 1, 7, "sdgs"), "sdgs: [3, 4]", id="a list that stays open"
        ),
        pytest.param(
            bracket_left_open,
            "momenten:\n  - {datum: x",
            {"line": 2},
            ("haakje", 2, 5, "momenten"),
            "momenten:\n  - {datum: x}",
            id="a group that stays open",
        ),
        *(
            pytest.param(
                character_of_yaml,
                f"titel: {text}",
                {},
                ("begin-van-tekst", 1, 8, "titel"),
                f'titel: "{text}"',
                id=f"a text that starts with {text[0]}",
            )
            for text in (
                "@buurt",
                "`x`",
                "%x",
                "*x*",
                "&x",
                "!x",
                "|x",
                ">x",
                "[x] y",
                "{x",
                "}x",
                "]x",
                "- x",
                "? x",
                ", x",
            )
        ),
        pytest.param(
            character_of_yaml,
            "titel: *soep*",
            {"refused": refused("anker")},
            ("anker", 1, 8, "titel"),
            'titel: "*soep*"',
            id="a text that was refused for how it starts",
        ),
        pytest.param(
            colon_in_text,
            "titel: Repair café: nu",
            {"column": 19, "words": MAPPING_VALUES},
            ("dubbelepunt", 1, 19, "titel"),
            'titel: "Repair café: nu"',
            id="a colon in a text",
        ),
        pytest.param(
            anchor_or_tag,
            "type: &a actie",
            {"refused": refused("anker")},
            ("anker", 1, 1, "type"),
            "type: actie",
            id="an anchor before a value",
        ),
        pytest.param(
            anchor_or_tag,
            "sdgs: !!int",
            {"refused": refused("label")},
            ("label", 1, 1, "sdgs"),
            "sdgs:",
            id="a tag without a value",
        ),
        pytest.param(
            text_cut_off,
            "titel: Actie #2 in Gent  # voorlopig",
            {},
            ("hekje", 1, 14, "titel"),
            'titel: "Actie #2 in Gent"',
            id="a # in a text, and a comment behind it",
        ),
        pytest.param(
            text_cut_off,
            "tijd: 1 uur # 2 mensen",
            {},
            ("hekje", 1, 13, "tijd"),
            'tijd: "1 uur # 2 mensen"',
            id="a # and a digit",
        ),
        pytest.param(
            text_cut_off,
            "partners:\n  - Bond #2",
            {"line": 2},
            ("hekje", 2, 10, "partners"),
            'partners:\n  - "Bond #2"',
            id="a # in an item of a list of texts",
        ),
        pytest.param(
            text_cut_off,
            "titel: Soep\n  voor #iedereen\n  en brood\ntype: x",
            {},
            ("hekje", 2, 8, "titel"),
            'titel: "Soep voor #iedereen en brood"\n\n\ntype: x',
            id="a # where a text goes on below",
        ),
        pytest.param(
            group_with_text,
            "locatie: De Linde # x\n  postcode: 9800",
            {"line": 2},
            ("groep-met-tekst", 1, 10, "locatie"),
            "locatie:\n  postcode: 9800",
            id="fields under a group that has a text",
        ),
        pytest.param(
            wrong_indentation,
            "locatie:\n  naam: x\n   postcode: 9800",
            {"line": 3},
            ("inspringen", 3, 4, "locatie.postcode"),
            "locatie:\n  naam: x\n  postcode: 9800",
            id="a space too many",
        ),
        pytest.param(
            wrong_indentation,
            "titel: x\n type: y",
            {"line": 2},
            ("inspringen", 2, 2, "type"),
            "titel: x\ntype: y",
            id="a space where none belongs",
        ),
        pytest.param(
            wrong_indentation,
            "momenten:\n  - datum: x\n - datum: y",
            {"line": 3},
            ("inspringen", 3, 2, "momenten.datum"),
            "momenten:\n  - datum: x\n  - datum: y",
            id="an item of which the dash is not below the others",
        ),
        pytest.param(
            text_above_fields,
            "Ons feest\ntitel: x",
            {"refused": refused("geen-velden")},
            ("geen-veld", 1, 1),
            "\ntitel: x",
            id="a loose text above the fields",
        ),
        pytest.param(
            unknown,
            "titel: x\nprijs: }{",
            {"line": 2},
            ("yaml", 2, 1, "prijs"),
            "titel: x\nprijs:",
            id="a value that nobody knows",
        ),
        pytest.param(
            unknown, "titel: x\nzomaar", {"line": 2}, ("geen-veld", 2, 1), "titel: x\n", id="a line that is no field"
        ),
        pytest.param(
            unknown,
            "? [a]\n: b",
            {"refused": refused("vreemde-sleutel")},
            ("vreemde-sleutel", 1, 1),
            "\n",
            id="a key that is no word goes with its value",
        ),
    ],
)
def test_a_mistake_is_reported_and_mended(fixer: Fixer, before, at, reported, wanted):
    """What, on which line and column, in which field; and what the lines become. The given lines stay as they are."""
    found = place(before, **at)
    fix = fixer(found)
    assert fix is not None
    assert fix.trouble is not None
    assert (fix.trouble.code, fix.trouble.line, fix.trouble.column, fix.trouble.field) == (*reported, "")[:4]
    assert wanted == after(fix, before)
    assert before == "\n".join(found.lines)


@pytest.mark.parametrize(
    ("fixer", "text", "at"),
    [
        pytest.param(second_document, "titel: x", {}, id="nothing was refused"),
        pytest.param(hard_spaces, "titel: 5\u00a0euro\nprijs: x", {}, id="a hard space in a text"),
        pytest.param(tabs, "titel: x\ttabs\n\ttype: y", {}, id="a tab in a text, and one below where YAML stumbled"),
        pytest.param(field_with_dash, "- datum: x", {}, id="a dash with its space"),
        pytest.param(field_with_dash, "-5 graden", {}, id="a number below zero"),
        pytest.param(colon_without_space, "https://x.be", {}, id="a web address"),
        pytest.param(colon_without_space, "naam::x", {}, id="two colons in passing"),
        pytest.param(item_without_space, "titel:x", {}, id="no item of a list"),
        pytest.param(lost_quote, "titel: 'x'", {}, id="a quote that is closed"),
        pytest.param(lost_quote, "titel: 'x\n  y'\nprijs: @", {"line": 3}, id="a text in quotes over two lines"),
        pytest.param(lost_quote, "titel: 'x\ntype: y", {"done": {0}}, id="a line that was mended before"),
        pytest.param(swallowed_fields, "titel: 'x\n  y'", {}, id="a text in quotes over two lines"),
        pytest.param(open_quote, "  'x", {}, id="more of the text above"),
        pytest.param(backslash, r'naam: "C:\map"', {"words": MAPPING_VALUES}, id="something else is wrong"),
        pytest.param(quote_inside, "titel: 'x' # y", {}, id="a comment behind the quotes"),
        pytest.param(curly_quotes, "titel: “Samen” is “sterk”", {}, id="two quoted words in a text"),
        pytest.param(bracket_left_open, "sdgs: [3, 4]", {}, id="a list that is closed"),
        pytest.param(bracket_left_open, "titel: [x", {}, id="a text that starts with a bracket"),
        pytest.param(character_of_yaml, "sdgs: [3, 4]", {}, id="a list"),
        pytest.param(character_of_yaml, "  @x", {}, id="more of the text above"),
        pytest.param(colon_in_text, "titel : x: y", {"column": 7}, id="the colon of the field itself"),
        pytest.param(colon_in_text, "'x: y'", {}, id="a colon between quotes"),
        pytest.param(anchor_or_tag, "titel: *x*", {"refused": refused("anker")}, id="a text"),
        pytest.param(anchor_or_tag, "type: &a x", {}, id="nothing was refused"),
        pytest.param(text_cut_off, "titel: x # opmerking", {}, id="a comment"),
        pytest.param(text_cut_off, "type: actie #2", {}, id="no text of the sender's own"),
        pytest.param(text_cut_off, 'titel: "x #2"', {}, id="a # between quotes"),
        pytest.param(text_cut_off, "titel: >\n  x #2", {}, id="a # in a text over more lines of which YAML keeps all"),
        pytest.param(text_cut_off, "titel: 'x\n  y #2'", {}, id="a # between quotes on two lines"),
        pytest.param(text_cut_off, "organisatie: x\n  # naam: #y", {}, id="a line that is a comment"),
        pytest.param(text_cut_off, "organisatie:\n  naam: x #2", {}, id="a # in another field"),
        pytest.param(group_with_text, "locatie:\n  postcode: 9800", {"line": 2}, id="a group without a text"),
        pytest.param(group_with_text, "locatie: {naam: x}\n  adres: y", {"line": 2}, id="a group on one line"),
        pytest.param(group_with_text, "titel: x\n  type: y", {"line": 2}, id="a field that is no group"),
        pytest.param(group_with_text, "locatie: x\nprijs: y", {"line": 2}, id="the next field"),
        pytest.param(wrong_indentation, "titel: x\nprijs: y", {"line": 2}, id="below the others"),
        pytest.param(
            wrong_indentation,
            "titel: x\n  y: z: q",
            {"line": 2, "column": 7, "words": MAPPING_VALUES},
            id="a colon in its text",
        ),
        pytest.param(text_above_fields, "Hallo.\nDag.", {"refused": refused("geen-velden")}, id="no fields at all"),
        pytest.param(unknown, "- x\n- y", {"refused": refused("geen-velden")}, id="a list instead of fields"),
        pytest.param(unknown, "  ", {}, id="an empty line"),
    ],
)
def test_what_only_looks_like_a_mistake_is_left_alone(fixer: Fixer, text, at):
    """Each fixer knows its own mistake, and no other."""
    assert fixer(place(text, **at)) is None


def test_what_is_done_and_what_is_lost():
    """A mended line is not looked at again, except for its value; a field of which nothing is left is not missed."""
    assert lost_quote(place("titel: 'x")).done == {0}
    assert colon_without_space(place("titel:@x")).done == frozenset()
    assert group_with_text(place("locatie: x\n  postcode: y", 2)).lost == {"naam"}
    assert anchor_or_tag(place("sdgs: &a", refused=refused("anker"))).dropped == {0}
    dropped = unknown(place("titel: }{"))
    assert (dropped.dropped, dropped.lost) == ({0}, frozenset())
    again = unknown(place("titel: }{", dropped={0}))
    assert (again.trouble, again.lines, again.lost) == (None, {0: ""}, {"titel"})


def test_curly_quotes_around_a_text_are_a_warning():
    """They arrive on the site as they are; around a word of ours they are an error."""
    assert curly_quotes(place("titel: “x”")).trouble.severity is Severity.WARNING
    assert curly_quotes(place("type: “x”")).trouble.severity is Severity.ERROR


def test_the_cure_is_the_line_to_paste_unless_that_is_too_long():
    """Lines of more than 160 characters are not shown."""
    assert character_of_yaml(place("titel: @x")).trouble.hint == 'Zet aanhalingstekens rond de tekst: `titel: "@x"`'
    assert (
        character_of_yaml(place(f"titel: @{'x' * 160}")).trouble.hint
        == "Zet aanhalingstekens rond de tekst van dit veld"
    )


def test_every_mistake_is_in_a_list_and_in_these_tests():
    """Each function that takes a Place and gives a Fix is tried, says which mistake it knows, and was tried above."""
    fixers = {
        function
        for name, function in vars(mending).items()
        if inspect.isfunction(function) and not name.startswith("_") and inspect.signature(function) == _SIGNATURE
    }
    assert {fixer for _, fixer in FIXERS} | {*MISREADINGS, *ODDITIES} == fixers
    assert all(fixer.__doc__ for fixer in fixers)
    (tried,) = (mark for mark in test_a_mistake_is_reported_and_mended.pytestmark if mark.name == "parametrize")
    assert fixers == {case.values[0] for case in tried.args[1]}


_SIGNATURE = inspect.signature(second_document)


@pytest.mark.parametrize("key", sorted(KEYS_OF_TEXTS - {BODY}))
def test_a_hash_cuts_no_text_without_a_word(key):
    """Whatever the field: the list of texts follows from the declaration, so none can be forgotten."""
    assert text_cut_off(place(f"{key}: Iets voor #iedereen")).trouble.field == key


@pytest.mark.parametrize(
    ("keys", "known"),
    [
        (KEYS_OF_TEXTS, {"titel", "tijd", "partners", "prijs", "in_de_kijker", "help_mee", BODY}),
        (KEYS_OF_LISTS, {"partners", "sdgs", "momenten", "op", "behalve", "voor"}),
        (KEYS_OF_GROUPS, {"organisatie", "momenten", "locatie", "herhaling"}),
        (FIRST_FIELDS.items(), {("organisatie", "naam"), ("inschrijven", "url"), ("afbeelding", "bestand")}),
    ],
)
def test_what_a_field_holds_comes_from_the_declaration(keys, known):
    """Some of each, of initiatives and of tips."""
    assert known <= set(keys)
    assert "type" not in keys


def test_a_quick_look_misses_nothing_that_is_surely_misread():
    """A file in which it finds nothing is not looked at line by line."""
    (tried,) = (mark for mark in test_a_mistake_is_reported_and_mended.pytestmark if mark.name == "parametrize")
    for case in tried.args[1]:
        if case.values[0] in (*MISREADINGS, hard_spaces):
            assert may_be_misread(case.values[1]), case.id
    assert not may_be_misread(markdown("Breng “laarzen” mee.", titel="Eén - twee: drie"))


def test_mending_goes_on_until_all_is_read():
    """One run: every mistake is reported once, in order of discovery, and the tree is that of the mended lines."""
    mending = Mending("titel:@soep\nprijs: 'x\nlocatie: y\n  postcode: 9800\nthemas: [a")
    tree = mending.tree()
    assert tree.data == {"titel": "@soep", "prijs": "x", "locatie": {"postcode": "9800"}, "themas": ["a"]}
    assert sorted((trouble.line, trouble.code) for trouble in mending.troubles) == [
        (1, "begin-van-tekst"),
        (1, "spatie"),
        (2, "aanhalingsteken"),
        (3, "groep-met-tekst"),
        (5, "haakje"),
    ]


def test_so_many_misreadings_are_enough():
    """Whatever is repeated: the rest can wait."""
    file = loaded(organisatie="{naam: De Linde, partners: [x]}", partners="\n" + "  - Bond #2\n" * 200)
    assert len([problem for problem in file.problems if problem.code == "hekje"]) == MOST + 1


def test_a_hard_space_on_the_first_line_costs_no_field():
    """To YAML the whole file is one text then; what is reported is the hard space."""
    pasted = loaded(markdown().replace("titel: ", "titel:\u00a0"))
    assert [(problem.code, problem.line, problem.field) for problem in pasted.problems] == [
        ("harde-spatie", 2, "titel")
    ]
    assert pasted.submission.titel == "Soep op de stoep"
