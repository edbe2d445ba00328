"""What pydantic found, in Dutch and with the cure."""

import json
from itertools import product

import pytest

from doemee.load import submission
from doemee.load.messages import field_name, suggestion
from doemee.load.submission import Submission
from tests.submissions import found_by_loading, loaded

AT = "data/initiatives/soep.md"
TOP_LEVEL = (
    "titel, samenvatting, organisatie, type, momenten, herhaling, locatie, online, bereik, themas, sdgs, doelgroep, toegankelijkheid, "
    "prijs, inschrijven, website, contact, afbeelding, status, reeks, taal, tips, help_mee, uitdatabank, terugblik, in_de_kijker, eerder"
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("titel",), "titel"),
        (("momenten", 0, "van"), "momenten.van"),
        (("sdgs", 3), "sdgs"),
        ((), ""),
        (("a", 0, "b", "c"), "a.b.c"),
    ],
)
def test_a_field_is_named_by_its_keys(path, name):
    """The line says which one of a list it is."""
    assert name == field_name(path)


@pytest.mark.parametrize(
    ("value", "allowed", "expected"),
    [
        ("lokatie", ["titel", "locatie"], "Bedoel je `locatie`?"),
        ("LOCATIE", ["titel", "locatie"], "Bedoel je `locatie`?"),
        ("xyz", ["titel", "locatie"], "Kies uit: titel, locatie"),
        ("xyz", list("abcdefghij"), "Kies uit: a, b, c, d, e, f, g, h …"),
        ("xyz", [], "Er is hier nog niets om uit te kiezen: verwijder het veld"),
    ],
)
def test_a_suggestion_is_the_nearest_or_else_the_choice(value, allowed, expected):
    assert expected == suggestion(value, allowed)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"lokatie": "x"},
            ["8:1: fout: lokatie: dit veld kennen we niet. Bedoel je `locatie`?"],
            id="an unknown field",
        ),
        pytest.param({"Titel": "x"}, ["8:1: fout: Titel: dit veld kennen we niet. Bedoel je `titel`?"], id="capitals"),
        pytest.param(
            {"qqq": "x"},
            [f"8:1: fout: qqq: dit veld kennen we niet. Kies uit: {TOP_LEVEL}."],
            id="an unknown field that is like no other",
        ),
        pytest.param(
            {"momenten": "[{datum: 2026-03-07, begin: 14u}]"},
            [
                "6:32: fout: momenten.begin: dit veld kennen we niet. "
                "Kies uit: datum, einddatum, van, tot, id, titel, status, locatie, online, weekdag."
            ],
            id="in a moment only what belongs in a moment is offered",
        ),
        pytest.param(
            {"momenten": "[{datum: 2026-03-07, locatie: {postcod: 9800, postcode: 9800}}]"},
            ["6:42: fout: momenten.locatie.postcod: dit veld kennen we niet. Bedoel je `postcode`?"],
            id="in a group in a list",
        ),
        pytest.param(
            {"organisatie": "{naam: De Linde, site: x}"},
            ["4:31: fout: organisatie.site: dit veld kennen we niet. Bedoel je `website`?"],
            id="in a group with a short form",
        ),
        pytest.param(
            {"inschrijven": "{url: https://a.be, verplich: ja}"},
            ["8:34: fout: inschrijven.verplich: dit veld kennen we niet. Bedoel je `verplicht`?"],
            id="in an optional group with a short form",
        ),
        pytest.param(
            {"titel": None},
            ["2:1: fout: titel: dit verplichte veld ontbreekt. Voeg een regel `titel: …` toe."],
            id="a missing field",
        ),
        pytest.param(
            {"momenten": "[{van: 14u}]"},
            ["6:12: fout: momenten.datum: dit verplichte veld ontbreekt. Voeg een regel `datum: …` toe."],
            id="a missing field of a group: the place of the group",
        ),
        pytest.param(
            {"titel": ""}, ["2:1: fout: titel: dit veld is leeg. Vul het in of verwijder de regel."], id="an empty text"
        ),
        pytest.param(
            {"organisatie": ""},
            ["4:1: fout: organisatie: dit veld is leeg. Vul het in of verwijder de regel."],
            id="an empty group",
        ),
        pytest.param(
            {"status": ""},
            ["8:1: fout: status: dit veld is leeg. Kies uit: bevestigd, volzet, uitgesteld, geannuleerd."],
            id="an empty choice",
        ),
        pytest.param(
            {"status": "afgelast"},
            ["8:1: fout: status: “afgelast” kan hier niet. Kies uit: bevestigd, volzet, uitgesteld, geannuleerd."],
            id="a word that is not among the choices",
        ),
        pytest.param(
            {"status": "geanuleerd"},
            ["8:1: fout: status: “geanuleerd” kan hier niet. Bedoel je `geannuleerd`?"],
            id="nearly a choice",
        ),
        pytest.param(
            {"momenten": "2026-03-07"},
            [
                "6:1: fout: momenten: hier hoort een lijst. Begin elke regel van de lijst met een streepje, of schrijf [een, twee]."
            ],
            id="a text where a list belongs",
        ),
        pytest.param(
            {"momenten": "[2026-03-07]"},
            [
                "6:12: fout: momenten: hier horen velden te staan, elk op een regel. Schrijf ze eronder, met twee spaties ervoor: datum, einddatum, van, tot, id, titel, status, locatie, online, weekdag."
            ],
            id="a text where a group belongs",
        ),
        pytest.param(
            {"contact": "info@a.be"},
            [
                "8:1: fout: contact: hier horen velden te staan, elk op een regel. Schrijf ze eronder, met twee spaties ervoor: naam, email, telefoon."
            ],
            id="a text where an optional group belongs",
        ),
        pytest.param(
            {"momenten": "[]"},
            ["6:1: fout: momenten: deze lijst is leeg. Vul er minstens één in of verwijder het veld."],
            id="an empty list",
        ),
        pytest.param(
            {"momenten": f"[{'{datum: 2026-03-07},' * 101}]"},
            ["6:1: fout: momenten: deze lijst is te lang: hoogstens 100. Splits het in meer initiatieven."],
            id="a list that is too long",
        ),
    ],
)
def test_every_kind_of_mistake_has_its_dutch_line(changes, expected):
    assert [f"{AT}:{line}" for line in expected] == found_by_loading(**changes)


