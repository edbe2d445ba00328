"""The events of one UID become instances: what repeats is written out, and what deviates takes its place.

RFC 5545, section 3.8.5: RRULE and RDATE give the recurrence set, EXDATE takes away from it; section 3.8.4.4: an event
with a RECURRENCE-ID takes the place of the instance that it names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Component

from doemee.intake.found import Fields, MomentFields, Reading, RecurrenceFields, Remarks, Unreadable
from doemee.intake.ics import properties, rrule
from doemee.intake.ics.event import event_fields, is_ours, title_and_status
from doemee.intake.ics.local_times import LocalTimes
from doemee.intake.moments import Instance, day_in_brussels
from doemee.intake.prose import without_meeting_notes
from doemee.write.data.choices import Choices


@dataclass(frozen=True, slots=True)
class Whole:
    """What speaks for all events of one UID: the first that is no override, with the title and the fields of all."""

    event: Component
    title: str
    fields: Fields


class RecurrenceSet:
    """The events of one UID: masters, which may repeat, and overrides by the instance that each takes the place of."""

    def __init__(
        self, events: Sequence[Component], whole: Whole, times: LocalTimes, remarks: Remarks, choices: Choices
    ):
        self.whole = whole
        self.times = times
        self.remarks = remarks
        self.choices = choices
        self.masters: list[Component] = []
        self.overrides: dict[str, tuple[date | datetime, Component]] = {}
        for event in events:
            if (replaced := properties.at(event, "RECURRENCE-ID")) is None:
                self.masters.append(event)
            else:
                self.overrides[times.key(replaced)] = replaced, event

    def instances(self) -> list[Instance]:
        """Every time that it takes place, up to the end of the campaign; in the order of the events."""
        found: list[Instance] = []
        left = dict(self.overrides)
        for event in self.masters:
            start = properties.at(event, "DTSTART")
            if start is None:
                self.remarks.todo("er staat niet wanneer het is", "Vul in het bestand `momenten` in")
                continue
            start = self.times.aware(start, self.whole.title)
            length = self._length(event, start)
            starts = self._starts(event, start, length)
            for at in starts:
                own: MomentFields = {"id": day_in_brussels(at).isoformat()} if len(starts) > 1 else {}
                if override := left.pop(self.times.key(at), None):
                    found.append(self._moved(*override, _after(at, length), own))
                else:
                    found.append(Instance(at, _after(at, length), own | self._own(event, at)))
        return found + [self._moved(replaced, event, None, {}) for replaced, event in left.values()]

    def in_words(self) -> RecurrenceFields | None:
        """What the one rule of a series says; None when there is none, or more than that."""
        if len(self.masters) != 1 or "RDATE" in self.masters[0]:
            return None
        start, rules = properties.at(self.masters[0], "DTSTART"), properties.rules(self.masters[0])
        if start is None or len(rules) != 1:
            return None
        return rrule.in_words(day_in_brussels(self.times.aware(start, self.whole.title)), rules[0])

    def _moved(
        self, replaced: date | datetime, event: Component, end: date | datetime | None, own: MomentFields
    ) -> Instance:
        """The instance that an override makes of the one that it replaces; `end` counts when it says none itself."""
        if properties.parameter(event, "RECURRENCE-ID", "RANGE").upper() == "THISANDFUTURE":
            message = f"vanaf {day_in_brussels(replaced)} verandert de hele reeks; we namen alleen die ene keer over"
            self.remarks.todo(message, "Vul de andere momenten zelf aan")
        start = self.times.aware(properties.at(event, "DTSTART") or replaced, self.whole.title)
        if "DTEND" in event or "DURATION" in event:
            end = _after(start, self._length(event, start))
        return Instance(start, end, own | self._own(event, replaced))

    def _starts(self, event: Component, start: date | datetime, length: timedelta | None) -> list[date | datetime]:
        """The starts of the recurrence set of a master, whose own is `start`."""
        found = [start]
        if rules := properties.rules(event):
            facts = self.choices.campaign.facts
            try:
                found = [at for rule in rules for at in rrule.starts(start, rule, facts.start, facts.end)]
            except Unreadable as unreadable:
                self.remarks.todo(f"{unreadable.message}; we namen alleen de eerste keer over", unreadable.hint)
            else:
                found = self._of_the_campaign(found, start, length)
                if any(rule and not rule.keys() & {"UNTIL", "COUNT"} for rule in rules):
                    self.remarks.info("de herhaling heeft geen einde; ze stopt hier met de campagne")
        extra = [self.times.aware(at) for at in properties.days_and_instants(event, "RDATE")]
        skipped = {self.times.key(at) for at in properties.days_and_instants(event, "EXDATE")}
        unique = {self.times.key(at): at for at in (*found, *extra)}
        # An EXDATE that is a day takes away what starts on that day.
        return [at for key, at in unique.items() if not skipped & {key, day_in_brussels(at).isoformat()}]

    def _of_the_campaign(
        self, found: list[date | datetime], start: date | datetime, length: timedelta | None
    ) -> list[date | datetime]:
        """The starts of a rule, without those of a series of years that are over before the campaign."""
        begin, first_day = self.choices.campaign.facts.start, day_in_brussels(start)
        if first_day < begin:
            self.remarks.info(f"de reeks begon al op {first_day}; we namen ze over vanaf de campagne")
            return [at for at in found if day_in_brussels(_after(at, length) or at) >= begin]
        if found and day_in_brussels(found[0]) != first_day:
            message = f"het begin ({first_day}) past niet in de herhaling"
            self.remarks.todo(message, "Kijk na of het ook die dag doorgaat")
        return found

    def _own(self, event: Component, at: date | datetime) -> MomentFields:
        """The fields in which one event, of the instance at `at`, deviates from the whole."""
        own: MomentFields = {}
        name, _ = title_and_status(event)
        if name and name != self.whole.title:
            own["titel"] = name.removeprefix(f"{self.whole.title}: ")
        if event is self.whole.event:
            return own
        fields = self.whole.fields
        theirs, _ = event_fields(event, self.whole.title, Reading("").at(""), self.choices)
        if theirs.get("status") != fields.get("status"):
            own["status"] = theirs.get("status", "bevestigd")
        if "locatie" in theirs and theirs["locatie"] != fields.get("locatie"):
            own["locatie"] = theirs["locatie"]
        if "online" in theirs and theirs["online"] != fields.get("online"):
            own["online"] = theirs["online"]
        if fields.get("online") and "locatie" in own and "online" not in theirs:
            own["online"] = False
        self._report_description(event, at)
        return own

    def _report_description(self, event: Component, at: date | datetime) -> None:
        """A moment has no description of its own; in a feed of our own each event repeats what is different already."""
        theirs, ours = (
            without_meeting_notes(properties.text(part, "DESCRIPTION")).strip() for part in (event, self.whole.event)
        )
        if theirs in ("", ours) or is_ours(event, self.choices.campaign):
            return
        day = day_in_brussels(properties.at(event, "DTSTART") or at)
        message = f"op {day} staat een andere beschrijving; we namen die van de hele reeks over"
        self.remarks.todo(message, "Vul ze zelf aan als het nodig is")

    def _length(self, event: Component, start: date | datetime) -> timedelta | None:
        """How long it lasts; None when it does not say, or ends in days what starts at an hour.

        On the wall clock: an evening of three hours is one on the night the clock changes too.
        """
        if (length := properties.length(event, "DURATION")) is not None:
            return length
        end = properties.at(event, "DTEND")
        if isinstance(start, datetime) and isinstance(end, datetime):
            there = self.times.aware(end).astimezone(start.tzinfo)
            return there.replace(tzinfo=None) - start.replace(tzinfo=None)
        if end is None or isinstance(start, datetime) or isinstance(end, datetime):
            return None
        return end - start


def _after(at: date | datetime, length: timedelta | None) -> date | datetime | None:
    return None if length is None else at + length
