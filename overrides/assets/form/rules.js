// The law for one initiative, as far as a browser can know it: the rules of hooks/doemee/check/what.py and when.py.
// A rule gets what was read and what the campaign knows, and finds which answers hold. tests/rules/ holds both to the
// same. What a control cannot say needs no rule here: hours end at 23:59, a day is one of the calendar.

import {
  dayOf, firstOfMonth, lastOfMonth, lastSunday, weekday, yearOf,
} from "../shared/days.js";
import { clock, listed, WEEKDAYS } from "../shared/dutch.js";
import { slugify } from "../shared/words.js";
import { shortDay } from "./answers.js";
import { days, MAX_OCCURRENCES, nthOf, ruleDays } from "./recurrence.js";

/** @import { Day } from "../shared/days.js" */
/** @import { Check, Filling, Finding, Known, Moment, Path, Rule, Sent, Venue } from "./types.js" */

const MINUTES = 1440; // of a day
const [CHANGE, CHANGED] = [120, 180]; // between 2.00 and 3.00 the clock changes

/**
 * @param {Path} path
 * @param {string} key
 * @param {Filling} [values]
 * @returns {Finding}
 */
const found = (path, key, values = {}) => ({ path, key, values });

const dayName = (/** @type {Day} */ day) => WEEKDAYS[weekday(day)];

/**
 * Each moment with its path.
 * @param {Sent} sent
 * @returns {[path: Path, moment: Moment][]}
 */
const moments = (sent) => (sent.momenten ?? []).map((moment, at) => [["momenten", at], moment]);

/**
 * The moments of which the day is known, with that day.
 * @param {Sent} sent
 * @returns {[path: Path, moment: Moment, day: Day][]}
 */
const dated = (sent) => moments(sent).flatMap(([path, moment]) =>
  moment.datum?.day === undefined ? [] : [[path, moment, moment.datum.day]]);

/**
 * @param {Path} path
 * @param {Venue | undefined} venue
 * @param {Known} known
 */
function* placeExists(path, venue, { places }) {
  const { postcode, gemeente: municipality } = venue ?? {};
  if (!places || !postcode || places.municipality(postcode, municipality)) return;
  const names = places.names(postcode);
  const elsewhere = municipality ? places.postcodes(municipality) : [];
  const values = { municipality, postcode, names: listed(names, "of"), postcodes: listed(elsewhere, "of") };
  if (names.length) {
    yield found([...path, "gemeente"], elsewhere.length ? "gemeente-past-elders" : "gemeente-past-niet", values);
  } else {
    yield found([...path, "postcode"], elsewhere.length ? "onbekende-postcode-elders" : "onbekende-postcode", values);
  }
}

/** The answer when `op` does not go with `elke`, or nothing. */
function mismatch(/** @type {Rule} */ rule) {
  if (rule.elke === "maand" && rule.op && !nthOf(rule)) return "op-bij-maand";
  if (rule.elke === "week" && nthOf(rule)) return "op-bij-week";
  return rule.elke === "dag" && rule.op ? "op-bij-dag" : "";
}

/**
 * The days on which a moment that starts on `first` goes ahead.
 * @param {Sent} sent
 * @param {Day} first
 */
function daysAhead({ herhaling: rule, momenten = [] }, first) {
  return !rule?.elke || momenten.length > 1 || mismatch(rule) ? [first] : days(first, rule);
}

/**
 * Minutes that one time lasts on the clock; whole days last until midnight.
 * @param {Moment} moment
 * @param {Day} first
 */
function lasts({ einddatum, van, tot }, first) {
  const between = ((einddatum ?? first) - first) * MINUTES;
  if (van === undefined) return between + MINUTES;
  return tot === undefined ? between : between + tot - van;
}

/**
 * @param {Moment} moment
 * @param {Day} first
 * @param {Rule} rule
 * @param {Day[]} ruled The days of the rule.
 */
