"""The law for one initiative, on days and hours: each rule a small function whose docstring is the rule.

A rule gets the file as loaded and the campaign, and yields problems. A field that could not be read
is None here; its own problem is there already.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from doemee.load.loader import Loaded
from doemee.load.spelling import END_OF_DAY, WEEKDAYS, Month, MonthlyWeekday
from doemee.load.submission import Frequency, Moment, Recurrence
from doemee.model import recurrence
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS, moment_id
from doemee.model.months import last_day
from doemee.problems import Problem

Problems = Iterator[Problem]


def hours_fit(loaded: Loaded, _: Campaign) -> Problems:
    """The hours of a moment make sense: an end has a beginning, and comes after it."""
    for at, moment in _moments(loaded):
        if not isinstance(moment.datum, date):
            for key in ("einddatum", "van", "tot", "weekdag"):
                if getattr(moment, key) is not None:
                    yield loaded.problem(
                        (*at, key),
                        "dag-onbekend",
                        "de dag zelf is nog niet bekend",
                        "Vul bij `datum` de dag in, of verwijder dit veld",
                    )
            continue
        if moment.einddatum and moment.einddatum < moment.datum:
            yield loaded.problem(
                (*at, "einddatum"),
                "einde-voor-begin",
                f"de laatste dag ({_day(moment.einddatum)}) komt voor de eerste ({_day(moment.datum)})",
                "Wissel ze om of verbeter het jaar",
            )
            continue
        if moment.van == END_OF_DAY:
            following = moment.datum + timedelta(days=1)
            message, hint = (
                "24:00 is het einde van een dag, geen begin",
                f"Schrijf `van: 0:00` bij `datum: {following}`",
            )
            yield loaded.problem((*at, "van"), "begin-om-24-uur", message, hint)
            continue
        if moment.tot is not None and moment.van is None:
            yield loaded.problem(
                (*at, "tot"),
                "geen-beginuur",
                "er staat een einduur maar geen beginuur",
                "Voeg `van:` toe met het beginuur",
            )
        if moment.van is not None and moment.tot is None and moment.einddatum and moment.einddatum > moment.datum:
            yield loaded.problem(
                (*at, "van"),
                "geen-einduur",
                "het duurt meer dagen, maar er staat geen einduur",
                "Voeg `tot:` toe met het einduur op de laatste dag, of verwijder `van`",
            )
        if _ends_before_it_starts(moment):
            following = moment.datum + timedelta(days=1)
            yield loaded.problem(
                (*at, "tot"),
                "einde-voor-begin",
                f"het eindigt ({_clock(moment.tot)}) voor het begint ({_clock(moment.van)})",
                f"Verbeter de uren. Eindigt het na middernacht, voeg dan `einddatum: {following}` toe",
            )


def _ends_before_it_starts(moment: Moment) -> bool:
    if moment.van is None or moment.tot is None or moment.tot == time(0):
        return False
    return (moment.einddatum or moment.datum) == moment.datum and moment.tot <= moment.van


def weekdays_match(loaded: Loaded, _: Campaign) -> Problems:
    """A `weekdag` is the day of the week on which the date falls."""
    for at, moment in _moments(loaded):
        if moment.weekdag is None or not isinstance(moment.datum, date) or moment.datum.weekday() == moment.weekdag:
            continue
        asked = WEEKDAYS[moment.weekdag]
        nearest = min(
            (moment.datum + timedelta(days=n) for n in range(-3, 4)),
            key=lambda day: (day.weekday() != moment.weekdag, abs(day - moment.datum)),
        )
        yield loaded.problem(
            (*at, "weekdag"),
            "verkeerde-weekdag",
            f"{_day(moment.datum)} is een {WEEKDAYS[moment.datum.weekday()]}, geen {asked}",
            f"Schrijf `weekdag: {WEEKDAYS[moment.datum.weekday()]}`, of `datum: {nearest}` als het {asked} is",
        )


def hours_exist(loaded: Loaded, _: Campaign) -> Problems:
    """No moment starts or ends in the hour that the clock skips in March or passes twice in October."""
    for at, moment in _moments(loaded):
        # In all of the European Union the clock changes between 2 and 3 in Brussels (directive 2000/84/EC).
        doubtful = any(clock is not None and clock.hour == 2 for clock in (moment.van, moment.tot))
        if not isinstance(moment.datum, date) or not doubtful:
            continue
        for day in _days(loaded, moment):
            end_day = day + (moment.einddatum - moment.datum if moment.einddatum else timedelta())
            for key, on, clock in (("van", day, moment.van), ("tot", end_day, moment.tot)):
                if clock is None:
                    continue
                naive = datetime.combine(on, clock)
                before, after = naive.replace(tzinfo=BRUSSELS), naive.replace(tzinfo=BRUSSELS, fold=1)
                if before.utcoffset() == after.utcoffset():
                    continue
                skipped = before.utcoffset() < after.utcoffset()
                what = (
                    "bestaat dan niet: de klok springt van 2.00 naar 3.00 uur"
                    if skipped
                    else ("komt dan twee keer voor: de klok gaat van 3.00 terug naar 2.00 uur")
                )
                yield loaded.problem(
                    (*at, key),
                    "uur-bestaat-niet" if skipped else "uur-dubbel",
                    f"op {_day(on)} is {_clock(clock)} uur geen duidelijk uur, het {what}",
                    "Kies een uur voor 2.00 of vanaf 3.00 uur",
                )


def it_is_in_the_campaign(loaded: Loaded, campaign: Campaign) -> Problems:
    """Every moment lies within the campaign's period."""
    start, end = campaign.facts.start, campaign.facts.end
    for at, moment in _moments(loaded):
        if isinstance(moment.datum, Month):
            first, last = date(*moment.datum, 1), last_day(moment.datum)
            key = "datum"
        elif isinstance(moment.datum, date):
            first, last = moment.datum, moment.einddatum or moment.datum
            key = "einddatum" if first <= end < last else "datum"
        else:
            continue
        outside = (last < start or first > end) if isinstance(moment.datum, Month) else (first < start or last > end)
        if outside:
            yield loaded.problem(
                (*at, key),
                "buiten-de-campagne",
                f"dit valt buiten de campagne, die loopt van {_day(start)} tot en met {_day(end)}",
                "Kijk het jaar na",
            )


