// The parts of a card, as overrides/doemee/card.html writes them.

import { shortMonth } from "./dutch.js";
import { element } from "./elements.js";

/**
 * The block with the date: parts of it, each a day or a word, and the month below.
 * @param {Node[]} words
 * @param {number | undefined} month 1 to 12; without it, the date is to follow.
 */
export function dateBlock(words, month) {
  const last = element("span", "dm-date__month", month ? shortMonth(month) : "volgt");
  const made = element("p", "dm-date", ...words.flatMap((word) => [word, " "]), last);
  made.ariaHidden = "true";
  return made;
}

/** The day in a date block; a question mark when it is not known. */
export const dayNumber = (/** @type {number | undefined} */ number) =>
  element("span", "dm-date__day", String(number ?? "?"));

/**
 * The line with what it is.
 * @param {string | undefined} kind The name of its kind.
 * @param {{ free?: boolean, help?: boolean, example?: boolean }} is
 */
export function whatLine(kind, { free, help, example }) {
  const badges = [
    kind && element("span", "dm-kind", kind),
    free && element("span", "dm-kind dm-kind--free", "gratis"),
    help && element("span", "dm-kind dm-kind--help", "hier kan je helpen"),
    example && element("span", "dm-badge dm-badge--example", "voorbeeld"),
  ];
  const shown = badges.filter((badge) => badge instanceof HTMLElement);
  return element("p", "dm-card__what", ...shown.flatMap((badge, at) => (at ? [" ", badge] : [badge])));
}

/** A status that is not the usual one. */
export const statusBadge = (/** @type {string} */ status) => element("span", `dm-badge dm-badge--${status}`, status);
