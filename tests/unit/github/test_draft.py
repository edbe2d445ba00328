"""From a form to a file: the same values, a name of its own, and a correction that loses nothing."""

import json
import re
from pathlib import Path

import pytest

from doemee.github.answer import answer
from doemee.github.draft import Draft, draft
from doemee.github.event import read_issue
from doemee.github.questions import initiative_questions, tip_questions
from doemee.load.loader import load
from doemee.load.spelling import LANGUAGES
from doemee.load.submission import Tip
from doemee.model import dutch
from doemee.model.initiative import resolve
from doemee.project import Project
from tests.example_campaign import campaign, initiatives
from tests.submissions import markdown
from tests.unit.github.conftest import BREAD, PUBLISHED
from tests.unit.github.form_bodies import RIGHT, RIGHT_TIP, body

QUESTIONS = initiative_questions(campaign())
EVERYTHING = {
    "titel": 'Feest: het jaar #1 van "De Linde"',
    "samenvatting": "Een feest - met soep, 'brood' en muziek: kom ook!",
    "organisatie.naam": "Buurthuis 't Hoekje",
    "organisatie.website": "https://www.example.org/?a=1&b=2#c",
    "organisatie.partners": "Dienstencentrum De Linde\n- Nee & Co",
    "type": "Bedanking of feest",
    "momenten": "dinsdag 3 maart 2026, van 19.00 tot 21.00 uur",
    "herhaling.elke": "Elke week",
    "herhaling.interval": "2",
    "herhaling.op": "dinsdag en donderdag",
    "herhaling.aantal": "5",
    "herhaling.behalve": "17 maart 2026\n19/3/2026",
    "locatie.naam": "De Brielpoort",
    "locatie.adres": "Lucien Matthyslaan 9",
    "locatie.postcode": "9800",
    "locatie.gemeente": "Deinze",
    "online": "https://www.example.org/stream",
    "bereik": ["Oost-Vlaanderen"],
    "themas": ["Ga samenwerken", "Leer bij en vernieuw"],
    "sdgs": ["SDG 2: Geen honger", "SDG 16: Vrede, justitie en sterke publieke diensten"],
    "doelgroep": ["Iedereen", "Gezinnen"],
    "toegankelijkheid": ["Ringleiding"],
    "prijs": "€ 3 voor leden, € 5 voor anderen",
    "inschrijven.url": "https://www.example.org/inschrijven",
    "inschrijven.tot": "1 maart 2026",
    "inschrijven.verplicht": "Ja, inschrijven moet",
    "website": "https://www.example.org/feest",
    "contact.naam": "Het buurtcomité",
    "contact.email": "info@example.org",
    "contact.telefoon": "09 000 00 00",
    "status": "Volzet",
    "reeks": "Roadshows",
    "taal": ["Nederlands", "Vlaamse Gebarentaal"],
    "help_mee": "ja",
    "uitdatabank": "https://www.uitinvlaanderen.be/x",
    "beschrijving": "---\nBreng een *lepel* mee.\n\n- een\n- twee",
}
AS_A_FILE = """\
---
titel: 'Feest: het jaar #1 van "De Linde"'
samenvatting: "Een feest - met soep, 'brood' en muziek: kom ook!"
organisatie:
  naam: "Buurthuis 't Hoekje"
  website: "https://www.example.org/?a=1&b=2#c"
  partners: [Dienstencentrum De Linde, "Nee & Co"]
type: feest
momenten: [{datum: 2026-03-03, weekdag: di, van: "19:00", tot: "21:00"}]
herhaling: {elke: week, interval: 2, op: [di, do], aantal: 5, behalve: [2026-03-17, 2026-03-19]}
locatie: {naam: De Brielpoort, adres: Lucien Matthyslaan 9, postcode: 9800, gemeente: Deinze}
online: https://www.example.org/stream
bereik: [oost-vlaanderen]
themas: [ga-samenwerken, leer-bij-en-vernieuw]
sdgs: [2, 16]
doelgroep: [iedereen, gezinnen]
toegankelijkheid: [ringleiding]
prijs: € 3 voor leden, € 5 voor anderen
inschrijven: {url: "https://www.example.org/inschrijven", tot: 2026-03-01, verplicht: ja}
website: https://www.example.org/feest
contact: {naam: Het buurtcomité, email: info@example.org, telefoon: 09 000 00 00}
status: volzet
reeks: roadshows
taal: [nl, vgt]
help_mee: true
uitdatabank: https://www.uitinvlaanderen.be/x
---
---
Breng een *lepel* mee.

- een
- twee
"""


