// Dates, hours, amounts, addresses: every spelling that a file may have, with the answer when it is something else.
// The same rules in the same words as hooks/doemee/load/spelling.py and fields.py: tests/browser/test_form_rules.py
// compares.

import { dayFrom } from "../shared/days.js";
import { MONTHS, WEEKDAYS } from "../shared/dutch.js";
import { collapsed } from "../shared/words.js";
import { ORDINALS } from "./moment.js";

/** @typedef {import("./declaration.js").Datum} Datum */
/** @typedef {import("./declaration.js").Field} Field */
/** @typedef {import("./declaration.js").On} On */

const DATE_HINT = "Schrijf de datum als 2026-03-07, 7/3/2026 of 7 maart 2026";
const TIME_HINT = "Schrijf het uur als 14:00, 14.00, 14u of 14u30";
const URL_HINT = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit";
const FIRST_YEAR = 2000, LAST_YEAR = 2100;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,23}";
const EMAIL = /^[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;

/** The text is not what the field asks for. */
export class Misspelled extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string} hint How to write it.
   */
  constructor(code, message, hint) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/**
 * The first characters of a text, counted as people do: an emoji is one.
 * @param {string} text
 * @param {number} most
 */
const cut = (text, most) => Array.from(text).slice(0, most).join("");

const lengthOf = (/** @type {string} */ text) => Array.from(text).length;

const characters = (/** @type {number} */ number) => `${number} ${number === 1 ? "teken" : "tekens"}`;

/**
 * @param {string} value
 * @param {Field} field
 */
function text(value, { least = 0, most = Infinity }) {
  const line = collapsed(value);
  const length = lengthOf(line);
  if (length < least) {
    const message = `deze tekst telt ${characters(length)}, er zijn er minstens ${least} nodig`;
    throw new Misspelled("te-kort", message, "Schrijf het iets vollediger");
  }
  if (length > most) {
    const message = `deze tekst telt ${length} tekens, er mogen er hoogstens ${most} zijn`;
    throw new Misspelled("te-lang", message, `Schrap ${characters(length - most)}`);
  }
  return line;
}

/**
 * The number of a month by its name, in full or short.
 * @param {string} word
 * @param {string} whole The text that it comes from.
 */
function monthNumber(word, whole) {
  const found = MONTHS.findIndex((name) => word === name || word === name.slice(0, 3));
  if (word === "mrt") return 3;
  if (found < 0) throw new Misspelled("datum", `“${whole}” is geen datum die we kunnen lezen`, DATE_HINT);
  return found + 1;
}

/**
 * A day; a month when the day is not known yet; neither when nothing is.
 * @param {string} whole
 * @returns {Datum}
 */
function date(whole) {
  const value = whole.trim().toLowerCase();
  if (value === "volgt" || value === "datum volgt") return {};
  let found;
  if ((found = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(value))) {
    return { day: dayOn(Number(found[1]), Number(found[2]), Number(found[3]), whole) };
  }
  if ((found = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(value))) {
    return { day: dayOn(Number(found[3]), Number(found[2]), Number(found[1]), whole) };
  }
  if ((found = /^([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})$/.exec(value))) {
    return { day: dayOn(Number(found[3]), monthNumber(found[2], whole), Number(found[1]), whole) };
  }
  if ((found = /^([0-9]{4})-([0-9]{1,2})$/.exec(value))) return monthOn(Number(found[1]), Number(found[2]), whole);
  if ((found = /^([a-z]{3,9}) ([0-9]{4})$/.exec(value))) {
    return monthOn(Number(found[2]), monthNumber(found[1], whole), whole);
  }
  throw new Misspelled("datum", `“${whole}” is geen datum die we kunnen lezen`, DATE_HINT);
}

/**
 * @param {number} year
 * @param {string} whole
 */
function checkYear(year, whole) {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new Misspelled("datum", `“${whole}” ligt te ver weg`, "Kijk het jaar na");
  }
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} number
 * @param {string} whole
 */
function dayOn(year, month, number, whole) {
  checkYear(year, whole);
  const day = dayFrom(year, month, number);
  if (day !== null) return day;
  throw new Misspelled("datum", `“${whole}” bestaat niet op de kalender`, "Kijk de dag en de maand na");
}

/**
 * @param {number} year
 * @param {number} month
 * @param {string} whole
 * @returns {Datum}
 */
function monthOn(year, month, whole) {
  checkYear(year, whole);
  if (month < 1 || month > 12) {
    throw new Misspelled("datum", `“${whole}” bestaat niet op de kalender`, "Kijk de maand na");
  }
  return { month: { year, month } };
}

