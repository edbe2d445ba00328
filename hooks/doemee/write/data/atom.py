"""Atom feeds (RFC 4287): what is new in the calendar, and what changed."""

from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from doemee.history.replay import Change, History
from doemee.model import addresses, dutch
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS, Initiative
from doemee.model.views import View

NEWEST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_Item = tuple[str, str, datetime, str, str, str]


def news(view: View, history: History, campaign: Campaign, site: str) -> bytes:
    """The newest initiatives of a view, by the day on which they were added, not by that of a build."""
    newest = sorted(view.entries, key=lambda e: (-history.added[e.initiative.slug].timestamp(), e.initiative.slug))[
        :NEWEST
    ]
    title = f"{campaign.facts.name} Nieuw: {view.title}"
    items = (
        _item(e.initiative, history.added[e.initiative.slug], e.initiative.sent.titel, _summary(e.initiative), "", site)
        for e in newest
    )
    return _feed(title, site + view.page, site + addresses.news(view.page), items, campaign)


def changes(news: Iterable[Change], initiatives: dict[str, Initiative], campaign: Campaign, site: str) -> bytes:
    """The newest changes: added, moved, cancelled, back on."""
    items = []
    for change in list(news)[:NEWEST]:
        initiative = initiatives[change.slug]
        name = f"{initiative.sent.titel}: {change.moment}" if change.moment else initiative.sent.titel
        text = f"was {change.was}, wordt {change.becomes}" if change.was else change.becomes or _summary(initiative)
        identity = f"{change.when.isoformat()} {change.kind} {change.moment}"
        items.append(_item(initiative, change.when, f"{change.kind.capitalize()}: {name}", text, identity, site))
    page = site + addresses.CHANGES
    return _feed(f"{campaign.facts.name} Wijzigingen", page, site + addresses.CHANGES_FEED, items, campaign)


def _summary(initiative: Initiative) -> str:
    first = initiative.moments[0]
    return f"{dutch.moment(first).capitalize()}. {initiative.sent.samenvatting}"


def _item(initiative: Initiative, when: datetime, title: str, text: str, identity: str, site: str) -> _Item:
    # From the UID, which never changes: an id made of the address would change with the site's.
    name = uuid5(NAMESPACE_URL, f"{initiative.moments[0].uid} {identity}".strip())
    return (
        f"urn:uuid:{name}",
        title,
        when,
        site + addresses.initiative(initiative.slug),
        text,
        initiative.sent.organisatie.naam,
    )


def _feed(title: str, page: str, address: str, items: Iterable[_Item], campaign: Campaign) -> bytes:
    items = list(items)
    start = datetime.combine(campaign.facts.start, datetime.min.time(), BRUSSELS)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": campaign.facts.language})
    _add(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'{campaign.facts.id} {title}')}")
    _add(root, "title", title)
    _add(root, "updated", _instant(max((when for _, _, when, *_ in items), default=start)))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(ElementTree.SubElement(root, "author"), "name", campaign.facts.organiser.name)
    for identity, name, when, link, text, organisation in items:
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "id", identity)
        _add(entry, "title", name)
        _add(entry, "updated", _instant(when))
        _add(entry, "published", _instant(when))
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link})
        _add(ElementTree.SubElement(entry, "author"), "name", organisation)
        _add(entry, "summary", text)
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + document + b"\n"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _instant(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