def issue(text: str, *labels: str, number: int = 12):
    event = json.loads((Path(__file__).parent / "events" / "issue.json").read_text(encoding="utf-8"))
    event["issue"] |= {
        "body": text,
        "number": number,
        "labels": [{"name": label} for label in labels or ("initiatief",)],
    }
    return read_issue(json.dumps(event).encode())


def made(project, path: str | None = None, **changes) -> Draft:
    answers = RIGHT | {key.replace("__", "."): value for key, value in changes.items()}
    return draft(
        issue(body(QUESTIONS, {key: value for key, value in answers.items() if value is not None})), project, path
    )


CODE = re.compile(r"(?<!`)(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)")
"""A code span, as CommonMark reads it; one space on either side is not part of it."""


def told(project, **changes) -> str:
    return shown(made(project, **changes))


def shown(sent: Draft) -> str:
    """The answer, with the code spans in their shortest form."""
    return CODE.sub(r"`\2`", answer(sent, campaign()))


def test_every_field_of_the_form_arrives_in_the_file_with_the_same_value(project):
    """The file is valid and reads as one that was written by hand."""
    assert set(EVERYTHING) == {question.key for question in QUESTIONS} - {"bestaand", "akkoord", "herhaling.tot_en_met"}
    sent = draft(issue(body(QUESTIONS, EVERYTHING)), project)
    expected = load(sent.loaded.path, AS_A_FILE.encode())
    assert expected.problems == []
    assert (sent.problems, sent.refusals) == ([], [])
    assert sent.loaded.submission == expected.submission
    assert sent.loaded.body == EVERYTHING["beschrijving"]


def test_a_repetition_can_have_a_last_day(project):
    sent = made(
        project, herhaling__elke="Elke maand", herhaling__op="eerste zaterdag", herhaling__tot_en_met="30 juni 2026"
    )
    assert sent.ready
    assert f"{sent.loaded.submission.herhaling.tot_en_met}" == "2026-06-30"


def names(table, ids) -> list[str]:
    return [table[identity].name for identity in ids]


def as_answers(initiative) -> dict:
    """What somebody would fill in to get this initiative."""
    sent, tables = initiative.sent, campaign()
    answers = {
        "titel": sent.titel,
        "samenvatting": sent.samenvatting,
        "organisatie.naam": sent.organisatie.naam,
        "organisatie.website": sent.organisatie.website,
        "organisatie.partners": "\n".join(sent.organisatie.partners),
        "type": tables.types[sent.type].name,
        "momenten": "\n".join(f"{dutch.moment(moment)}, {moment.status}" for moment in initiative.moments),
        "online": "ja" if sent.online is True else sent.online,
        "bereik": names(tables.regions, sent.bereik),
        "themas": names(tables.themes, sent.themas),
        "sdgs": [f"SDG {number}: {tables.sdgs[number].name}" for number in sent.sdgs],
        "doelgroep": names(tables.audiences, sent.doelgroep),
        "toegankelijkheid": names(tables.accessibility, sent.toegankelijkheid),
        "prijs": sent.prijs and sent.prijs.text,
        "website": sent.website,
        "taal": [LANGUAGES[code] for code in sent.taal],
        "help_mee": "ja" if sent.help_mee is True else sent.help_mee,
        "beschrijving": initiative.body,
    }
    for group in ("locatie", "contact"):
        if value := getattr(sent, group):
            answers |= {f"{group}.{key}": getattr(value, key) for key in type(value).model_fields}
    return {key: value for key, value in answers.items() if value not in (None, "", [])}


SIMPLE = [
    initiative
    for initiative in initiatives()
    if not initiative.sent.herhaling
    and not any(m.locatie or m.online or m.titel or m.id for m in initiative.sent.momenten)
]