ODD = [
    None,
    "",
    "x",
    [],
    ["x"],
    [None],
    [[]],
    [{}],
    {},
    {"a": "b"},
    "x" * 6000,
    [["x"]],
    "no",
    "-",
    "14:00",
    {"naam": None, "datum": []},
]
GROUPS = {
    "momenten": submission.Moment,
    "herhaling": submission.Recurrence,
    "locatie": submission.Location,
    "organisatie": submission.Organisation,
    "inschrijven": submission.Registration,
    "contact": submission.Contact,
    "afbeelding": submission.Image,
    "terugblik": submission.LookBack,
}
EVERY_PLACE = [
    *((name,) for name in Submission.model_fields),
    *((group, name) for group, model in GROUPS.items() for name in model.model_fields),
]


@pytest.mark.parametrize("place", EVERY_PLACE, ids=".".join)
def test_whatever_stands_in_a_field_the_answer_is_dutch(place):
    """No kind of mistake that pydantic can find is without its words, and no English slips through."""
    top, *inner = place
    for value in ODD:
        nested = {inner[0]: value} if inner else value
        odd = loaded(**{top: json.dumps([nested] if inner and top == "momenten" else nested)})
        for problem in odd.problems:
            assert not {"input", "should", "valid", "field", "required", "none"} & set(
                problem.message.lower().split()
            ), problem
            assert problem.hint


def test_an_answer_to_a_long_text_stays_short():
    """What the sender wrote is quoted, and cut off."""
    for (name,) in (place for place in EVERY_PLACE if len(place) == 1):
        for line in found_by_loading(**{name: json.dumps("x" * 6000)}):
            assert len(line) < 400


def test_one_wrong_field_never_hides_another():
    """Two odd values in one file give the problems of both."""
    for first, second in product(("titel", "momenten", "locatie"), ("sdgs", "contact", "status")):
        both = found_by_loading(**{first: "[[x]]", second: "[[x]]"})
        assert sorted(found_by_loading(**{first: "[[x]]"}) + found_by_loading(**{second: "[[x]]"})) == sorted(both)
