// The text of the file, from the values of the form: character for character what
// hooks/doemee/write/data/submission_file.py writes.

import { collapsed } from "../shared/words.js";

/** @import { Field, Value, Values } from "./types.js" */

const PLAIN = /^(?!- )[\p{L}\p{N}][\p{L}\p{N}_ '’.,()/+?!=&%;@€:–-]*$/u;
const NEEDS_QUOTES = /:(?: |$)| $|^(?:true|false|null|yes|no|on|off|y|n)$/i;
const IN_FLOW = /^[\p{L}\p{N}_ '’.()/+?!=&%;@€–-]+$/u;
const MAX_FLOW = 100;

/**
 * @param {Value | undefined} value
 * @returns {value is Values}
 */
export const isGroup = (value) => typeof value === "object" && !Array.isArray(value);

/**
 * Whether nothing is filled in, at any depth; a no is something.
 * @param {Value | undefined} value
 * @returns {boolean}
 */
export function isEmpty(value) {
  if (value === undefined) return true;
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
 * @param {Field} field
 * @param {Value | undefined} value
 * @param {string} indent
 * @returns {string[]}
 */
function lines(field, value, indent) {
  const { key, short, fields = [] } = field;
  if (value === undefined || isEmpty(value)) return [];
  if (Array.isArray(value)) return listed(field, value.filter((item) => !isEmpty(item)), indent);
  if (!isGroup(value)) return [`${indent}${key}: ${scalar(value)}`];
  const inner = Object.entries(value).filter(([, item]) => !isEmpty(item));
  if (inner.length === 1 && inner[0][0] === short) return lines(field, inner[0][1], indent);
  return [`${indent}${key}:`, ...group(fields, value, `${indent}  `)];
}

/**
 * @param {Field[]} fields
 * @param {Values} values
 * @param {string} indent
 */
const group = (fields, values, indent) => fields.flatMap((field) => lines(field, values[field.key], indent));

/**
 * The lines of a list: one when it is short and plain.
 * @param {Field} field
 * @param {(string | Values)[]} items
 * @param {string} indent
 */
function listed({ key, fields = [] }, items, indent) {
  const groups = items.filter(isGroup).map((item) => group(fields, item, `${indent}    `));
  if (groups.length) {
    const marked = groups.flatMap(([first = "", ...rest]) => [`${indent}  - ${first.trim()}`, ...rest]);
    return [`${indent}${key}:`, ...marked];
  }
  const words = items.filter((item) => typeof item === "string").map(scalar);
  const flow = `${indent}${key}: [${words.join(", ")}]`;
  if (Array.from(flow).length <= MAX_FLOW && words.every((word) => IN_FLOW.test(word))) return [flow];
  return [`${indent}${key}:`, ...words.map((word) => `${indent}  - ${word}`)];
}

/**
 * The whole file.
 * @param {Field[]} fields Their order is that of the file.
 * @param {Values} values
 * @param {string} body The description.
 * @param {string} path Ends in .md (front matter, then the description) or .yml.
 */
export function fileText(fields, values, body, path) {
  const front = group(fields, values, "");
  const description = body.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "");
  if (path.endsWith(".md")) return ["---", ...front, "---", ...(description ? [description] : []), ""].join("\n");
  const mark = description.startsWith(" ") ? "|2-" : "|-"; // YAML must know how far it is indented
  const block = description.split("\n").map((line) => (line ? `  ${line}` : ""));
  return [...front, ...(description ? [`beschrijving: ${mark}`, ...block] : []), ""].join("\n");
}
