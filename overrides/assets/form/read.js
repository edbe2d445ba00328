// From the values of the form to what they mean, and what is wrong with them: load and check in the browser.

import { inWords } from "./answers.js";
import { mistakes } from "./description.js";
import { isEmpty, isGroup } from "./file.js";
import { withoutHidden } from "./hidden.js";
import { nothingPersonal } from "./privacy.js";
import { broken } from "./rules.js";
import { meaning, Misspelled, onDays } from "./values.js";

/** @import { Campaign, Field, Finding, Kind, Path, Problem, Sent, Value, Values } from "./types.js" */

/** Reads values, and keeps what it finds. */
class Reader {
  /** @type {Finding[]} */
  findings = [];

  /** @type {Set<string>} The keys of the whole that could not be read. */
  unread = new Set();

  #campaign;

  /** @param {Campaign} campaign */
  constructor(campaign) {
    this.#campaign = campaign;
  }

  /**
   * A text without what nobody sees; what was in it, and what is personal, is found.
   * @param {string} text
   * @param {Path} path
   */
  clean(text, path) {
    const { hidden, personal } = this.#campaign;
    const clean = withoutHidden(text, hidden);
    for (const [key, values] of clean.found) this.findings.push({ path, key, values });
    for (const key of nothingPersonal(text, personal)) this.findings.push({ path, key });
    return clean.text;
  }

  /**
   * The same for every text in a value.
   * @param {Values} values
   * @param {Path} path
   * @returns {Values}
   */
  cleaned(values, path = []) {
    /** @type {[string, Value | undefined][]} */
    const cleaned = Object.entries(values).map(([key, value]) => [key, this.#cleaned(value, [...path, key])]);
    return Object.fromEntries(cleaned);
  }

  /**
   * @param {Value | undefined} value
   * @param {Path} path
   * @returns {Value | undefined}
   */
  #cleaned(value, path) {
    if (typeof value === "string") return this.clean(value, path);
    if (Array.isArray(value)) {
      return value.map((item, at) =>
        typeof item === "string" ? this.clean(item, [...path, at]) : this.cleaned(item, [...path, at]));
    }
    return isGroup(value) ? this.cleaned(value, path) : value;
  }

  /**
   * What the values of some fields mean; what cannot be read is left out.
   * @param {Field[]} fields
   * @param {Values} values
   * @param {Path} path
   */
  group(fields, values, path = []) {
    /** @type {Record<string, unknown>} */
    const sent = {};
    for (const field of fields) {
      const value = values[field.key];
      const at = [...path, field.key];
      const before = this.findings.length;
      if (value !== undefined && !isEmpty(value)) sent[field.key] = this.#field(field, value, at);
      else if (field.required) this.#missing(field, at);
      if (this.findings.length > before) this.unread.add(field.key);
    }
    return sent;
  }

  /**
   * @param {Field} field
   * @param {Path} at
   */
  #missing({ fields, many }, at) {
    this.findings.push({ path: fields && !many ? [...at, fields[0].key] : at, key: "verplicht-veld" });
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {Path} at
   * @returns {unknown}
   */
  #field(field, value, at) {
    const { most = Infinity, tooMany = "" } = field;
    if (field.control === "on" && (typeof value === "string" || Array.isArray(value))) {
      return onDays(/** @type {string | string[]} */ (value));
    }
    if (!Array.isArray(value)) return this.#one(field, value, at);
    if (value.length > most) {
      this.findings.push({ path: at, key: tooMany, values: { most } });
      return undefined;
    }
    return value.map((item, number) => this.#one(field, item, [...at, number])).filter((item) => item !== undefined);
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {Path} at
   * @returns {unknown}
   */
  #one({ key, fields, variants, code, oneLine = false }, value, at) {
    if (fields && isGroup(value)) {
      const group = this.group(fields, value, at);
      return key === "herhaling" ? { behalve: [], ...group } : group;
    }
    return variants && typeof value === "string" ? this.text({ variants, oneLine }, value, at, code) : value;
  }

  /**
   * @param {Kind} kind
   * @param {string} text
   * @param {Path} path
   * @param {string} [code]
   */
  text(kind, text, path, code) {
    try {
      return meaning(kind, text);
    } catch (error) {
      if (!(error instanceof Misspelled)) throw error;
      this.findings.push({ path, key: error.key, values: error.values, code });
      return undefined;
    }
  }
}

/**
 * What a whole form means, and what is wrong with it.
 * @param {Values} values
 * @param {string} body The description in Markdown.
 * @param {Campaign} campaign
 * @returns {{ sent: Sent, problems: Problem[] }}
 */
export function read(values, body, campaign) {
  const reader = new Reader(campaign);
  const at = ["beschrijving"];
  const clean = reader.cleaned(values);
  const description = reader.clean(body, at);
  const unseen = reader.findings.length;
  const sent = /** @type {Sent} */ (reader.group(campaign.fields, clean));
  const { findings, unread } = reader;
  // As in loader.py: the rules look at a field only when all of it could be read.
  const right = /** @type {Sent} */ (Object.fromEntries(Object.entries(sent).filter(([key]) => !unread.has(key))));
  for (const [key, filling] of mistakes(description, campaign.tip, campaign.description)) {
    findings.push({ path: at, key, values: filling });
  }
  if (!campaign.tip) findings.push(...broken(right, { ...campaign, unread }));
  return { sent, problems: [...findings.slice(unseen), ...findings.slice(0, unseen)].map(inWords(campaign)) };
}

/**
 * What is wrong with the name of a page.
 * @param {string} slug
 * @param {Set<string>} taken The names that other pages have.
 * @param {Campaign} campaign
 */
export function wrongName(slug, taken, campaign) {
  const reader = new Reader(campaign);
  const path = ["slug"];
  if (!slug) reader.findings.push({ path, key: "nog-geen-naam" });
  else reader.text(campaign.slug, slug, path);
  if (taken.has(slug)) reader.findings.push({ path, key: "naam-bestaat-al" });
  return reader.findings.map(inWords(campaign));
}
