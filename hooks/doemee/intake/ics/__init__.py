"""Calendars (`.ics`, RFC 5545), as Google, Outlook, Apple and our own feeds write them.

bytes ─ calendar ▶ VEVENTs by UID ─ series (rrule) ▶ instances ┐
                                  └ event ▶ fields ────────────┴▶ Found       properties: what stands in one line
"""

from doemee.intake.ics.calendar import read

__all__ = ["read"]
