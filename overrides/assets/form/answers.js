// A finding in words: the answer of the catalogue (hooks/doemee/load/catalogue.py) with its values filled in.

import { dayOf, dayOfMonth, monthOf, yearOf } from "../shared/days.js";
import { listed } from "../shared/dutch.js";

/** @import { Day } from "../shared/days.js" */
/** @import { Declaration, Filling, Finding, Problem } from "./types.js" */

/** `7/3/2026` */
export const shortDay = (/** @type {Day} */ day) => `${dayOfMonth(day)}/${monthOf(day)}/${yearOf(day)}`;

/**
 * A text with its values; `{value:.80}` shows 80 characters at most, `{{` is a brace.
 * @param {string} text
 * @param {Filling} values
 */
function filled(text, values) {
  /** @type {(found: string, name?: string, most?: string) => string} */
  const fill = (found, name, most) => {
    if (!name) return found.charAt(0);
    const value = values[name];
    if (value === undefined) throw new Error(`${text}: ${name} is not given`);
    return most ? Array.from(String(value)).slice(0, Number(most)).join("") : String(value);
  };
  return text.replaceAll(/\{\{|\}\}|\{(\w+)(?::\.(\d+))?\}/g, fill);
}

/**
 * Words for findings.
 * @param {Declaration} declared
 * @returns {(finding: Finding) => Problem}
 */
export function inWords({ answers, area, spelled, start, end }) {
  const days = { start: shortDay(dayOf(start)), end: shortDay(dayOf(end)) };
  const ofCampaign = { spelled, either: listed(area, "of"), both: listed(area), ...days };
  return ({ path, key, values, code }) => {
    const answer = answers[key];
    if (!answer) throw new Error(`${key}: no such answer`);
    const all = { ...ofCampaign, ...values };
    return {
      path,
      code: code ?? answer.code ?? key,
      message: filled(answer.message, all),
      hint: filled(answer.cure, all),
      severity: answer.severity ?? "fout",
    };
  };
}
