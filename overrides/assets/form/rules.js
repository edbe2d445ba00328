// The law for one initiative, as far as a browser can know it: the rules of hooks/doemee/check/, in the same words.
// A rule gets what was read and the campaign, and gives problems: {path, code, message, hint, severity}.

import { daysBetween, lastDayOf, lastSunday, parts, plusDays, weekday } from "./days.js";
import { MAX_OCCURRENCES, days, ruleDays } from "./recurrence.js";
import { WEEKDAYS, slugify } from "./spelling.js";

export const problem = (path, code, message, hint, severity = "fout") => ({ path, code, message, hint, severity });

const shown = (iso) => `${parts(iso)[2]}/${parts(iso)[1]}/${parts(iso)[0]}`;
const clock = (minutes) => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
const either = (names) => (names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} of ${names.at(-1)}`);
const moments = (sent) => (sent.momenten ?? []).map((moment, at) => [["momenten", at], moment]);

function* itIsSomewhere(sent, { unread }) {
  if (sent.locatie || sent.online || sent.bereik?.length || !sent.momenten) return;
  if (["locatie", "online", "bereik"].some((key) => unread.has(key)) && !(sent.online === false && unread.size === 1)) return;
  if (!sent.momenten.every((moment) => moment.locatie || moment.online)) {
    yield problem(["locatie"], "geen-plaats", "er staat niet waar het is", "Vul een postcode in, kies een bereik, of zeg dat het online is");
  }
}

function* placesExist(sent, campaign) {
  const places = [[["locatie"], sent.locatie], ...moments(sent).map(([at, moment]) => [[...at, "locatie"], moment.locatie])];
  for (const [at, location] of places) {
    if (!location?.postcode || !campaign.places || campaign.places.municipality(location.postcode, location.gemeente)) continue;
    const names = campaign.places.names(location.postcode);
    const elsewhere = location.gemeente ? campaign.places.postcodes(location.gemeente) : [];
    if (names.length) {
      const also = elsewhere.length ? `; ${location.gemeente} heeft postcode ${either(elsewhere)}` : "";
      const message = `${location.gemeente} hoort niet bij postcode ${location.postcode}`;
      yield problem([...at, "gemeente"], "gemeente-past-niet", message, `Bij ${location.postcode} hoort ${either(names)}${also}`);
    } else {
      const hint = elsewhere.length
        ? `${location.gemeente} heeft postcode ${either(elsewhere)}`
        : "Is het buiten Vlaanderen en Brussel? Gebruik dan `bereik` in plaats van `locatie`";
      yield problem([...at, "postcode"], "onbekende-postcode", `${location.postcode} is geen postcode in Vlaanderen of Brussel`, hint);
    }
  }
}

function* formerNamesAreOthers(sent, { slug }) {
  for (const [at, name] of (sent.eerder ?? []).entries()) {
    if (name === slug) yield problem(["eerder", at], "zelfde-naam", "dit is de huidige naam van het bestand", "Schrijf de vroegere naam, of verwijder de regel");
  }
}

function* organisationsHaveAPage(sent) {
  const names = sent.organisatie ? [sent.organisatie.naam ?? "-", ...(sent.organisatie.partners ?? [])] : [];
  if (names.some((name) => name !== "-" && !slugify(name))) {
    yield problem(["organisatie"], "naam-zonder-letters", "deze naam bevat geen letters voor een adres", "Zet er de naam in gewone letters bij");
  }
}

function* nothingIsListedTwice(sent) {
  for (const key of ["themas", "sdgs", "doelgroep", "toegankelijkheid", "bereik", "tips", "taal", "eerder"]) {
    const items = sent[key] ?? [];
    for (const [at, item] of items.entries()) {
      if (items.indexOf(item) < at) yield problem([key, at], "staat-er-al", `“${item}” staat hier twee keer`, "Behoud er één van", "waarschuwing");
    }
  }
}

function* placeAndReachAgree(sent, { places, regions }) {
  if (!sent.bereik?.length || !sent.locatie?.postcode || !places) return;
  const municipality = places.municipality(sent.locatie.postcode, sent.locatie.gemeente);
  const reach = sent.bereik.map((id) => regions.find((region) => region.id === id));
  if (municipality && !reach.some((region) => region?.kind === "geheel" || region?.id === municipality.region)) {
    const region = regions.find(({ id }) => id === municipality.region);
    const message = `${municipality.name} ligt ${region.within}, en dat hoort niet bij dit bereik`;
    const hint = `Voeg \`${region.id}\` toe, of verwijder \`bereik\`: de provincie volgt uit de postcode`;
    yield problem(["bereik"], "plaats-buiten-bereik", message, hint, "waarschuwing");
  }
}

