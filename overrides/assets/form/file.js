// The text of the file, from the values of the form: sign for sign what hooks/doemee/write/data/submission_file.py writes.

import { collapsed } from "./spelling.js";

const PLAIN = /^(?!- )[\p{L}\p{N}][\p{L}\p{N}_ '’.,()/+?!=&%;@€:–-]*$/u;
const NEEDS_QUOTES = /:(?: |$)| $|^(?:true|false|null|yes|no|on|off|y|n)$/i;
const IN_FLOW = /^[\p{L}\p{N}_ '’.()/+?!=&%;@€–-]+$/u;
const SHORT = { organisatie: "naam", inschrijven: "url" };
const MAX_FLOW = 100;

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Without what is empty, at any depth; null when nothing is left. */
function present(value) {
  if (Array.isArray(value)) {
    const kept = value.map(present).filter((item) => item !== null);
    return kept.length ? kept : null;
  }
  if (isGroup(value)) {
    const kept = Object.entries(value).map(([key, item]) => [key, present(item)]).filter(([, item]) => item !== null);
    return kept.length ? Object.fromEntries(kept) : null;
  }
  if (typeof value === "string") return collapsed(value) || null;
  return value ?? null;
}

function scalar(value) {
  if (typeof value === "boolean") return String(value);
  const text = String(value);
  if (PLAIN.test(text) && (!NEEDS_QUOTES.test(text) || typeof value !== "string")) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function field(key, raw, indent) {
  let value = present(raw);
  if (value === null) return [];
  if (isGroup(value) && Object.keys(value).join() === SHORT[key]) value = value[SHORT[key]];
  if (isGroup(value)) return [`${indent}${key}:`, ...group(value, `${indent}  `)];
  if (!Array.isArray(value)) return [`${indent}${key}: ${scalar(value)}`];
  if (value.some(isGroup)) return [`${indent}${key}:`, ...value.flatMap((item) => listItem(item, `${indent}  `))];
  const words = value.map(scalar);
  const flow = `${indent}${key}: [${words.join(", ")}]`;
  if ([...flow].length <= MAX_FLOW && words.every((word) => IN_FLOW.test(word))) return [flow];
  return [`${indent}${key}:`, ...words.map((word) => `${indent}  - ${word}`)];
}

const group = (values, indent) => Object.entries(values).flatMap(([key, value]) => field(key, value, indent));

function listItem(value, indent) {
  const [first, ...rest] = group(value, `${indent}  `);
  return [`${indent}- ${first.trim()}`, ...rest];
}

function literal(key, text) {
  return [`${key}: ${text.startsWith(" ") ? "|2-" : "|-"}`, ...text.split("\n").map((line) => (line ? `  ${line}` : ""))];
}

/**
 * The whole file. `values` holds texts, booleans, lists and groups under the keys of `declaration`, whose order it follows;
 * `path` ends in .md (front matter, then the description) or .yml.
 */
export function fileText(declaration, values, body, path) {
  const ordered = Object.fromEntries(declaration.filter(({ key }) => key in values).map(({ key }) => [key, values[key]]));
  const lines = group(ordered, "");
  const description = body.replaceAll("\r\n", "\n").replace(/^\n+|\n+$/g, "");
  if (path.endsWith(".md")) return ["---", ...lines, "---", ...(description ? [description] : []), ""].join("\n");
  return [...lines, ...(description ? literal("beschrijving", description) : []), ""].join("\n");
}
