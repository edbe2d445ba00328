// When a moment is, in the sentence that stands on its page: as hooks/doemee/model/dutch.py and initiative.py make it.

import { parts, plusDays, weekday } from "./days.js";
import { days, isPortable } from "./recurrence.js";
import { MONTHS, ORDINALS, WEEKDAYS } from "./spelling.js";

const plainDay = (iso) => `${parts(iso)[2]} ${MONTHS[parts(iso)[1] - 1]} ${parts(iso)[0]}`;
const day = (iso) => `${WEEKDAYS[weekday(iso)]} ${plainDay(iso)}`;
const dayWithoutYear = (iso) => day(iso).replace(/ [0-9]{4}$/, "");
const clock = (minutes) => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
const listed = (words) => (words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`);

export const monthName = (iso) => `${MONTHS[parts(iso)[1] - 1]} ${parts(iso)[0]}`;

/** The occurrence of a moment that starts on a day: `tot: 0:00` is the midnight after it, or the one that starts the last day. */
export function occurrenceOn(moment, first) {
  const length = moment.einddatum ? (Date.parse(moment.einddatum) - Date.parse(moment.datum.day)) / 86_400_000 : 0;
  const last = plusDays(first, length);
  const { van, tot } = moment;
  if (van === undefined) return { first, last };
  if (tot === 0) return { first, last: length ? plusDays(last, -1) : last, van, tot: 1440 };
  return { first, last, van, tot };
}

function hours({ van, tot }) {
  if (van === undefined) return "";
  return tot === undefined ? `vanaf ${clock(van)} uur` : `van ${clock(van)} tot ${clock(tot)} uur`;
}

function occurrence(of) {
  const { first, last, van, tot } = of;
  if (van === undefined) {
    return first === last ? day(first) : `van ${first.slice(0, 4) === last.slice(0, 4) ? dayWithoutYear(first) : day(first)} tot en met ${day(last)}`;
  }
  return first === last ? `${day(first)}, ${hours(of)}` : `van ${day(first)} om ${clock(van)} uur tot ${day(last)} om ${clock(tot)} uur`;
}

function every(rule, first) {
  const nth = rule.interval > 1 ? `om de ${rule.interval} ` : "";
  if (rule.op?.nth) {
    const ordinal = Object.keys(ORDINALS).find((word) => ORDINALS[word] === rule.op.nth);
    const on = `${ordinal} ${WEEKDAYS[rule.op.weekday]}`;
    return nth ? `${nth}maanden op de ${on}` : `elke ${on} van de maand`;
  }
  if (rule.elke === "maand") return nth ? `${nth}maanden op de ${parts(first)[2]}e` : `elke ${parts(first)[2]}e van de maand`;
  if (rule.elke === "dag") return nth ? `${nth}dagen` : "elke dag";
  const on = listed((rule.op?.length ? rule.op : [weekday(first)]).map((number) => WEEKDAYS[number]));
  return nth ? `${nth}weken op ${on}` : `elke ${on}`;
}

/** The sentences of a moment: one, or one per time when its recurrence has to be written out. */
export function sentences(moment, rule) {
  if (!moment.datum.day) return [moment.datum.month ? `${monthName(moment.datum.month)}, datum volgt` : "datum volgt"];
  const first = occurrenceOn(moment, moment.datum.day);
  if (!rule || (moment.van !== undefined && moment.tot === undefined && first.first !== first.last)) return [occurrence(first)];
  const all = days(moment.datum.day, rule);
  if (!isPortable(moment.datum.day, rule)) return all.map((iso) => occurrence(occurrenceOn(moment, iso)));
  const timing = hours(first);
  const skipped = rule.behalve.length ? ` (niet op ${listed(rule.behalve.map(plainDay))})` : "";
  return [`${every(rule, all[0])}, van ${plainDay(all[0])} tot en met ${plainDay(all.at(-1))}${timing && `, ${timing}`}${skipped}`];
}

/** The occurrences of a moment, the first ones first. */
export function occurrences(moment, rule) {
  if (!moment.datum.day) return [];
  return (rule ? days(moment.datum.day, rule) : [moment.datum.day]).map((iso) => occurrenceOn(moment, iso));
}
