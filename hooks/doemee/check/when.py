"""The law for one initiative, on days and hours: each rule a small function whose docstring is the rule."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from doemee.check.rules import At, InitiativeRule, Known, Problems
from doemee.load.loader import Loaded
from doemee.load.spelling import END_OF_DAY, WEEKDAYS, Month, MonthlyWeekday
from doemee.load.submission import Frequency, Moment, Recurrence, Submission
from doemee.model import recurrence
from doemee.model.initiative import BRUSSELS, moment_id
from doemee.model.months import last_day

_OF_A_DAY = ("einddatum", "van", "tot", "weekdag")
_ONE_DAY = timedelta(days=1)


def hours_have_a_day(file: Loaded, sent: Submission, _: Known) -> Problems:
    """A moment whose day is not known yet has no hours, no last day and no day of the week."""
    for at, moment in _moments(sent):
        for key in () if isinstance(moment.datum, date) else _OF_A_DAY:
            if getattr(moment, key) is not None:
                yield file.problem((*at, key), "dag-onbekend")


def hours_fit(file: Loaded, sent: Submission, _: Known) -> Problems:
    """The hours of a moment make sense: an end has a beginning, and comes after it."""
    for at, moment, day in _dated(sent):
        van, tot, last = moment.van, moment.tot, moment.einddatum or day
        following = day + _ONE_DAY
        if last < day:
            yield file.problem((*at, "einddatum"), "einde-voor-begin", last=_day(last), first=_day(day))
        elif van == END_OF_DAY:
            yield file.problem((*at, "van"), "begin-om-24-uur", following=following)
        elif van is None and tot is not None:
            yield file.problem((*at, "tot"), "geen-beginuur")
        elif van is not None and tot is None and last > day:
            yield file.problem((*at, "van"), "geen-einduur")
        elif van is not None and tot is not None and last == day and time(0) < tot <= van:
            hours = {"until": _clock(tot), "begins": _clock(van)}
            cure = {"following": following, "next_day": _day(following)}
            yield file.problem((*at, "tot"), "einduur-voor-beginuur", **hours, **cure)


def weekdays_match(file: Loaded, sent: Submission, _: Known) -> Problems:
    """A `weekdag` is the day of the week on which the date falls."""
    for at, moment, day in _dated(sent):
        if moment.weekdag is None or moment.weekdag == day.weekday():
            continue
        around = (day + timedelta(days=count) for count in (-1, 1, -2, 2, -3, 3))
        yield file.problem(
            (*at, "weekdag"),
            "verkeerde-weekdag",
            day=_day(day),
            falls=WEEKDAYS[day.weekday()],
            asked=WEEKDAYS[moment.weekdag],
            nearest=next(other for other in around if other.weekday() == moment.weekdag),
        )


def hours_exist(file: Loaded, sent: Submission, _: Known) -> Problems:
    """No moment starts or ends in the hour that the clock skips in March or passes twice in October."""
    for at, moment, first in _dated(sent):
        # In all of the European Union the clock changes between 2 and 3 in Brussels (directive 2000/84/EC).
        if not any(clock is not None and clock.hour == 2 for clock in (moment.van, moment.tot)):
            continue
        length = (moment.einddatum or first) - first
        for day in _days(sent, first):
            for key, on, clock in (("van", day, moment.van), ("tot", day + length, moment.tot)):
                if clock is None:
                    continue
                naive = datetime.combine(on, clock)
                before = naive.replace(tzinfo=BRUSSELS).utcoffset() or timedelta()
                after = naive.replace(tzinfo=BRUSSELS, fold=1).utcoffset() or timedelta()
                if before != after:
                    answer = "uur-bestaat-niet" if before < after else "uur-dubbel"
                    yield file.problem((*at, key), answer, day=_day(on), hour=_clock(clock))


def it_is_in_the_campaign(file: Loaded, sent: Submission, known: Known) -> Problems:
    """Every moment lies within the campaign's period."""
    start, end = known.campaign.facts.start, known.campaign.facts.end
    for at, moment in _moments(sent):
        if isinstance(moment.datum, Month):
            first, last = date(*moment.datum, 1), last_day(moment.datum)
            outside, key = last < start or first > end, "datum"
        elif isinstance(moment.datum, date):
            first, last = moment.datum, moment.einddatum or moment.datum
            outside, key = first < start or last > end, "einddatum" if first <= end < last else "datum"
        else:
            continue
        if outside:
            yield file.problem((*at, key), "buiten-de-campagne", start=_day(start), end=_day(end))


def moments_are_told_apart(file: Loaded, sent: Submission, _: Known) -> Problems:
    """No two moments have the same id. Without one of its own, a moment's id is its place in the list."""
    seen: dict[str, int] = {}
    for number, moment in enumerate(sent.momenten or [], 1):
        identity = moment_id(moment, number)
        if identity in seen:
            values = {"number": number, "former": seen[identity], "id": identity}
            yield file.problem(("momenten", number - 1, "id"), "dubbel-id", **values)
        seen.setdefault(identity, number)


