// What becomes public and should not: the rules of hooks/doemee/check/privacy.py, before anything is sent.

import { problem } from "./rules.js";

const REGISTER = /(?<![0-9+])([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{2})[ .-]?([0-9]{3})[ .-]?([0-9]{2})(?![0-9])/g;
const MOBILE = /(?<![0-9+])(?:(?:\+|00)32[ ./]?(?:\(0\))?|0)[ ]?4[5-9][0-9](?:[ ./-]?[0-9]){6}(?![0-9])/g;
const IBAN = /\bBE([0-9]{2})((?: ?[0-9]{4}){3})\b/g;
const MAILBOX =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|telenet|skynet|proximus|scarlet|pandora|voo|belgacom|proton|protonmail|gmx|aol)\.(?:com|be|fr|nl|net|org|me|eu)\b/i;

function isRegisterNumber([, year, month, day, order, check]) {
  const number = Number(year + month + day + order);
  return Number(month) % 20 <= 12 && Number(day) <= 31 && [97 - (number % 97), 97 - ((2_000_000_000 + number) % 97)].includes(Number(check));
}

function isMobile([found]) {
  const digits = found.replace(/[^0-9]/g, "");
  return !(digits.length === 10 && (Number(digits.slice(0, 8)) % 97) + Number(digits.slice(8)) === 97);
}

const isAccount = ([, check, account]) => BigInt(`${account.replaceAll(" ", "")}1114${check}`) % 97n === 1n;

/** Problems with one text at `path`. */
export function personal(path, text) {
  const found = [];
  for (const match of text.matchAll(REGISTER)) {
    if (isRegisterNumber(match)) {
      found.push(problem(path, "rijksregisternummer", "dit lijkt een rijksregisternummer", "Verwijder het, overal: zo'n nummer mag nooit openbaar zijn"));
    }
  }
  for (const match of text.matchAll(MOBILE)) {
    if (isMobile(match)) {
      const hint = "Gebruik liever een nummer van de organisatie, of alleen een mailadres";
      found.push(problem(path, "gsm-nummer", "dit lijkt iemands gsm-nummer, en het wordt openbaar", hint, "waarschuwing"));
    }
  }
  for (const match of text.matchAll(IBAN)) {
    if (isAccount(match)) {
      const hint = "Verwijs liever naar een pagina van de organisatie met uitleg over betalen";
      found.push(problem(path, "rekeningnummer", "dit is een rekeningnummer, en het wordt openbaar", hint, "waarschuwing"));
    }
  }
  if (MAILBOX.test(text)) {
    const hint = "Gebruik liever een adres van de organisatie, zoals info@mijnvereniging.be";
    found.push(problem(path, "privemail", "dit lijkt iemands eigen mailadres, en het wordt openbaar", hint, "waarschuwing"));
  }
  return found;
}
