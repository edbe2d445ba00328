"""assets/doemee.css: the styles of overrides/styles/ in one file, with the colours of data/*.yml as classes.

One file, for each costs a phone a round trip before it shows anything. Colours are classes, for the
content-security policy refuses styles in a page.
"""

from pathlib import Path

from doemee.model.campaign import Campaign

FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)


def stylesheet(campaign: Campaign, folder: Path) -> bytes:
    """Tokens and base first, print last, the others by name. Raises OSError when one cannot be read."""
    names = sorted(path.name for path in folder.glob("*.css") if path.name not in FIRST + LAST)
    parts = [(folder / name).read_text(encoding="utf-8") for name in (*FIRST, *names, *LAST)]
    return "\n".join([*parts, *_colors(campaign), ""]).encode()


def _colors(campaign: Campaign) -> list[str]:
    rules = [f".dm-type-{row.id}{{--dm-color:{row.color}}}" for row in campaign.types.values()]
    rules += [f".dm-region-{row.id}{{--dm-color:{row.color}}}" for row in campaign.regions.values()]
    rules += [f".dm-theme-{row.id}{{--dm-color:{row.color}}}" for row in campaign.themes.values()]
    return rules + [
        f".dm-sdg-{goal.id}{{--dm-color:{goal.color};--dm-on-color:{goal.text}}}" for goal in campaign.sdgs.values()
    ]
