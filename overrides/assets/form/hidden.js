// Characters that nobody sees, and words that are not what they seem. Its twin, with the reasons, is
// hooks/doemee/load/hidden_characters.py; tests/rules/hidden.json holds both to the same.

/** @import { Filling, Hidden } from "./types.js" */

const USUAL = /^[\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac\u2190-\u21ff]*$/;
const SYMBOL = /\p{S}/u;
const WORD = /[\p{L}\p{N}_]{1,60}/gu;
const LATIN = /[A-Za-z\u00c0-\u024f]/;
const OTHER = /[\u0370-\u03ff\u0400-\u052f]/;

/**
 * What kind of hidden character this is; nothing when it may stand here.
 * @param {string} character
 * @param {string} before The characters around it, or nothing.
 * @param {string} after
 * @param {Hidden} names
 */
function nameOf(character, before, after, { never, names, categories, shape }) {
  if (never[character]) return never[character];
  if (/[\ufe00-\ufe0f]/.test(character)) {
    const picture = SYMBOL.test(before) || /[‼⁉〰〽]/.test(before) || (/[0-9#*]/.test(before) && after === "\u20e3");
    return picture ? "" : shape;
  }
  if (/[\u{e0100}-\u{e01ef}]/u.test(character)) return shape;
  if (character === "\u200d" && SYMBOL.test(after) && (SYMBOL.test(before) || before === "\ufe0f")) return "";
  if (/[\u200c\u200d]/.test(character) && /[\u0600-\u0dff]/.test(before) && /[\u0600-\u0dff]/.test(after)) return "";
  const category = Object.keys(categories).find((name) => new RegExp(`\\p{${name}}`, "u").test(character));
  return category ? names[character] ?? categories[category] : "";
}

/**
 * A text without hidden characters, and the answers to what was in it.
 * @param {string} text
 * @param {Hidden} names
 */
export function withoutHidden(text, names) {
  /** @type {[key: string, values: Filling][]} */
  const found = [];
  if (USUAL.test(text)) return { text, found };
  const characters = Array.from(text).map((character, at, all) => {
    if (/[\n\t -~]/.test(character)) return character;
    const name = nameOf(character, all[at - 1] ?? "", all[at + 1] ?? "", names);
    if (!name) return character;
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    found.push(character === "\ufffd" ? ["verloren-letter", {}] : ["onzichtbaar-teken", { name, number }]);
    return "";
  });
  const stacked = new RegExp(names.stacked.source, "gu");
  const seen = characters.join("");
  const clean = seen.replace(stacked, "$1");
  if (clean !== seen) found.push(["stapel-accenten", {}]);
  for (const [word] of clean.matchAll(WORD)) {
    const letter = OTHER.exec(word)?.[0];
    if (!letter || !LATIN.test(word)) continue;
    found.push(["gemengd-schrift", { word, letter, script: letter < "\u0400" ? "Griekse" : "cyrillische" }]);
  }
  return { text: clean.normalize("NFC"), found };
}