function* hoursFit(sent) {
  for (const [at, moment] of moments(sent)) {
    const { datum, einddatum, van, tot } = moment;
    if (!datum?.day) {
      for (const key of datum ? ["einddatum", "van", "tot", "weekdag"] : []) {
        if (moment[key] !== undefined) {
          yield problem([...at, key], "dag-onbekend", "de dag zelf is nog niet bekend", "Vul bij `datum` de dag in, of verwijder dit veld");
        }
      }
      continue;
    }
    if (einddatum && einddatum < datum.day) {
      const message = `de laatste dag (${shown(einddatum)}) komt voor de eerste (${shown(datum.day)})`;
      yield problem([...at, "einddatum"], "einde-voor-begin", message, "Wissel ze om of verbeter het jaar");
      continue;
    }
    if (van === 1440) {
      const hint = `Schrijf \`van: 0:00\` bij \`datum: ${plusDays(datum.day, 1)}\``;
      yield problem([...at, "van"], "begin-om-24-uur", "24:00 is het einde van een dag, geen begin", hint);
      continue;
    }
    if (tot !== undefined && van === undefined) {
      yield problem([...at, "tot"], "geen-beginuur", "er staat een einduur maar geen beginuur", "Voeg `van:` toe met het beginuur");
    }
    if (van !== undefined && tot === undefined && einddatum && einddatum > datum.day) {
      const hint = "Voeg `tot:` toe met het einduur op de laatste dag, of verwijder `van`";
      yield problem([...at, "van"], "geen-einduur", "het duurt meer dagen, maar er staat geen einduur", hint);
    }
    if (van !== undefined && tot && (einddatum ?? datum.day) === datum.day && tot <= van) {
      const hint = `Verbeter de uren. Eindigt het na middernacht, voeg dan \`einddatum: ${plusDays(datum.day, 1)}\` toe`;
      yield problem([...at, "tot"], "einde-voor-begin", `het eindigt (${clock(tot)}) voor het begint (${clock(van)})`, hint);
    }
  }
}

function* weekdaysMatch(sent) {
  for (const [at, { datum, weekdag }] of moments(sent)) {
    if (weekdag === undefined || !datum?.day || weekday(datum.day) === weekdag) continue;
    const [falls, asked] = [WEEKDAYS[weekday(datum.day)], WEEKDAYS[weekdag]];
    const nearest = [0, -1, 1, -2, 2, -3, 3].map((n) => plusDays(datum.day, n)).find((day) => weekday(day) === weekdag);
    const hint = `Schrijf \`weekdag: ${falls}\`, of \`datum: ${nearest}\` als het ${asked} is`;
    yield problem([...at, "weekdag"], "verkeerde-weekdag", `${shown(datum.day)} is een ${falls}, geen ${asked}`, hint);
  }
}

function* hoursExist(sent) {
  for (const [at, moment] of moments(sent)) {
    if (!moment.datum?.day) continue;
    const lasts = moment.einddatum ? daysBetween(moment.datum.day, moment.einddatum) : 0;
    for (const day of goesOn(sent, moment)) {
      for (const [key, on, minutes] of [["van", day, moment.van], ["tot", plusDays(day, lasts), moment.tot]]) {
        if (minutes === undefined || minutes < 120 || minutes >= 180) continue;
        const [year] = parts(on);
        const skipped = on === lastSunday(year, 3);
        if (!skipped && on !== lastSunday(year, 10)) continue;
        const what = skipped ? "bestaat dan niet: de klok springt van 2.00 naar 3.00 uur" : "komt dan twee keer voor: de klok gaat van 3.00 terug naar 2.00 uur";
        const message = `op ${shown(on)} is ${clock(minutes)} uur geen duidelijk uur, het ${what}`;
        yield problem([...at, key], skipped ? "uur-bestaat-niet" : "uur-dubbel", message, "Kies een uur voor 2.00 of vanaf 3.00 uur");
      }
    }
  }
}

function* itIsInTheCampaign(sent, { start, end }) {
  for (const [at, { datum, einddatum }] of moments(sent)) {
    if (!datum?.day && !datum?.month) continue;
    const [first, last] = datum.month ? [`${datum.month}-01`, lastDayOf(datum.month)] : [datum.day, einddatum ?? datum.day];
    const outside = datum.month ? last < start || first > end : first < start || last > end;
    if (!outside) continue;
    const key = datum.day && first <= end && last > end ? "einddatum" : "datum";
    const message = `dit valt buiten de campagne, die loopt van ${shown(start)} tot en met ${shown(end)}`;
    yield problem([...at, key], "buiten-de-campagne", message, "Kijk het jaar na");
  }
}

function* momentsAreToldApart(sent) {
  const seen = new Map();
  for (const [at, moment] of moments(sent)) {
    const number = at[1] + 1;
    const id = moment.id ?? String(number);
    if (seen.has(id)) {
      const message = `moment ${number} heeft hetzelfde id als moment ${seen.get(id)}: ${id}`;
      yield problem([...at, "id"], "dubbel-id", message, "Geef elk moment een ander id");
    } else seen.set(id, number);
  }
}

