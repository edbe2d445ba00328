"""A kind of view is one entry in one list: whatever lists kinds, shows a new one without another word."""

import json
from dataclasses import replace

import pytest

from doemee.build.outputs import outputs
from doemee.model import views
from doemee.write.data.filter_index import filter_index
from doemee.write.pages.embed import embed, embed_help
from doemee.write.pages.filter_panel import panel
from doemee.write.pages.sheets import sheet
from doemee.write.pages.subscribe import subscribe
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import page_of


def test_a_new_kind_stands_everywhere(wider_site):
    """Its pages, feeds and lists, the calendar's own list of kinds, the page about subscribing, the filter, the search."""
    view = wider_site.agenda.view("doelgroep", "senioren")
    wanted = {i.slug for i in example.initiatives() if "senioren" in i.sent.doelgroep}
    assert {entry.initiative.slug for entry in view.entries} == wanted
    assert view.page == "kalender/doelgroep/senioren/"
    written = outputs(wider_site)
    assert {view.page, view.feed, view.news, view.embed, view.sheet} <= written.by_address().keys()
    assert dict(written.searched())[view.page].title == "Voor Senioren"
    assert embed(wider_site.agenda, view, wider_site.render)[0] == "kalender/inbedden/doelgroep/senioren/"
    assert sheet(wider_site.agenda, view, example.SITE, wider_site.render)[0] == "kalender/affiche/doelgroep/senioren/"
    assert "<h2>Per doelgroep</h2>" in page_of(wider_site.agenda.everything, wider_site)
    assert '<li id="doelgroep-senioren">' in subscribe(wider_site.agenda, example.SITE, wider_site.render).body
    assert 'data-doelgroep="senioren"' in embed_help(wider_site.agenda, wider_site.render).body.replace("&#34;", '"')
    assert "Publiek" in [group.title for group in panel(wider_site.agenda).groups]
    assert "senioren" in json.loads(filter_index(wider_site.agenda))["choices"]["publiek"]


def test_a_view_has_an_address_for_what_its_kind_has():
    """No page may link to a sheet or a list that nobody wrote."""
    agenda = example.agenda()
    view = replace(agenda.view("sdg", 3))
    assert (view.embed, view.sheet, view.news) == (None, None, None)
    assert agenda.everything.embed == "kalender/inbedden/alles/"
    assert (agenda.everything.sheet, agenda.everything.news) == (None, "kalender.xml")
    for made in (embed, lambda *given: sheet(*given[:2], example.SITE, given[2])):
        with pytest.raises(ValueError, match="kalender/sdg/3/ has no"):
            made(agenda, view, lambda *_: "")


def test_ids_of_kinds_are_unique():
    """They are words in addresses; so are the keys of the filter."""
    assert len({kind.id for kind in views.KINDS}) == len(views.KINDS)
    keys = [kind.filter.key for kind in views.KINDS if kind.filter]
    assert len(set(keys)) == len(keys)
