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
  /** @type {Finding[]} What could not be read. */
  findings = [];

  /** @type {Finding[]} What nobody sees, or nobody should: the text is read without the one, and with the other. */
  asides = [];

  /** @type {Set<string>} The keys of the whole that could not be read. */
  unread = new Set();

  #campaign;

  /** @param {Campaign} campaign */
  constructor(campaign) {
    this.#campaign = campaign;
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
      else if (field.required) {
        const inner = field.many ? undefined : field.fields?.at(0);
        this.findings.push({ path: inner ? [...at, inner.key] : at, key: "verplicht-veld" });
      }
      if (this.findings.length > before) this.unread.add(field.key);
    }
    return sent;
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {Path} at
   * @returns {unknown}
   */
  #field(field, value, at) {
    const { control, most = Infinity, tooMany = "" } = field;
    if (control === "on") return onDays(/** @type {string | string[]} */ (value));
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
    if (typeof value !== "string") return value;
    const text = this.clean(value, at);
    return variants && text ? this.text({ variants, oneLine }, text, at, code) : text;
  }

  /**
   * A text without what nobody sees.
   * @param {string} text
   * @param {Path} path
   */
  clean(text, path) {
    const { hidden, personal } = this.#campaign;
    const clean = withoutHidden(text, hidden);
    this.asides.push(...clean.found.map(([key, values]) => ({ path, key, values })));
    this.asides.push(...nothingPersonal(text, personal).map((key) => ({ path, key })));
    return clean.text;
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
  const path = ["beschrijving"];
  const sent = /** @type {Sent} */ (reader.group(campaign.fields, values));
  const description = reader.clean(body, path);
  const { findings, asides, unread } = reader;
  // As in loader.py: the rules look at a field only when all of it could be read.
  const right = /** @type {Sent} */ (Object.fromEntries(Object.entries(sent).filter(([key]) => !unread.has(key))));
  const inText = mistakes(description, campaign.tip, campaign.description);
  findings.push(...inText.map(([key, filling]) => ({ path, key, values: filling })));
  if (!campaign.tip) findings.push(...broken(right, { ...campaign, unread }));
  return { sent, problems: [...findings, ...asides].map(inWords(campaign)) };
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