function* recurrenceIsClear(sent, { end }) {
  const rule = sent.herhaling;
  if (!rule?.elke || !sent.momenten?.length) return;
  const [moment] = sent.momenten;
  if (sent.momenten.length > 1 || !moment.datum?.day) {
    const hint = "Behoud alleen het eerste moment, of verwijder `herhaling` en schrijf elk moment uit";
    yield problem(["herhaling"], "herhaling-van-wat", "een herhaling hoort bij één moment met een volledige datum", hint);
    return;
  }
  if (Boolean(rule.tot_en_met) === Boolean(rule.aantal)) {
    const message = `het einde van de herhaling staat er ${rule.aantal ? "twee keer" : "niet"}`;
    yield problem(["herhaling"], "herhaling-einde", message, "Schrijf `tot_en_met:` met een datum, of `aantal:` met een getal");
    if (!rule.aantal) return;
  }
  const mismatch = opDoesNotFit(rule);
  if (mismatch) {
    yield problem(["herhaling", "op"], "op-past-niet", ...mismatch);
    return;
  }
  const ruled = ruleDays(moment.datum.day, rule);
  yield* ruleIsRight(moment, rule, ruled);
  const going = ruled.filter((day) => !rule.behalve.includes(day));
  if (going.length && going.at(-1) > end) {
    const message = `de herhaling loopt door na ${shown(end)}, het einde van de campagne`;
    yield problem(["herhaling", rule.tot_en_met ? "tot_en_met" : "aantal"], "buiten-de-campagne", message, `Laat ze stoppen met \`tot_en_met: ${end}\``);
  }
}

function opDoesNotFit({ elke, op }) {
  if (elke === "maand" && op && !op.nth) return ["bij elke maand hoort een woord als `eerste dinsdag`", "Schrijf bijvoorbeeld `op: eerste dinsdag`"];
  if (elke === "week" && op?.nth) return ["bij elke week horen dagen van de week", "Schrijf bijvoorbeeld `op: [ma, do]`, of `elke: maand`"];
  if (elke === "dag" && op) return ["bij elke dag hoort geen `op`", "Schrijf `elke: week` als het alleen op die dagen is"];
  return null;
}

function* ruleIsRight(moment, rule, ruled) {
  const first = moment.datum.day;
  if (ruled.length > MAX_OCCURRENCES) {
    yield problem(["herhaling"], "te-vaak", `dit gaat meer dan ${MAX_OCCURRENCES} keer door`, "Kijk het einde na");
    return;
  }
  if (ruled.length && ruled[0] !== first) {
    const message = `${shown(first)} is een ${WEEKDAYS[weekday(first)]} en past niet in de herhaling`;
    yield problem(["momenten", 0, "datum"], "eerste-keer", message, `De eerste keer die past is ${shown(ruled[0])}: schrijf \`datum: ${ruled[0]}\``);
  }
  for (const [at, day] of rule.behalve.entries()) {
    if (!ruled.includes(day)) {
      const message = `op ${shown(day)} (${WEEKDAYS[weekday(day)]}) is er geen herhaling`;
      yield problem(["herhaling", "behalve", at], "geen-herhaling-die-dag", message, "Verbeter de datum of verwijder ze");
    }
  }
  if (!ruled.some((day) => !rule.behalve.includes(day))) {
    yield problem(["herhaling"], "nooit", "zo gaat het geen enkele keer door", "Kijk het einde en de uitzonderingen na");
  }
  const gap = Math.min(...ruled.slice(1).map((day, at) => daysBetween(ruled[at], day) * 1440));
  if (lasts(moment) > gap) yield problem(["herhaling"], "overlapt", "het begint opnieuw voor het gedaan is", "Verkort het moment of verwijder `herhaling`");
}

/** Minutes that one time lasts on the clock; whole days last until midnight. */
function lasts({ datum, einddatum, van, tot }) {
  const between = daysBetween(datum.day, einddatum ?? datum.day) * 1440;
  if (van === undefined || tot === undefined) return between + (van === undefined ? 1440 : 0);
  return between + tot - van;
}

const goesOn = (sent, moment) => {
  const rule = sent.herhaling;
  const single = !rule?.elke || sent.momenten.length > 1 || opDoesNotFit(rule);
  return single ? [moment.datum.day] : days(moment.datum.day, rule);
};

function* registrationIsInTime(sent) {
  const until = sent.inschrijven?.tot;
  if (!until || !sent.momenten) return;
  const ends = sent.momenten.filter(({ datum }) => datum?.day).map(({ datum, einddatum }) => einddatum ?? datum.day);
  const known = ends.length;
  if (sent.herhaling?.elke && known) ends.push(...ruleDays(sent.momenten[0].datum.day, sent.herhaling));
  const last = ends.sort().at(-1);
  if (known >= sent.momenten.length && known && until > last) {
    const message = `inschrijven kan tot ${shown(until)}, maar dan is alles voorbij (${shown(last)})`;
    yield problem(["inschrijven", "tot"], "inschrijven-te-laat", message, "Kijk beide datums na");
  }
}

const RULES = [
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

/** What the rules say of what was read; `campaign` holds start, end, regions, places, slug and the keys that could not be read. */
export const broken = (sent, campaign) => RULES.flatMap((rule) => [...rule(sent, campaign)]);
