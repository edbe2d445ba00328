// Dates, hours, amounts, addresses: every spelling that a file may have, with the answer when it is something else.
// The same rules in the same words as hooks/doemee/load/spelling.py and fields.py; tests/browser/test_form_rules.py compares.

import { isoFrom } from "./days.js";

export const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
export const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
export const ORDINALS = { eerste: 1, tweede: 2, derde: 3, vierde: 4, laatste: -1 };

const DATE_HINT = "Schrijf de datum als 2026-03-07, 7/3/2026 of 7 maart 2026";
const TIME_HINT = "Schrijf het uur als 14:00, 14.00, 14u of 14u30";
const URL_HINT = "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit";
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,23}";
const EMAIL = /^[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;

/** The text is not what the field asks for. `hint` says how to write it. */
export class Misspelled extends Error {
  constructor(code, message, hint) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** On one line, with single spaces. */
export const collapsed = (text) => text.split(/\s+/u).filter(Boolean).join(" ");

/** The first signs of a text, counted as people do: an emoji is one. */
const cut = (text, most) => [...text].slice(0, most).join("");

const signs = (number) => `${number} ${number === 1 ? "teken" : "tekens"}`;

/** `Coöperatie De Lelie vzw` → `cooperatie-de-lelie-vzw`; empty when nothing Latin is in it. */
export function slugify(name) {
  // eslint-disable-next-line no-control-regex
  const ascii = name.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80).replace(/-+$/, "");
}

export function text(value, { least, most }) {
  const line = collapsed(value);
  const length = [...line].length;
  if (length < least) {
    throw new Misspelled("te-kort", `deze tekst telt ${signs(length)}, er zijn er minstens ${least} nodig`, "Schrijf het iets vollediger");
  }
  if (length > most) {
    throw new Misspelled("te-lang", `deze tekst telt ${length} tekens, er mogen er hoogstens ${most} zijn`, `Schrap ${signs(length - most)}`);
  }
  return line;
}

function monthNumber(word, whole) {
  const found = MONTHS.findIndex((name, at) => word === name || word === name.slice(0, 3) || (word === "mrt" && at === 2));
  if (found < 0) throw new Misspelled("datum", `“${whole}” is geen datum die we kunnen lezen`, DATE_HINT);
  return found + 1;
}

/** `{day: "2026-03-07"}`, `{month: "2026-05"}` when the day is not known yet, `{}` when nothing is. */
export function date(whole) {
  const value = whole.trim().toLowerCase();
  if (value === "volgt" || value === "datum volgt") return {};
  let found;
  if ((found = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(value))) return day(found[1], found[2], found[3], whole);
  if ((found = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(value))) return day(found[3], found[2], found[1], whole);
  if ((found = /^([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})$/.exec(value))) return day(found[3], monthNumber(found[2], whole), found[1], whole);
  if ((found = /^([0-9]{4})-([0-9]{1,2})$/.exec(value))) return month(found[1], found[2], whole);
  if ((found = /^([a-z]{3,9}) ([0-9]{4})$/.exec(value))) return month(found[2], monthNumber(found[1], whole), whole);
  throw new Misspelled("datum", `“${whole}” is geen datum die we kunnen lezen`, DATE_HINT);
}

function checkYear(year, whole) {
  if (year < 2000 || year > 2100) throw new Misspelled("datum", `“${whole}” ligt te ver weg`, "Kijk het jaar na");
}

function day(year, monthOf, dayOf, whole) {
  checkYear(Number(year), whole);
  const iso = isoFrom(Number(year), Number(monthOf), Number(dayOf));
  if (!iso) throw new Misspelled("datum", `“${whole}” bestaat niet op de kalender`, "Kijk de dag en de maand na");
  return { day: iso };
}

function month(year, monthOf, whole) {
  checkYear(Number(year), whole);
  if (Number(monthOf) < 1 || Number(monthOf) > 12) throw new Misspelled("datum", `“${whole}” bestaat niet op de kalender`, "Kijk de maand na");
  return { month: `${year}-${String(monthOf).padStart(2, "0")}` };
}

/** A full date, as `2026-03-07`. */
export function fullDate(whole) {
  const found = date(whole);
  if (!found.day) throw new Misspelled("datum", `“${whole}” is geen volledige datum`, DATE_HINT);
  return found.day;
}

/** Minutes since midnight; 1440 is the midnight at the end of the day. */
export function time(whole) {
  const found = /^([0-9]{1,2})(?:[:.]([0-9]{2})| ?u(?:ur)? ?([0-9]{2})?)(?: ?uur)?$/.exec(whole.trim().toLowerCase());
  if (!found) throw new Misspelled("uur", `“${whole}” is geen uur dat we kunnen lezen`, TIME_HINT);
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  if (hour === 24 && minute === 0) return 1440;
  if (hour > 23 || minute > 59) throw new Misspelled("uur", `“${whole}” bestaat niet op de klok`, TIME_HINT);
  return hour * 60 + minute;
}

export function weekdayNumber(whole, code = "weekdag") {
  const value = whole.trim().toLowerCase().replace(/\.+$/, "");
  const found = WEEKDAYS.findIndex((name) => value === name || value === name.slice(0, 2));
  if (found < 0) throw new Misspelled(code, `“${whole}” is geen dag van de week`, "Schrijf de dag als za of zaterdag");
  return found;
}

/** Weekday numbers, or `{nth, weekday}` for `eerste dinsdag`. */
export function on(value) {
  if (Array.isArray(value)) return [...new Set(value.map((word) => weekdayNumber(word, "op")))].sort();
  const [ordinal, ...rest] = value.trim().toLowerCase().split(" ");
  if (!(ordinal in ORDINALS)) {
    throw new Misspelled("op", `“${value}” begrijpen we niet`, "Schrijf bijvoorbeeld `eerste dinsdag`, `derde za` of `laatste vrijdag`");
  }
  return { nth: ORDINALS[ordinal], weekday: weekdayNumber(rest.join(" "), "op") };
}

export function url(whole) {
  const value = whole.trim();
  const wrong = () => new Misspelled("url", `“${cut(value, 80)}” is geen geldig webadres`, URL_HINT);
  if (/[\s\\<>"{}|^`]/u.test(value) || [...value].length > 500) throw wrong();
  if (!/^[a-z][a-z0-9+.-]*:/i.test(value) && !value.startsWith("/") && new RegExp(`^${HOST}`).test(value.toLowerCase())) {
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

export function email(whole) {
  if (!EMAIL.test(whole.trim())) throw new Misspelled("email", `“${cut(whole, 80)}” is geen geldig e-mailadres`, "Schrijf het als info@mijnvereniging.be");
  return whole.trim();
}

export function phone(whole) {
  if (!/^\+?[0-9][0-9 ./()-]{5,19}$/.test(whole.trim())) {
    throw new Misspelled("telefoon", `“${cut(whole, 40)}” is geen geldig telefoonnummer`, "Schrijf het als 015 12 34 56");
  }
  return whole.trim();
}

export function slug(whole) {
  const value = whole.trim();
  if (!SLUG.test(value) || value.length < 3 || value.length > 80) {
    throw new Misspelled("slug", `“${cut(value, 80)}” kan geen deel van een adres zijn`, "Gebruik 3 tot 80 kleine letters, cijfers en enkele koppeltekens");
  }
  return value;
}

export function shortId(whole) {
  const value = whole.trim();
  const lower = value.toLowerCase();
  if (SLUG.test(lower) && value !== lower) throw new Misspelled("id", `“${cut(whole, 40)}” heeft hoofdletters`, `Schrijf het in kleine letters: \`${lower}\``);
  if (!SLUG.test(value) || value.length > 40) {
    throw new Misspelled("id", `“${cut(whole, 40)}” kan geen id zijn`, "Gebruik kleine letters, cijfers en koppeltekens");
  }
  return value;
}

export function imageName(whole) {
  const value = whole.trim();
  if (value.toLowerCase().endsWith(".svg")) {
    throw new Misspelled("afbeelding", "een SVG kunnen we niet aannemen: er kan van alles in zitten", "Bewaar het beeld als PNG of JPEG");
  }
  if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)$/.test(value) || value.length > 100) {
    throw new Misspelled(
      "afbeelding",
      `“${cut(whole, 80)}” kan geen naam van een afbeelding zijn`,
      "Zet een .jpg, .png of .webp in data/initiatives/afbeeldingen/ en schrijf alleen de naam, in kleine letters zonder spaties",
    );
  }
  return value;
}

/** `{text, amount}`: the amount in euro where that is one number, else null. */
export function price(whole) {
  const value = collapsed(whole);
  if ([...value].length > 120) {
    throw new Misspelled("prijs", `deze prijs telt ${[...value].length} tekens`, "Schrijf gratis, een bedrag of een tekst van hoogstens 120 tekens");
  }
  const found = /^(?:€ ?|EUR ?)?([0-9]{1,5})(?:[.,]([0-9]{1,2}))?(?: ?(?:€|euro|EUR))?$/.exec(value);
  if (value.toLowerCase() === "gratis" || (found && !Number(found[1]) && !Number(found[2] ?? 0))) return { text: "gratis", amount: 0 };
  if (!found) return { text: value, amount: null };
  const cents = (found[2] ?? "").padEnd(2, "0");
  return { text: Number(cents) ? `€ ${Number(found[1])},${cents}` : `€ ${Number(found[1])}`, amount: Number(`${found[1]}.${cents}`) };
}

export function postcode(whole) {
  if (!/^[1-9][0-9]{3}$/.test(whole.trim())) throw new Misspelled("postcode", `“${cut(whole, 40)}” is geen postcode`, "Schrijf de vier cijfers van de postcode");
  return whole.trim();
}

export function number(whole, { most }) {
  const value = whole.trim();
  if (!/^[0-9]{1,4}$/.test(value) || Number(value) < 1 || Number(value) > most) {
    throw new Misspelled("getal", `“${cut(whole, 40)}” is geen getal van 1 tot en met ${most}`, "Schrijf een getal in cijfers");
  }
  return Number(value);
}

export function uitdatabank(whole) {
  const value = whole.trim();
  if (/^https?:/.test(value)) {
    try {
      return url(value);
    } catch (error) {
      throw new Misspelled("uitdatabank", error.message, error.hint);
    }
  }
  if (!/^[A-Za-z0-9-]{3,60}$/.test(value)) {
    throw new Misspelled(
      "uitdatabank",
      `“${cut(whole, 60)}” is geen nummer of adres van UiTdatabank`,
      "Kopieer het adres van je activiteit op uitinvlaanderen.be",
    );
  }
  return value;
}

function sentence(whole, code) {
  const line = collapsed(whole);
  const length = [...line].length;
  if (length < 3 || length > 280) throw new Misspelled(code, `deze zin telt ${signs(length)}`, "Schrijf 3 tot 280 tekens, of alleen true");
  return line;
}

/** Yes or no by itself, or else what `parse` reads. */
function yesOrElse(code, parse) {
  return (value) => {
    if (typeof value === "boolean") return value;
    try {
      return parse(value);
    } catch (error) {
      throw new Misspelled(code, error.message, error.hint);
    }
  };
}

const isAddress = (value) => /^(?:https?:|www\.)/i.test(value.trim());

/** How each kind of field is read: the names are the codes of the answers, as in the declaration of the fields. */
export const READ = {
  tekst: text,
  datum: date,
  dag: fullDate,
  uur: time,
  weekdag: (value) => weekdayNumber(value),
  op: on,
  url,
  email,
  telefoon: phone,
  slug,
  id: shortId,
  afbeelding: imageName,
  prijs: price,
  postcode,
  getal: number,
  uitdatabank,
  sdg: Number,
  taal: (value) => value,
  keuze: (value) => value,
  "ja-of-nee": (value) => value,
  online: yesOrElse("online", url),
  zin: yesOrElse("zin", (value) => sentence(value, "zin")),
  help: yesOrElse("help", (value) => (isAddress(value) ? url(value) : sentence(value, "help"))),
};
