// Days, and the arithmetic on them. JavaScript knows no date without a time of day, so a day is a whole number here:
// how many days after 1 January 1970. Adding is `+`, comparing is `<`. No clock, no time zone; UTC only counts.

/** @typedef {number} Day Days since 1 January 1970. */

const MILLISECONDS = 86_400_000;

const dateOf = (/** @type {Day} */ day) => new Date(day * MILLISECONDS);

/** `2026-03-07` → its day; NaN when the text is no such date. */
export const dayOf = (/** @type {string} */ iso) => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS;

/** A day → `2026-03-07`. */
export const isoOf = (/** @type {Day} */ day) => dateOf(day).toISOString().slice(0, 10);

export const yearOf = (/** @type {Day} */ day) => dateOf(day).getUTCFullYear();

/** 1 for January up to 12 for December. */
export const monthOf = (/** @type {Day} */ day) => dateOf(day).getUTCMonth() + 1;

/** 1 up to 31. */
export const dayOfMonth = (/** @type {Day} */ day) => dateOf(day).getUTCDate();

/** 0 for Monday up to 6 for Sunday, from 1970 on. */
export const weekday = (/** @type {Day} */ day) => (day + 3) % 7;

/**
 * The day of a year, a month (1 to 12) and a number; null when it is not on the calendar.
 * @param {number} year
 * @param {number} month
 * @param {number} number
 * @returns {Day | null}
 */
export function dayFrom(year, month, number) {
  const day = Date.UTC(year, month - 1, number) / MILLISECONDS;
  return monthOf(day) === month && dayOfMonth(day) === number ? day : null;
}

/** The first day of a month; month 13 is January of the next year. */
export const firstOfMonth = (/** @type {number} */ year, /** @type {number} */ month) =>
  Date.UTC(year, month - 1, 1) / MILLISECONDS;

export const lastOfMonth = (/** @type {number} */ year, /** @type {number} */ month) =>
  firstOfMonth(year, month + 1) - 1;

/** The last Sunday of a month: on those of March and October the clock changes (directive 2000/84/EC). */
export function lastSunday(/** @type {number} */ year, /** @type {number} */ month) {
  const last = lastOfMonth(year, month);
  return last - ((weekday(last) + 1) % 7);
}
