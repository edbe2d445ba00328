"""Submitted text on pages is text, and every fact of an initiative is there."""

from functools import cache

from doemee.build.site import Site
from doemee.load.loader import load
from doemee.model.agenda import Agenda
from doemee.model.initiative import resolve
from doemee.model.views import View
from doemee.problems import errors
from doemee.write.pages.view_pages import NEAREST, view_page
from tests import example_campaign as example


@cache
def site() -> Site:
    return example.site("")


def page_of(view: View, made: Site) -> str:
    """The page of a view."""
    return view_page(view, made.agenda, made.publication, made.render).body


def body(text: str) -> str:
    """The page of one initiative."""
    loaded = load("data/initiatives/boos.md", text.encode())
    assert errors(loaded.problems) == []
    only = resolve(loaded, example.campaign())
    agenda = Agenda(example.campaign(), [only], example.TODAY)
    one = example.site("", agenda)
    one.history.added.setdefault("boos", example.NOW)
    return one.initiative_pages.page(only, "{}").body


HOSTILE = '<img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} "quotes"'


def test_markup_in_a_field_is_shown_as_it_was_typed():
    """No field can become an element, an attribute or a template."""
    page = body(f"""---
titel: '{HOSTILE}'
samenvatting: '{HOSTILE}'
organisatie: {{naam: '{HOSTILE}', partners: ['{HOSTILE}']}}
type: actie
momenten: [{{datum: 2026-03-07, titel: '{HOSTILE}'}}]
locatie: {{naam: '{HOSTILE}', adres: '{HOSTILE}', postcode: 9000}}
prijs: '{HOSTILE}'
help_mee: '{HOSTILE}'
contact: {{naam: '{HOSTILE}'}}
terugblik: {{tekst: '{HOSTILE}', cijfer: '{HOSTILE}', bron: '{HOSTILE}'}}
in_de_kijker: '{HOSTILE}'
---
{HOSTILE}
""")
    assert "<img" not in page
    assert "49" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }}") >= 12


def test_no_fact_is_dropped():
    """Every value of every example stands on its page, in words."""
    campaign = example.campaign()
    for initiative in example.initiatives():
        from html import unescape

        page = unescape(site().initiative_pages.page(initiative, "{}").body)
        sent = initiative.sent
        words = [
            sent.titel,
            sent.samenvatting,
            sent.organisatie.naam,
            *sent.organisatie.partners,
            campaign.types[sent.type].name,
        ]
        words += [campaign.themes[theme].name for theme in sent.themas]
        words += [f"SDG {goal} {campaign.sdgs[goal].name}" for goal in sent.sdgs]
        words += [campaign.audiences[audience].name for audience in sent.doelgroep]
        words += [campaign.accessibility[fact].name for fact in sent.toegankelijkheid]
        words += [moment.venue.line for moment in initiative.moments if moment.venue]
        words += [moment.title for moment in initiative.moments if moment.title]
        words += [str(value) for value in (sent.website, sent.organisatie.website, sent.uitdatabank) if value]
        words += [value for value in (sent.help_mee, sent.in_de_kijker, sent.online) if isinstance(value, str)]
        words += [sent.prijs.text] if sent.prijs else []
        words += [sent.inschrijven.url] if sent.inschrijven else []
        words += [value for value in sent.contact.model_dump().values() if value] if sent.contact else []
        words += [value for value in sent.terugblik.model_dump().values() if value] if sent.terugblik else []
        words += [sent.afbeelding.alt] if sent.afbeelding else []
        words += [campaign.series[sent.reeks].name] if sent.reeks else []
        assert [word for word in words if word not in page] == [], initiative.slug


def test_the_calendar_says_what_it_leaves_to_the_months():
    """Of more initiatives than a phone can hold it shows the nearest and counts the rest."""
    files = [
        load(
            f"data/initiatives/iets-{number}.md",
            f"---\ntitel: Iets {number}\nsamenvatting: Iets voor iedereen.\norganisatie: De Linde\ntype: actie\n"
            f"momenten: [{{datum: 2026-{3 + number % 9:02}-07}}]\nbereik: [limburg]\n---\n".encode(),
        )
        for number in range(NEAREST + 20)
    ]
    agenda = Agenda(example.campaign(), [resolve(file, example.campaign()) for file in files], example.TODAY)
    many = example.site("", agenda)
    page = page_of(agenda.everything, many)
    assert page.count('class="dm-card ') == NEAREST
    assert "Er komen nog 20 initiatieven aan." in page


def test_a_running_campaign_stands_apart():
    """What lasts for weeks does not bury Saturday's event: it has its own heading and its last day."""
    page = page_of(example.agenda().everything, site())
    running = page[page.index('id="loopt-nu"') : page.index('id="m2026-03"')]
    assert "Het jaar van de buur" in running
    assert "loopt nog tot en met donderdag 31 december 2026" in running
