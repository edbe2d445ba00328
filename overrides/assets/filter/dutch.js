// When an initiative is, in the words of hooks/doemee/model/dutch.py.

import { dateOf, weekday } from "./days.js";

const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

export const shortMonth = (number) => (number === 3 ? "mrt" : MONTHS[number - 1].slice(0, 3));
export const monthOf = (day) => dateOf(day).getUTCMonth() + 1;
export const numberOf = (day) => dateOf(day).getUTCDate();
export const yearOf = (day) => dateOf(day).getUTCFullYear();
export const monthName = (number, year) => `${MONTHS[number - 1]} ${year}`;
export const dayWithoutYear = (day) => `${WEEKDAYS[weekday(day)]} ${numberOf(day)} ${MONTHS[monthOf(day) - 1]}`;
export const dayName = (day) => `${dayWithoutYear(day)} ${yearOf(day)}`;
export const plainDay = (day) => `${numberOf(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
export const capital = (text) => text[0].toUpperCase() + text.slice(1);
export const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
export const listed = (words, joint = "en") => (words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`);

const clock = (minutes) => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;

/** `zaterdag 7 maart 2026, van 14.00 tot 17.00 uur`; hours are minutes, -1 when there are none. */
export function occurrence(first, last, from, until) {
  if (from < 0) {
    if (first === last) return dayName(first);
    return `van ${yearOf(first) === yearOf(last) ? dayWithoutYear(first) : dayName(first)} tot en met ${dayName(last)}`;
  }
  if (first === last) return `${dayName(first)}, ${until < 0 ? `vanaf ${clock(from)}` : `van ${clock(from)} tot ${clock(until)}`} uur`;
  return `van ${dayName(first)} om ${clock(from)} uur tot ${dayName(last)} om ${clock(until)} uur`;
}