@pytest.mark.parametrize("initiative", SIMPLE, ids=lambda initiative: initiative.slug)
def test_an_initiative_of_the_example_can_come_in_through_the_form(project, initiative):
    """Real submissions: the fields that the form asks are the same, so nothing gets lost or bent."""
    assert len(SIMPLE) > 20
    sent = draft(issue(body(QUESTIONS, as_answers(initiative))), project)
    assert [problem for problem in sent.problems if problem.severity == "fout"] == []
    asked = (
        "titel",
        "samenvatting",
        "organisatie",
        "type",
        "locatie",
        "online",
        "bereik",
        "themas",
        "sdgs",
        "doelgroep",
        "toegankelijkheid",
    )
    for name in (*asked, "prijs", "website", "contact", "taal", "help_mee"):
        arrived, meant = (getattr(submission, name) for submission in (sent.loaded.submission, initiative.sent))
        # A form has its own order; it says nothing.
        assert (
            (sorted(arrived), len(arrived)) == (sorted(meant), len(meant))
            if isinstance(meant, list)
            else arrived == meant
        )
    arrived = resolve(sent.loaded, campaign())
    assert [dutch.moment(moment) for moment in arrived.moments] == [
        dutch.moment(moment) for moment in initiative.moments
    ]
    assert sent.loaded.body == initiative.body


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Soep op de stoep", "soep-op-de-stoep"),
        ("Brood bakken", "brood-bakken-2"),
        ("Brood uit de oven", "brood-uit-de-oven-2"),
        ("Соуп", "inzending-12"),
        ("../../../etc/passwd", "etc-passwd"),
        ("x" * 100, "x" * 80),
        ("A" * 81 + "!", "a" * 80),
    ],
)
def test_the_name_of_the_file_comes_from_the_title_and_is_free(project, title, slug):
    """Free of present and of former names; without Latin letters it comes from the number of the form."""
    assert made(project, titel=title).loaded.path == f"data/initiatives/{slug}.md"


def test_the_name_stays_when_the_title_changes(project):
    """It is an address: what the branch holds already, counts."""
    path = "data/initiatives/soep-op-de-stoep.md"
    assert made(project, path, titel="Soep voor iedereen").loaded.path == path
    assert made(project, "data/tips/soep.md").loaded.path == path


@pytest.mark.parametrize(
    "address",
    [
        "brood-bakken",
        "https://ivy2026.example/initiatieven/brood-bakken/",
        "initiatieven/brood-bakken",
        PUBLISHED,
        "brood-uit-de-oven",
    ],
)
def test_a_correction_changes_the_file_that_is_there(project, address):
    """By its address or its name, also a former one."""
    sent = made(project, bestaand=address)
    assert (sent.loaded.path, sent.former.slug, sent.ready) == (PUBLISHED, "brood-bakken", True)


def test_a_correction_keeps_what_the_form_left_empty_or_cannot_ask(project):
    """Pictures, former names, and of each moment its id and title: so it stays the same in people's calendars."""
    sent = made(project, bestaand="brood-bakken", momenten="7/3/2026 15:00\n15 maart 2026, geannuleerd")
    before, after = sent.former.submission, sent.loaded.submission
    assert (after.afbeelding, after.eerder, after.organisatie.website) == (
        before.afbeelding,
        before.eerder,
        before.organisatie.website,
    )
    assert after.locatie.naam == "De Brielpoort"
    assert [(m.id, m.titel, m.datum.day, m.status) for m in after.momenten] == [
        ("eerste", "De eerste oven", 7, None),
        (None, None, 15, "geannuleerd"),
    ]
    assert sent.loaded.body == "Breng een schort mee."


def test_a_moment_that_moves_is_the_same_moment(project):
    """When as many are left on both sides, the one in its place; else nobody knows which it was."""
    assert [
        m.id for m in made(project, bestaand="brood-bakken", momenten="14/3/2026\n8/3/2026").loaded.submission.momenten
    ] == ["eerste", None]
    assert [m.id for m in made(project, bestaand="brood-bakken", momenten="14/3/2026").loaded.submission.momenten] == [
        None
    ]


def test_a_correction_can_add_to_what_was_written_short(place):
    """`organisatie: De Linde` is a group with one field; the form asks for more."""
    (place / "data/initiatives/soep.md").write_text(markdown(inschrijven="https://www.example.org/"), encoding="utf-8")
    sent = made(
        Project.open(place), bestaand="soep", inschrijven__tot="1 maart 2026", organisatie__partners="De Lepel"
    ).loaded.submission
    assert (sent.inschrijven.url, sent.inschrijven.tot.day) == ("https://www.example.org/", 1)
    assert (sent.organisatie.naam, sent.organisatie.partners) == ("Buurthuis De Linde", ["De Lepel"])


