"""Calendar feeds: RFC 5545 and 7986, built with icalendar, as calendar apps really read them.

An event is serialised once and its bytes go into every feed that holds it: so one UID is the same
event everywhere, and a feed costs no more than joining bytes. Why each property is as it is: the
comments name the section of the RFC or the behaviour of an app.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Component, Event, Timezone
from icalendar.parser import Contentline
from icalendar.prop import vCalAddress, vCategory, vDatetime, vDDDLists, vDDDTypes, vDuration, vInt, vRecur, vText, vUri

from doemee.load.spelling import MonthlyWeekday
from doemee.load.submission import Frequency, Status
from doemee.model import addresses, dutch
from doemee.model.agenda import Entry, View
from doemee.model.campaign import Campaign
from doemee.model.initiative import BRUSSELS, Initiative, Moment, Stamp
from doemee.model.recurrence import WEEKDAY_CODES

REFRESH = timedelta(hours=4)

FULL_TEXT_EVENTS = 800
"""Up to how many events each tells what it is about. Google takes no feed above 1 MB, so with more of
them the calendar of everything would fail: then events say who, when and where, and link to the rest."""

# Two rules, as Google, libical and Outlook all read them: icalendar's own generator writes lists of
# RDATEs that ical.js and Outlook get wrong by an hour. An onset is wall time before the change
# (RFC 5545, section 3.6.5).
_TIMEZONE = Timezone.from_ical(
    """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")
).to_ical()
_FOLD = 75
_END = b"END:VCALENDAR\r\n"

_PREFIXES = {Status.CANCELLED: "GEANNULEERD: ", Status.POSTPONED: "UITGESTELD: ", Status.FULL: "VOLZET: "}
_NOTES = {
    Status.CANCELLED: "Dit gaat niet door.",
    Status.POSTPONED: "Dit gaat niet door op dit moment. De nieuwe datum volgt.",
    Status.FULL: "Dit is volzet.",
}
_FREQUENCIES = {Frequency.DAY: "DAILY", Frequency.WEEK: "WEEKLY", Frequency.MONTH: "MONTHLY"}


class Feeds:
    """Writes the feeds of one campaign; `site` is the absolute address of its root.

    `stamps` gives the Stamp of each UID, `events` says how many there are in all. `self.events` keeps
    the bytes of each, so they are made once.
    """

    def __init__(self, campaign: Campaign, site: str, stamps: dict[str, Stamp], events: int):
        self.campaign = campaign
        self.site = site
        self.stamps = stamps
        self.brief = events > FULL_TEXT_EVENTS
        self.events: dict[str, bytes] = {}
        self._plain = _plain_header(campaign)
        self._subscribed = _subscribed_header(campaign)

    def feed(self, view: View) -> bytes:
        """The feed of a view: a calendar to subscribe to."""
        return b"".join((self._header(view), *self._bodies(view.entries), _END))

    def single(self, initiative: Initiative) -> bytes:
        """One initiative, to add. Without a name: Outlook would make a new calendar of it."""
        return b"".join((self._plain, _TIMEZONE, *self._bodies([Entry(initiative, initiative.moments)]), _END))

    def _bodies(self, entries: Iterable[Entry]) -> Iterable[bytes]:
        for entry in entries:
            for moment in entry.moments:
                if moment.occurrences:
                    yield self._event(entry.initiative, moment)

    def _event(self, initiative: Initiative, moment: Moment) -> bytes:
        if moment.uid not in self.events:
            stamp = self.stamps[moment.uid]
            self.events[moment.uid] = event(initiative, moment, stamp, self.campaign, self.site, brief=self.brief)
        return self.events[moment.uid]

    def _header(self, view: View) -> bytes:
        """Everything before the events: all of it must come first, Outlook ignores it later on."""
        facts = self.campaign.facts
        name = f"{facts.short_name}: {view.title}" if view.kind else facts.name
        about = view.description or f"{view.heading}: initiatieven van {facts.name}"
        calendar = Calendar()
        # vText, because icalendar writes names that it does not know without escaping them.
        calendar["NAME"] = calendar["X-WR-CALNAME"] = vText(name)
        calendar["DESCRIPTION"] = calendar["X-WR-CALDESC"] = vText(about)
        calendar["URL"] = vUri(self.site + view.page)
        calendar["SOURCE"] = vUri(self.site + addresses.feed(view.page), params={"VALUE": "URI"})
        return b"".join((self._plain, self._subscribed, _lines(calendar), _TIMEZONE))


