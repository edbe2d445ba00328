// A card, as overrides/doemee/card.html writes it: a test compares the two.

import { dateBlock, dayNumber, statusBadge, whatLine } from "../shared/card.js";
import { dayOfMonth, monthOf, yearOf } from "../shared/days.js";
import { count, dayName, monthName, occurrence } from "../shared/dutch.js";
import { element } from "../shared/elements.js";
import { PAST, RUNNING } from "./listing.js";

/** @typedef {import("./initiatives.js").Initiatives} Initiatives */
/** @typedef {import("./listing.js").Item} Item */

const span = (/** @type {string} */ className, /** @type {string} */ text) => element("span", className, text);

/** A running item that lasts for days shows its last day: nothing else of it is news. */
const lastDay = (/** @type {Item} */ { day, length, state }) =>
  day !== null && state === RUNNING && length > 1 ? day + length : null;

/**
 * @param {Initiatives} index
 * @param {Item} item
 */
function date(index, item) {
  const last = lastDay(item);
  if (last !== null) return dateBlock([span("dm-date__month", "tot"), dayNumber(dayOfMonth(last))], monthOf(last));
  const { day, slot } = item;
  if (day !== null) return dateBlock([dayNumber(dayOfMonth(day))], monthOf(day));
  return dateBlock([dayNumber(undefined)], index.windows.get(slot)?.[2]);
}

/**
 * @param {Initiatives} index
 * @param {Item} item
 */
function when(index, item) {
  const { day, slot, length } = item;
  if (day === null) {
    const [first, , month] = index.windows.get(slot) ?? [0, 0, 0];
    return month ? `${monthName(month, yearOf(first))}, datum volgt` : "datum volgt";
  }
  const last = lastDay(item);
  if (last !== null) return `loopt nog tot en met ${dayName(last)}`;
  const [from, until] = [index.from[slot], index.until[slot]].map((minutes) => (minutes < 0 ? undefined : minutes));
  return occurrence({ first: day, last: day + length, from, until });
}

/**
 * @param {Initiatives} index
 * @param {Item} item
 * @param {string} root The way to the root of the site.
 * @param {number} [distance] In kilometres; only told when something near was asked.
 */
export function card(index, item, root, distance) {
  const { number, slot } = item;
  const { data } = index;
  const [kind, kindName] = data.kinds[data.kind[number]];
  const own = data.own[slot];
  const link = element("a", "", data.title[number] + (own ? `: ${own}` : ""));
  link.setAttribute("href", `${root}initiatieven/${data.slug[number]}/`);
  const whenLine = element("p", "dm-card__when");
  const status = index.status(slot);
  if (status !== "bevestigd") whenLine.append(statusBadge(status), " ");
  whenLine.append(when(index, item));
  if (item.again) whenLine.append(" ", span("dm-more", `en nog ${count(item.again, "keer", "keer")}`));
  const place = `${index.where(slot)} · ${data.organisations[data.by[number]]}`;
  const whereLine = element("p", "dm-card__where", place);
  if (distance !== undefined) {
    whereLine.append(span("dm-far", distance < 0.5 ? " · in je gemeente" : ` · op ${Math.round(distance)} km`));
  }
  const what = whatLine(kindName, {
    free: index.is(number, "gratis"),
    help: index.is(number, "help"),
    example: index.is(number, "voorbeeld"),
  });
  const text = element("div", "dm-card__text", element("h3", "", link), whenLine, whereLine, what);
  const style = `dm-card dm-type-${kind}${item.state === PAST ? " dm-card--past" : ""}`;
  return element("li", style, date(index, item), text);
}