def test_a_correction_of_a_yml_file_stays_one(place):
    """Its description is a field there; one that is left empty stays."""
    text = (
        BREAD.removeprefix("---\n").replace("---\n", "beschrijving: |\n  ").replace("eerder: [brood-uit-de-oven]\n", "")
    )
    (place / "data/initiatives/taart.yml").write_text(text.replace("Brood bakken", "Taart bakken"), encoding="utf-8")
    taart = Project.open(place)
    assert made(taart, bestaand="taart").loaded.body == "Breng een schort mee."
    sent = made(
        taart, bestaand="taart", beschrijving="Breng twee schorten mee.\n\nEn een lepel.", momenten="7/3/2026\n8/3/2026"
    )
    assert (sent.problems, sent.loaded.path) == ([], "data/initiatives/taart.yml")
    assert sent.loaded.body == "Breng twee schorten mee.\n\nEn een lepel."


def test_a_correction_that_loses_a_moment_is_told(project):
    """In the words of the form."""
    assert (
        "**Momenten:** `Een moment dat al in de kalender stond, is weg (2).` Gaat het niet door? Laat de regel dan staan"
        in told(project, bestaand="brood-bakken", momenten="7/3/2026")
    )


@pytest.mark.parametrize(
    "address", ["bestaat-niet", "../../Makefile", "https://elders.example/x y", "data/initiatives/../../mkdocs.yml"]
)
def test_a_correction_of_nothing_is_told(project, address):
    """No other file than a published initiative is ever changed."""
    sent = made(project, bestaand=address)
    assert not sent.ready
    assert sent.loaded is None
    assert f"**Bestaand initiatief:** `“{address}” vinden we niet in de kalender.`" in shown(sent)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"locatie__postcode": None, "locatie__gemeente": None},
            "**Postcode:** `Er staat niet waar het is.` Vul een postcode in",
        ),
        ({"locatie__postcode": None}, "**Postcode:** `Dit verplichte veld ontbreekt.` Vul dit in."),
        ({"locatie__gemeente": "Gent"}, "**Gemeente:** `Gent hoort niet bij postcode 9800."),
        (
            {"momenten": "zondag 7 maart 2026"},
            "**Momenten:** `7/3/2026 is een zaterdag, geen zondag.` Verbeter de dag of de datum.",
        ),
        ({"momenten": "7/3/2026\nzondag 14/3/2026"}, "**Momenten, moment 2:** `14/3/2026 is een zaterdag"),
        (
            {"momenten": "morgen"},
            "**Momenten:** `“morgen” kunnen we niet lezen.` Schrijf bijvoorbeeld: zaterdag 7 maart 2026",
        ),
        ({"momenten": "7/3/2020"}, "**Momenten:** `Dit valt buiten de campagne"),
        (
            {"momenten": "7/3/2026 17:00-14:00"},
            "**Momenten:** `Het eindigt (14.00) voor het begint (17.00).` Verbeter de uren",
        ),
        (
            {"herhaling__elke": "Elke week"},
            "**Herhaling: elke:** `Het einde van de herhaling staat er niet.` Vul de laatste dag in",
        ),
        ({"herhaling__aantal": "vijf"}, "**Herhaling: aantal keer:** `“vijf” is geen getal van 1 tot en met 400"),
        ({"contact__email": "info"}, "**Contact: e-mail:** `“info” is geen geldig e-mailadres"),
        ({"website": "javascript:alert(1)"}, "**Website:** `“javascript:alert(1)” is geen geldig webadres"),
        (
            {"inschrijven__tot": "1 maart 2026"},
            "**Inschrijven: webadres:** `Dit verplichte veld ontbreekt.` Vul dit in.",
        ),
        ({"titel": "So"}, "**Titel:** `Deze tekst telt 2 tekens"),
        ({"titel": None}, "**Titel:** `Dit verplichte veld ontbreekt.` Vul dit in."),
        ({"beschrijving": "[x](javascript:y)"}, "**Beschrijving:** `Een link met “javascript:” kan niet."),
        (
            {"beschrijving": "Bel mij: 0470 12 34 56"},
            "**Beschrijving:** `Dit lijkt iemands gsm-nummer, en het wordt openbaar",
        ),
        ({"contact__telefoon": "0470 12 34 56"}, "**Contact: telefoon:** `Dit lijkt iemands gsm-nummer"),
    ],
)
def test_what_is_wrong_is_told_in_the_words_of_the_form(project, changes, line):
    """With the label of the question, so that nobody has to know the file."""
    assert f"- {line}" in told(project, **changes)


