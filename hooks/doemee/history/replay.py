"""What changed since the first version: a revision of each event for calendar apps, and the news for people.

Replays the versions of each file and compares its moments by UID. SEQUENCE grows when start, end,
rule, place or status changes (RFC 5546, section 2.1.4); LAST-MODIFIED with every change that an app
would show. Both only ever grow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from doemee.check import check_one
from doemee.history.git import Git
from doemee.history.versions import ShallowHistory, Version, read_versions
from doemee.load.loader import Loaded, load
from doemee.load.submission import Recurrence, Status
from doemee.model import dutch
from doemee.model.calendar_event import CalendarEvent, calendar_event
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment, Occurrence, Venue, resolve
from doemee.problems import errors


@dataclass(frozen=True, slots=True)
class Revision:
    """What calendar apps need to notice a change of an event: RFC 5545, sections 3.8.7.3 and 3.8.7.4."""

    modified: datetime
    sequence: int = 0


class ChangeKind(StrEnum):
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
    kind: ChangeKind
    moment: str = ""
    was: str = ""
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What the versions of all files say.

    `revisions` by the UID of a moment, `changes` the newest first, `added` when each slug first appeared (UTC). It is
    `whole` unless the clone holds only the last commits: then it counts from now.
    """

    revisions: dict[str, Revision]
    changes: list[Change]
    added: dict[str, datetime]
    whole: bool = True


def read_history(
    git: Git, initiatives: Iterable[Initiative], current: Mapping[str, bytes], campaign: Campaign, now: datetime
) -> History:
    """The history of a folder, from git. For the other arguments, see `replay`."""
    try:
        return replay(initiatives, current, read_versions(git), campaign, now)
    except ShallowHistory:
        return replace(replay(initiatives, current, {}, campaign, now), whole=False)


def replay(
    initiatives: Iterable[Initiative],
    current: Mapping[str, bytes],
    versions: Mapping[str, list[Version]],
    campaign: Campaign,
    now: datetime,
) -> History:
    """A revision of every moment and the news.

    `current` holds the bytes of each slug's file, `now` is when a version that is not in git yet
    counts from. The same versions always give the same answer.
    """
    revisions: dict[str, Revision] = {}
    changes: list[Change] = []
    added: dict[str, datetime] = {}
    for initiative in initiatives:
        slugs = (*initiative.sent.eerder, initiative.slug)
        own = sorted((version for slug in slugs for version in versions.get(slug, [])), key=lambda v: v.when)
        if not own or (own[-1].data is not None and own[-1].data != current[initiative.slug]):
            own.append(Version(now, initiative.path, None))
        added[initiative.slug] = own[0].when
        changes.append(Change(own[0].when, initiative.slug, ChangeKind.ADDED))
        if len(own) == 1:
            revisions |= {moment.uid: Revision(own[0].when) for moment in initiative.moments}
            continue
        seen: dict[str, _Seen] = {}
        for version in own:
            state = initiative if version is own[-1] else _former(version, initiative, campaign)
            if state is not None:
                changes += _step(state, version.when, seen, revisions, campaign)
    changes.sort(key=lambda change: (-change.when.timestamp(), change.slug, change.kind, change.moment))
    return History(revisions, changes, added)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A moment as it last was, and what apps showed of it: nothing without a date."""

    moment: Moment
    shown: CalendarEvent | None


def _step(
    state: Initiative, when: datetime, seen: dict[str, _Seen], revisions: dict[str, Revision], campaign: Campaign
) -> Iterable[Change]:
    for moment in state.moments:
        now = _Seen(moment, calendar_event(state, moment, campaign) if moment.occurrences else None)
        before = seen.get(moment.uid)
        if before is None:
            revisions[moment.uid] = Revision(when)
        else:
            last = revisions[moment.uid]
            if now.shown != before.shown:
                rescheduled = _schedule(moment) != _schedule(before.moment)
                revisions[moment.uid] = Revision(max(when, last.modified), last.sequence + rescheduled)
            yield from _news(state, before.moment, moment, when)
        seen[moment.uid] = now


def _schedule(moment: Moment) -> tuple[tuple[Occurrence, ...], Recurrence | None, Status, Venue | None]:
    return moment.occurrences, moment.rule, moment.status, moment.venue


def _news(state: Initiative, before: Moment, after: Moment, when: datetime) -> Iterable[Change]:
    name = after.title or ""
    if before.status is not after.status:
        kind = ChangeKind.BACK_ON if after.status is Status.CONFIRMED else ChangeKind(after.status.value)
        yield Change(when, state.slug, kind, name, becomes=dutch.moment(after))
    was, becomes = dutch.moment(before), dutch.moment(after)
    if was != becomes:
        yield Change(when, state.slug, ChangeKind.MOVED, name, was, becomes)
    elif before.venue and after.venue and before.venue.line != after.venue.line:
        yield Change(when, state.slug, ChangeKind.MOVED, name, before.venue.line, after.venue.line)


def _former(version: Version, initiative: Initiative, campaign: Campaign) -> Initiative | None:
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


def _every_image(loaded: Loaded) -> frozenset[str]:
    image = loaded.submission.afbeelding if loaded.submission else None
    return frozenset({image.bestand}) if image else frozenset()
