// The law for one initiative, as far as a browser can know it: the rules of hooks/doemee/check/, in the same words.
// A rule gets what was read and the campaign, and gives problems.

import {
  dayOf, dayOfMonth, firstOfMonth, isoOf, lastOfMonth, lastSunday, monthOf, weekday, yearOf,
} from "../shared/days.js";
import { clock, listed, WEEKDAYS } from "../shared/dutch.js";
import { slugify } from "../shared/words.js";
import { days, MAX_OCCURRENCES, nthOf, ruleDays } from "./recurrence.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {import("./declaration.js").Campaign} Campaign */
/** @typedef {import("./declaration.js").Moment} Moment */
/** @typedef {import("./declaration.js").Path} Path */
/** @typedef {import("./declaration.js").Rule} Rule */
/** @typedef {import("./declaration.js").Sent} Sent */

/** @typedef {"fout" | "waarschuwing"} Severity */
/** @typedef {{ path: Path, code: string, message: string, hint: string, severity: Severity }} Problem */
/** @typedef {Campaign & { unread: Set<string> }} Known With the keys of what could not be read. */

const MINUTES = 1440; // of a day
const [CHANGE, CHANGED] = [120, 180]; // between 2.00 and 3.00 the clock changes

/**
 * What is wrong at a place in the values; `hint` is the cure.
 * @param {Path} path
 * @param {string} code
 * @param {string} message
 * @param {string} hint
 * @param {Severity} severity
 * @returns {Problem}
 */
export const problem = (path, code, message, hint, severity = "fout") => ({ path, code, message, hint, severity });

/** `7/3/2026` */
const shown = (/** @type {Day} */ day) => `${dayOfMonth(day)}/${monthOf(day)}/${yearOf(day)}`;

const either = (/** @type {string[]} */ names) => listed(names, "of");

/**
 * Each moment with its path.
 * @param {Sent} sent
 * @returns {[path: Path, moment: Moment][]}
 */
const moments = (sent) => (sent.momenten ?? []).map((moment, at) => [["momenten", at], moment]);

function* itIsSomewhere(/** @type {Sent} */ sent, /** @type {Known} */ { unread }) {
  if (sent.locatie ?? (sent.online || sent.bereik?.length)) return;
  if (!sent.momenten) return;
  const perhaps = ["locatie", "online", "bereik"].some((key) => unread.has(key));
  if (perhaps && !(sent.online === false && unread.size === 1)) return;
  if (!sent.momenten.every((moment) => moment.locatie ?? moment.online)) {
    const hint = "Vul een postcode in, kies een bereik, of zeg dat het online is";
    yield problem(["locatie"], "geen-plaats", "er staat niet waar het is", hint);
  }
}

function* placesExist(/** @type {Sent} */ sent, /** @type {Known} */ { places }) {
  const own = moments(sent).map(([at, { locatie: venue }]) => ({ at: [...at, "locatie"], venue }));
  for (const { at, venue } of [{ at: ["locatie"], venue: sent.locatie }, ...own]) {
    if (!venue?.postcode || !places || places.municipality(venue.postcode, venue.gemeente)) continue;
    const { postcode, gemeente = "" } = venue;
    const names = places.names(postcode);
    const elsewhere = gemeente ? places.postcodes(gemeente) : [];
    if (names.length) {
      const also = elsewhere.length ? `; ${gemeente} heeft postcode ${either(elsewhere)}` : "";
      const message = `${gemeente} hoort niet bij postcode ${postcode}`;
      const hint = `Bij ${postcode} hoort ${either(names)}${also}`;
      yield problem([...at, "gemeente"], "gemeente-past-niet", message, hint);
    } else {
      const hint = elsewhere.length
        ? `${gemeente} heeft postcode ${either(elsewhere)}`
        : "Is het buiten Vlaanderen en Brussel? Gebruik dan `bereik` in plaats van `locatie`";
      const message = `${postcode} is geen postcode in Vlaanderen of Brussel`;
      yield problem([...at, "postcode"], "onbekende-postcode", message, hint);
    }
  }
}

function* formerNamesAreOthers(/** @type {Sent} */ sent, /** @type {Known} */ { slug }) {
  for (const [at, name] of (sent.eerder ?? []).entries()) {
    if (name !== slug) continue;
    const message = "dit is de huidige naam van het bestand";
    yield problem(["eerder", at], "zelfde-naam", message, "Schrijf de vroegere naam, of verwijder de regel");
  }
}

