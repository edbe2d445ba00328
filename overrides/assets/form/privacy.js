// What becomes public and should not: the rules of hooks/doemee/check/privacy.py, before anything is sent.

import { problem } from "./rules.js";

/** @typedef {import("./declaration.js").Path} Path */

const REGISTER =
  /(?<![0-9+])([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{3})[ .-]?([0-9]{2})(?![0-9])/g;
const MOBILE = /(?<![0-9+])(?:(?:\+|00)32[ ./]?(?:\(0\))?|0)[ ]?4[5-9][0-9](?:[ ./-]?[0-9]){6}(?![0-9])/g;
const IBAN = /\bBE([0-9]{2})((?: ?[0-9]{4}){3})\b/g;
const MAILBOX = new RegExp(
  "@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|telenet|skynet|proximus|scarlet|pandora" +
    "|voo|belgacom|proton|protonmail|gmx|aol)\\.(?:com|be|fr|nl|net|org|me|eu)\\b",
  "gi",
);

function isRegisterNumber(/** @type {RegExpMatchArray} */ [, year, month, day, order, check]) {
  const number = Number(year + month + day + order);
  const checks = [97 - (number % 97), 97 - ((2_000_000_000 + number) % 97)]; // born before 2000, or after
  return Number(month) % 20 <= 12 && Number(day) <= 31 && checks.includes(Number(check));
}

/** A number of an enterprise can look the same, and has a check of its own. */
function isMobile(/** @type {RegExpMatchArray} */ [found]) {
  const digits = found.replace(/[^0-9]/g, "");
  return !(digits.length === 10 && (Number(digits.slice(0, 8)) % 97) + Number(digits.slice(8)) === 97);
}

const isAccount = (/** @type {RegExpMatchArray} */ [, check, account]) =>
  BigInt(`${account.replaceAll(" ", "")}1114${check}`) % 97n === 1n;

/**
 * What is looked for: `real` says which of the matches are meant.
 * @type {{ pattern: RegExp, real: (match: RegExpMatchArray, at: number) => boolean, words: Words }[]}
 * @typedef {[code: string, message: string, hint: string, severity: "fout" | "waarschuwing"]} Words
 */
const KINDS = [
  {
    pattern: REGISTER,
    real: isRegisterNumber,
    words: [
      "rijksregisternummer",
      "dit lijkt een rijksregisternummer",
      "Verwijder het, overal: zo'n nummer mag nooit openbaar zijn",
      "fout",
    ],
  },
  {
    pattern: MOBILE,
    real: isMobile,
    words: [
      "gsm-nummer",
      "dit lijkt iemands gsm-nummer, en het wordt openbaar",
      "Gebruik liever een nummer van de organisatie, of alleen een mailadres",
      "waarschuwing",
    ],
  },
  {
    pattern: IBAN,
    real: isAccount,
    words: [
      "rekeningnummer",
      "dit is een rekeningnummer, en het wordt openbaar",
      "Verwijs liever naar een pagina van de organisatie met uitleg over betalen",
      "waarschuwing",
    ],
  },
  {
    pattern: MAILBOX,
    real: (_, at) => at === 0, // one word on them is enough
    words: [
      "privemail",
      "dit lijkt iemands eigen mailadres, en het wordt openbaar",
      "Gebruik liever een adres van de organisatie, zoals info@mijnvereniging.be",
      "waarschuwing",
    ],
  },
];

/**
 * Problems with one text.
 * @param {Path} path Where it stands.
 * @param {string} text
 */
export const personal = (path, text) =>
  KINDS.flatMap(({ pattern, real, words }) =>
    [...text.matchAll(pattern)].filter(real).map(() => problem(path, ...words)));