def _plain_header(campaign: Campaign) -> bytes:
    """What every file starts with, also that of one event."""
    calendar = Calendar()
    calendar["VERSION"] = vText("2.0")
    calendar["PRODID"] = vText(f"-//{campaign.facts.organiser.name}//{campaign.facts.short_name}//NL")
    calendar["CALSCALE"] = vText("GREGORIAN")
    calendar["METHOD"] = vText("PUBLISH")
    return b"BEGIN:VCALENDAR\r\n" + _lines(calendar)


def _subscribed_header(campaign: Campaign) -> bytes:
    """What every calendar to subscribe to has besides."""
    calendar = Calendar()
    calendar["X-WR-TIMEZONE"] = vText("Europe/Brussels")
    # Without its type an app may not read it: RFC 7986, section 5.7, gives no default.
    calendar["REFRESH-INTERVAL"] = vDuration(REFRESH, params={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    calendar["COLOR"] = vText(campaign.facts.color)
    return _lines(calendar)


def event(
    initiative: Initiative, moment: Moment, stamp: Stamp, campaign: Campaign, site: str, *, brief: bool = False
) -> bytes:
    """One VEVENT, for a moment that has its date. A `brief` one leaves what is not needed to be there to the page."""
    sent = initiative.sent
    page = site + addresses.initiative(initiative.slug)
    first = moment.occurrences[0]
    called_off = moment.status in (Status.CANCELLED, Status.POSTPONED)
    result = Event()
    result["UID"] = vText(moment.uid)
    # DTSTAMP is when it last changed and not when the site was built: an unchanged event must stay
    # the same to the byte, or Nextcloud rewrites everything at every refresh.
    result["DTSTAMP"] = result["LAST-MODIFIED"] = vDatetime(stamp.modified)
    result["SEQUENCE"] = vInt(stamp.sequence)
    if first.start is None:
        result["DTSTART"] = vDDDTypes(first.first_day)
        result["DTEND"] = vDDDTypes(first.last_day + timedelta(days=1))  # exclusive: RFC 5545, section 3.6.1
    else:
        result["DTSTART"] = vDDDTypes(first.start)
        if first.end is not None:
            result["DTEND"] = vDDDTypes(first.end)
    if moment.rule:
        _recur(result, moment)
    result["SUMMARY"] = vText(_PREFIXES.get(moment.status, "") + title(initiative, moment))
    if where := _where(moment):
        result["LOCATION"] = vText(where)
    result["DESCRIPTION"] = vText("\n".join(_description(initiative, moment, page, brief)))
    result["URL"] = vUri(page)
    if isinstance(moment.online, str):
        result["CONFERENCE"] = vUri(moment.online, params={"VALUE": "URI", "LABEL": "Online deelnemen"})
    themes = (campaign.themes[theme].name for theme in sent.themas)
    result["CATEGORIES"] = vCategory([campaign.types[sent.type].name, *themes])
    if sent.contact and sent.contact.email:
        result["ORGANIZER"] = vCalAddress(f"mailto:{sent.contact.email}", params={"CN": sent.organisatie.naam})
    result["STATUS"] = vText("CANCELLED" if called_off else "CONFIRMED")
    # A whole day or a campaign of weeks must not make the subscriber "busy".
    whole_days = first.start is None or first.lasts_days
    result["TRANSP"] = vText("TRANSPARENT" if called_off or whole_days else "OPAQUE")
    return b"BEGIN:VEVENT\r\n" + _lines(result) + b"END:VEVENT\r\n"


def _lines(component: Component) -> bytes:
    """Its properties, without BEGIN and END. Folded by icalendar; a short line, as most are, need not pass there."""
    lines = (line.encode() for line in component.content_lines(sorted=False)[1:-2])
    return b"".join((line if len(line) < _FOLD else Contentline(line.decode()).to_ical()) + b"\r\n" for line in lines)


def title(initiative: Initiative, moment: Moment) -> str:
    """What a moment is called: its own title, with that of the whole, or that of the whole alone."""
    return f"{initiative.sent.titel}: {moment.title}" if moment.title else initiative.sent.titel


def _recur(result: Event, moment: Moment) -> None:
    rule = moment.rule
    first = moment.occurrences[0]
    recur = vRecur({"FREQ": _FREQUENCIES[rule.elke]})
    if rule.interval > 1:
        recur["INTERVAL"] = rule.interval
    if rule.aantal:
        recur["COUNT"] = rule.aantal
    elif first.start is None:
        recur["UNTIL"] = rule.tot_en_met
    else:
        # In UTC: Outlook and Google both lose the last one otherwise (RFC 5545, section 3.3.10).
        recur["UNTIL"] = datetime.combine(rule.tot_en_met, time(23, 59, 59), BRUSSELS).astimezone(UTC)
    if isinstance(rule.op, MonthlyWeekday):
        recur["BYDAY"] = f"{rule.op.nth}{WEEKDAY_CODES[rule.op.weekday]}"
    elif rule.elke is Frequency.WEEK:
        recur["BYDAY"] = [WEEKDAY_CODES[number] for number in rule.op or [first.first_day.weekday()]]
    elif rule.elke is Frequency.MONTH:
        recur["BYMONTHDAY"] = first.first_day.day
    result["RRULE"] = recur
    if rule.behalve:
        # Same type, zone and hour as DTSTART, or Android ignores it.
        days = sorted(rule.behalve)
        clock = first.start.time() if first.start else None
        result["EXDATE"] = vDDDLists([datetime.combine(day, clock, BRUSSELS) for day in days] if clock else days)


def _where(moment: Moment) -> str:
    """The place; for an event that is only online its address, as Google's own exports do."""
    if moment.venue:
        return moment.venue.line
    if isinstance(moment.online, str):
        return moment.online
    return "Online" if moment.online else ""


def _description(initiative: Initiative, moment: Moment, page: str, brief: bool) -> Iterable[str]:
    """Plain text, the news first, and every link in it: most apps show nothing else."""
    sent = initiative.sent
    if initiative.example:
        yield "VOORBEELD: dit initiatief is verzonnen."
    if moment.status in _NOTES:
        yield _NOTES[moment.status]
    if not brief:
        yield sent.samenvatting
    yield f"Organisatie: {', '.join((sent.organisatie.naam, *sent.organisatie.partners))}"
    if moment.occurrences[0].start and moment.occurrences[0].end is None:
        yield "Het einduur is niet bekend."
    if isinstance(moment.online, str) and moment.venue:
        yield f"Ook online: {moment.online}"
    elif isinstance(moment.online, str):
        yield f"Online: {moment.online}"
    elif moment.online:
        yield "Ook online te volgen." if moment.venue else "Dit is online."
    if sent.prijs and not brief:
        yield f"Prijs: {sent.prijs.text}"
    if sent.inschrijven:
        must = "Inschrijven is verplicht" if sent.inschrijven.verplicht else "Je kan je inschrijven"
        yield f"{must}, tot en met {dutch.plain_day(sent.inschrijven.tot)}." if sent.inschrijven.tot else f"{must}."
    yield f"Meer info: {page}"
