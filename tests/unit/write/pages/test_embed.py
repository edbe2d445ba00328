"""The bare lists for other sites, and what is said about them."""

import re

from doemee.model import addresses
from doemee.model.agenda import Agenda, State
from doemee.write.pages.embed import COMING, coming, data_help, embed, embed_help
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import site


def html(kind: str, identity: str) -> str:
    agenda = example.agenda()
    view = agenda.view(kind, identity) if kind else agenda.everything
    return embed(agenda, view, site().render)[1].decode()


def test_what_comes_is_near_first_and_nothing_that_is_over():
    """A list of Saturday's things, then what runs on, then what is to follow."""
    items = coming(example.agenda(), example.agenda().everything)
    assert not [item for item in items if item.state is State.PAST]
    dated = [
        item.occurrence.instant
        for item in items
        if item.occurrence and not (item.state is State.RUNNING and item.occurrence.lasts_days)
    ]
    assert dated == sorted(dated)
    assert items[-1].occurrence is None


def test_a_list_is_short_and_leads_to_the_rest():
    """Twenty at most, and the number of all beside the link."""
    page = html("", "")
    assert page.count("<li>") == COMING
    assert f"({len(coming(example.agenda(), example.agenda().everything))} initiatieven)" in page
    assert 'href="../../../kalender/" target="_top"' in page


def test_a_list_is_a_document_of_its_own_that_no_search_engine_keeps():
    """With a policy, without the theme, with every link in the whole window."""
    page = html("provincie", "limburg")
    assert page.startswith("<!doctype html>")
    assert '<meta name="robots" content="noindex">' in page
    assert "Content-Security-Policy" in page and "default-src 'none'" in page
    assert "\ue000" not in page and " style=" not in page
    assert all('target="_top"' in link for link in re.findall("<a [^>]*>", page))
    assert len(page.encode()) < 20_000


def test_what_does_not_go_on_says_so_elsewhere_too():
    """A cancelled one stays in the list, with the word before it; an example says that it is one."""
    page = html("provincie", "limburg")
    assert '<strong class="status">geannuleerd</strong>' in page
    assert page.count("voorbeeld, verzonnen") == page.count("<li>")


def test_the_ready_lines_name_every_province_and_theme():
    """To copy without change: the address of the site and ids that exist."""
    agenda = example.agenda()
    body = embed_help(agenda, site().render).body
    for kind in ("provincie", "thema"):
        for view in agenda.groups[kind]:
            assert f"&lt;script src=&#34;{example.SITE}" not in body  # quotes are to be copied as they are
            assert (
                f'&lt;script src="{example.SITE}{addresses.EMBED_SCRIPT}" data-{kind}="{view.id}" data-aantal="10" async&gt;&lt;/script&gt;'
                in body
            )


def test_the_documentation_names_every_field_of_the_data():
    """What stands in kalender.json is explained."""
    agenda = example.agenda()
    from doemee.write.data import jsonld

    events = {i.slug: jsonld.as_json(i, agenda.campaign, example.SITE) for i in agenda.initiatives}
    body = data_help(agenda, events, (), site().render).body
    keys = {key for i in agenda.initiatives for key in jsonld.event(i, agenda.campaign, example.SITE)} - {"@type"}
    assert {key for key in keys if f"<code>{key}</code>" not in body} == set()


def test_the_documentation_needs_no_initiative():
    """On the first day there is no sample, and no error."""
    assert "dm-sample" not in data_help(Agenda(example.campaign(), [], example.TODAY), {}, (), site().render).body
