// Which initiatives answer to a wish, and how many each further choice would give.

import { add, both, common, each, either, empty, size } from "./bitmaps.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {import("./bitmaps.js").Bitmap} Bitmap */
/** @typedef {import("./initiatives.js").Initiatives} Initiatives */
/** @typedef {import("./periods.js").Period} Period */

/**
 * What a visitor asks for.
 * @typedef {object} Wish
 * @property {Day} today
 * @property {boolean} past Whether what is past counts too.
 * @property {Record<string, string[] | undefined>} chosen Per group, the ids that are chosen.
 * @property {Period | null} period
 * @property {{ distances: number[], km: number } | null} near Kilometres to each place, and how many are near.
 * @property {Bitmap | null} words The initiatives with the words that were typed.
 */

const ANY_OF = ["soort", "thema", "sdg", "voor"];
const ALL_OF = ["toegankelijk", "gratis", "help"];

/**
 * The first and the last day that a slot may have to be found: nothing that is past, unless that is asked.
 * @param {Period | null} period
 * @param {{ today: Day, past: boolean }} wish
 */
export function bounds(period, { today, past }) {
  const [from, to] = period ?? [-Infinity, Infinity];
  return { from, to, floor: past ? from : Math.max(from, today) };
}

/**
 * The slots that fall within a period. A day that is to follow counts when it certainly falls within.
 * @param {Initiatives} index
 * @param {Period | null} period
 * @param {{ today: Day, past: boolean }} wish
 */
function slotsWithin(index, period, wish) {
  const { from, to, floor } = bounds(period, wish);
  const found = empty(index.slotCount);
  for (let slot = 0; slot < index.slotCount; slot++) {
    const window = index.windows.get(slot);
    if (window) {
      const [first, last] = window;
      if (first >= from && last <= to && last >= floor) add(found, slot);
      continue;
    }
    let at = index.firstDay[slot + 1] - 1;
    while (at >= index.firstDay[slot] && index.days[at] > to) at--;
    if (at >= index.firstDay[slot] && index.days[at] + index.length[slot] >= floor) add(found, slot);
  }
  return found;
}

/**
 * @param {Initiatives} index
 * @param {number[]} distances
 * @param {number} km
 */
function slotsNear(index, distances, km) {
  const found = empty(index.slotCount);
  for (let slot = 0; slot < index.slotCount; slot++) {
    const place = index.place[slot];
    if (place >= 0 && distances[place] <= km) add(found, slot);
  }
  return found;
}

/**
 * The initiatives of slots.
 * @param {Initiatives} index
 * @param {Bitmap} slots
 */
function owners(index, slots) {
  const found = empty(index.count);
  each(slots, (slot) => { add(found, index.owner[slot]); });
  return found;
}

/**
 * @param {Record<string, Bitmap | null>} groups
 * @param {string | null} key
 */
const others = (groups, key) => Object.keys(groups).filter((name) => name !== key).map((name) => groups[name]);

export class Selection {
  /**
   * @param {Initiatives} index
   * @param {Wish} wish
   */
  constructor(index, wish) {
    this.index = index;
    this.wish = wish;
    const sets = (/** @type {string} */ key) =>
      (wish.chosen[key] ?? []).map((id) => index.sets[key].get(id)).filter((set) => set !== undefined);
    /** @type {Record<string, Bitmap | null>} */
    this.ofSlots = {
      wanneer: slotsWithin(index, wish.period, wish),
      waar: either(sets("waar")),
      online: either(sets("online")),
      bij: wish.near && slotsNear(index, wish.near.distances, wish.near.km),
    };
    this.slots = both(...Object.values(this.ofSlots));
    /** @type {Record<string, Bitmap | null>} */
    this.groups = { zoek: wish.words };
    for (const key of ANY_OF) this.groups[key] = either(sets(key));
    for (const key of ALL_OF) this.groups[key] = wish.chosen[key] ? both(...sets(key)) : null;
    this.found = both(owners(index, this.slots), ...Object.values(this.groups));
    this.total = size(this.found);
  }

  /**
   * Tells of every choice what it would give next to what is chosen in the other groups.
   * @param {Map<string, Period | null>} periods
   * @param {number[]} distances
   * @param {(group: string, id: string, count: number) => void} tell
   */
  counts(periods, distances, tell) {
    const { index, wish } = this;
    const here = owners(index, this.slots);
    for (const key of [...ANY_OF, ...ALL_OF]) {
      const rest = both(here, ...others(this.groups, ANY_OF.includes(key) ? key : null));
      for (const [id, set] of index.sets[key]) tell(key, id, common(rest, set));
    }
    const give = (/** @type {string} */ key, /** @type {Bitmap} */ slots) => {
      const found = owners(index, both(slots, ...others(this.ofSlots, key)));
      return size(both(found, ...Object.values(this.groups)));
    };
    for (const key of ["waar", "online"]) for (const [id, set] of index.sets[key]) tell(key, id, give(key, set));
    for (const [id, period] of periods) tell("wanneer", id, give("wanneer", slotsWithin(index, period, wish)));
    if (wish.near) {
      for (const km of distances) tell("km", String(km), give("bij", slotsNear(index, wish.near.distances, km)));
    }
    const within = (/** @type {boolean} */ past) =>
      give("wanneer", slotsWithin(index, wish.period, { today: wish.today, past }));
    tell("voorbij", "1", within(true) - within(false));
  }
}
