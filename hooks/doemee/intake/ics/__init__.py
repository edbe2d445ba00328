"""Calendars (`.ics`, RFC 5545), as Google, Outlook, Apple and our own feeds write them.

bytes ─ calendar ▶ events by UID ┬ event ▶ fields ─────────────────────┬▶ Found
                                 └ recurrence_set, rrule ▶ instances ──┘      properties: the values of an event
"""

from doemee.intake.ics.calendar import read

__all__ = ["read"]