def moments_are_told_apart(loaded: Loaded, _: Campaign) -> Problems:
    """No two moments have the same id. Without one of its own, a moment's id is its place in the list."""
    seen: dict[str, int] = {}
    for number, moment in enumerate(loaded.submission.momenten or [], 1):
        identity = moment_id(moment, number)
        if identity in seen:
            yield loaded.problem(
                ("momenten", number - 1, "id"),
                "dubbel-id",
                f"moment {number} heeft hetzelfde id als moment {seen[identity]}: {identity}",
                "Geef elk moment een ander id",
            )
        seen.setdefault(identity, number)


def recurrence_is_clear(loaded: Loaded, campaign: Campaign) -> Problems:
    """A recurrence belongs to one moment with a date, has one end, starts on that date and goes on at least once."""
    sent = loaded.submission
    rule = sent.herhaling
    if rule is None or not sent.momenten:
        return
    if len(sent.momenten) > 1 or not isinstance(sent.momenten[0].datum, date):
        yield loaded.problem(
            ("herhaling",),
            "herhaling-van-wat",
            "een herhaling hoort bij één moment met een volledige datum",
            "Behoud alleen het eerste moment, of verwijder `herhaling` en schrijf elk moment uit",
        )
        return
    moment = sent.momenten[0]
    if bool(rule.tot_en_met) == bool(rule.aantal):
        what = "twee keer" if rule.aantal else "niet"
        yield loaded.problem(
            ("herhaling",),
            "herhaling-einde",
            f"het einde van de herhaling staat er {what}",
            "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal",
        )
        if not rule.aantal:
            return
    if (mismatch := _op_does_not_fit(rule)) is not None:
        yield loaded.problem(("herhaling", "op"), "op-past-niet", *mismatch)
        return
    ruled = recurrence.rule_days(moment.datum, rule)
    yield from _rule_is_right(loaded, moment, rule, ruled)
    going_on = [day for day in ruled if day not in set(rule.behalve)]
    if going_on and going_on[-1] > campaign.facts.end:
        yield loaded.problem(
            ("herhaling", "tot_en_met" if rule.tot_en_met else "aantal"),
            "buiten-de-campagne",
            f"de herhaling loopt door na {_day(campaign.facts.end)}, het einde van de campagne",
            f"Laat ze stoppen met `tot_en_met: {campaign.facts.end}`",
        )


