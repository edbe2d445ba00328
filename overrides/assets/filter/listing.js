// How a selection is divided and ordered: as hooks/doemee/model/agenda.py (listed) and write/pages/sections.py do it,
// within the chosen period.

import { monthOf, yearOf } from "../shared/days.js";
import { capital, dayWithoutYear, monthName } from "../shared/dutch.js";
import { each, has } from "./bitmaps.js";
import { bounds } from "./select.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {import("./initiatives.js").Initiatives} Initiatives */
/** @typedef {import("./select.js").Selection} Selection */

/**
 * What the list shows of an initiative: the slot that matters and the day of it, null when that is to follow; and how
 * often it comes again. `order` and `key` say which slot of an initiative matters most, and its place in the list.
 * @typedef {object} Item
 * @property {number} number The initiative.
 * @property {number} slot
 * @property {"nu" | "komt" | "voorbij"} state
 * @property {Day | null} day
 * @property {number} length
 * @property {number} order
 * @property {number} key
 * @property {number} again
 * @property {number} sortKey Its place among others of its section.
 */

/** @typedef {{ title: string, items: Item[], lasting?: boolean }} Section */

export const RUNNING = "nu", COMING = "komt", PAST = "voorbij";
const LONGEST_PER_DAY = 31;
const MINUTES = 1440; // of a day

/**
 * The days of a slot that are in the period: the first that is not past, the last, and how many are still to come.
 * @param {Initiatives} index
 * @param {number} slot
 * @param {{ from: Day, to: Day, today: Day }} within
 */
function daysOf(index, slot, { from, to, today }) {
  const length = index.length[slot];
  let next = null, last = null, coming = 0;
  for (let at = index.firstDay[slot]; at < index.firstDay[slot + 1]; at++) {
    const day = index.days[at];
    if (day > to || day + length < from) continue;
    last = day;
    if (day + length < today) continue;
    next ??= day;
    coming++;
  }
  return { next, last, coming };
}

/**
 * What a slot shows, when it is the one that matters.
 * @param {Initiatives} index
 * @param {number} number
 * @param {number} slot
 * @param {{ next: Day | null, last: Day | null }} days
 * @param {Day} today
 * @returns {Item}
 */
function itemOf(index, number, slot, { next, last }, today) {
  const length = index.length[slot];
  const item = { number, slot, length, again: 0, sortKey: 0 };
  const window = index.windows.get(slot);
  if (next !== null) {
    const key = next * MINUTES + Math.max(0, index.from[slot]);
    return { ...item, state: next <= today ? RUNNING : COMING, day: next, order: 0, key };
  }
  if (window && window[1] >= today) return { ...item, state: COMING, day: null, order: 1, key: window[1] };
  return { ...item, state: PAST, day: last, order: 2, key: -(window ? window[1] : (last ?? 0) + length) };
}

/**
 * @param {number} number An initiative of the selection: it has at least one slot that was found.
 * @param {Selection} selection
 * @returns {Item | null}
 */
function shown(number, { index, slots, wish }) {
  const within = { ...bounds(wish.period, wish), today: wish.today };
  let best = null, again = 0;
  for (let slot = index.firstSlot[number]; slot < index.firstSlot[number + 1]; slot++) {
    if (!has(slots, slot)) continue;
    const days = daysOf(index, slot, within);
    if (!index.isCalledOff(slot)) again += days.coming;
    const item = itemOf(index, number, slot, days, wish.today);
    if (!best || item.order < best.order || (item.order === best.order && item.key < best.key)) best = item;
  }
  if (best) best.again = Math.max(0, again - 1);
  return best;
}

/**
 * Sections of items: what lasts apart, or it buries Saturday; then per day or month, what is to follow, and what was.
 * @param {Selection} selection
 * @param {boolean} byDistance
 * @returns {Section[]}
 */
export function sections(selection, byDistance) {
  const { index, found, wish } = selection;
  /** @type {Record<"running" | "coming" | "unknown" | "past", Item[]>} */
  const { running, coming, unknown, past } = { running: [], coming: [], unknown: [], past: [] };
  const start = Math.max(wish.today, wish.period?.[0] ?? 0);
  each(found, (number) => {
    const item = shown(number, selection);
    if (!item) return;
    if (item.state === PAST) past.push(item);
    else if (item.day === null) unknown.push(item);
    else if (item.length > 1 && item.day <= (item.state === RUNNING ? wish.today : start - 1)) running.push(item);
    else coming.push(item);
  });
  sort(index, running, ({ day, length }) => (day ?? 0) + length);
  sort(index, coming, ({ key }) => key);
  sort(index, unknown, ({ key }) => key);
  sort(index, past, ({ key }) => -key).reverse();
  /** @type {Section[]} */
  const result = [];
  const { near } = wish;
  if (byDistance && near) {
    const items = sort(index, [...coming, ...running], ({ slot }) => near.distances[index.place[slot]]);
    result.push({ title: "Van dichtbij naar verder", items });
  } else {
    const now = running.every(({ state }) => state === RUNNING);
    result.push({ title: now ? "Loopt nu" : "Loopt dan al", items: running, lasting: true });
    const perDay = wish.period && wish.period[1] - wish.period[0] < LONGEST_PER_DAY;
    for (const item of coming) {
      const day = Math.max(item.day ?? start, start);
      const title = capital(perDay ? dayWithoutYear(day) : monthName(monthOf(day), yearOf(day)));
      const last = result[result.length - 1];
      if (last.title === title) last.items.push(item);
      else result.push({ title, items: [item] });
    }
  }
  result.push({ title: "De datum volgt nog", items: unknown }, { title: "Voorbij", items: past });
  return result.filter(({ items }) => items.length);
}

/**
 * In place, by a key that is computed once; ties by slug.
 * @param {Initiatives} index
 * @param {Item[]} items
 * @param {(item: Item) => number} key
 */
function sort(index, items, key) {
  for (const item of items) item.sortKey = key(item);
  return items.sort((one, other) => one.sortKey - other.sortKey || index.rank[one.number] - index.rank[other.number]);
}
