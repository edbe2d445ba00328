// What one text of the form means: the demands of its kind, and the steps that data cannot say. Its twin is
// hooks/doemee/load/fields.py; tests/rules/values.json holds both to the same.

import { dayOf } from "../shared/days.js";
import { WEEKDAYS } from "../shared/dutch.js";
import { collapsed } from "../shared/words.js";

/** @import { Datum, Demand, Filling, Kind, On } from "./types.js" */

/** How the n-th of a month is called; the last is -1. */
export const ORDINALS = new Map([["eerste", 1], ["tweede", 2], ["derde", 3], ["vierde", 4], ["laatste", -1]]);

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}$/;
const FREE = /^(?:gratis|(?:€ ?|EUR ?)?0{1,5}(?:[.,]0{1,2})?(?: ?(?:€|euro|EUR))?)$/i;

/** The text is not what its field asks for. */
export class Misspelled extends Error {
  /**
   * @param {string} key Of the answer.
   * @param {Filling} values
   */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/**
 * `2026-03-07`, `2026-05` or `volgt`.
 * @param {string} text
 * @returns {Datum}
 */
function dayOrMonth(text) {
  const [year, month, number] = text.split("-").map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new Misspelled("datum-te-ver", { value: text });
  if (number) return { day: dayOf(text) };
  return month ? { month: { year, month } } : {};
}

/** Minutes after midnight. */
function minutes(/** @type {string} */ text) {
  const [hour, minute] = text.split(":").map(Number);
  return hour * 60 + minute;
}

/** A browser reads more as an address than leads somewhere. */
function webAddress(/** @type {string} */ text) {
  if (!URL.canParse(text) || !HOST.test(new URL(text).hostname)) throw new Misspelled("url", { value: text });
  return text;
}

/** @type {Record<string, (text: string) => unknown>} */
const STEPS = {
  dag: (text) => dayOrMonth(text).day,
  datum: dayOrMonth,
  uur: minutes,
  weekdag: (text) => WEEKDAYS.indexOf(text),
  ja: () => true,
  nee: () => false,
  prijs: (text) => ({ free: FREE.test(text) }),
  getal: Number,
  "kleine-letters": (text) => text.toLowerCase(),
  webadres: webAddress,
};

/**
 * @param {string} text
 * @param {Demand} demand
 */
function meets(text, { matches, refuses, least = 0, most = Infinity, lowest = 0, highest = Infinity }) {
  const { length } = Array.from(text);
  if (matches && !new RegExp(`^(?:${matches})$`, "u").test(text)) return false;
  if (refuses && new RegExp(refuses, "u").test(text)) return false;
  if (length < least || length > most) return false;
  return highest === Infinity || (Number(text) >= lowest && Number(text) <= highest);
}

const characters = (/** @type {number} */ number) => `${number} ${number === 1 ? "teken" : "tekens"}`;

/**
 * What a text of some kind means. Throws Misspelled.
 * @param {Kind} kind
 * @param {string} written
 * @returns {unknown}
 */
export function meaning({ variants, oneLine }, written) {
  const text = oneLine ? collapsed(written) : written.trim();
  const variant = variants.find(({ when }) => !when || new RegExp(when, "u").test(text.toLowerCase()));
  for (const demand of variant?.demands ?? []) {
    if (meets(text, demand)) continue;
    const { length } = Array.from(text);
    const { answer, least, most = 0, highest } = demand;
    const counted = { length, characters: characters(length), excess: characters(length - most) };
    throw new Misspelled(answer, { value: text, small: text.toLowerCase(), ...counted, least, most, highest });
  }
  return variant?.step ? STEPS[variant.step](text) : text;
}

/**
 * The days of a recurrence: days of the week by their names, or a phrase such as `eerste dinsdag`.
 * @param {string | string[]} value
 * @returns {On}
 */
export function onDays(value) {
  if (Array.isArray(value)) return value.map((name) => WEEKDAYS.indexOf(name)).sort();
  const [ordinal, name] = value.split(" ");
  return { nth: ORDINALS.get(ordinal) ?? 0, weekday: WEEKDAYS.indexOf(name) };
}