/** A day that is known. */
function fullDate(/** @type {string} */ whole) {
  const found = date(whole);
  if (found.day === undefined) throw new Misspelled("datum", `“${whole}” is geen volledige datum`, DATE_HINT);
  return found.day;
}

/** Minutes since midnight; 1440 is the midnight at the end of the day. */
function time(/** @type {string} */ whole) {
  const found = /^([0-9]{1,2})(?:[:.]([0-9]{2})| ?u(?:ur)? ?([0-9]{2})?)(?: ?uur)?$/.exec(whole.trim().toLowerCase());
  if (!found) throw new Misspelled("uur", `“${whole}” is geen uur dat we kunnen lezen`, TIME_HINT);
  const [hour, minute] = [Number(found[1]), Number(found.at(2) ?? found.at(3) ?? 0)];
  if (hour === 24 && minute === 0) return 1440;
  if (hour > 23 || minute > 59) throw new Misspelled("uur", `“${whole}” bestaat niet op de klok`, TIME_HINT);
  return hour * 60 + minute;
}

/** 0 for Monday; the first two letters are enough. */
function weekdayNumber(/** @type {string} */ whole, code = "weekdag") {
  const value = whole.trim().toLowerCase().replace(/\.+$/, "");
  const found = WEEKDAYS.findIndex((name) => value === name || value === name.slice(0, 2));
  if (found < 0) throw new Misspelled(code, `“${whole}” is geen dag van de week`, "Schrijf de dag als za of zaterdag");
  return found;
}

/**
 * The days of the week on which it recurs, in their order.
 * @param {string[]} words
 * @returns {On}
 */
export const onWeekdays = (words) => [...new Set(words.map((word) => weekdayNumber(word, "op")))].sort();

/**
 * `eerste dinsdag`, of every month.
 * @param {string} whole
 * @returns {On}
 */
function onNth(whole) {
  const [ordinal, ...rest] = whole.trim().toLowerCase().split(" ");
  const nth = ORDINALS.get(ordinal);
  if (nth === undefined) {
    const hint = "Schrijf bijvoorbeeld `eerste dinsdag`, `derde za` of `laatste vrijdag`";
    throw new Misspelled("op", `“${whole}” begrijpen we niet`, hint);
  }
  return { nth, weekday: weekdayNumber(rest.join(" "), "op") };
}

