// The text of the file, from the values of the form: character for character what
// hooks/doemee/write/data/submission_file.py writes.

import { collapsed } from "../shared/words.js";

/** @typedef {import("./declaration.js").Field} Field */
/** @typedef {import("./declaration.js").Value} Value */
/** @typedef {import("./declaration.js").Values} Values */

/** @type {Record<string, string | undefined>} The one field of a group that may stand for the whole. */
export const SHORT = { organisatie: "naam", inschrijven: "url" };

const PLAIN = /^(?!- )[\p{L}\p{N}][\p{L}\p{N}_ '’.,()/+?!=&%;@€:–-]*$/u;
const NEEDS_QUOTES = /:(?: |$)| $|^(?:true|false|null|yes|no|on|off|y|n)$/i;
const IN_FLOW = /^[\p{L}\p{N}_ '’.()/+?!=&%;@€–-]+$/u;
const MAX_FLOW = 100;

/**
 * @param {Value | null | undefined} value
 * @returns {value is Values}
 */
export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether nothing is filled in, at any depth; a no is something.
 * @param {Value | null | undefined} value
 * @returns {boolean}
 */
export function isEmpty(value) {
  if (value === undefined || value === null) return true;
  if (typeof value === "boolean") return false;
  return typeof value === "string" ? !value.trim() : Object.values(value).every(isEmpty);
}

/** @param {string | boolean} value */
function scalar(value) {
  if (typeof value === "boolean") return String(value);
  const text = collapsed(value);
  return PLAIN.test(text) && !NEEDS_QUOTES.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/**
 * The lines of one field; none when it is empty.
 * @param {string} key
 * @param {Value | null | undefined} value
 * @param {string} indent
 * @returns {string[]}
 */
function field(key, value, indent) {
  if (value === undefined || value === null || isEmpty(value)) return [];
  if (Array.isArray(value)) return list(key, value.filter((item) => !isEmpty(item)), indent);
  if (!isGroup(value)) return [`${indent}${key}: ${scalar(value)}`];
  const [[only, inner], ...others] = Object.entries(value).filter(([, item]) => !isEmpty(item));
  if (only === SHORT[key] && !others.length) return field(key, inner, indent);
  return [`${indent}${key}:`, ...group(value, `${indent}  `)];
}

/**
 * The lines of a list: one when it is short and plain.
 * @param {string} key
 * @param {(string | Values)[]} items
 * @param {string} indent
 */
function list(key, items, indent) {
  const groups = items.filter(isGroup);
  if (groups.length) return [`${indent}${key}:`, ...groups.flatMap((item) => listItem(item, `${indent}  `))];
  const words = items.filter((item) => typeof item === "string").map(scalar);
  const flow = `${indent}${key}: [${words.join(", ")}]`;
  if (Array.from(flow).length <= MAX_FLOW && words.every((word) => IN_FLOW.test(word))) return [flow];
  return [`${indent}${key}:`, ...words.map((word) => `${indent}  - ${word}`)];
}

/**
 * @param {Values} values
 * @param {string} indent
 */
const group = (values, indent) => Object.entries(values).flatMap(([key, value]) => field(key, value, indent));

/**
 * @param {Values} value
 * @param {string} indent
 */
function listItem(value, indent) {
  const [first, ...rest] = group(value, `${indent}  `);
  return [`${indent}- ${first.trim()}`, ...rest];
}

/**
 * A text of more lines, as a block of YAML.
 * @param {string} key
 * @param {string} text
 */
function literal(key, text) {
  const lines = text.split("\n").map((line) => (line ? `  ${line}` : ""));
  return [`${key}: ${text.startsWith(" ") ? "|2-" : "|-"}`, ...lines];
}

/**
 * The whole file.
 * @param {Field[]} declared Its order is that of the file.
 * @param {Values} values
 * @param {string} body The description.
 * @param {string} path Ends in .md (front matter, then the description) or .yml.
 */
export function fileText(declared, values, body, path) {
  const lines = declared.flatMap(({ key }) => field(key, values[key], ""));
  const description = body.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "");
  if (path.endsWith(".md")) return ["---", ...lines, "---", ...(description ? [description] : []), ""].join("\n");
  return [...lines, ...(description ? literal("beschrijving", description) : []), ""].join("\n");
}
