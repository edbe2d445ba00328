"""What stands on a sheet for the notice board."""

import pytest

from doemee.load.loader import load
from doemee.model.agenda import Agenda
from doemee.model.initiative import resolve
from doemee.problems import errors
from doemee.write.pages.sheets import sheet
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import site


def initiative(slug: str, extra: str, title: str = "Samen aan tafel"):
    loaded = load(
        f"data/initiatives/{slug}.md",
        f"""---
titel: {title}
samenvatting: Wij eten samen.
organisatie: Eetclub
type: actie
locatie: {{naam: Zaal Noord, adres: Dorpsstraat 4, postcode: 9000, gemeente: Gent}}
{extra}
---
Kom maar.
""".encode(),
    )
    assert errors(loaded.problems) == []
    return resolve(loaded, example.campaign())


def text(agenda: Agenda, kind: str = "provincie", identity: str = "oost-vlaanderen") -> str:
    return sheet(agenda, agenda.view(kind, identity), example.SITE, site().render)[1].decode()


def of(*initiatives, today=example.TODAY) -> Agenda:
    return Agenda(example.campaign(), initiatives, today)


def test_a_sheet_says_when_where_and_who():
    """In the words of a person, without the year of today."""
    html = text(of(initiative("tafel", "momenten: [{datum: 2026-03-07, van: 9u30, tot: '12:00'}]")))
    for words in ("<strong>Zaterdag 7 maart</strong><br>9.30 - 12.00 uur", "<h2>Samen aan tafel</h2>", "Zaal Noord, Dorpsstraat 4, 9000 Gent · Eetclub",
                  "Afgedrukt van de site op zondag 1 maart 2026", "ivy2026.example/<wbr>kalender/<wbr>provincie/<wbr>oost-vlaanderen"):  # fmt: skip
        assert words in html
    assert 'aria-label="QR-code naar ivy2026.example/kalender/provincie/oost-vlaanderen"' in html


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("{datum: 2026-02-10, einddatum: 2026-05-31}", "<strong>Loopt nog</strong><br>tot en met zondag 31 mei"),
        ("{datum: 2026-03-06, einddatum: 2026-03-08}", "<strong>Vrijdag 6 maart</strong><br>tot en met zondag 8 maart"),
        (
            "{datum: 2026-03-06, van: '20:00', tot: '2:00', einddatum: 2026-03-07}",
            "<strong>Vrijdag 6 maart</strong><br>20.00 - 2.00 uur",
        ),
        ("{datum: 2026-03-06, van: '20:00'}", "<strong>Vrijdag 6 maart</strong><br>vanaf 20.00 uur"),
        ("{datum: 2026-05}", "<strong>Mei 2026</strong><br>datum volgt"),
    ],
)
def test_each_kind_of_moment_reads_well(moment, words):
    """What runs, what lasts, what goes on past midnight, what has no end yet, what has no day yet."""
    assert words in text(of(initiative("tafel", f"momenten: [{moment}]")))


def test_what_does_not_go_on_is_left_out_and_that_is_said():
    """Paper cannot be corrected, so what is off takes no room; but it is not passed over in silence."""
    off = initiative("tafel", "status: geannuleerd\nmomenten: [{datum: 2026-03-07}]")
    html = text(of(off))
    assert "Samen aan tafel" not in html
    assert "Er komt op dit moment niets aan." in html
    assert "1 initiatief dat niet doorgaat, staat hier niet bij." in html


def test_what_lasts_keeps_a_place_behind_what_happens_on_a_day():
    """A hundred Saturdays do not push the exhibition off the sheet, and it does not stand before them."""
    days = [initiative(f"dag-{n:03}", f"momenten: [{{datum: 2026-04-{n % 28 + 1:02}}}]") for n in range(100)]
    show = initiative("tentoonstelling", "momenten: [{datum: 2026-01-10, einddatum: 2026-06-30}]", "De tentoonstelling")
    html = text(of(*days, show))
    shown = html.count("<li>")
    assert html.index("De tentoonstelling") > html.rindex("Samen aan tafel")
    assert f"En er zijn nog {101 - shown} andere." in html


def test_an_organisation_s_own_sheet_does_not_repeat_its_name():
    """Its name is the heading."""
    html = text(of(initiative("tafel", "momenten: [{datum: 2026-03-07}]")), "organisatie", "eetclub")
    assert html.count("Eetclub") == 2  # the title of the document and the heading
    assert "sheet--large" in html


def test_markup_in_a_title_stays_text():
    """Submitted text is text on paper too."""
    html = text(of(initiative("tafel", "momenten: [{datum: 2026-03-07}]", "'<img src=x onerror=alert(1)>'")))
    assert "<img" not in html


def test_examples_say_so_on_paper():
    """Above the list and at each."""
    html = text(example.agenda())
    assert "Voorbeeld: deze initiatieven zijn verzonnen." in html
    assert html.count("(voorbeeld)") == html.count("<li>")
