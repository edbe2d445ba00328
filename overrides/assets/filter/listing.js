// How a selection is divided and ordered: as hooks/doemee/model/agenda.py (listed) and write/pages/sections.py do it, within the chosen period.

import { has, each } from "./bitmaps.js";
import { capital, dayWithoutYear, monthName, monthOf, yearOf } from "./dutch.js";

export const RUNNING = "nu", COMING = "komt", PAST = "voorbij";
const LONGEST_PER_DAY = 31;

/** What the list shows of an initiative: the slot and day that matter, its state, and how often it comes again. */
function shown(index, number, { slots, wish }) {
  const [from, to] = wish.period ?? [-Infinity, Infinity];
  let best = null, again = 0;
  for (let slot = index.firstSlot[number]; slot < index.firstSlot[number + 1]; slot++) {
    if (!has(slots, slot)) continue;
    const length = index.length[slot];
    let next = null, last = null, coming = 0;
    for (let at = index.firstDay[slot]; at < index.firstDay[slot + 1]; at++) {
      const day = index.days[at];
      if (day > to || day + length < from) continue;
      last = day;
      if (day + length < wish.today) continue;
      next ??= day;
      coming++;
    }
    if (!index.isCalledOff(slot)) again += coming;
    const window = index.windows.get(slot);
    let item;
    if (next !== null) item = { state: next <= wish.today ? RUNNING : COMING, day: next, order: 0, key: next * 1440 + Math.max(0, index.from[slot]) };
    else if (window && window[1] >= wish.today) item = { state: COMING, day: null, order: 1, key: window[1] };
    else item = { state: PAST, day: last, order: 2, key: -(window ? window[1] : last + length) };
    if (!best || item.order < best.order || (item.order === best.order && item.key < best.key)) best = { ...item, number, slot, length };
  }
  best.again = Math.max(0, again - 1);
  return best;
}

/** Sections of items: what lasts apart, or it buries Saturday; then per day or month, what is to follow, and what was. */
export function sections(selection, byDistance) {
  const { index, found, wish } = selection;
  const running = [], coming = [], unknown = [], past = [];
  const start = Math.max(wish.today, wish.period?.[0] ?? 0);
  each(found, (number) => {
    const item = shown(index, number, selection);
    if (item.state === PAST) past.push(item);
    else if (item.day === null) unknown.push(item);
    else if (item.length > 1 && item.day <= (item.state === RUNNING ? wish.today : start - 1)) running.push(item);
    else coming.push(item);
  });
  const sort = (items, key, way = 1) => {
    for (const item of items) item.sortKey = key(item);
    return items.sort((one, other) => way * (one.sortKey - other.sortKey || index.rank[one.number] - index.rank[other.number]));
  };
  sort(running, (item) => item.day + item.length);
  sort(coming, (item) => item.key);
  sort(unknown, (item) => item.key);
  sort(past, (item) => -item.key, -1);
  const result = [];
  if (byDistance && wish.near) {
    const near = sort([...coming, ...running], (item) => wish.near.distances[index.place[item.slot]]);
    result.push({ title: "Van dichtbij naar verder", items: near });
  } else {
    result.push({ title: running.every(({ state }) => state === RUNNING) ? "Loopt nu" : "Loopt dan al", items: running, lasting: true });
    const perDay = wish.period && wish.period[1] - wish.period[0] < LONGEST_PER_DAY;
    for (const item of coming) {
      const day = Math.max(item.day, start);
      const title = capital(perDay ? dayWithoutYear(day) : monthName(monthOf(day), yearOf(day)));
      if (result.at(-1).title !== title) result.push({ title, items: [] });
      result.at(-1).items.push(item);
    }
  }
  result.push({ title: "De datum volgt nog", items: unknown }, { title: "Voorbij", items: past });
  return result.filter(({ items }) => items.length);
}
