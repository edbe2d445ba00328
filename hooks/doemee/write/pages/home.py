"""What the home page shows of a day: this week, the spotlight, how long the year still lasts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from doemee.model import dutch
from doemee.model.agenda import Agenda, Listed, State
from doemee.model.campaign import Facts
from doemee.model.views import PROVINCE
from doemee.write.frame.layout import ROOT
from doemee.write.pages.renderer import Render

WEEK = 6
"""So many cards of this week; the calendar has the others."""

FEW = 3
"""With fewer this week, what comes after it is shown too."""

SPOTLIGHT = 3


@dataclass(frozen=True, slots=True)
class Countdown:
    """A number of days with its words, or words alone."""

    days: int | None
    text: str


def home(agenda: Agenda, head: Mapping[str, str], render: Render) -> str:
    """What the home page shows today; the page itself is the editors' content/index.md.

    Its `head` holds the editors' words at the top, `eyebrow` and `lead`, and may name their page for local
    `governments`.
    """
    words = (head.get("eyebrow", ""), head.get("lead", ""))
    return render("home", government=head.get("governments", ""), **context(agenda, *words)).replace(ROOT, "./")


def context(agenda: Agenda, eyebrow: str, lead: str) -> dict[str, Any]:
    """What overrides/doemee/home.html shows; `eyebrow` and `lead` are the editors' words at the top."""
    coming = _coming(agenda)
    end_of_week = agenda.today + timedelta(days=6 - agenda.today.weekday())
    week = [item for item in coming if item.first_day <= end_of_week and not item.lasts_days]
    running = [item for item in coming if item.state is State.RUNNING and item.lasts_days]
    spotlight = [agenda.listed(entry) for entry in agenda.everything.entries if entry.initiative.sent.in_de_kijker]
    spotlight.sort(key=lambda item: (item.state is State.PAST, item.occurrence is None))
    return {
        "eyebrow": eyebrow,
        "lead": lead,
        "week": ([item for item in coming if not item.lasts_days] if len(week) < FEW else week)[:WEEK],
        "is_this_week": len(week) >= FEW,
        "running": running[:SPOTLIGHT],
        "spotlight": spotlight[:SPOTLIGHT],
        "past": [agenda.listed(entry) for entry in agenda.everything.entries if entry.initiative.sent.terugblik][
            :SPOTLIGHT
        ],
        "countdown": countdown(agenda.campaign.facts, agenda.today),
        "number": len(agenda.initiatives),
        "number_of_themes": dutch.number(len(agenda.campaign.themes)).capitalize(),
        "provinces": [view for view in agenda.groups[PROVINCE.id] if view.id in agenda.campaign.regions],
    }


def countdown(facts: Facts, today: date) -> Countdown:
    """How far the campaign is, in days."""
    if today < facts.start:
        days = (facts.start - today).days
        return Countdown(days, f"{_days(days)} tot {facts.short_name} begint")
    if today > facts.end:
        return Countdown(None, f"{facts.short_name} is voorbij. Wat er was, blijft hier staan.")
    days = (facts.end - today).days + 1
    return Countdown(days, f"{_days(days)} om mee te doen, tot en met {dutch.plain_day(facts.end)}")


def _days(number: int) -> str:
    return "dag" if number == 1 else "dagen"


def _coming(agenda: Agenda) -> list[Listed]:
    """What can still be gone to, the nearest first; not what is cancelled or postponed."""
    listed = [agenda.listed(entry) for entry in agenda.everything.entries]
    open_ = [item for item in listed if item.occurrence and item.state is not State.PAST]
    ahead = (item for item in open_ if item.goes_ahead)
    return sorted(ahead, key=lambda item: (max(item.first_day, agenda.today), item.instant, item.moment.uid))
