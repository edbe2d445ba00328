"""The times of a source become `momenten` and, where a file has words for it, one `herhaling`.

Sources speak of instants with a zone; a file speaks of days and of hours on the clock in Brussels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from pydantic import ValidationError

from doemee.intake.found import Fields, MomentFields, RecurrenceFields, Remarks
from doemee.load.declared import INITIATIVE
from doemee.load.spelling import WEEKDAYS
from doemee.load.submission import Recurrence
from doemee.model import recurrence
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS

MANY = 10
"""Above so many moments at the same hours, a recurrence is looked for: a person must be able to read the file."""

_MAX_EXCEPTIONS = INITIATIVE.by_key["herhaling.behalve"].most_items or 0
_ORDINALS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}
SHORT_DAYS = tuple(name[:2] for name in WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Instance:
    """One time that it takes place (RFC 5545, section 3.8.5: an instance of the recurrence set).

    Dates for whole days, where `end` is the day after the last one; else aware datetimes, in any zone. `own` holds the
    fields of this moment alone.
    """

    start: date | datetime
    end: date | datetime | None = None
    own: MomentFields = field(default_factory=MomentFields)

    def when(self) -> MomentFields:
        """The fields that say when it is: `datum`, `einddatum`, `van` and `tot`, on the clock in Brussels.

        From midnight to midnight (or to 23:59, as UiTdatabank writes it) is whole days. An end at midnight is 24:00 of
        the day before. An end that is not after the start is no end.
        """
        if not isinstance(self.start, datetime):
            if self.end is None or isinstance(self.end, datetime):
                return _days(self.start, self.start)
            return _days(self.start, self.end - timedelta(days=1))
        start = self.start.astimezone(BRUSSELS)
        first, begins = start.date(), f"{start:%H:%M}"
        end = self.end.astimezone(BRUSSELS) if isinstance(self.end, datetime) else None
        if end is None or end <= start:
            return {"datum": first.isoformat(), "van": begins}
        at_midnight = end.time() == time(0)
        last = end.date() - timedelta(days=at_midnight)
        if start.time() == time(0) and (at_midnight or f"{end:%H:%M}" == "23:59"):
            return _days(first, last)
        return _days(first, last) | {"van": begins, "tot": "24:00" if at_midnight else f"{end:%H:%M}"}


def day_in_brussels(at: date | datetime) -> date:
    """The day on which an instant falls; a day is itself."""
    return at.astimezone(BRUSSELS).date() if isinstance(at, datetime) else at


def within_campaign(instances: Sequence[Instance], campaign: Campaign, remarks: Remarks, title: str) -> list[Instance]:
    """The instances that touch the campaign, in order and each once; what falls outside is reported.

    An agenda holds years of history, and none of it belongs here.
    """
    if not instances:
        return []
    each_once = {(_seconds(one), repr(one.when()), repr(one.own)): one for one in instances}
    inside = [each_once[key] for key in sorted(each_once) if _touches(each_once[key], campaign)]
    if not inside:
        remarks.reading.outside.append(title)
    elif gone := len(each_once) - len(inside):
        many = "1 moment valt" if gone == 1 else f"{gone} momenten vallen"
        remarks.info(f"{many} buiten de campagne en komen niet mee")
    return inside


def moments_and_recurrence(instances: Sequence[Instance], rule: RecurrenceFields | None = None) -> Fields:
    """`momenten` and perhaps `herhaling`, for instances in order.

    `rule` is what the source says of the recurrence, without its end; it is used only when it gives exactly these days.
    Without one, a recurrence is looked for when there are many.
    """
    moments = [one.when() | one.own for one in instances]
    if len(instances) > 1 and not any(one.own.keys() - {"id"} for one in instances):
        days = [date.fromisoformat(moment["datum"]) for moment in moments]
        if len({_hours_and_length(moment) for moment in moments}) == 1:
            candidates = [rule] if rule else _candidates(days) if len(days) > MANY else []
            if best := _best(days, candidates):
                return {"momenten": [instances[0].when()], "herhaling": best}
    if len(moments) == 1:
        moments[0].pop("id", None)
    return {"momenten": moments}


def nth_weekday(nth: int, weekday: int) -> str | None:
    """`eerste dinsdag`, for 1 and 1 (0 is Monday); None for what a file cannot say."""
    return f"{_ORDINALS[nth]} {WEEKDAYS[weekday]}" if nth in _ORDINALS else None


def _best(days: list[date], candidates: Sequence[RecurrenceFields]) -> RecurrenceFields | None:
    """The first of the candidates with the fewest exceptions, complete with its end and exceptions."""
    best: RecurrenceFields | None = None
    fewest = min(_MAX_EXCEPTIONS, max(3, len(days))) + 1
    for candidate in candidates:
        complete = candidate.copy()
        ruled = _ruled(days[0], complete) if "aantal" in complete else []
        if not ruled or ruled[-1] != days[-1]:
            complete.pop("aantal", None)
            complete["tot_en_met"] = days[-1].isoformat()
            ruled = _ruled(days[0], complete)
        skipped = sorted(set(ruled) - set(days))
        if not ruled or ruled[0] != days[0] or set(days) - set(ruled) or len(skipped) >= fewest:
            continue
        if skipped:
            complete["behalve"] = [day.isoformat() for day in skipped]
        best, fewest = complete, len(skipped)
    return best


def _ruled(first: date, fields: RecurrenceFields) -> list[date]:
    """The days of a recurrence; none when a file could not say it so."""
    texts = {key: [*map(str, value)] if isinstance(value, list) else str(value) for key, value in fields.items()}
    try:
        return recurrence.rule_days(first, Recurrence.model_validate(texts))
    except ValidationError:
        return []


def _candidates(days: list[date]) -> list[RecurrenceFields]:
    """Recurrences that these days may be, the plainest first."""
    first = days[0]
    weekdays = sorted({day.weekday() for day in days})
    found: list[RecurrenceFields] = []
    for interval in (1, 2, 3, 4):
        found.append(every("dag", interval))
        found.append(every("week", interval) | {"op": [SHORT_DAYS[number] for number in weekdays]})
        for nth in ((first.day - 1) // 7 + 1, -1):
            if phrase := nth_weekday(nth, first.weekday()):
                found.append(every("maand", interval) | {"op": phrase})
        found.append(every("maand", interval))
    return found


def every(unit: str, interval: int = 1) -> RecurrenceFields:
    """`elke: week`, and `interval: 2` for every other one."""
    return {"elke": unit, "interval": interval} if interval > 1 else {"elke": unit}


def _days(first: date, last: date) -> MomentFields:
    if last > first:
        return {"datum": first.isoformat(), "einddatum": last.isoformat()}
    return {"datum": first.isoformat()}


def _hours_and_length(moment: MomentFields) -> tuple[timedelta, str | None, str | None]:
    """Its hours and how many days it lasts: what must be the same for all instances of a recurrence."""
    first, last = _first_and_last(moment)
    return last - first, moment.get("van"), moment.get("tot")


def _touches(instance: Instance, campaign: Campaign) -> bool:
    first, last = _first_and_last(instance.when())
    return last >= campaign.facts.start and first <= campaign.facts.end


def _first_and_last(moment: MomentFields) -> tuple[date, date]:
    return date.fromisoformat(moment["datum"]), date.fromisoformat(moment.get("einddatum", moment["datum"]))


def _seconds(instance: Instance) -> float:
    """When it starts, for ordering: a whole day at midnight in Brussels. Seconds since 1970."""
    at = instance.start
    return (at if isinstance(at, datetime) else datetime.combine(at, time(), BRUSSELS)).timestamp()
