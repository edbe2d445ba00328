// A recurrence becomes days, as hooks/doemee/model/recurrence.py makes them (RFC 5545, section 3.3.10, weeks from
// Monday). tests/rules/recurrence.json holds both to the same.

import { dayFrom, dayOfMonth, firstOfMonth, lastOfMonth, monthOf, weekday, yearOf } from "../shared/days.js";

/** @import { Day } from "../shared/days.js" */
/** @import { Rule } from "./types.js" */

export const MAX_OCCURRENCES = 400;
const LAST_YEAR = 2100; // no date of a file lies beyond it

/** The n-th weekday of a month that a rule names, if it does. */
export const nthOf = (/** @type {Rule} */ { op }) => (op && !Array.isArray(op) ? op : null);

/** The weekdays that a rule names, if it does. */
export const weekdaysOf = (/** @type {Rule} */ { op }) => (Array.isArray(op) ? op : []);

/**
 * The days on which a rule falls from `first` on, exceptions included, in order and at most one too many.
 * A rule without an end gives nothing.
 * @param {Day} first
 * @param {Rule} rule
 */
export function ruleDays(first, rule) {
  const { tot_en_met: last = Infinity, aantal: count = Infinity } = rule;
  /** @type {Day[]} */
  const found = [];
  if (last === Infinity && count === Infinity) return found;
  const most = last === Infinity ? Math.min(count, MAX_OCCURRENCES + 1) : MAX_OCCURRENCES + 1;
  for (const day of candidates(first, rule)) {
    if (day > last || found.length >= most || yearOf(day) > LAST_YEAR) break;
    if (day >= first) found.push(day);
  }
  return found;
}

/**
 * The days on which it goes ahead: those of the rule without the exceptions.
 * @param {Day} first
 * @param {Rule} rule
 */
export const days = (first, rule) => ruleDays(first, rule).filter((day) => !rule.behalve.includes(day));

/**
 * Days of a rule in order, without end, the first ones perhaps before `first`.
 * @param {Day} first
 * @param {Rule} rule
 */
function* candidates(first, rule) {
  const step = rule.interval ?? 1;
  if (rule.elke === "dag") {
    for (let day = first; ; day += step) yield day;
  }
  if (rule.elke === "week") {
    const on = weekdaysOf(rule).length ? weekdaysOf(rule) : [weekday(first)];
    for (let monday = first - weekday(first); ; monday += 7 * step) yield* on.map((number) => monday + number);
  }
  const nth = nthOf(rule);
  for (let months = monthOf(first) - 1; ; months += step) {
    const [year, month] = [yearOf(first) + Math.floor(months / 12), (months % 12) + 1];
    if (year > LAST_YEAR) return;
    const day = nth ? nthWeekday(year, month, nth) : dayFrom(year, month, dayOfMonth(first));
    if (day !== null) yield day;
  }
}

/**
 * @param {number} year
 * @param {number} month
 * @param {{ nth: number, weekday: number }} on
 */
function nthWeekday(year, month, { nth, weekday: wanted }) {
  const [first, last] = [firstOfMonth(year, month), lastOfMonth(year, month)];
  if (nth < 0) return last - ((weekday(last) - wanted + 7) % 7);
  return first + ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1);
}

/**
 * Whether every calendar app makes the same days of it; else it is written out day by day.
 * @param {Day} first
 * @param {Rule} rule
 */
export function isPortable(first, rule) {
  if (rule.aantal === 1 || days(first, rule).length < 2) return false;
  return rule.elke !== "maand" || nthOf(rule) !== null || dayOfMonth(first) <= 28;
}