def _op_does_not_fit(rule: Recurrence) -> tuple[str, str] | None:
    monthly = isinstance(rule.op, MonthlyWeekday)
    if rule.elke is Frequency.MONTH and rule.op is not None and not monthly:
        return "bij elke maand hoort een woord als `eerste dinsdag`", "Schrijf bijvoorbeeld `op: eerste dinsdag`"
    if rule.elke is Frequency.WEEK and monthly:
        return "bij elke week horen dagen van de week", "Schrijf bijvoorbeeld `op: [ma, do]`, of `elke: maand`"
    if rule.elke is Frequency.DAY and rule.op is not None:
        return "bij elke dag hoort geen `op`", "Schrijf `elke: week` als het alleen op die dagen is"
    return None


def _rule_is_right(loaded: Loaded, moment: Moment, rule: Recurrence, ruled: list[date]) -> Problems:
    if len(ruled) > recurrence.MAX_OCCURRENCES:
        yield loaded.problem(
            ("herhaling",), "te-vaak", f"dit gaat meer dan {recurrence.MAX_OCCURRENCES} keer door", "Kijk het einde na"
        )
        return
    if ruled and ruled[0] != moment.datum:
        yield loaded.problem(
            ("momenten", 0, "datum"),
            "eerste-keer",
            f"{_day(moment.datum)} is een {WEEKDAYS[moment.datum.weekday()]} en past niet in de herhaling",
            f"De eerste keer die past is {_day(ruled[0])}: schrijf `datum: {ruled[0]}`",
        )
    for position, day in enumerate(rule.behalve):
        if day not in ruled:
            yield loaded.problem(
                ("herhaling", "behalve", position),
                "geen-herhaling-die-dag",
                f"op {_day(day)} ({WEEKDAYS[day.weekday()]}) is er geen herhaling",
                "Verbeter de datum of verwijder ze",
            )
    if not set(ruled) - set(rule.behalve):
        yield loaded.problem(
            ("herhaling",), "nooit", "zo gaat het geen enkele keer door", "Kijk het einde en de uitzonderingen na"
        )
    if len(ruled) > 1 and _lasts(moment) > min(after - before for before, after in pairwise(ruled)):
        message = "het begint opnieuw voor het gedaan is"
        yield loaded.problem(("herhaling",), "overlapt", message, "Verkort het moment of verwijder `herhaling`")


def _lasts(moment: Moment) -> timedelta:
    """How long one time lasts on the clock; whole days last until midnight."""
    last = moment.einddatum or moment.datum
    if moment.van is None or moment.tot is None:
        return last - moment.datum + timedelta(days=moment.van is None)
    end = datetime.combine(last, moment.tot)
    return end - datetime.combine(moment.datum, moment.van)


def registration_is_in_time(loaded: Loaded, _: Campaign) -> Problems:
    """One can register until the last day at most."""
    sent = loaded.submission
    if not sent.inschrijven or not sent.inschrijven.tot or not sent.momenten:
        return
    ends = [moment.einddatum or moment.datum for moment in sent.momenten if isinstance(moment.datum, date)]
    if sent.herhaling and ends:
        ends += recurrence.rule_days(sent.momenten[0].datum, sent.herhaling)
    if len(ends) >= len(sent.momenten) and sent.inschrijven.tot > max(ends):
        yield loaded.problem(
            ("inschrijven", "tot"),
            "inschrijven-te-laat",
            f"inschrijven kan tot {_day(sent.inschrijven.tot)}, maar dan is alles voorbij ({_day(max(ends))})",
            "Kijk beide datums na",
        )


def _moments(loaded: Loaded) -> Iterator[tuple[tuple[str, int], Moment]]:
    for position, moment in enumerate(loaded.submission.momenten or []):
        yield ("momenten", position), moment


def _days(loaded: Loaded, moment: Moment) -> list[date]:
    rule = loaded.submission.herhaling
    single = rule is None or len(loaded.submission.momenten) > 1 or _op_does_not_fit(rule) is not None
    return [moment.datum] if single else recurrence.days(moment.datum, rule)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _clock(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}"


RULES = (
    hours_fit,
    weekdays_match,
    hours_exist,
    it_is_in_the_campaign,
    moments_are_told_apart,
    recurrence_is_clear,
    registration_is_in_time,
)