function* ruleIsRight(moment, first, rule, ruled) {
  if (ruled.length > MAX_OCCURRENCES) {
    yield found(["herhaling"], "te-vaak", { most: MAX_OCCURRENCES });
    return;
  }
  const start = ruled.at(0);
  if (start !== undefined && start !== first) {
    const values = { day: shortDay(first), weekday: dayName(first), fits: shortDay(start) };
    yield found(["momenten", 0, "datum"], "eerste-keer", values);
  }
  for (const [at, day] of rule.behalve.entries()) {
    if (ruled.includes(day)) continue;
    const values = { day: shortDay(day), weekday: dayName(day) };
    yield found(["herhaling", "behalve", at], "geen-herhaling-die-dag", values);
  }
  if (ruled.every((day) => rule.behalve.includes(day))) yield found(["herhaling"], "nooit");
  const gap = Math.min(...ruled.slice(1).map((day, at) => (day - ruled[at]) * MINUTES));
  if (lasts(moment, first) > gap) yield found(["herhaling"], "overlapt");
}

/** @type {Record<string, Check>} */
export const RULES = {
  *itIsSomewhere(sent, { unread }) {
    if (sent.locatie ?? (sent.online || sent.bereik?.length)) return;
    if (!sent.momenten || ["locatie", "online", "bereik"].some((key) => unread.has(key))) return;
    const somewhere = sent.momenten.every((moment) => moment.locatie ?? moment.online);
    if (!somewhere) yield found(["locatie"], "geen-plaats");
  },

  *placesExist(sent, known) {
    yield* placeExists(["locatie"], sent.locatie, known);
    for (const [path, { locatie }] of moments(sent)) yield* placeExists([...path, "locatie"], locatie, known);
  },

  *formerSlugsAreOthers({ eerder = [] }, { slugNow }) {
    for (const [at, slug] of eerder.entries()) {
      if (slug === slugNow) yield found(["eerder", at], "huidige-naam");
    }
  },

  *organisationsHaveAPage({ organisatie: { naam, partners = [] } = {} }) {
    const names = naam === undefined ? partners : [naam, ...partners];
    if (names.some((name) => !slugify(name))) yield found(["organisatie"], "naam-zonder-letters");
  },

  *nothingIsListedTwice({ eerder = [] }) { // what is ticked cannot be ticked twice
    for (const [at, value] of eerder.entries()) {
      if (eerder.indexOf(value) < at) yield found(["eerder", at], "staat-er-al", { value });
    }
  },

  *placeAndReachAgree({ bereik = [], locatie }, { places, regions }) {
    const municipality = locatie?.postcode && places?.municipality(locatie.postcode, locatie.gemeente);
    if (!municipality || !bereik.length) return;
    const reach = regions.filter(({ id }) => bereik.includes(id));
    if (reach.some(({ id, kind }) => kind === "geheel" || id === municipality.region)) return;
    const within = regions.find(({ id }) => id === municipality.region)?.within;
    yield found(["bereik"], "plaats-buiten-bereik", { municipality: municipality.name, within });
  },

  *hoursHaveADay(sent) {
    for (const [path, moment] of moments(sent)) {
      if (!moment.datum || moment.datum.day !== undefined) continue;
      const { einddatum, van, tot, weekdag } = moment;
      for (const [key, value] of Object.entries({ einddatum, van, tot, weekdag })) {
        if (value !== undefined) yield found([...path, key], "dag-onbekend");
      }
    }
  },

  *hoursFit(sent) {
    for (const [path, { einddatum: last, van, tot }, first] of dated(sent)) {
      const more = last !== undefined && last > first;
      if (last !== undefined && last < first) {
        const values = { last: shortDay(last), first: shortDay(first) };
        yield found([...path, "einddatum"], "einde-voor-begin", values);
      } else if (van === undefined && tot !== undefined) yield found([...path, "tot"], "geen-beginuur");
      else if (van !== undefined && tot === undefined && more) yield found([...path, "van"], "geen-einduur");
      else if (van !== undefined && tot && !more && tot <= van) {
        const values = { until: clock(tot), begins: clock(van), next_day: shortDay(first + 1) };
        yield found([...path, "tot"], "einduur-voor-beginuur", values);
      }
    }
  },

  *weekdaysMatch(sent) {
    for (const [path, { weekdag }, day] of dated(sent)) {
      if (weekdag === undefined || weekdag === weekday(day)) continue;
      const values = { day: shortDay(day), falls: dayName(day), asked: WEEKDAYS[weekdag] };
      yield found([...path, "weekdag"], "verkeerde-weekdag", values);
    }
  },

  *hoursExist(sent) {
    for (const [path, { einddatum, van, tot }, first] of dated(sent)) {
      const length = (einddatum ?? first) - first;
      /** @type {[string, Day, number | undefined][]} */
      const ends = daysAhead(sent, first).flatMap((day) => [["van", day, van], ["tot", day + length, tot]]);
      for (const [key, day, minutes] of ends) {
        if (minutes === undefined || minutes < CHANGE || minutes >= CHANGED) continue;
        const skipped = day === lastSunday(yearOf(day), 3);
        if (!skipped && day !== lastSunday(yearOf(day), 10)) continue;
        const values = { day: shortDay(day), hour: clock(minutes) };
        yield found([...path, key], skipped ? "uur-bestaat-niet" : "uur-dubbel", values);
      }
    }
  },

  *itIsInTheCampaign(sent, known) {
    const [start, end] = [dayOf(known.start), dayOf(known.end)];
    for (const [path, { datum: { day, month } = {}, einddatum }] of moments(sent)) {
      if (month) {
        const outside = lastOfMonth(month.year, month.month) < start || firstOfMonth(month.year, month.month) > end;
        if (outside) yield found([...path, "datum"], "buiten-de-campagne");
      } else if (day !== undefined && (day < start || (einddatum ?? day) > end)) {
        const key = day <= end && einddatum !== undefined && einddatum > end ? "einddatum" : "datum";
        yield found([...path, key], "buiten-de-campagne");
      }
    }
  },

  *momentsAreToldApart(sent) {
    /** @type {Map<string, number>} */
    const seen = new Map();
    for (const [at, moment] of (sent.momenten ?? []).entries()) {
      const [number, id] = [at + 1, moment.id ?? String(at + 1)];
      const former = seen.get(id);
      if (former) yield found(["momenten", at, "id"], "dubbel-id", { number, former, id });
      else seen.set(id, number);
    }
  },

  *recurrenceIsClear({ herhaling: rule, momenten = [] }, known) {
    const moment = momenten.at(0);
    if (!rule?.elke || !moment) return;
    const first = moment.datum?.day;
    if (momenten.length > 1 || first === undefined) {
      yield found(["herhaling"], "herhaling-van-wat");
      return;
    }
    if (!rule.tot_en_met && !rule.aantal) {
      yield found(["herhaling"], "herhaling-zonder-einde");
      return;
    }
    if (rule.tot_en_met && rule.aantal) yield found(["herhaling"], "herhaling-met-twee-eindes");
    const odd = mismatch(rule);
    if (odd) {
      yield found(["herhaling", "op"], odd);
      return;
    }
    const ruled = ruleDays(first, rule);
    yield* ruleIsRight(moment, first, rule, ruled);
    const end = dayOf(known.end);
    if (!ruled.some((day) => day > end && !rule.behalve.includes(day))) return;
    yield found(["herhaling", rule.tot_en_met ? "tot_en_met" : "aantal"], "herhaling-na-de-campagne");
  },

  *registrationIsInTime(sent) {
    const until = sent.inschrijven?.tot;
    const ends = dated(sent).map(([, { einddatum }, day]) => einddatum ?? day);
    if (!until || !ends.length || ends.length < (sent.momenten ?? []).length) return;
    const first = dated(sent).at(0)?.[2] ?? until;
    const last = Math.max(...ends, ...(sent.herhaling?.elke ? ruleDays(first, sent.herhaling) : []));
    if (until <= last) return;
    yield found(["inschrijven", "tot"], "inschrijven-te-laat", { until: shortDay(until), last: shortDay(last) });
  },
};

/**
 * What the rules find.
 * @param {Sent} sent What was read.
 * @param {Known} known
 */
export const broken = (sent, known) => Object.values(RULES).flatMap((rule) => [...rule(sent, known)]);
