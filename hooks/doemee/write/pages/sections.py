"""How a list of initiatives is divided: what runs, what comes month by month, what is to follow, what was."""

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from doemee.load.spelling import Month
from doemee.model import dutch
from doemee.model.agenda import Agenda, Listed, State
from doemee.model.initiative import Occurrence
from doemee.model.months import last_day, month_of
from doemee.model.views import Entry, View


@dataclass(slots=True)
class Section:
    """A heading and the items under it; `closed` ones are folded away."""

    id: str
    title: str
    items: list[Listed] = field(default_factory=list)
    closed: bool = False


def sections(agenda: Agenda, view: View) -> list[Section]:
    """The sections of a view today, without the empty ones; long ones apart, or they bury Saturday's."""
    running, unknown, past = (
        Section("loopt-nu", "Loopt nu"),
        Section("datum-volgt", "De datum volgt nog"),
        Section("voorbij", "Voorbij", closed=True),
    )
    coming: list[Listed] = []
    for entry in view.entries:
        item = agenda.listed(entry)
        if item.state is State.PAST:
            past.items.append(item)
        elif item.occurrence is None:
            unknown.items.append(item)
        elif item.state is State.RUNNING and item.lasts_days:
            running.items.append(item)
        else:
            coming.append(item)
    coming.sort(key=_instant)
    running.items.sort(key=_last_day)
    unknown.items.sort(key=_last_day)
    past.items.sort(key=_last_day, reverse=True)
    months = []
    for month, items in groupby(coming, key=lambda item: month_of(max(item.first_day, agenda.today))):
        months.append(Section(f"m{month.year}-{month.month:02}", dutch.month(month).capitalize(), list(items)))
    return [section for section in (running, *months, unknown, past) if section.items]


def nearest(found: list[Section], limit: int) -> tuple[list[Section], int]:
    """The sections with at most `limit` coming and `limit` past items, and how many coming are left out."""
    shown: list[Section] = []
    room, rest = limit, 0
    for section in found:
        if section.closed:
            title = section.title if len(section.items) <= limit else f"{section.title} (de laatste {limit})"
            shown.append(Section(section.id, title, section.items[:limit], closed=True))
            continue
        if room:
            shown.append(Section(section.id, section.title, section.items[:room]))
        rest += max(0, len(section.items) - room)
        room -= min(room, len(section.items))
    return shown, rest


def month_sections(agenda: Agenda, month: Month, view: View) -> tuple[list[Section], dict[date, list[Listed]]]:
    """The sections of a month, and what starts on each day for its grid."""
    days, running, unknown = _by_day(agenda, month, view)
    found = [
        Section(f"dag-{on.day}", dutch.day_without_year(on).capitalize(), items) for on, items in sorted(days.items())
    ]
    found = [Section("loopt", "Loopt deze maand", running), *found, Section("datum-volgt", "De dag volgt nog", unknown)]
    return [section for section in found if section.items], days


def _by_day(agenda: Agenda, month: Month, view: View) -> tuple[dict[date, list[Listed]], list[Listed], list[Listed]]:
    """The items of a month: by the day on which they start, those that last, and those to follow."""
    first, last = date(*month, 1), last_day(month)
    days: dict[date, list[Listed]] = {}
    running: list[Listed] = []
    unknown: list[Listed] = []
    for entry in view.entries:
        for moment in entry.moments:
            here = Entry(entry.initiative, (moment,))
            if moment.window:
                state = State.COMING if moment.window[1] >= agenda.today else State.PAST
                unknown.append(Listed(here, moment, None, state))
            for occurrence in moment.occurrences:
                if occurrence.last_day < first or occurrence.first_day > last:
                    continue
                item = Listed(here, moment, occurrence, _state(agenda, occurrence))
                if occurrence.lasts_days:
                    running.append(item)
                else:
                    days.setdefault(max(occurrence.first_day, first), []).append(item)
    for items in (*days.values(), running):
        items.sort(key=_instant)
    return days, running, unknown


def _state(agenda: Agenda, occurrence: Occurrence) -> State:
    if occurrence.last_day < agenda.today:
        return State.PAST
    return State.RUNNING if occurrence.first_day <= agenda.today else State.COMING


def _instant(item: Listed) -> tuple[datetime, str]:
    return item.instant, item.entry.initiative.slug


def _last_day(item: Listed) -> tuple[date, str]:
    return item.last_day, item.entry.initiative.slug
