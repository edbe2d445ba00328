"""What the core may not read by itself: the clock, the environment and git. Only the hook asks for it."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from doemee.history.news import Past, replay
from doemee.history.revisions import ShallowHistory, read_revisions
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative


class WrongDay(ValueError):
    """DOEMEE_TODAY is no date."""


def today() -> date:
    """DOEMEE_TODAY, or today in Brussels. Raises WrongDay."""
    fixed = os.environ.get("DOEMEE_TODAY")
    if not fixed:
        return datetime.now(ZoneInfo("Europe/Brussels")).date()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise WrongDay(f"DOEMEE_TODAY={fixed} is geen datum. Schrijf ze als 2026-03-01.") from None


def past(
    folder: Path, current: dict[str, bytes], initiatives: Iterable[Initiative], campaign: Campaign
) -> tuple[Past, bool]:
    """The stamps and the news, from git and SOURCE_DATE_EPOCH; and whether the clone holds the whole history.

    `current` holds the bytes of the files of `folder` as they are now, by slug.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)
    try:
        revisions, whole = read_revisions(folder), True
    except ShallowHistory:
        revisions, whole = {}, False
    return replay(list(initiatives), current, revisions, campaign, now), whole
