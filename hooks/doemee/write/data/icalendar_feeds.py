"""Calendar feeds: RFC 5545 and 7986, built with icalendar, as calendar apps really read them.

An event is serialised once and its bytes go into every feed that holds it: so one UID is the same
event everywhere, and a feed costs no more than joining bytes. Why each property is as it is: the
comments name the section of the RFC or the behaviour of an app.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from icalendar import Calendar, Component, Event, Timezone
from icalendar.parser import Contentline
from icalendar.prop import vCalAddress, vCategory, vDatetime, vDDDLists, vDDDTypes, vDuration, vInt, vRecur, vText, vUri

from doemee.history.replay import Revision
from doemee.load.submission import Frequency
from doemee.model.calendar_event import CalendarEvent, RecurrenceRule, calendar_event
from doemee.model.campaign import Campaign
from doemee.model.initiative import Initiative, Moment
from doemee.model.views import Entry, View

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

_FREQUENCIES = {Frequency.DAY: "DAILY", Frequency.WEEK: "WEEKLY", Frequency.MONTH: "MONTHLY"}


class Feeds:
    """Writes the feeds of one campaign; `site` is the absolute address of its root.

    `revisions` gives the Revision of each UID, `events` says how many there are in all. `self.events` keeps
    the bytes of each, so they are made once.
    """

    def __init__(self, campaign: Campaign, site: str, revisions: Mapping[str, Revision], events: int):
        self.campaign = campaign
        self.site = site
        self.revisions = revisions
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
            shown = calendar_event(initiative, moment, self.campaign)
            self.events[moment.uid] = event(shown, self.revisions[moment.uid], self.site, brief=self.brief)
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
        calendar["SOURCE"] = vUri(self.site + view.feed, params={"VALUE": "URI"})
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


def event(shown: CalendarEvent, revision: Revision, site: str, *, brief: bool = False) -> bytes:
    """One VEVENT. A `brief` one leaves what is not needed to be there to the page."""
    result = Event()
    result["UID"] = vText(shown.uid)
    # DTSTAMP is when it last changed and not when the site was built: an unchanged event must stay
    # the same to the byte, or Nextcloud rewrites everything at every refresh.
    result["DTSTAMP"] = result["LAST-MODIFIED"] = vDatetime(revision.modified)
    result["SEQUENCE"] = vInt(revision.sequence)
    result["DTSTART"] = vDDDTypes(shown.start)
    if shown.end is not None:
        result["DTEND"] = vDDDTypes(shown.end)
    if shown.rule:
        result["RRULE"] = _recur(shown.rule)
        if shown.rule.exceptions:
            result["EXDATE"] = vDDDLists(list(shown.rule.exceptions))
    result["SUMMARY"] = vText(shown.summary)
    if shown.location:
        result["LOCATION"] = vText(shown.location)
    page = site + shown.page
    lines = (line.text for line in shown.description if line.needed or not brief)
    # The link stands in the text as well: most apps show nothing else.
    result["DESCRIPTION"] = vText("\n".join((*lines, f"Meer info: {page}")))
    result["URL"] = vUri(page)
    if shown.conference:
        result["CONFERENCE"] = vUri(shown.conference, params={"VALUE": "URI", "LABEL": "Online deelnemen"})
    result["CATEGORIES"] = vCategory(list(shown.categories))
    if shown.organizer:
        name, mail = shown.organizer
        result["ORGANIZER"] = vCalAddress(f"mailto:{mail}", params={"CN": name})
    result["STATUS"] = vText("CANCELLED" if shown.called_off else "CONFIRMED")
    result["TRANSP"] = vText("OPAQUE" if shown.busy else "TRANSPARENT")
    return b"BEGIN:VEVENT\r\n" + _lines(result) + b"END:VEVENT\r\n"


def _recur(rule: RecurrenceRule) -> vRecur:
    recur = vRecur({"FREQ": _FREQUENCIES[rule.frequency]})
    if rule.interval > 1:
        recur["INTERVAL"] = rule.interval
    if rule.count:
        recur["COUNT"] = rule.count
    else:
        recur["UNTIL"] = rule.until
    if rule.days:
        recur["BYDAY"] = list(rule.days)
    if rule.day_of_month:
        recur["BYMONTHDAY"] = rule.day_of_month
    return recur


def _lines(component: Component) -> bytes:
    """Its properties, without BEGIN and END. Folded by icalendar; a short line, as most are, need not pass there."""
    return b"".join(_folded(line) + b"\r\n" for line in component.content_lines(sorted=False)[1:-2])


def _folded(line: str) -> bytes:
    data = line.encode()
    if len(data) < _FOLD:
        return data
    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # icalendar has no types here
    return folded
