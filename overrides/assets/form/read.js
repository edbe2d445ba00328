// From the values of the form to what they mean, with every problem: load and check in the browser.

import { collapsed } from "../shared/words.js";
import { mistakes } from "./description.js";
import { isEmpty, isGroup } from "./file.js";
import { personal } from "./privacy.js";
import { broken, problem } from "./rules.js";
import { Misspelled, onWeekdays, READ } from "./spelling.js";

/** @typedef {import("./declaration.js").Campaign} Campaign */
/** @typedef {import("./declaration.js").Field} Field */
/** @typedef {import("./declaration.js").Path} Path */
/** @typedef {import("./declaration.js").Sent} Sent */
/** @typedef {import("./declaration.js").Value} Value */
/** @typedef {import("./declaration.js").Values} Values */
/** @typedef {import("./rules.js").Problem} Problem */

const MAX_BODY = 8000;
const MISSING = /** @type {const} */ (["verplicht-veld", "dit verplichte veld ontbreekt", "Vul het in"]);

/** Reads values, and keeps what is wrong with them. */
class Reader {
  /** @type {Problem[]} */
  problems = [];

  /** @type {Set<string>} The keys of what could not be read, in whatever group. */
  unread = new Set();

  /**
   * What the values of some fields mean; what cannot be read is left out.
   * @param {Field[]} fields
   * @param {Values} values
   * @param {Path} path
   */
  group(fields, values, path) {
    /** @type {Record<string, unknown>} */
    const sent = {};
    for (const field of fields) {
      const value = values[field.key];
      const at = [...path, field.key];
      if (value === undefined || value === null || isEmpty(value)) {
        if (field.required) this.#missing(field, at);
        continue;
      }
      const before = this.problems.length;
      const read = field.many && Array.isArray(value)
        ? value.map((item, number) => this.#one(field, item, [...at, number])).filter((item) => item !== undefined)
        : this.#one(field, value, at);
      if (this.problems.length > before) this.unread.add(field.key);
      if (read !== undefined) sent[field.key] = read;
    }
    return sent;
  }

  /**
   * @param {Field} field
   * @param {Path} at
   */
  #missing({ fields, many }, at) {
    this.problems.push(problem(fields && !many ? [...at, fields[0].key] : at, ...MISSING));
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {Path} at
   * @returns {unknown}
   */
  #one(field, value, at) {
    if (field.fields && isGroup(value)) {
      const group = this.group(field.fields, value, at);
      if (field.key === "herhaling") group.behalve ??= [];
      return group;
    }
    if (typeof value === "boolean") return value;
    try {
      if (typeof value === "string") return READ[field.kind](value.normalize("NFC"), field);
      return Array.isArray(value) ? onWeekdays(value.filter((item) => typeof item === "string")) : undefined;
    } catch (error) {
      if (!(error instanceof Misspelled)) throw error;
      this.problems.push(problem(at, error.code, error.message, error.hint));
      return undefined;
    }
  }
}

/**
 * Every text, with its path.
 * @param {Value | null | undefined} value
 * @param {Path} path
 * @returns {Generator<[path: Path, text: string]>}
 */
function* texts(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* texts(item, [...path, at]);
  else if (isGroup(value)) for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

/**
 * What a whole form means, and what is wrong with it.
 * @param {Field[]} fields
 * @param {Values} values
 * @param {string} body The description in Markdown.
 * @param {Campaign} campaign
 * @returns {{ sent: Sent, problems: Problem[] }}
 */
export function read(fields, values, body, campaign) {
  const reader = new Reader();
  const { problems, unread } = reader;
  const sent = /** @type {Sent} */ (reader.group(fields, values, []));
  const length = Array.from(body).length;
  if (length > MAX_BODY) {
    const message = `de beschrijving telt ${length} tekens, er mogen er hoogstens ${MAX_BODY} zijn`;
    const hint = "Kort ze in en verwijs voor de rest naar je website";
    problems.push(problem(["beschrijving"], "te-lang", message, hint));
  }
  // As in loader.py: the rules look at a field only when all of it could be read.
  const right = /** @type {Sent} */ (Object.fromEntries(Object.entries(sent).filter(([key]) => !unread.has(key))));
  problems.push(...mistakes(body, campaign.soort === "tip"));
  if (fields.some(({ key }) => key === "momenten")) problems.push(...broken(right, { ...campaign, unread }));
  for (const [path, text] of texts({ ...values, beschrijving: body }, [])) {
    problems.push(...personal(path, collapsed(text)));
  }
  return { sent, problems };
}
