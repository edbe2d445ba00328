// The visitor's day, and the periods that a visitor chooses.

import { dayOf, firstOfMonth, lastOfMonth, monthOf, weekday, yearOf } from "../shared/days.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {[first: Day, last: Day]} Period Both days included; infinite where it has no end. */

/**
 * The visitor's today, in Brussels. When the clock of the device says it is before the day of the build, it is wrong:
 * then that day.
 * @param {Day} built
 */
export function today(built) {
  const here = dayOf(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format());
  return here > built ? here : built;
}

/**
 * A chosen period, or null for always. On a Sunday "dit weekend" is the one that is going on.
 * @param {string | undefined} name
 * @param {Day} on
 * @param {string} [from] The first day that was asked, as `2026-03-07`.
 * @param {string} [to] The last one.
 * @returns {Period | null}
 */
export function period(name, on, from, to) {
  const monday = on - weekday(on);
  switch (name) {
    case "week": return [monday, monday + 6];
    case "weekend": return [monday + 5, monday + 6];
    case "maand": return [firstOfMonth(yearOf(on), monthOf(on)), lastOfMonth(yearOf(on), monthOf(on))];
    case "zelf": return from || to ? [from ? dayOf(from) : -Infinity, to ? dayOf(to) : Infinity] : null;
    default: return null;
  }
}
