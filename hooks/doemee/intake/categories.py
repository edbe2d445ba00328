"""The names under which a source files an event (CATEGORIES, keywords, labels) become its type and its themes."""

from collections.abc import Iterable

from doemee.intake.found import Fields
from doemee.model.campaign import Campaign
from doemee.write.data.choices import Choices


def file_under(names: Iterable[str], fields: Fields, choices: Choices, *, types: bool = True) -> list[str]:
    """Put names in `themas` and, with `types`, the first that is one in `type`; those that are neither come back."""
    others = []
    for name in names:
        if types and "type" not in fields and (type_id := choices.id("types", name)):
            fields["type"] = type_id
        elif theme := choices.id("themes", name):
            fields.setdefault("themas", []).append(theme)
        else:
            others.append(name)
    return others


def is_hashtag(name: str, campaign: Campaign) -> bool:
    """Whether a name is one of the campaign's own, which says nothing of an initiative."""
    return name.lstrip("#").lower() in {tag.lstrip("#").lower() for tag in campaign.facts.hashtags}
