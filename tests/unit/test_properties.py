"""Whatever a stranger sends that is accepted comes out the same everywhere: page, feed, data.

Hypothesis makes up texts with the characters that break things: quotes, colons, commas, backslashes,
newlines in YAML, emoji, letters of other scripts, and words that look like YAML or HTML.
"""

import json
import re
from html.parser import HTMLParser

import nh3
import vobject
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doemee.check import check
from doemee.load.loader import load
from doemee.model.agenda import Agenda
from doemee.model.initiative import resolve
from doemee.problems import errors
from doemee.text import to_html, to_plain
from doemee.write.data import jsonld
from tests import example_campaign as example

SPICE = (
    "---",
    ": ",
    " #",
    "'",
    '"',
    "\\",
    "\\n",
    ",",
    ";",
    "</script>",
    "<b>",
    "&amp;",
    "{{ x }}",
    "`",
    "|",
    "é",
    "🎉",
    "م",
    "no",
    "14:00",
    "=1+1",
    "@x",
)
words = st.lists(
    st.one_of(st.sampled_from(SPICE), st.text("abc ijlé.-", min_size=1, max_size=8)), min_size=2, max_size=12
)
texts = words.map(lambda parts: " ".join("".join(parts).split())).filter(lambda text: 10 <= len(text) <= 100)
quiet = settings(suppress_health_check=[HealthCheck.filter_too_much])


class _Text(HTMLParser):
    """The text of a page as a browser reads it, and the elements in it."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += (value for name, value in attrs if name in ("href", "src"))

    def handle_data(self, data):
        self.parts.append(data)


def initiative(**fields):
    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return load("data/initiatives/iets-nieuws.md", f"---\n{front}---\n".encode())


@quiet
@given(title=texts, summary=texts, organisation=texts, street=texts, price=texts)
def test_what_is_accepted_comes_back_unchanged(title, summary, organisation, street, price):
    """Page, calendar and JSON-LD, each read by a parser that is not ours, give the text that was sent."""
    loaded = initiative(
        titel=title, samenvatting=summary, organisatie=f"Vereniging {organisation}", type="actie",
        momenten=[{"datum": "2026-03-07", "van": "14:00", "tot": "17:00"}], locatie={"adres": street, "postcode": "9000"}, prijs=f"Betaal {price}",
    )  # fmt: skip
    if errors(check([loaded], example.campaign(), frozenset())):
        return  # a text that the check refuses goes nowhere: its own tests say which
    one = resolve(loaded, example.campaign())
    agenda = Agenda(example.campaign(), [one], example.TODAY)
    history = type(example.history())(
        {one.moments[0].uid: next(iter(example.history().revisions.values()))}, [], {one.slug: example.NOW}
    )
    site = example.site("", agenda, history)

    page = _Text(site.initiative_pages.page(one, "{}").body)
    shown = "".join(page.parts)
    assert all(" ".join(text.split()) in shown for text in (title, summary, organisation, street))
    assert not page.tags & {"script", "b", "img", "iframe", "style"}

    event = vobject.readOne(site.feeds.single(one).decode()).vevent
    assert event.summary.value == title
    assert event.location.value == f"{street}, 9000 Gent"
    assert event.description.value.startswith(f"{summary}\nOrganisatie: Vereniging {organisation}\n")

    data = json.loads(jsonld.as_json(one, example.campaign(), example.SITE))
    assert (data["name"], data["description"], data["organizer"]["name"]) == (
        title,
        summary,
        f"Vereniging {organisation}",
    )


@quiet
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                (
                    *SPICE,
                    "<script>alert(1)</script>",
                    "[x](javascript:x)",
                    "<img src=x onerror=y>",
                    "\n\n",
                    "\n- ",
                    "\n> ",
                    "\n# ",
                    "![a](b)",
                    "<a href='data:x'>",
                )
            ),
            st.text(max_size=10),
        ),
        max_size=12,
    ).map("".join)
)
def test_a_description_holds_only_what_is_allowed(markdown):
    """Whatever the Markdown: only allowed elements and schemes, and cleaning twice changes nothing."""
    html = to_html(markdown)
    found = _Text(html)
    assert found.tags <= {
        "p",
        "em",
        "strong",
        "b",
        "i",
        "ul",
        "ol",
        "li",
        "a",
        "br",
        "blockquote",
        "h3",
        "h4",
        "h5",
        "code",
        "pre",
        "hr",
    }
    assert all(link.split(":", 1)[0] in ("http", "https", "mailto", "tel") for link in found.links)
    assert (
        nh3.clean(html, tags=found.tags, link_rel=None, attributes={"a": {"href", "title", "rel"}, "ol": {"start"}})
        == html
    )
    assert not re.search(r"</?(?:p|li|a|strong)", to_plain(html)) or "&lt;" in html


@settings(max_examples=15)  # each is two checks of the whole example campaign
@given(st.permutations(range(64)))
def test_the_order_of_files_changes_no_answer(order):
    """Problems are the same and in the same order, however the folder is read."""
    files = example.loaded()
    assert check([files[n] for n in order], example.campaign(), frozenset()) == check(
        files, example.campaign(), frozenset()
    )
