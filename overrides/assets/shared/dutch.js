// Days, hours and numbers in words, as hooks/doemee/model/dutch.py writes them; tests/rules/ holds both to the same.

import { dayOfMonth, monthOf, weekday, yearOf } from "./days.js";

/** @typedef {import("./days.js").Day} Day */

/**
 * One time that something takes place: first and last day, and when it starts and ends in minutes after midnight.
 * Without `from` it lasts whole days; without `until` nobody said when it ends. 1440 is midnight at the end of a day.
 * @typedef {{ first: Day, last: Day, from?: number, until?: number }} Occurrence
 */

export const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

export const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];

/** `mrt`, for the date block of a card; months count from 1. */
export const shortMonth = (/** @type {number} */ month) => (month === 3 ? "mrt" : MONTHS[month - 1].slice(0, 3));

/** `maart 2026` */
export const monthName = (/** @type {number} */ month, /** @type {number} */ year) => `${MONTHS[month - 1]} ${year}`;

/** `7 maart 2026` */
export const plainDay = (/** @type {Day} */ day) => `${dayOfMonth(day)} ${monthName(monthOf(day), yearOf(day))}`;

/** `zaterdag 7 maart` */
export const dayWithoutYear = (/** @type {Day} */ day) =>
  `${WEEKDAYS[weekday(day)]} ${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1]}`;

/** `zaterdag 7 maart 2026` */
export const dayName = (/** @type {Day} */ day) => `${dayWithoutYear(day)} ${yearOf(day)}`;

/** `14.30`, from minutes after midnight. */
export const clock = (/** @type {number} */ minutes) =>
  `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;

export const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 initiatief`, `2 initiatieven` */
export const count = (/** @type {number} */ number, /** @type {string} */ one, /** @type {string} */ many) =>
  `${number} ${number === 1 ? one : many}`;

/** `a, b en c` */
export const listed = (/** @type {string[]} */ words, joint = "en") =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;

/** `van 14.00 tot 17.00 uur`, `vanaf 14.00 uur`, or nothing for whole days. */
export function hours(/** @type {Occurrence} */ { from, until }) {
  if (from === undefined) return "";
  return until === undefined ? `vanaf ${clock(from)} uur` : `van ${clock(from)} tot ${clock(until)} uur`;
}

/** `zaterdag 7 maart 2026, van 14.00 tot 17.00 uur` */
export function occurrence(/** @type {Occurrence} */ of) {
  const { first, last, from, until } = of;
  if (from === undefined) {
    if (first === last) return dayName(first);
    return `van ${yearOf(first) === yearOf(last) ? dayWithoutYear(first) : dayName(first)} tot en met ${dayName(last)}`;
  }
  if (first === last || until === undefined) return `${dayName(first)}, ${hours(of)}`;
  return `van ${dayName(first)} om ${clock(from)} uur tot ${dayName(last)} om ${clock(until)} uur`;
}
