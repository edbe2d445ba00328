"""Every figure is counted, none is made up, and each is there to read as a number."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser

from doemee.load.submission import Status
from doemee.model.agenda import Agenda
from doemee.write.pages.charts import bar_chart, spread, steps_of
from doemee.write.pages.figures import figures, matrix, participation, per_view, tally
from doemee.write.pages.outlines import map_of
from tests import example_campaign as example
from tests.unit.write.pages.test_pages import site

OFF = (Status.POSTPONED, Status.CANCELLED)


@cache
def page(agenda: Agenda) -> str:
    return figures(agenda, site().render).body


class Structure(HTMLParser):
    """The elements of a page, and whether they nest."""

    def __init__(self, html: str):
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name) for name, _ in attrs]
        if tag not in ("rect", "path", "br", "wbr"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.attributes += [(tag, name) for name, _ in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_what_does_not_go_ahead_is_counted_apart():
    """Going ahead, postponed and cancelled together are all initiatives; nobody is lost between them."""
    agenda = example.agenda()
    total = tally(agenda.everything.entries)
    assert total.ahead + total.postponed + total.cancelled == len(agenda.initiatives)
    assert total.postponed == sum(i.status is Status.POSTPONED for i in agenda.initiatives) > 0
    assert total.cancelled == sum(i.status is Status.CANCELLED for i in agenda.initiatives) > 0


def test_every_region_counts_its_own():
    """Reckoned once more by another road: over the initiatives instead of over the views."""
    agenda = example.agenda()
    for row in per_view(agenda.groups["provincie"]):
        if row.view.id == "online":
            wanted = [i for i in agenda.initiatives if any(m.online and m.status not in OFF for m in i.moments)]
        else:
            wanted = [
                i
                for i in agenda.initiatives
                if any(row.view.id in m.regions and m.status not in OFF for m in i.moments)
            ]
        assert row.tally.ahead == len(wanted), row.view.title


def test_the_table_of_gaps_agrees_with_the_months():
    """A cell holds what takes place in that region in that month; no cell holds more than its month."""
    agenda = example.agenda()
    counts = {row.view.id: row.tally.ahead for row in per_view(agenda.months.values())}
    for month, numbers, over in matrix(agenda):
        assert max(numbers) <= counts[month.id]
        assert sum(numbers) >= counts[month.id]
        assert over == (month.id < "2026-03")


def test_all_municipalities_are_known_and_only_real_ones_take_part():
    """285 in Flanders and 19 in Brussels since 2025."""
    regions = participation(example.agenda())
    assert {region.name: region.all for region in regions} == {
        "Antwerpen": 67, "Limburg": 38, "Oost-Vlaanderen": 55, "Vlaams-Brabant": 63, "West-Vlaanderen": 62, "Brussel": 19,
    }  # fmt: skip
    venues = {
        (m.venue.municipality.region, m.venue.municipality.name)
        for i in example.initiatives()
        for m in i.moments
        if m.venue and m.status not in OFF
    }
    assert sum(len(region.taking_part) for region in regions) == len(venues)


def test_every_number_of_the_map_and_the_months_stands_in_a_table_too():
    """Readable without colour and without a picture."""
    html = page(example.agenda())
    for row in (*per_view(example.agenda().groups["provincie"]), *per_view(example.agenda().months.values())):
        assert re.search(
            rf">{row.view.title}</a></th><td>{row.tally.ahead}</td><td>{row.tally.postponed}</td><td>{row.tally.cancelled}</td>",
            html,
        )


def test_the_page_is_well_formed_and_without_style_or_script():
    """The policy of a page refuses both; every picture has a name or is decoration."""
    html = page(example.agenda())
    structure = Structure(html)
    assert structure.open == []
    assert not {name for _, name in structure.attributes if name == "style" or name.startswith("on")}
    assert "<script" not in html
    for picture in re.findall(r"<svg[^>]*>", html):
        assert 'aria-hidden="true"' in picture or ('role="img"' in picture and "aria-labelledby" in picture)


def test_examples_are_called_invented():
    """Nobody may quote them as real."""
    assert "alle initiatieven zijn hier een verzonnen voorbeeld" in page(example.agenda())
    real = Agenda(example.campaign(), [replace(i, example=False) for i in example.initiatives()], example.TODAY)
    assert "verzonnen" not in page(real)


def test_an_empty_campaign_has_a_page():
    """The first day of another campaign: no division by zero, no map without shades."""
    html = page(Agenda(example.campaign(), [], example.TODAY))
    assert "Er staat nog geen initiatief in de kalender." in html
    assert "is er nog nergens iets" in html
    assert "Er is nog geen enkele SDG met een initiatief." in html


def test_gaps_are_named_for_what_is_still_to_come():
    """November has nothing in Brussels; January is over, so nobody is asked to fill it."""
    html = page(example.agenda())
    gaps = html[html.index('id="gaten"') : html.index("<table", html.index('id="gaten"'))]
    assert re.search("november 2026</a> is er nog niets in [^.]*Brussel", gaps)
    assert "januari 2026" not in gaps


def test_today_stands_in_the_chart_only_within_the_campaign():
    """Before and after it there is no line."""
    assert "dm-chart__today" in page(example.agenda())
    assert "dm-chart__today" not in page(Agenda(example.campaign(), example.initiatives(), date(2027, 2, 1)))


def test_shades_of_a_map_have_no_holes():
    """Every number has exactly one shade, and each shade is used by a number."""
    for most in (0, 1, 2, 3, 4, 5, 17, 999):
        steps = steps_of([0, most])
        assert [steps.of(n) for n in range(most + 1)] == sorted(steps.of(n) for n in range(most + 1))
        assert {steps.of(n) for n in range(most + 1)} == set(range(len(steps.ranges)))
        assert all(first <= last for first, last in steps.ranges)


def test_bars_stand_on_the_base_and_fit():
    """The highest reaches the top, none sticks out."""
    chart = bar_chart([("jan", 0), ("feb", 5), ("mrt", 10)], 1.5)
    assert chart.bars[0].height == 0
    assert all(bar.top + bar.height == chart.base and 0 <= bar.x <= chart.width - bar.width for bar in chart.bars)
    assert chart.today == chart.width / 2


def test_labels_of_the_map_do_not_touch():
    """Brussels lies within Flemish Brabant: both numbers can be read."""
    placed = spread(map_of(example.campaign().shapes))
    for one in placed:
        assert all(abs(one[1] - other[1]) >= 50 or abs(one[2] - other[2]) >= 30 for other in placed if other is not one)
