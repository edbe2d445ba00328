"""The colours of data/*.yml as classes: a page then needs no style of its own, which the
content-security policy would refuse."""

from doemee.campaign import Campaign


def stylesheet(campaign: Campaign) -> bytes:
    """`/assets/campagne.css`"""
    rules = [f".dm-type-{row.id}{{--dm-color:{row.color}}}" for row in campaign.types.values()]
    rules += [f".dm-region-{row.id}{{--dm-color:{row.color}}}" for row in campaign.regions.values()]
    rules += [f".dm-theme-{row.id}{{--dm-color:{row.color}}}" for row in campaign.themes.values()]
    rules += [f".dm-sdg-{goal.id}{{--dm-color:{goal.color};--dm-on-color:{goal.text}}}" for goal in campaign.sdgs.values()]
    return ("\n".join(rules) + "\n").encode()
