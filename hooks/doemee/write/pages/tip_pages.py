"""The pages of the tips: the overview, one per audience, one per tip."""

import re
from typing import Any

from markupsafe import Markup

from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign
from doemee.model.tip import Publication, PublishedTip
from doemee.text import to_editors_html
from doemee.write.frame.layout import ROOT
from doemee.write.pages.page import Page
from doemee.write.pages.renderer import Render

_TASK = re.compile(r"<li>\[ \] (.*?)</li>", re.DOTALL)
_SECTION = re.compile(r"<h2>(.*?)</h2>")


def overview(found: Publication, campaign: Campaign, render: Render) -> Page:
    """Every tip, by theme."""
    number = len(campaign.themes)
    themes = dutch.number(number) + (" thema" if number == 1 else " thema's") if number else "een rij"
    values = _shared(found, campaign) | {
        "heading": "Tips en ideeën",
        "lead": f"Wat kan jij doen? {themes.capitalize()} vol tips, om zo mee te beginnen.",
        "groups": [(theme, found.of_theme(theme.id)) for theme in campaign.themes.values()],
        "here": None,
    }
    description = (
        f"{len(found.tips)} tips voor organisaties, lokale besturen, bedrijven, scholen en iedereen die mee wil doen."
    )
    return Page(addresses.TIPS, "Tips", description, render("tips", **values))


def for_audience(audience: str, found: Publication, campaign: Campaign, render: Render) -> Page:
    """The tips that are meant for an audience, by theme."""
    tips = found.for_audience(audience)
    name = campaign.audiences[audience].name
    values = _shared(found, campaign) | {
        "heading": f"Tips voor {name[0].lower()}{name[1:]}",
        "lead": campaign.audiences[audience].description or "",
        "groups": [(theme, [tip for tip in tips if tip.sent.thema == theme.id]) for theme in campaign.themes.values()],
        "here": audience,
    }
    title = f"Tips voor {name[0].lower()}{name[1:]}"
    return Page(
        addresses.tips_for(audience),
        title,
        f"{title}: wat je kan doen in {campaign.facts.occasion}.",
        render("tips", **values),
    )


def _shared(found: Publication, campaign: Campaign) -> dict[str, Any]:
    numbers = {audience: len(found.for_audience(audience)) for audience in campaign.audiences}
    return {
        "audiences": [(row, numbers[row.id]) for row in campaign.audiences.values() if numbers[row.id]],
        "all": len(found.tips),
    }


def tip_page(tip: PublishedTip, found: Publication, campaign: Campaign, render: Render, edit: str) -> Page:
    """One tip; `edit` is the address that opens a file for editing, up to its path."""
    others = [other for other in found.of_theme(tip.sent.thema) if other is not tip]
    body = render(
        "tip",
        tip=tip,
        theme=campaign.themes[tip.sent.thema],
        body=Markup(tip_html(tip.body)),
        users=found.users.get(tip.slug, ()),
        others=others,
        edit=edit + tip.path,
    )
    return Page(addresses.tip(tip.slug), tip.sent.titel, tip.sent.samenvatting, body)


def tip_html(markdown: str) -> str:
    """The HTML of a tip's text: sections one can link to, boxes one can tick, links from the root of the site."""
    html = to_editors_html(markdown).replace('href="/', f'href="{ROOT}')
    html = _SECTION.sub(lambda match: f'<h2 id="{_anchor(match[1])}">{match[1]}</h2>', html)
    return _TASK.sub(r'<li class="dm-task"><label><input type="checkbox"> <span>\1</span></label></li>', html)


def _anchor(heading: str) -> str:
    return re.sub("[^a-z0-9]+", "-", heading.lower()).strip("-")
