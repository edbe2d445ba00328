// A recurrence becomes days, as hooks/doemee/model/recurrence.py makes them (RFC 5545, section 3.3.10, weeks from Monday).

import { isoFrom, parts, plusDays, weekday } from "./days.js";

export const MAX_OCCURRENCES = 400;

/** The days on which a rule falls, exceptions included, in order and at most one too many. */
export function ruleDays(first, rule) {
  if (!rule.tot_en_met && !rule.aantal) return [];
  const found = [];
  const most = rule.tot_en_met ? MAX_OCCURRENCES + 1 : Math.min(rule.aantal, MAX_OCCURRENCES + 1);
  for (const day of candidates(first, rule)) {
    if ((rule.tot_en_met && day > rule.tot_en_met) || found.length >= most || day > "2101") break;
    if (day >= first) found.push(day);
  }
  return found;
}

/** The days on which it really goes on. */
export const days = (first, rule) => ruleDays(first, rule).filter((day) => !rule.behalve.includes(day));

function* candidates(first, rule) {
  const step = rule.interval ?? 1;
  if (rule.elke === "dag") {
    for (let day = first; ; day = plusDays(day, step)) yield day;
  }
  if (rule.elke === "week") {
    const on = Array.isArray(rule.op) && rule.op.length ? rule.op : [weekday(first)];
    for (let monday = plusDays(first, -weekday(first)); ; monday = plusDays(monday, 7 * step)) {
      for (const number of on) yield plusDays(monday, number);
    }
  }
  const [year, month, day] = parts(first);
  for (let count = month - 1; ; count += step) {
    const [inYear, inMonth] = [year + Math.floor(count / 12), (count % 12) + 1];
    if (inYear > 2101) return;
    const iso = rule.op?.nth ? nthWeekday(inYear, inMonth, rule.op) : isoFrom(inYear, inMonth, day);
    if (iso) yield iso;
  }
}

function nthWeekday(year, month, { nth, weekday: wanted }) {
  const first = isoFrom(year, month, 1);
  if (nth > 0) return plusDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
  const last = plusDays(isoFrom(year + Math.floor(month / 12), (month % 12) + 1, 1), -1);
  return plusDays(last, -((weekday(last) - wanted + 7) % 7));
}

/** Whether every calendar app makes the same days of it; else it is written out day by day. */
export function isPortable(first, rule) {
  if (rule.aantal === 1 || days(first, rule).length < 2) return false;
  return rule.elke !== "maand" || Boolean(rule.op?.nth) || parts(first)[2] <= 28;
}
