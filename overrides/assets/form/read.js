// From the values of the form to what they mean, with every problem: load and check in the browser.

import { mistakes } from "./description.js";
import { personal } from "./privacy.js";
import { broken, problem } from "./rules.js";
import { Misspelled, READ, collapsed } from "./spelling.js";

const MAX_BODY = 8000;
const MISSING = ["verplicht-veld", "dit verplichte veld ontbreekt", "Vul het in"];

const isEmpty = (value) =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && !value.trim()) ||
  (typeof value === "object" && Object.values(value).every(isEmpty));

/**
 * What the values of some fields mean, and what is wrong with them.
 *
 * `fields` is a declaration (hooks/doemee/write/pages/form.py), `values` holds texts, booleans, lists and groups under its keys.
 * What cannot be read is left out of `sent`, and its key is in `unread`.
 */
function readGroup(fields, values, path, problems, unread) {
  const sent = {};
  for (const field of fields) {
    const value = values[field.key];
    const at = [...path, field.key];
    if (isEmpty(value)) {
      if (field.required) problems.push(problem(field.fields && !field.many ? [...at, field.fields[0].key] : at, ...MISSING));
      continue;
    }
    const before = problems.length;
    const read = field.many
      ? value.map((item, number) => readOne(field, item, [...at, number], problems, unread)).filter((item) => item !== undefined)
      : readOne(field, value, at, problems, unread);
    if (problems.length > before) unread.add(field.key);
    if (read !== undefined) sent[field.key] = read;
  }
  return sent;
}

function readOne(field, value, at, problems, unread) {
  if (field.fields) {
    const group = readGroup(field.fields, value, at, problems, unread);
    if (field.key === "herhaling") group.behalve ??= [];
    return group;
  }
  try {
    return READ[field.kind](typeof value === "string" ? value.normalize("NFC") : value, field);
  } catch (error) {
    if (!(error instanceof Misspelled)) throw error;
    problems.push(problem(at, error.code, error.message, error.hint));
    return undefined;
  }
}

function* texts(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* texts(item, [...path, at]);
  else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

/** `{sent, problems}` of a whole form; `body` is the description in Markdown. */
export function read(fields, values, body, campaign) {
  const problems = [];
  const unread = new Set();
  const sent = readGroup(fields, values, [], problems, unread);
  if ([...body].length > MAX_BODY) {
    const message = `de beschrijving telt ${[...body].length} tekens, er mogen er hoogstens ${MAX_BODY} zijn`;
    problems.push(problem(["beschrijving"], "te-lang", message, "Kort ze in en verwijs voor de rest naar je website"));
  }
  // As in loader.py: the rules look at a field only when all of it could be read.
  const right = Object.fromEntries(Object.entries(sent).filter(([key]) => !unread.has(key)));
  problems.push(...mistakes(body, campaign.soort === "tip"));
  if (fields.some(({ key }) => key === "momenten")) problems.push(...broken(right, { ...campaign, unread }));
  for (const [path, text] of texts({ ...values, beschrijving: body }, [])) problems.push(...personal(path, collapsed(text)));
  return { sent, problems };
}
