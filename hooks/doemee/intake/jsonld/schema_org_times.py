"""When a schema.org Event is: by its parts, or itself; and in what a part deviates from the whole.

Source: https://schema.org/Event, properties startDate, endDate, subEvent and eventStatus.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from doemee.intake.found import Fields, MomentFields, shown
from doemee.intake.jsonld.event import Event
from doemee.intake.jsonld.schema_org_place import place_fields
from doemee.intake.jsonld.values import Node, instant, last_part, listed, month_of, nodes, words
from doemee.intake.moments import Instance

MAX_TIMES = 1000
_STATUSES = {"EventCancelled": "geannuleerd", "EventPostponed": "uitgesteld"}


def month(node: Node) -> str:
    """The month of an event of which the day is not known yet, as `2026-05`; empty when there is more to say."""
    return "" if _parts(node) else month_of(node.get("startDate"))


def instances(event: Event, fields: Fields) -> list[Instance]:
    """Every time that it takes place. A status that holds for all of them becomes that of `fields`."""
    parts = _parts(event.node)
    if len(parts) > MAX_TIMES:
        message = f"er staan {len(parts)} momenten in, we namen de eerste {MAX_TIMES}"
        event.remarks.todo(message, "Splits het initiatief")
    found = [_instance(part, _own(part, event, fields), event) for part in parts[:MAX_TIMES]]
    if not parts:
        found = [_instance(event.node, {}, event)]
    return _lift_status([one for one in found if one], fields)


def status(part: Node, event: Event) -> str:
    """The status of an event or a part of one; empty for one that simply takes place."""
    if known := _STATUSES.get(last_part(part.get("eventStatus"))):
        return known
    offers = (event.thing(offer) for offer in listed(part.get("offers")))
    return "volzet" if any(last_part(offer.get("availability")) == "SoldOut" for offer in offers) else ""


def _parts(node: Node) -> list[Node]:
    return [part for part in nodes(node.get("subEvent")) if part.get("startDate")]


def _instance(part: Node, own: MomentFields, event: Event) -> Instance | None:
    start, end = instant(part.get("startDate")), instant(part.get("endDate"))
    for key, at in (("startDate", start), ("endDate", end)):
        if at is None and part.get(key):
            event.remarks.todo(f"{key} {shown(part[key])} kunnen we niet lezen", "Vul dit moment zelf in")
    if start is None:
        return None
    if end is not None and isinstance(start, datetime) is not isinstance(end, datetime):
        message = f"het einde {shown(part['endDate'])} past niet bij het begin {shown(part['startDate'])}"
        event.remarks.info(message)
        end = None
    # Where the end is a day, schema.org counts that day; an instance ends on the day after.
    if end is not None and not isinstance(end, datetime):
        end += timedelta(days=1)
    return Instance(start, end, own)


def _own(part: Node, event: Event, fields: Fields) -> MomentFields:
    """The fields in which a part deviates from the whole; its status always."""
    own: MomentFields = {}
    name, title = words(part.get("name")), fields["titel"]
    if name and name != title:
        own["titel"] = name.removeprefix(f"{title}: ")
    own["status"] = status(part, event) or "bevestigd"
    here, _ = place_fields(part, event) if part.get("location") else (Fields(), [])
    online, of_the_whole = here.get("online", False), fields.get("online", False)
    if "locatie" not in here:
        if online and (fields.get("locatie") or online != of_the_whole):
            own["online"] = online  # without a place of its own it is online only
        return own
    if online != of_the_whole:
        own["online"] = online
    if own.get("online") or here["locatie"] != fields.get("locatie"):
        own["locatie"] = here["locatie"]
    return own


def _lift_status(found: Sequence[Instance], fields: Fields) -> list[Instance]:
    """The instances with a status only where it differs: one that holds for all of them is that of the whole."""
    statuses = {one.own.get("status", "bevestigd") for one in found}
    if len(statuses) == 1 and "status" not in fields and statuses != {"bevestigd"}:
        fields["status"] = next(iter(statuses))
    silent = {"bevestigd", fields.get("status", "bevestigd")}
    return [_without_status(one) if one.own.get("status") in silent else one for one in found]


def _without_status(instance: Instance) -> Instance:
    own = instance.own.copy()
    del own["status"]
    return replace(instance, own=own)
