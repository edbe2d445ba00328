"""What changed since the first version: stamps for calendar apps, and the news for people.

Replays the versions of each file and compares its moments by UID. SEQUENCE grows when start, end,
rule, place or status changes (RFC 5546, section 2.1.4); LAST-MODIFIED with every change that an app
would show. Both only ever grow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from doemee.check import check_one
from doemee.history.revisions import Revision
from doemee.load.loader import load
from doemee.load.submission import Status
from doemee.model import dutch
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment, Stamp, resolve
from doemee.problems import errors
from doemee.write.data.icalendar_feeds import event

_EPOCH = datetime.fromtimestamp(0, UTC)
_NO_STAMP = Stamp(_EPOCH, _EPOCH)


class Kind(StrEnum):
    """What happened, in the words of the page."""

    ADDED = "nieuw"
    MOVED = "verplaatst"
    POSTPONED = "uitgesteld"
    CANCELLED = "geannuleerd"
    FULL = "volzet"
    BACK_ON = "gaat toch door"


@dataclass(frozen=True, slots=True)
class Change:
    """One piece of news about one initiative; `was` and `becomes` are Dutch phrases or empty."""

    when: datetime
    slug: str
    kind: Kind
    moment: str = ""
    was: str = ""
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """What the versions of all files tell. `added` holds when each slug first appeared."""

    stamps: dict[str, Stamp]
    changes: list[Change]
    added: dict[str, datetime]


def replay(
    initiatives: Iterable[Initiative],
    current: dict[str, bytes],
    revisions: dict[str, list[Revision]],
    campaign: Campaign,
    now: datetime,
) -> Past:
    """Stamps of every moment and the news, newest first.

    `current` holds the bytes of each slug's file, `now` is when a version that is not in git yet
    counts from. The same versions always give the same answer.
    """
    stamps: dict[str, Stamp] = {}
    changes: list[Change] = []
    added: dict[str, datetime] = {}
    for initiative in initiatives:
        slugs = (*initiative.sent.eerder, initiative.slug)
        versions = sorted((r for slug in slugs for r in revisions.get(slug, [])), key=lambda r: r.when)
        if not versions or (versions[-1].data is not None and versions[-1].data != current[initiative.slug]):
            versions.append(Revision(now, initiative.path, None))
        added[initiative.slug] = versions[0].when
        changes.append(Change(versions[0].when, initiative.slug, Kind.ADDED))
        if len(versions) == 1:
            stamp = Stamp(versions[0].when, versions[0].when)
            stamps |= {moment.uid: stamp for moment in initiative.moments}
            continue
        seen: dict[str, tuple[Moment, bytes]] = {}
        for version in versions:
            state = initiative if version is versions[-1] else _former(version, initiative, campaign)
            if state is not None:
                changes += _step(state, version.when, seen, stamps, campaign)
    changes.sort(key=lambda change: (-change.when.timestamp(), change.slug, change.kind, change.moment))
    return Past(stamps, changes, added)


def _step(
    state: Initiative,
    when: datetime,
    seen: dict[str, tuple[Moment, bytes]],
    stamps: dict[str, Stamp],
    campaign: Campaign,
) -> Iterable[Change]:
    for moment in state.moments:
        shown = event(state, moment, _NO_STAMP, campaign, "") if moment.occurrences else b""
        if moment.uid not in seen:
            stamps[moment.uid] = Stamp(when, when)
        else:
            before, shown_before = seen[moment.uid]
            stamp = stamps[moment.uid]
            if shown != shown_before:
                rescheduled = _schedule(moment) != _schedule(before)
                stamps[moment.uid] = Stamp(stamp.created, max(when, stamp.modified), stamp.sequence + rescheduled)
            yield from _news(state, before, moment, when)
        seen[moment.uid] = (moment, shown)


def _schedule(moment: Moment) -> tuple:
    return moment.occurrences, moment.rule, moment.status, moment.venue


def _news(state: Initiative, before: Moment, after: Moment, when: datetime) -> Iterable[Change]:
    name = after.title or ""
    if before.status is not after.status:
        kind = Kind.BACK_ON if after.status is Status.CONFIRMED else Kind(after.status.value)
        yield Change(when, state.slug, kind, name, becomes=dutch.moment(after))
    was, becomes = dutch.moment(before), dutch.moment(after)
    if was != becomes:
        yield Change(when, state.slug, Kind.MOVED, name, was, becomes)
    elif before.venue and after.venue and before.venue.line != after.venue.line:
        yield Change(when, state.slug, Kind.MOVED, name, before.venue.line, after.venue.line)


def _former(version: Revision, initiative: Initiative, campaign: Campaign) -> Initiative | None:
    """A former version under the present name, or None when it does not pass today's checks."""
    loaded = load(version.path, version.data or b"")
    if not loaded.complete or errors(check_one(loaded, campaign, _every_image(loaded))):
        return None
    former = resolve(loaded, campaign, initiative.example)
    root = initiative.sent.eerder[0] if initiative.sent.eerder else initiative.slug
    return _renamed(former, root, initiative.slug)


def _renamed(former: Initiative, root: str, slug: str) -> Initiative:
    """The same initiative with the UIDs and address that it has now, so that versions compare."""
    loaded_root = former.sent.eerder[0] if former.sent.eerder else former.slug
    if (loaded_root, former.slug) == (root, slug):
        return former
    moments = tuple(replace(m, uid=root + m.uid[len(loaded_root) :]) for m in former.moments)
    return replace(former, slug=slug, moments=moments)


def _every_image(loaded) -> frozenset[str]:
    image = loaded.submission.afbeelding if loaded.submission else None
    return frozenset({image.bestand}) if image else frozenset()