def test_a_moment_that_cannot_be_read_is_told_once(project):
    """Not also that there is no moment."""
    assert told(project, momenten="morgen").count("**Momenten") == 1


def test_a_file_without_what_could_not_be_read_is_not_right(project):
    """One moment of two is there, so the file is valid; but it is not what was sent."""
    sent = made(project, momenten="7/3/2026\nmorgen")
    assert (sent.problems, sent.ready) == ([], False)


def test_the_answer_shows_how_it_will_look(project):
    """The date with its day of the week, the place with its municipality, the address and the feeds."""
    text = told(project)
    assert "### Alles is ingevuld" in text
    assert "### `Soep op de stoep`" in text
    assert "- **Wanneer:** zaterdag 7 maart 2026, van 14.00 tot 17.00 uur" in text
    assert "`/initiatieven/soep-op-de-stoep/`" in text
    assert "nagekeken" not in text


def test_the_answer_to_a_correction_shows_what_changes(project):
    text = told(
        project, bestaand="brood-bakken", titel="Brood bakken voor iedereen", momenten="7/3/2026 15:00\n8/3/2026"
    )
    assert "| Titel | `Brood bakken` | `Brood bakken voor iedereen` |" in text


def test_nothing_of_a_stranger_is_markup_in_the_answer(project):
    """No mention, no link, no HTML, no marker of a comment; in the card and in the problems."""
    hostile = (
        "@redactie #1 <img src=x onerror=alert(1)> <!-- doemee: antwoord --> `` **vet** | ![x](https://x.example/y)"
    )
    for changes in (
        {"titel": hostile},
        {"titel": hostile, "momenten": hostile},
        {"website": hostile},
        {"bestaand": hostile},
    ):
        text = answer(made(project, **changes), project.campaign)
        assert "@redactie" in text
        outside = CODE.sub("", text)
        assert not re.search(r"@|#1|<|x\.example|vet\b", outside)


def test_a_tip_becomes_a_file_of_its_own(project):
    """With its theme by id, and the card in the answer."""
    text = body(tip_questions(campaign()), RIGHT_TIP)
    sent = draft(issue(text, "tip"), project)
    assert sent.ready
    assert sent.loaded.path == "data/tips/vraag-het-persoonlijk.md"
    assert sent.loaded.submission.thema == "trek-nieuwe-vrijwilligers-aan"
    assert sent.loaded.body == RIGHT_TIP["beschrijving"]
    assert "- **Thema:** Trek nieuwe vrijwilligers aan" in shown(sent)


@pytest.mark.parametrize(
    ("title", "slug"), [("Vraag het persoonlijk", "vraag-het-persoonlijk-2"), ("a" * 77 + " bc", "a" * 77 + "-2")]
)
def test_a_tip_has_a_free_name_too(project, title, slug):
    """At most 80 characters long, and without a hyphen before the one of the number; in .yml and in sub-folders too."""
    paths = ("data/tips/2026/vraag-het-persoonlijk.yml", f"data/tips/{'a' * 77}-bc.md")
    taken = project.changed(load(path, b"", Tip) for path in paths)
    text = body(tip_questions(campaign()), RIGHT_TIP | {"titel": title})
    assert draft(issue(text, "tip"), taken).loaded.path == f"data/tips/{slug}.md"
    assert draft(issue(text, "tip"), taken, "data/tips/eerst.md").loaded.path == "data/tips/eerst.md"


def test_what_is_wrong_with_a_tip_is_told(project):
    sent = draft(issue(body(tip_questions(campaign()), RIGHT_TIP | {"titel": "Ja"}), "tip"), project)
    assert "- **Titel:** `Deze tekst telt 2 tekens" in shown(sent)
