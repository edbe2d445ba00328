// When a moment is, in the sentence that stands on its page: as hooks/doemee/model/dutch.py and initiative.py make it.
// tests/rules/moment.json holds both to the same.

import { dayOfMonth, weekday } from "../shared/days.js";
import { hours, listed, monthName, occurrence, plainDay, WEEKDAYS } from "../shared/dutch.js";
import { days, isPortable, nthOf, weekdaysOf } from "./recurrence.js";
import { ORDINALS } from "./values.js";

/** @import { Day } from "../shared/days.js" */
/** @import { Occurrence } from "../shared/dutch.js" */
/** @import { Moment, Rule } from "./types.js" */

const MIDNIGHT = 1440; // at the end of a day

/**
 * The occurrence of a moment that starts on a day: `tot: 0:00` is the midnight after it or, when it ends on another
 * day, the one that starts its last day.
 * @param {Moment} moment
 * @param {Day} first
 * @returns {Occurrence}
 */
export function occurrenceOn({ datum, einddatum, van, tot }, first) {
  const length = datum?.day === undefined || einddatum === undefined ? 0 : einddatum - datum.day;
  const last = first + length;
  if (van === undefined) return { first, last };
  if (tot === 0) return { first, last: length ? last - 1 : last, from: van, until: MIDNIGHT };
  return { first, last, from: van, until: tot };
}

/**
 * `elke dinsdag`, `om de 2 weken op dinsdag en donderdag`, `elke eerste dinsdag van de maand`.
 * @param {Rule} rule
 * @param {Day} first
 */
function every(rule, first) {
  const { interval = 1, elke } = rule;
  const each = interval > 1 ? `om de ${interval} ` : "";
  const nth = nthOf(rule);
  if (nth) {
    const [ordinal] = [...ORDINALS].find(([, number]) => number === nth.nth) ?? [""];
    const on = `${ordinal} ${WEEKDAYS[nth.weekday]}`;
    return each ? `${each}maanden op de ${on}` : `elke ${on} van de maand`;
  }
  if (elke === "maand") {
    return each ? `${each}maanden op de ${dayOfMonth(first)}e` : `elke ${dayOfMonth(first)}e van de maand`;
  }
  if (elke === "dag") return each ? `${each}dagen` : "elke dag";
  const numbers = weekdaysOf(rule).length ? weekdaysOf(rule) : [weekday(first)];
  const on = listed(numbers.map((number) => WEEKDAYS[number]));
  return each ? `${each}weken op ${on}` : `elke ${on}`;
}

/**
 * The sentences of a moment: one, or one per time when its recurrence has to be written out; none as long as it cannot
 * be read.
 * @param {Moment} moment
 * @param {Rule | null} [rule] Of the initiative, when this is its only moment.
 * @returns {string[]}
 */
export function sentences(moment, rule) {
  const { datum, van, tot } = moment;
  if (!datum) return [];
  if (datum.day === undefined) {
    return [datum.month ? `${monthName(datum.month.month, datum.month.year)}, datum volgt` : "datum volgt"];
  }
  const first = occurrenceOn(moment, datum.day);
  const endless = van !== undefined && tot === undefined && first.first !== first.last;
  if (!rule?.elke || !(rule.tot_en_met || rule.aantal) || endless) return [occurrence(first)];
  const all = days(datum.day, rule);
  if (!isPortable(datum.day, rule)) return all.map((day) => occurrence(occurrenceOn(moment, day)));
  const skipped = rule.behalve.length ? ` (niet op ${listed(rule.behalve.map(plainDay))})` : "";
  const timing = hours(first);
  const span = `van ${plainDay(all[0])} tot en met ${plainDay(all[all.length - 1])}`;
  return [`${every(rule, all[0])}, ${span}${timing && `, ${timing}`}${skipped}`];
}
