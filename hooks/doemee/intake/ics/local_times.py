"""The zone of what a calendar says without one.

RFC 5545, section 3.3.5, knows three forms of a time: local without a zone (form 1), UTC, and local with a zone.
icalendar knows the zones, also by the names of Windows; a time in one that it does not know comes without a zone.
"""

from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from doemee.model.initiative import BRUSSELS

_At = TypeVar("_At", date, datetime)


class LocalTimes:
    """Times without a zone, read as those of one zone. `titles` are what had some."""

    def __init__(self, zone: ZoneInfo):
        self.zone = zone
        self.titles: set[str] = set()

    def aware(self, at: _At, title: str = "") -> _At:
        """The same day or time, with a zone; noted under a title when it had none."""
        if isinstance(at, datetime) and at.tzinfo is None:
            self.titles.add(title or str(at))
            return at.replace(tzinfo=self.zone)
        return at

    def key(self, at: date | datetime) -> str:
        """The same for the same instant, whatever zone it is written in; days are days."""
        if isinstance(at, datetime):
            return (at if at.tzinfo else at.replace(tzinfo=self.zone)).astimezone(BRUSSELS).isoformat()
        return at.isoformat()