def recurrence_is_clear(file: Loaded, sent: Submission, known: Known) -> Problems:
    """A recurrence belongs to one moment with a date, has one end, starts on that date and goes ahead at least once."""
    rule = sent.herhaling
    if rule is None or not sent.momenten:
        return
    moment, first = sent.momenten[0], sent.momenten[0].datum
    if len(sent.momenten) > 1 or not isinstance(first, date):
        yield file.problem(("herhaling",), "herhaling-van-wat")
        return
    if not rule.tot_en_met and not rule.aantal:
        yield file.problem(("herhaling",), "herhaling-zonder-einde")
        return
    if rule.tot_en_met and rule.aantal:
        yield file.problem(("herhaling",), "herhaling-met-twee-eindes")
    if mismatch := _mismatch(rule):
        yield file.problem(("herhaling", "op"), mismatch)
        return
    ruled = recurrence.rule_days(first, rule)
    yield from _rule_is_right(file, moment, first, rule, ruled)
    ahead = [day for day in ruled if day not in set(rule.behalve)]
    end = known.campaign.facts.end
    if ahead and ahead[-1] > end:
        key = "tot_en_met" if rule.tot_en_met else "aantal"
        yield file.problem(("herhaling", key), "herhaling-na-de-campagne", end=_day(end), last=end)


def _mismatch(rule: Recurrence) -> str:
    """The answer when `op` does not fit `elke`, or nothing."""
    monthly = isinstance(rule.op, MonthlyWeekday)
    if rule.elke is Frequency.MONTH and rule.op is not None and not monthly:
        return "op-bij-maand"
    if rule.elke is Frequency.WEEK and monthly:
        return "op-bij-week"
    return "op-bij-dag" if rule.elke is Frequency.DAY and rule.op is not None else ""


def _rule_is_right(file: Loaded, moment: Moment, first: date, rule: Recurrence, ruled: list[date]) -> Problems:
    if len(ruled) > recurrence.MAX_OCCURRENCES:
        yield file.problem(("herhaling",), "te-vaak", most=recurrence.MAX_OCCURRENCES)
        return
    if ruled and ruled[0] != first:
        values = {"day": _day(first), "weekday": WEEKDAYS[first.weekday()], "fits": _day(ruled[0]), "date": ruled[0]}
        yield file.problem(("momenten", 0, "datum"), "eerste-keer", **values)
    for position, day in enumerate(rule.behalve):
        if day not in ruled:
            at = ("herhaling", "behalve", position)
            yield file.problem(at, "geen-herhaling-die-dag", day=_day(day), weekday=WEEKDAYS[day.weekday()])
    if not set(ruled) - set(rule.behalve):
        yield file.problem(("herhaling",), "nooit")
    if len(ruled) > 1 and _lasts(moment, first) > min(after - before for before, after in pairwise(ruled)):
        yield file.problem(("herhaling",), "overlapt")


def _lasts(moment: Moment, first: date) -> timedelta:
    """How long one time lasts on the clock; whole days last until midnight."""
    last = moment.einddatum or first
    if moment.van is None or moment.tot is None:
        return last - first + timedelta(days=moment.van is None)
    return datetime.combine(last, moment.tot) - datetime.combine(first, moment.van)


def registration_is_in_time(file: Loaded, sent: Submission, _: Known) -> Problems:
    """One can register until the last day at most."""
    until = sent.inschrijven.tot if sent.inschrijven else None
    ends = [moment.einddatum or day for _, moment, day in _dated(sent)]
    if not until or not ends or len(ends) < len(sent.momenten):
        return
    first = sent.momenten[0].datum
    if sent.herhaling and isinstance(first, date):
        ends += recurrence.rule_days(first, sent.herhaling)
    if until > max(ends):
        yield file.problem(("inschrijven", "tot"), "inschrijven-te-laat", until=_day(until), last=_day(max(ends)))


def _moments(sent: Submission) -> Iterator[tuple[At, Moment]]:
    for position, moment in enumerate(sent.momenten or []):
        yield ("momenten", position), moment


def _dated(sent: Submission) -> Iterator[tuple[At, Moment, date]]:
    """The moments of which the day is known, with that day."""
    for at, moment in _moments(sent):
        if isinstance(moment.datum, date):
            yield at, moment, moment.datum


def _days(sent: Submission, first: date) -> list[date]:
    rule = sent.herhaling
    if rule is None or len(sent.momenten) > 1 or _mismatch(rule):
        return [first]
    return recurrence.days(first, rule)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _clock(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


RULES: tuple[InitiativeRule, ...] = (
    hours_have_a_day,
    hours_fit,
    weekdays_match,
    hours_exist,
    it_is_in_the_campaign,
    moments_are_told_apart,
    recurrence_is_clear,
    registration_is_in_time,
)