function* organisationsHaveAPage(/** @type {Sent} */ { organisatie }) {
  const names = [organisatie?.naam, ...(organisatie?.partners ?? [])].filter((name) => name !== undefined);
  if (!names.some((name) => !slugify(name))) return;
  const message = "deze naam bevat geen letters voor een adres";
  yield problem(["organisatie"], "naam-zonder-letters", message, "Zet er de naam in gewone letters bij");
}

function* nothingIsListedTwice(/** @type {Sent} */ sent) {
  const { themas, sdgs, doelgroep, toegankelijkheid, bereik, tips, taal, eerder } = sent;
  const lists = { themas, sdgs, doelgroep, toegankelijkheid, bereik, tips, taal, eerder };
  for (const [key, list] of Object.entries(lists)) {
    /** @type {(string | number)[]} */
    const items = list ?? [];
    for (const [at, item] of items.entries()) {
      if (items.indexOf(item) === at) continue;
      yield problem([key, at], "staat-er-al", `“${item}” staat hier twee keer`, "Behoud er één van", "waarschuwing");
    }
  }
}

function* placeAndReachAgree(/** @type {Sent} */ { bereik, locatie }, /** @type {Known} */ { places, regions }) {
  if (!bereik?.length || !locatie?.postcode || !places) return;
  const municipality = places.municipality(locatie.postcode, locatie.gemeente);
  const region = regions.find(({ id }) => id === municipality?.region);
  if (!municipality || !region) return;
  const reach = regions.filter(({ id }) => bereik.includes(id));
  if (reach.some(({ id, kind }) => kind === "geheel" || id === region.id)) return;
  const message = `${municipality.name} ligt ${region.within}, en dat hoort niet bij dit bereik`;
  const hint = `Voeg \`${region.id}\` toe, of verwijder \`bereik\`: de provincie volgt uit de postcode`;
  yield problem(["bereik"], "plaats-buiten-bereik", message, hint, "waarschuwing");
}

function* hoursFit(/** @type {Sent} */ sent) {
  for (const [at, moment] of moments(sent)) {
    const { datum, einddatum, van, tot } = moment;
    if (!datum) continue;
    if (datum.day === undefined) {
      for (const key of /** @type {const} */ (["einddatum", "van", "tot", "weekdag"])) {
        if (moment[key] === undefined) continue;
        const hint = "Vul bij `datum` de dag in, of verwijder dit veld";
        yield problem([...at, key], "dag-onbekend", "de dag zelf is nog niet bekend", hint);
      }
      continue;
    }
    const { day } = datum;
    if (einddatum !== undefined && einddatum < day) {
      const message = `de laatste dag (${shown(einddatum)}) komt voor de eerste (${shown(day)})`;
      yield problem([...at, "einddatum"], "einde-voor-begin", message, "Wissel ze om of verbeter het jaar");
      continue;
    }
    if (van === MINUTES) {
      const hint = `Schrijf \`van: 0:00\` bij \`datum: ${isoOf(day + 1)}\``;
      yield problem([...at, "van"], "begin-om-24-uur", "24:00 is het einde van een dag, geen begin", hint);
      continue;
    }
    if (tot !== undefined && van === undefined) {
      const message = "er staat een einduur maar geen beginuur";
      yield problem([...at, "tot"], "geen-beginuur", message, "Voeg `van:` toe met het beginuur");
    }
    if (van !== undefined && tot === undefined && einddatum !== undefined && einddatum > day) {
      const hint = "Voeg `tot:` toe met het einduur op de laatste dag, of verwijder `van`";
      yield problem([...at, "van"], "geen-einduur", "het duurt meer dagen, maar er staat geen einduur", hint);
    }
    if (van !== undefined && tot && (einddatum ?? day) === day && tot <= van) {
      const hint = `Verbeter de uren. Eindigt het na middernacht, voeg dan \`einddatum: ${isoOf(day + 1)}\` toe`;
      const message = `het eindigt (${clock(tot)}) voor het begint (${clock(van)})`;
      yield problem([...at, "tot"], "einde-voor-begin", message, hint);
    }
  }
}

function* weekdaysMatch(/** @type {Sent} */ sent) {
  for (const [at, { datum: { day } = {}, weekdag }] of moments(sent)) {
    if (weekdag === undefined || day === undefined || weekday(day) === weekdag) continue;
    const [falls, asked] = [WEEKDAYS[weekday(day)], WEEKDAYS[weekdag]];
    const ahead = (weekdag - weekday(day) + 7) % 7;
    const nearest = day + (ahead > 3 ? ahead - 7 : ahead);
    const hint = `Schrijf \`weekdag: ${falls}\`, of \`datum: ${isoOf(nearest)}\` als het ${asked} is`;
    yield problem([...at, "weekdag"], "verkeerde-weekdag", `${shown(day)} is een ${falls}, geen ${asked}`, hint);
  }
}

