"""A sheet for the notice board of a library or a canteen: what is coming, on one A4, with the way to the rest.

A document of its own without the theme, so that what is printed is the sheet and nothing else. How much fits is
reckoned here, with letters wider than those of most fonts: a second page with one line on it would end in the bin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from markupsafe import Markup

from doemee.load.submission import Status
from doemee.model import dutch
from doemee.model.agenda import Agenda, Listed, State
from doemee.model.views import ORGANISATION, View
from doemee.write.frame.policy import policy
from doemee.write.pages.embed import coming, rooted
from doemee.write.pages.qr import qr_code
from doemee.write.pages.renderer import Render

# Millimetres and letters as in overrides/assets/sheet/sheet.css, in DejaVu Sans: of the fonts that it names the widest.
_PAPER = 272 - 5
"""An A4 without its margins, and some air."""

_HEADING, _WHEN, _TITLE, _WHERE, _ADDRESS = 32, 17, 38, 54, 36
"""Letters that fit on a line of the heading, the date, the title, the place and the address."""

_HEADING_LINE, _TITLE_LINE, _LINE, _GAP = 10.6, 6.4, 5.3, 4.8
"""Millimetres of a line of the heading, of a title or the address, of other text, and around an initiative."""

_HEAD, _FOOT, _CODE = 10.0, 35.0, 42.0
"""Millimetres of the head without the heading, of the foot without the address, of the foot with its QR code."""

_EXAMPLE = 9.5
"""Millimetres of the line that says that these are invented."""

_LARGER = 2.6
"""What larger type takes: letters are 1.4 times as wide and as high. For whom has little to announce."""

_LASTING = 2
"""How many that run for days are on it in any case: they come after Saturday's, but not never."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """An initiative on a sheet: its day in bold, more on when, its title and where it is."""

    day: str
    times: tuple[str, ...]
    title: str
    where: str
    full: bool
    example: bool

    @property
    def height(self) -> float:
        """Millimetres that it takes, the space after it included."""
        when = _lines(self.day, _WHEN) + sum(_lines(text, _WHEN + 2) for text in self.times)
        beside = _lines(self.title + (" (voorbeeld)" if self.example else ""), _TITLE) * _TITLE_LINE
        beside += _lines(self.where + (" · volzet" if self.full else ""), _WHERE) * _LINE
        return max(when * _LINE, beside) + _GAP


def sheet(agenda: Agenda, view: View, site: str, render: Render) -> tuple[str, bytes]:
    """Address and HTML of the sheet of a view. Raises ValueError for a view that has none."""
    if view.sheet is None:
        raise ValueError(f"{view.page} has no sheet")
    items = coming(agenda, view)
    ahead = [item for item in items if item.goes_ahead]
    qr = qr_code(site + view.page)
    room = _PAPER - _HEAD - _lines(view.heading, _HEADING) * _HEADING_LINE
    room -= max(_CODE, _FOOT + _lines(qr.short.replace("/", "/ "), _ADDRESS) * _TITLE_LINE)
    if any(item.entry.initiative.example for item in ahead):
        room -= _EXAMPLE
    lines = fitting(
        [(item, sheet_line(agenda, item, with_organiser=view.kind is not ORGANISATION)) for item in ahead], room
    )
    html = render(
        "sheet",
        view=view,
        lines=lines,
        large=len(lines) == len(ahead) and sum(line.height for line in lines) * _LARGER <= room,
        more=len(ahead) - len(lines),
        off=len(items) - len(ahead),
        qr=qr,
        policy=Markup(policy(())),
    )
    return view.sheet, rooted(html, view.sheet)


def fitting(items: Sequence[tuple[Listed, SheetLine]], room: float) -> list[SheetLine]:
    """The lines that fit in some millimetres, in order; what lasts for days keeps its place, behind the others."""
    running = [line for item, line in items if _lasts(item)]
    dated = [line for item, line in items if item.occurrence and not _lasts(item)]
    to_follow = [line for item, line in items if item.occurrence is None]
    kept = running[:_LASTING]
    shown, left = _filled(dated, room - sum(line.height for line in kept))
    rest = [*running[_LASTING:], *to_follow] if len(shown) == len(dated) else []
    return [*shown, *kept, *_filled(rest, left)[0]]


def sheet_line(agenda: Agenda, item: Listed, *, with_organiser: bool) -> SheetLine:
    """The words of an initiative on a sheet."""
    initiative, moment = item.entry.initiative, item.moment
    day, times = _when(agenda, item)
    if item.more:
        times = (*times, f"en nog {item.more} keer")
    title = initiative.title_of(moment)
    places = (
        [moment.venue.line] if moment.venue else [agenda.campaign.regions[region].name for region in moment.regions]
    )
    where = " en ".join(filter(None, (", ".join(places), "online" if moment.online else "")))
    if with_organiser:
        where += f" · {initiative.sent.organisatie.naam}"
    return SheetLine(day, times, title, where[:1].upper() + where[1:], moment.status is Status.FULL, initiative.example)


def _when(agenda: Agenda, item: Listed) -> tuple[str, tuple[str, ...]]:
    occurrence = item.occurrence
    if occurrence is None:
        month, _, follows = dutch.moment(item.moment).partition(", ")
        return month.capitalize(), (follows,) if follows else ()
    if _lasts(item):
        return "Loopt nog", (f"tot en met {_day(occurrence.last_day, agenda)}",)
    until = f"tot en met {_day(occurrence.last_day, agenda)}"
    spans = occurrence.last_day != occurrence.first_day and (occurrence.lasts_days or occurrence.start is None)
    hours = dutch.short_hours(occurrence) if occurrence.end else dutch.hours(occurrence)
    times = (until if spans else hours,)
    return _day(occurrence.first_day, agenda).capitalize(), tuple(filter(None, times))


def _day(on: date, agenda: Agenda) -> str:
    """Without the year when it is this one: paper on a board does not hang for a year."""
    return dutch.day_without_year(on) if on.year == agenda.today.year else dutch.day(on)


def _lasts(item: Listed) -> bool:
    return item.state is State.RUNNING and item.lasts_days


def _filled(lines: list[SheetLine], room: float) -> tuple[list[SheetLine], float]:
    """The first lines that fit, and the millimetres that are left."""
    shown = []
    for line in lines:
        if line.height > room:
            break
        shown.append(line)
        room -= line.height
    return shown, room


def _lines(text: str, width: int) -> int:
    if len(text) <= width * 3 // 4:
        return 1
    capitals = sum(map(str.isupper, text)) > len(text) / 2
    return len(wrap(text, width * 3 // 4 if capitals else width))
