"""The kinds of value: what a sender may write, how it is read, and the Dutch answer to something else."""

import json
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from doemee.load import fields
from doemee.load.catalogue import ANSWERS
from doemee.load.spelling import Price
from doemee.load.submission import Recurrence


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(Annotated[Any, kind]).validate_python(value)


def refused(kind: Any, value: Any) -> tuple[str, str, str]:
    """Code, message and hint of the one error."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[Any, kind]).validate_python(value)
    (error,) = caught.value.errors()
    return error["type"], error["ctx"]["message"], error["ctx"]["hint"]


URL_HINT = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(
            (url, url)
            for url in (
                "https://www.a.be",
                "http://a.be/x?y=1&z=2",
                "https://a.be/#deel",
                "https://a.be:8080/x",
                "https://a.be/één",
                "https://a.be/x(1),2",
            )
        ),
        ("  https://a.be/  ", "https://a.be/"),
        ("HTTPS://WWW.A.be/Pad", "https://www.a.be/Pad"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
    ],
)
def test_a_web_address_is_read(value, expected):
    """The host becomes lower-case ASCII; the path stays as it is."""
    assert expected == read(fields.URL, value)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "ftp://a.be/",
            "mailto:a@b.be",
            "file:///etc/passwd",
        ),
        *(
            "https:evil.be",
            "https:///evil.be",
            "//evil.be",
            "/pad",
            "https://",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://[::1]/",
        ),
        *(
            "https://goed.be@kwaad.be/",
            "https://goed.be\\@kwaad.be/",
            "https://a.be:99999/",
            "https://a.be:x/",
            "https://a..be/",
        ),
        *(
            "https://a.be/een twee",
            "https://a.be/<b>",
            'https://a.be/"x',
            "https://a.be/\n",
            "volgt",
            "",
            f"https://{'a' * 64}.be/",
        ),
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(value):
    """Other schemes, no host, a user name in front, spaces: browsers are more forgiving than we are."""
    if value.strip() != value:
        value += "x"
    assert refused(fields.URL, value) == ("url", f"“{value}” is geen geldig webadres", URL_HINT)


def test_a_very_long_address_is_refused():
    for start in ("https://a.be/", "https://a.be/#"):
        assert read(fields.URL, start.ljust(500, "x"))
        assert refused(fields.URL, start.ljust(501, "x"))[0] == "url"


def test_a_very_long_name_is_refused():
    """Eighty characters for an address, a hundred for an image."""
    assert refused(fields.SLUG, "x" * 81)[0] == "slug"
    assert refused(fields.IMAGE_NAME, "x" * 97 + ".jpg")[0] == "afbeelding"


def test_what_is_nearly_right_is_answered_with_what_is_right():
    """Capitals, the word before the number, the name of the language: the cure is what is to be written."""
    assert refused(fields.SHORT_ID, "Actie")[2] == "Schrijf het in kleine letters: `actie`"
    assert refused(fields.SDG, "SDG 3, SDG 17")[2] == "Schrijf `[3, 17]`"
    assert refused(fields.LANGUAGE, "Nederlands")[2] == "Schrijf `nl`"


@pytest.mark.parametrize("value", ["www.a.be", "a.be/x", "WWW.A.be"])
def test_an_address_without_https_gets_the_whole_one_as_cure(value):
    assert refused(fields.URL, value) == ("url", "dit adres begint niet met https://", f"Schrijf `https://{value}`")


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (fields.EMAIL, ("info@a.be", "voor.naam+x@sub.a-b.be", " info@a.be ")),
        (fields.PHONE, ("015 12 34 56", "+32 15 12 34 56", "0470/12.34.56", "(015) 12 34 56".lstrip("("))),
        (fields.SLUG, ("abc", "soep-op-de-stoep", "11-11-11", "x" * 80)),
        (fields.SHORT_ID, ("a", "2", "ochtend", "x" * 40)),
        (fields.IMAGE_NAME, ("soep.jpg", "soep-2.jpeg", "soep_2.png", "soep.v2.webp", f"{'x' * 96}.jpg")),
        (fields.POSTCODE, ("9800", "1000", " 9800 ")),
        (fields.UITDATABANK, ("5e5b1a2c-aaaa-bbbb", "https://www.uitinvlaanderen.be/agenda/e/x")),
    ],
)
def test_what_is_right_is_read_without_the_spaces_around_it(kind, values):
    for value in values:
        assert value.strip() == read(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        *(
            (
                fields.EMAIL,
                value,
                ("email", f"“{value}” is geen geldig e-mailadres", "Schrijf het als info@mijnvereniging.be"),
            )
            for value in (
                "info",
                "info@a",
                "a b@c.be",
                "a@b@c.be",
                "a@-b.be",
                "info@a.be, b@c.be",
                "mailto:a@b.be",
                "<a@b.be>",
            )
        ),
        *(
            (
                fields.PHONE,
                value,
                ("telefoon", f"“{value}” is geen geldig telefoonnummer", "Schrijf het als 015 12 34 56"),
            )
            for value in ("12", "bel ons", "015 12 34 56 of 57", "0" * 21)
        ),
        *(
            (
                fields.SLUG,
                value,
                (
                    "slug",
                    f"“{value}” kan geen deel van een adres zijn",
                    "Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens",
                ),
            )
            for value in (
                "ab",
                "Soep",
                "soep--stoep",
                "-soep",
                "soep-",
                "soep_stoep",
                "soep/stoep",
                "../soep",
                "één",
                "x.y",
                "",
            )
        ),
        *(
            (
                fields.SHORT_ID,
                value,
                ("id", f"“{value[:40]}” kan geen id zijn", "Gebruik kleine letters, cijfers en koppeltekens"),
            )
            for value in ("a_b", "a b", "", "x" * 41)
        ),
        *(
            (
                fields.IMAGE_NAME,
                value,
                (
                    "afbeelding",
                    f"“{value}” kan geen naam van een afbeelding zijn",
                    "Zet een .jpg, .png of .webp in data/initiatives/afbeeldingen/ "
                    "en schrijf alleen de naam, in kleine letters zonder spaties",
                ),
            )
            for value in (
                "soep",
                "soep.gif",
                "Soep.jpg",
                "de soep.jpg",
                "../soep.jpg",
                "map/soep.jpg",
                ".jpg",
                "https://a.be/x.jpg",
            )
        ),
        *(
            (fields.SDG, value, ("sdg", f"“{value}” is geen SDG", "Schrijf een getal van 1 tot en met 17"))
            for value in ("0", "18", "-1", "1.5", "zes", "", "²")
        ),
        *(
            (
                fields.LANGUAGE,
                value,
                ("taal", f"“{value}” is geen taalcode", "Schrijf bijvoorbeeld nl, fr, en, ar of uk"),
            )
            for value in ("Klingon", "n", "nl-BE", "12")
        ),
        *(
            (
                fields.UITDATABANK,
                value,
                (
                    "uitdatabank",
                    f"“{value}” is geen nummer of adres van UiTdatabank",
                    "Kopieer het adres van je activiteit op uitinvlaanderen.be",
                ),
            )
            for value in ("ja, zie daar", "x", "")
        ),
        (fields.UITDATABANK, "https://x", ("uitdatabank", "“https://x” is geen geldig webadres", URL_HINT)),
        (
            fields.YES_OR_NO,
            "misschien",
            ("ja-of-nee", "“misschien” is geen ja of nee", "Schrijf true (ja) of false (nee)"),
        ),
        (fields.YES_OR_URL, "volgt", ("online", "“volgt” is geen geldig webadres", URL_HINT)),
        (
            fields.YES_OR_SENTENCE,
            "x" * 281,
            ("zin", "deze zin telt 281 tekens", "Schrijf 3 tot 280 tekens, of alleen true"),
        ),
        (
            fields.YES_SENTENCE_OR_URL,
            "www.a.be",
            ("help", "dit adres begint niet met https://", "Schrijf `https://www.a.be`"),
        ),
        (fields.YES_SENTENCE_OR_URL, "https://x", ("help", "“https://x” is geen geldig webadres", URL_HINT)),
        (fields.Number(12), "13", ("getal", "“13” is geen getal van 1 tot en met 12", "Schrijf een getal in cijfers")),
        (fields.Number(12), "0", ("getal", "“0” is geen getal van 1 tot en met 12", "Schrijf een getal in cijfers")),
        (
            fields.Number(12),
            "twee",
            ("getal", "“twee” is geen getal van 1 tot en met 12", "Schrijf een getal in cijfers"),
        ),
    ],
)
def test_what_is_wrong_gets_a_dutch_answer_with_the_cure(kind, value, expected):
    assert expected == refused(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (fields.SDG, "17", 17),
        (fields.SDG, "06", 6),
        (fields.Number(12), "12", 12),
        (fields.LANGUAGE, "NL", "nl"),
        (fields.LANGUAGE, "no", "no"),
        (fields.YES_OR_NO, "nee", False),
        (fields.YES_OR_URL, "ja", True),
        (fields.YES_OR_URL, "no", False),
        (fields.YES_OR_URL, "https://meet.a.be/x", "https://meet.a.be/x"),
        (fields.YES_OR_SENTENCE, "true", True),
        (fields.YES_OR_SENTENCE, "Omdat het  mooi is.", "Omdat het mooi is."),
        (fields.YES_SENTENCE_OR_URL, "Ja, kom mee koken!", "Ja, kom mee koken!"),
        (fields.YES_SENTENCE_OR_URL, "https://a.be/help", "https://a.be/help"),
        (fields.PRICE, "gratis", Price("gratis", 0)),
    ],
)
def test_what_is_right_is_read(kind, value, expected):
    """`taal: no` is Norwegian and `online: no` is not online."""
    assert expected == read(kind, value)


@pytest.mark.parametrize(
    "kind",
    [
        fields.DAY,
        fields.DAY_OR_MONTH,
        fields.TIME_OF_DAY,
        fields.WEEKDAY,
        fields.YES_OR_NO,
        fields.PRICE,
        fields.URL,
        fields.SLUG,
        fields.Text(3, 9),
    ],
)
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ("leeg", "dit veld is leeg", "Vul het in of verwijder de regel")),
        (
            ["x"],
            (
                "geen-tekst",
                "hier staat een lijst, maar er hoort een tekst",
                "Zet aanhalingstekens rond een tekst die met [ of { begint",
            ),
        ),
        (
            {"a": "b"},
            (
                "geen-tekst",
                "hier staat een groep velden, maar er hoort een tekst",
                "Zet aanhalingstekens rond een tekst die met [ of { begint",
            ),
        ),
    ],
)
def test_a_text_is_a_text(kind, value, expected):
    """A list, a group of fields or nothing gets an answer of its own."""
    assert expected == refused(kind, value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("drie", "drie"), ("  een\n twee ", "een twee"), ("nee", "nee"), ("2026", "2026"), ("negen. 90", "negen. 90")],
)
def test_plain_text_becomes_one_line(value, expected):
    assert expected == read(fields.Text(3, 9), value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ab", ("te-kort", "deze tekst telt 2 tekens, er zijn er minstens 3 nodig", "Schrijf het iets vollediger")),
        ("a  \n b" + "c" * 7, ("te-lang", "deze tekst telt 10 tekens, er mogen er hoogstens 9 zijn", "Schrap 1 teken")),
        ("x" * 12, ("te-lang", "deze tekst telt 12 tekens, er mogen er hoogstens 9 zijn", "Schrap 3 tekens")),
        ("   ", ("leeg", "dit veld is leeg", "Vul het in of verwijder de regel")),
    ],
)
def test_plain_text_has_a_least_and_a_most(value, expected):
    """Counted as it will be shown: on one line."""
    assert expected == refused(fields.Text(3, 9), value)


def test_one_value_is_a_list_of_one():
    """`themas: ga-samenwerken` is clear enough."""
    assert read(fields.Many(fields.OneOf("themes")), "ga-samenwerken") == ["ga-samenwerken"]
    assert read(fields.Many(fields.OneOf("themes")), ["a", "b"]) == ["a", "b"]
    assert read(fields.Many(fields.OneOf("themes")), []) == []


def test_a_list_that_is_too_long_says_what_to_leave_out():
    """The most important ones stay; of the exceptions to a recurrence none can go."""
    languages = fields.Many(fields.LANGUAGE, most=10)
    assert refused(languages, ["nl"] * 11) == (
        "te-veel",
        "deze lijst is te lang: hoogstens 10",
        "Behoud de belangrijkste",
    )
    (exceptions,) = (part for part in Recurrence.model_fields["behalve"].metadata if isinstance(part, fields.Many))
    assert refused(exceptions, ["2026-03-07"] * 101)[2] == "Verwijder `herhaling` en schrijf elk moment uit"


KINDS = {name: kind for name, kind in vars(fields).items() if isinstance(kind, fields.Spelled)}


@pytest.mark.parametrize(
    "kind", [fields.EMAIL, fields.PHONE, fields.SLUG, fields.SHORT_ID, fields.IMAGE_NAME, fields.Text(3, 9)]
)
@pytest.mark.parametrize(
    "value", ["info@a.be", "015 12 34", "soep", "Soep", "x", "soep.jpg", "../soep.jpg", "x" * 101, "1" * 22]
)
def test_the_schema_says_what_the_kind_reads(kind, value):
    """Both follow from the same demands."""
    try:
        read(kind, value)
        right = True
    except ValidationError:
        right = False
    assert Draft202012Validator(kind.schema()).is_valid(value) == right


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_data_for_the_browser(kind):
    """Variants with their demands, each with an answer that the form may give or that only a file meets."""
    data = json.loads(json.dumps(kind.as_data()))
    assert data["variants"]
    for variant in kind.variants:
        assert not variant.step or variant.step in fields.STEPS
        assert {demand.answer for demand in variant.demands} <= ANSWERS.keys()
    assert all(read(kind, example) is not None for example in kind.examples)