function* hoursExist(/** @type {Sent} */ sent) {
  for (const [at, moment] of moments(sent)) {
    const { datum: { day: first } = {}, einddatum, van, tot } = moment;
    if (first === undefined) continue;
    const lasts = (einddatum ?? first) - first;
    for (const day of daysOf(sent, first)) {
      const hours = [{ key: "van", on: day, minutes: van }, { key: "tot", on: day + lasts, minutes: tot }];
      for (const { key, on, minutes } of hours) {
        if (minutes === undefined || minutes < CHANGE || minutes >= CHANGED) continue;
        const skipped = on === lastSunday(yearOf(on), 3);
        if (!skipped && on !== lastSunday(yearOf(on), 10)) continue;
        const what = skipped
          ? "bestaat dan niet: de klok springt van 2.00 naar 3.00 uur"
          : "komt dan twee keer voor: de klok gaat van 3.00 terug naar 2.00 uur";
        const message = `op ${shown(on)} is ${clock(minutes)} uur geen duidelijk uur, het ${what}`;
        const code = skipped ? "uur-bestaat-niet" : "uur-dubbel";
        yield problem([...at, key], code, message, "Kies een uur voor 2.00 of vanaf 3.00 uur");
      }
    }
  }
}

function* itIsInTheCampaign(/** @type {Sent} */ sent, /** @type {Known} */ known) {
  const [start, end] = [dayOf(known.start), dayOf(known.end)];
  for (const [at, { datum: { day, month } = {}, einddatum }] of moments(sent)) {
    const first = month ? firstOfMonth(month.year, month.month) : day;
    if (first === undefined) continue;
    const last = month ? lastOfMonth(month.year, month.month) : (einddatum ?? first);
    const inside = month ? last >= start && first <= end : first >= start && last <= end;
    if (inside) continue;
    const key = !month && first <= end && last > end ? "einddatum" : "datum";
    const message = `dit valt buiten de campagne, die loopt van ${shown(start)} tot en met ${shown(end)}`;
    yield problem([...at, key], "buiten-de-campagne", message, "Kijk het jaar na");
  }
}

function* momentsAreToldApart(/** @type {Sent} */ sent) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const [at, moment] of moments(sent).entries()) {
    const [path, { id = String(at + 1) }] = moment;
    const before = seen.get(id);
    if (before !== undefined) {
      const message = `moment ${at + 1} heeft hetzelfde id als moment ${before}: ${id}`;
      yield problem([...path, "id"], "dubbel-id", message, "Geef elk moment een ander id");
    } else seen.set(id, at + 1);
  }
}

function* recurrenceIsClear(/** @type {Sent} */ sent, /** @type {Known} */ known) {
  const rule = sent.herhaling;
  if (!rule?.elke || !sent.momenten?.length) return;
  const [moment, ...others] = sent.momenten;
  const first = moment.datum?.day;
  if (others.length || first === undefined) {
    const hint = "Behoud alleen het eerste moment, of verwijder `herhaling` en schrijf elk moment uit";
    const message = "een herhaling hoort bij één moment met een volledige datum";
    yield problem(["herhaling"], "herhaling-van-wat", message, hint);
    return;
  }
  if (Boolean(rule.tot_en_met) === Boolean(rule.aantal)) {
    const message = `het einde van de herhaling staat er ${rule.aantal ? "twee keer" : "niet"}`;
    const hint = "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal";
    yield problem(["herhaling"], "herhaling-einde", message, hint);
    if (!rule.aantal) return;
  }
  const mismatch = opDoesNotFit(rule);
  if (mismatch) {
    yield problem(["herhaling", "op"], "op-past-niet", ...mismatch);
    return;
  }
  const ruled = ruleDays(first, rule);
  yield* ruleIsRight(moment, first, rule, ruled);
  const end = dayOf(known.end);
  if (ruled.some((day) => day > end && !rule.behalve.includes(day))) {
    const key = rule.tot_en_met ? "tot_en_met" : "aantal";
    const message = `de herhaling loopt door na ${shown(end)}, het einde van de campagne`;
    const hint = `Laat ze stoppen met \`tot_en_met: ${known.end}\``;
    yield problem(["herhaling", key], "buiten-de-campagne", message, hint);
  }
}

