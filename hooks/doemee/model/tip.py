"""A tip of the publication as the site knows it, and who uses it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from doemee.load.loader import Loaded
from doemee.load.submission import Tip
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative


@dataclass(frozen=True, slots=True)
class PublishedTip:
    """One tip. `sent` holds its fields, `body` its text in Markdown."""

    slug: str
    path: str
    sent: Tip
    body: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Every tip, in the order of the themes: first those that the theme names, then the others by title."""

    tips: Mapping[str, PublishedTip] = field(default_factory=dict)
    users: Mapping[str, tuple[Initiative, ...]] = field(default_factory=dict)

    def of_theme(self, theme: str) -> list[PublishedTip]:
        """The tips of a theme, in order."""
        return [tip for tip in self.tips.values() if tip.sent.thema == theme]

    def for_audience(self, audience: str) -> list[PublishedTip]:
        """The tips that are meant for an audience, in the order of the themes."""
        return [tip for tip in self.tips.values() if audience in tip.sent.voor]


NOTHING = Publication()


def publication(files: Iterable[Loaded], campaign: Campaign, initiatives: Iterable[Initiative]) -> Publication:
    """The publication of files that have no problems left, with the initiatives that say they use a tip."""
    tips = [PublishedTip(loaded.slug, loaded.path, loaded.submission, loaded.body) for loaded in files]
    named = {
        tip.id: (number, place)
        for number, theme in enumerate(campaign.themes.values())
        for place, tip in enumerate(theme.tips)
    }
    themes = {theme: number for number, theme in enumerate(campaign.themes)}
    tips.sort(
        key=lambda tip: (themes[tip.sent.thema], named.get(tip.slug, (0, len(named)))[1], tip.sent.titel.casefold())
    )
    users: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in initiatives:
        for slug in initiative.sent.tips:
            users[slug].append(initiative)
    return Publication({tip.slug: tip for tip in tips}, {slug: tuple(found) for slug, found in users.items()})
