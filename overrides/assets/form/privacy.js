// What becomes public and should not: the rules of hooks/doemee/check/privacy.py, before anything is sent.
// tests/rules/privacy.json holds both to the same.

/** @import { Expression } from "./types.js" */

/** Eleven digits that start with a date and end with their check; who was born since 2000 has a 2 before them. */
function isRegisterNumber(/** @type {RegExpMatchArray} */ [, year, month, day, order, check]) {
  const number = Number([year, month, day, order].join(""));
  const checks = [97 - (number % 97), 97 - ((2_000_000_000 + number) % 97)];
  return Number(month) % 20 <= 12 && Number(day) <= 31 && checks.includes(Number(check));
}

/** A number of an enterprise can look the same, and has a check of its own. */
function isMobile(/** @type {RegExpMatchArray} */ [found]) {
  const digits = found.replace(/[^0-9]/g, "");
  return digits.length !== 10 || (Number(digits.slice(0, 8)) % 97) + Number(digits.slice(8)) !== 97;
}

const isAccount = (/** @type {RegExpMatchArray} */ [, check = "", account = ""]) =>
  BigInt(`${account.replaceAll(" ", "")}1114${check}`) % 97n === 1n;

/** @type {Record<string, ((match: RegExpMatchArray) => boolean) | undefined>} Which of what looks like it, is it. */
const REAL = { rijksregisternummer: isRegisterNumber, "gsm-nummer": isMobile, rekeningnummer: isAccount };

/**
 * The keys of the answers to one text.
 * @param {string} text
 * @param {Record<string, Expression>} personal What it looks like, by the key of its answer.
 */
export const nothingPersonal = (text, personal) =>
  Object.entries(personal).flatMap(([key, { source, flags }]) => {
    const real = REAL[key] ?? (() => true);
    return [...text.matchAll(new RegExp(source, `g${flags}`))].some(real) ? [key] : [];
  });