function url(/** @type {string} */ whole) {
  const value = whole.trim();
  const wrong = () => new Misspelled("url", `“${cut(value, 80)}” is geen geldig webadres`, URL_HINT);
  if (/[\s\\<>"{}|^`]/u.test(value) || lengthOf(value) > 500) throw wrong();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(value);
  if (!hasScheme && !value.startsWith("/") && new RegExp(`^${HOST}`).test(value.toLowerCase())) {
    throw new Misspelled("url", "dit adres begint niet met https://", `Schrijf \`https://${value}\``);
  }
  const found = /^https?:\/\/([^/?#]*)/i.exec(value);
  if (!found || found[1].includes("@")) throw wrong();
  try {
    if (!new RegExp(`^${HOST}$`).test(new URL(value).hostname)) throw wrong();
  } catch {
    throw wrong();
  }
  return value;
}

function email(/** @type {string} */ whole) {
  if (!EMAIL.test(whole.trim())) {
    const message = `“${cut(whole, 80)}” is geen geldig e-mailadres`;
    throw new Misspelled("email", message, "Schrijf het als info@mijnvereniging.be");
  }
  return whole.trim();
}

function phone(/** @type {string} */ whole) {
  if (!/^\+?[0-9][0-9 ./()-]{5,19}$/.test(whole.trim())) {
    const message = `“${cut(whole, 40)}” is geen geldig telefoonnummer`;
    throw new Misspelled("telefoon", message, "Schrijf het als 015 12 34 56");
  }
  return whole.trim();
}

function slug(/** @type {string} */ whole) {
  const value = whole.trim();
  if (!SLUG.test(value) || value.length < 3 || value.length > 80) {
    const hint = "Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens";
    throw new Misspelled("slug", `“${cut(value, 80)}” kan geen deel van een adres zijn`, hint);
  }
  return value;
}

function shortId(/** @type {string} */ whole) {
  const value = whole.trim();
  const lower = value.toLowerCase();
  if (SLUG.test(lower) && value !== lower) {
    throw new Misspelled("id", `“${cut(whole, 40)}” heeft hoofdletters`, `Schrijf het in kleine letters: \`${lower}\``);
  }
  if (!SLUG.test(value) || value.length > 40) {
    const message = `“${cut(whole, 40)}” kan geen id zijn`;
    throw new Misspelled("id", message, "Gebruik kleine letters, cijfers en koppeltekens");
  }
  return value;
}

function imageName(/** @type {string} */ whole) {
  const value = whole.trim();
  if (value.toLowerCase().endsWith(".svg")) {
    const message = "een SVG kunnen we niet aannemen: er kan van alles in zitten";
    throw new Misspelled("afbeelding", message, "Bewaar het beeld als PNG of JPEG");
  }
  if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)$/.test(value) || value.length > 100) {
    throw new Misspelled(
      "afbeelding",
      `“${cut(whole, 80)}” kan geen naam van een afbeelding zijn`,
      "Zet een .jpg, .png of .webp in data/initiatives/afbeeldingen/ en schrijf alleen de naam, " +
        "in kleine letters zonder spaties",
    );
  }
  return value;
}

/** The text, and the amount in euro where that is one number. */
function price(/** @type {string} */ whole) {
  const value = collapsed(whole);
  if (lengthOf(value) > 120) {
    const hint = "Schrijf gratis, een bedrag of een tekst van hoogstens 120 tekens";
    throw new Misspelled("prijs", `deze prijs telt ${lengthOf(value)} tekens`, hint);
  }
  if (value.toLowerCase() === "gratis") return { text: "gratis", amount: 0 };
  const found = /^(?:€ ?|EUR ?)?([0-9]{1,5})(?:[.,]([0-9]{1,2}))?(?: ?(?:€|euro|EUR))?$/.exec(value);
  if (!found) return { text: value, amount: null };
  const [euros, cents] = [Number(found[1]), (found.at(2) ?? "").padEnd(2, "0")];
  const amount = Number(`${euros}.${cents}`);
  if (!amount) return { text: "gratis", amount };
  return { text: Number(cents) ? `€ ${euros},${cents}` : `€ ${euros}`, amount };
}

export const isPostcode = (/** @type {string} */ whole) => /^[1-9][0-9]{3}$/.test(whole.trim());

function postcode(/** @type {string} */ whole) {
  if (isPostcode(whole)) return whole.trim();
  const message = `“${cut(whole, 40)}” is geen postcode`;
  throw new Misspelled("postcode", message, "Schrijf de vier cijfers van de postcode");
}

/**
 * @param {string} whole
 * @param {Field} field
 */
function number(whole, { most = Infinity }) {
  const value = whole.trim();
  if (!/^[0-9]{1,4}$/.test(value) || Number(value) < 1 || Number(value) > most) {
    const message = `“${cut(whole, 40)}” is geen getal van 1 tot en met ${most}`;
    throw new Misspelled("getal", message, "Schrijf een getal in cijfers");
  }
  return Number(value);
}

function uitdatabank(/** @type {string} */ whole) {
  const value = whole.trim();
  if (/^https?:/.test(value)) return url(value);
  if (!/^[A-Za-z0-9-]{3,60}$/.test(value)) {
    throw new Misspelled(
      "uitdatabank",
      `“${cut(whole, 60)}” is geen nummer of adres van UiTdatabank`,
      "Kopieer het adres van je activiteit op uitinvlaanderen.be",
    );
  }
  return value;
}

function sentence(/** @type {string} */ whole) {
  const line = collapsed(whole);
  const length = lengthOf(line);
  if (length < 3 || length > 280) {
    throw new Misspelled("zin", `deze zin telt ${characters(length)}`, "Schrijf 3 tot 280 tekens, of alleen true");
  }
  return line;
}

/**
 * The same, but a mistake has the code of another kind.
 * @param {string} code
 * @param {(whole: string) => string} parse
 */
function under(code, parse) {
  return (/** @type {string} */ whole) => {
    try {
      return parse(whole);
    } catch (error) {
      throw error instanceof Misspelled ? new Misspelled(code, error.message, error.hint) : error;
    }
  };
}

const isAddress = (/** @type {string} */ value) => /^(?:https?:|www\.)/i.test(value.trim());

const asItIs = (/** @type {string} */ value) => value;

/**
 * How the text of each kind of field is read: the names are those of the declaration. Each throws Misspelled.
 * @type {Record<string, (whole: string, field: Field) => unknown>}
 */
export const READ = {
  tekst: text,
  datum: date,
  dag: fullDate,
  uur: time,
  weekdag: (whole) => weekdayNumber(whole),
  op: onNth,
  url,
  email,
  telefoon: phone,
  slug,
  id: shortId,
  afbeelding: imageName,
  prijs: price,
  postcode,
  getal: number,
  uitdatabank: under("uitdatabank", uitdatabank),
  sdg: Number,
  taal: asItIs,
  keuze: asItIs,
  "ja-of-nee": asItIs,
  online: under("online", url),
  zin: sentence,
  help: under("help", (whole) => (isAddress(whole) ? url(whole) : sentence(whole))),
};

/** The name of a page, as it stands in its address. Throws Misspelled. */
export const readSlug = slug;
