"""Instants of a source become `momenten` and, where it can say them, a `herhaling`.

Sources speak of instants with a zone; a file speaks of days and of hours on the clock in Brussels.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from pydantic import ValidationError

from doemee.intake.found import Reading
from doemee.load.spelling import WEEKDAYS
from doemee.load.submission import Recurrence
from doemee.model import recurrence
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS

MANY = 10
"""Above so many moments at the same hours, a recurrence is looked for: a person must be able to read the file."""

MAX_EXCEPTIONS = 100
_ORDINALS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}
SHORT_DAYS = tuple(name[:2] for name in WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Slot:
    """One time that it takes place: dates for whole days (`end` is the day after the last), else aware datetimes.

    `own` holds the fields of this moment alone.
    """

    start: date | datetime
    end: date | datetime | None = None
    own: Mapping[str, Any] = field(default_factory=dict)

    def when(self) -> dict[str, str]:
        """The fields of a moment that say when it is."""
        return when(self.start, self.end)


def when(start: date | datetime, end: date | datetime | None) -> dict[str, str]:
    """`datum`, `einddatum`, `van` and `tot`, on the clock in Brussels.

    From midnight to midnight (or to 23:59, as UiTdatabank writes it) is whole days. An end at midnight
    is 24:00 of the day before. An end that is not after the start is no end.
    """
    if not isinstance(start, datetime):
        last = end - timedelta(days=1) if end and not isinstance(end, datetime) else start
        return {"datum": start.isoformat()} | ({"einddatum": last.isoformat()} if last > start else {})
    start = start.astimezone(BRUSSELS)
    if isinstance(end, datetime):
        end = end.astimezone(BRUSSELS)
        if end <= start:
            end = None
    elif end is not None:
        end = None
    if (
        end
        and start.time() == time(0)
        and (end.time() == time(0) or end.time().replace(second=0, microsecond=0) == time(23, 59))
    ):
        last = end.date() if end.time() != time(0) else end.date() - timedelta(days=1)
        return when(start.date(), last + timedelta(days=1))
    result = {"datum": start.date().isoformat(), "van": f"{start:%H:%M}"}
    if end is None:
        return result
    last, until = end.date(), f"{end:%H:%M}"
    if end.time() == time(0):
        last, until = last - timedelta(days=1), "24:00"
    if last > start.date():
        result = {"datum": result["datum"], "einddatum": last.isoformat(), "van": result["van"]}
    return result | {"tot": until}


def within(slots: Sequence[Slot], campaign: Campaign, reading: Reading, where: str, title: str) -> list[Slot]:
    """The slots that touch the campaign, in order and each once; what falls outside is told.

    An agenda holds years of history, and none of it belongs here.
    """
    if not slots:
        return []
    ordered = {(_instant(slot), repr(slot.when()), repr(slot.own)): slot for slot in slots}
    inside = [slot for _, slot in sorted(ordered.items()) if _touches(slot, campaign)]
    if not inside:
        reading.outside.append(title)
    elif gone := len(ordered) - len(inside):
        reading.mention(
            where, f"{'1 moment valt' if gone == 1 else f'{gone} momenten vallen'} buiten de campagne en komen niet mee"
        )
    return inside


def told(slots: Sequence[Slot], rule: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """`momenten` and perhaps `herhaling`, for slots in order.

    `rule` is what the source says of the recurrence, without its end; it is used only when it gives
    exactly these days. Without one, a recurrence is looked for when there are many.
    """
    moments = [slot.when() | dict(slot.own) for slot in slots]
    if len(slots) > 1 and not any(slot.own.keys() - {"id"} for slot in slots):
        days = [date.fromisoformat(moment["datum"]) for moment in moments]
        if len({_shape(moment) for moment in moments}) == 1:
            candidates = [rule] if rule else _candidates(days) if len(days) > MANY else []
            if best := _best(days, candidates):
                return {"momenten": [slots[0].when()], "herhaling": best}
    if len(moments) == 1:
        moments[0].pop("id", None)
    return {"momenten": moments}


def nth_weekday(nth: int, weekday: int) -> str | None:
    """`eerste dinsdag`; None for what a file cannot say."""
    return f"{_ORDINALS[nth]} {WEEKDAYS[weekday]}" if nth in _ORDINALS else None


def _best(days: list[date], candidates: list[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The first of the candidates with the fewest exceptions, complete with its end and exceptions."""
    found: list[tuple[int, int, dict[str, Any]]] = []
    for number, candidate in enumerate(candidates):
        asked = dict(candidate)
        ruled = _ruled(days[0], asked) if "aantal" in asked else []
        if not ruled or ruled[-1] != days[-1]:
            asked = {key: value for key, value in asked.items() if key != "aantal"} | {
                "tot_en_met": days[-1].isoformat()
            }
            ruled = _ruled(days[0], asked)
        skipped = sorted(set(ruled) - set(days))
        if (
            not ruled
            or set(days) - set(ruled)
            or ruled[0] != days[0]
            or len(skipped) > min(MAX_EXCEPTIONS, max(3, len(days)))
        ):
            continue
        if skipped:
            asked["behalve"] = [day.isoformat() for day in skipped]
        found.append((len(skipped), number, asked))
    return min(found)[2] if found else None


def _ruled(first: date, asked: Mapping[str, Any]) -> list[date]:
    """The days of a recurrence; none when a file could not say it so."""
    try:
        return recurrence.rule_days(first, Recurrence.model_validate(_as_text(asked)))
    except ValidationError:
        return []


def _candidates(days: list[date]) -> list[Mapping[str, Any]]:
    """Recurrences that these days may be, the plainest first."""
    first = days[0]
    weekdays = sorted({day.weekday() for day in days})
    found: list[Mapping[str, Any]] = []
    for interval in (1, 2, 3, 4):
        every = {"interval": interval} if interval > 1 else {}
        found.append({"elke": "dag"} | every)
        found.append({"elke": "week"} | every | {"op": [SHORT_DAYS[number] for number in weekdays]})
        for nth in ((first.day - 1) // 7 + 1, -1):
            if phrase := nth_weekday(nth, first.weekday()):
                found.append({"elke": "maand"} | every | {"op": phrase})
        found.append({"elke": "maand"} | every)
    return found


def _as_text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_text(item) for key, item in value.items()}
    return [_as_text(item) for item in value] if isinstance(value, list) else str(value)


def _shape(moment: Mapping[str, Any]) -> tuple:
    """Its hours and how many days it lasts: what must be the same for all times of a recurrence."""
    last = moment.get("einddatum")
    lasts = date.fromisoformat(last) - date.fromisoformat(moment["datum"]) if last else timedelta()
    return lasts, moment.get("van"), moment.get("tot")


def _touches(slot: Slot, campaign: Campaign) -> bool:
    fields = slot.when()
    first = date.fromisoformat(fields["datum"])
    last = date.fromisoformat(fields.get("einddatum", fields["datum"]))
    return last >= campaign.facts.start and first <= campaign.facts.end


def _instant(slot: Slot) -> float:
    if isinstance(slot.start, datetime):
        return slot.start.timestamp()
    return datetime.combine(slot.start, time(), BRUSSELS).timestamp()