/**
 * What does not go with `elke`, and the cure.
 * @param {Rule} rule
 * @returns {[message: string, hint: string] | null}
 */
function opDoesNotFit(rule) {
  const { elke, op } = rule;
  if (elke === "maand" && op && !nthOf(rule)) {
    return ["bij elke maand hoort een woord als `eerste dinsdag`", "Schrijf bijvoorbeeld `op: eerste dinsdag`"];
  }
  if (elke === "week" && nthOf(rule)) {
    return ["bij elke week horen dagen van de week", "Schrijf bijvoorbeeld `op: [ma, do]`, of `elke: maand`"];
  }
  if (elke === "dag" && op) {
    return ["bij elke dag hoort geen `op`", "Schrijf `elke: week` als het alleen op die dagen is"];
  }
  return null;
}

/**
 * @param {Moment} moment
 * @param {Day} first
 * @param {Rule} rule
 * @param {Day[]} ruled The days of the rule.
 */
function* ruleIsRight(moment, first, rule, ruled) {
  if (ruled.length > MAX_OCCURRENCES) {
    const message = `dit gaat meer dan ${MAX_OCCURRENCES} keer door`;
    yield problem(["herhaling"], "te-vaak", message, "Kijk het einde na");
    return;
  }
  if (ruled.length && ruled[0] !== first) {
    const message = `${shown(first)} is een ${WEEKDAYS[weekday(first)]} en past niet in de herhaling`;
    const hint = `De eerste keer die past is ${shown(ruled[0])}: schrijf \`datum: ${isoOf(ruled[0])}\``;
    yield problem(["momenten", 0, "datum"], "eerste-keer", message, hint);
  }
  for (const [at, day] of rule.behalve.entries()) {
    if (ruled.includes(day)) continue;
    const message = `op ${shown(day)} (${WEEKDAYS[weekday(day)]}) is er geen herhaling`;
    const hint = "Verbeter de datum of verwijder ze";
    yield problem(["herhaling", "behalve", at], "geen-herhaling-die-dag", message, hint);
  }
  if (ruled.every((day) => rule.behalve.includes(day))) {
    const hint = "Kijk het einde en de uitzonderingen na";
    yield problem(["herhaling"], "nooit", "zo gaat het geen enkele keer door", hint);
  }
  const gap = Math.min(...ruled.slice(1).map((day, at) => (day - ruled[at]) * MINUTES));
  if (lasts(moment, first) > gap) {
    const hint = "Verkort het moment of verwijder `herhaling`";
    yield problem(["herhaling"], "overlapt", "het begint opnieuw voor het gedaan is", hint);
  }
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
 * The days on which a moment that starts on `first` goes on.
 * @param {Sent} sent
 * @param {Day} first
 */
function daysOf({ herhaling: rule, momenten = [] }, first) {
  const single = !rule?.elke || momenten.length > 1 || opDoesNotFit(rule);
  return single ? [first] : days(first, rule);
}

function* registrationIsInTime(/** @type {Sent} */ { inschrijven, momenten, herhaling }) {
  const until = inschrijven?.tot;
  const starts = (momenten ?? []).map(({ datum }) => datum?.day).filter((day) => day !== undefined);
  if (!until || !starts.length || starts.length < (momenten ?? []).length) return;
  const ends = (momenten ?? []).map(({ datum, einddatum }) => einddatum ?? datum?.day ?? until);
  const recurring = herhaling?.elke ? ruleDays(starts[0], herhaling) : [];
  const last = Math.max(...ends, ...recurring);
  if (until <= last) return;
  const message = `inschrijven kan tot ${shown(until)}, maar dan is alles voorbij (${shown(last)})`;
  yield problem(["inschrijven", "tot"], "inschrijven-te-laat", message, "Kijk beide datums na");
}

/** @type {((sent: Sent, known: Known) => Iterable<Problem>)[]} */
export const RULES = [
  itIsSomewhere,
  placesExist,
  formerNamesAreOthers,
  organisationsHaveAPage,
  nothingIsListedTwice,
  placeAndReachAgree,
  hoursFit,
  weekdaysMatch,
  hoursExist,
  itIsInTheCampaign,
  momentsAreToldApart,
  recurrenceIsClear,
  registrationIsInTime,
];

/**
 * What the rules say.
 * @param {Sent} sent What was read.
 * @param {Known} known
 */
export const broken = (sent, known) => RULES.flatMap((rule) => [...rule(sent, known)]);
