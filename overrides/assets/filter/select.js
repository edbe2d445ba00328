// Which initiatives answer to a wish, and how many each further choice would give.

import { add, both, common, each, either, empty, full, size } from "./bitmaps.js";

const ANY_OF = ["soort", "thema", "sdg", "voor"];
const ALL_OF = ["toegankelijk", "gratis", "help"];

/** The slots that fall within a period, and are not past unless that is asked. A day that is to follow counts when it
 *  certainly falls within. */
export function slotsWithin(index, period, { today, past }) {
  const [from, to] = period ?? [-Infinity, Infinity];
  const floor = past ? from : Math.max(from, today);
  const found = empty(index.slotCount);
  for (let slot = 0; slot < index.slotCount; slot++) {
    let at = index.firstDay[slot + 1] - 1;
    if (at < index.firstDay[slot]) {
      const [first, last] = index.windows.get(slot);
      if (first >= from && last <= to && last >= floor) add(found, slot);
      continue;
    }
    while (at >= index.firstDay[slot] && index.days[at] > to) at--;
    if (at >= index.firstDay[slot] && index.days[at] + index.length[slot] >= floor) add(found, slot);
  }
  return found;
}

function slotsNear(index, near, km) {
  const found = empty(index.slotCount);
  for (let slot = 0; slot < index.slotCount; slot++) if (near.distances[index.place[slot]] <= km) add(found, slot);
  return found;
}

function owners(index, slots) {
  const found = empty(index.count);
  each(slots, (slot) => add(found, index.owner[slot]));
  return found;
}

/** A wish: `chosen` maps a group to ids, `period` is [first, last] or null, `near` is {distances, km} or null, `words` a set or null. */
export class Selection {
  constructor(index, wish) {
    this.index = index;
    this.wish = wish;
    const chosen = (key) => wish.chosen[key] ?? [];
    this.where = either(chosen("waar").map((id) => index.regionSets.get(id)));
    this.online = chosen("online").length ? index.onlineSet : null;
    this.close = wish.near && slotsNear(index, wish.near, wish.near.km);
    this.within = slotsWithin(index, wish.period, wish);
    this.slots = both(this.within, this.where, this.online, this.close);
    this.groups = { zoek: wish.words };
    for (const key of ANY_OF) this.groups[key] = either(chosen(key).map((id) => index.sets[key].get(id)));
    for (const key of ALL_OF) {
      const sets = chosen(key).map((id) => index.sets[key].get(id));
      this.groups[key] = sets.length ? both(...sets) : null;
    }
    this.found = both(owners(index, this.slots), ...Object.values(this.groups));
    this.total = size(this.found);
  }

  /** Calls `tell(group, id, count)` for every choice: what it would give next to what is chosen in the other groups. */
  counts(periods, distances, tell) {
    const { index, wish } = this;
    const places = owners(index, this.slots);
    for (const key of [...ANY_OF, ...ALL_OF]) {
      const others = Object.entries(this.groups).filter(([name]) => name !== key || ALL_OF.includes(key)).map(([, set]) => set);
      const rest = both(places, ...others);
      for (const [id, set] of index.sets[key]) tell(key, id, common(rest, set));
    }
    const rest = both(full(index.count), ...Object.values(this.groups));
    const give = (...slots) => common(owners(index, both(...slots)), rest);
    for (const [id, set] of index.regionSets) tell("waar", id, give(set, this.within, this.online, this.close));
    tell("online", "1", give(index.onlineSet, this.within, this.where, this.close));
    for (const [id, period] of periods) tell("wanneer", id, give(slotsWithin(index, period, wish), this.where, this.online, this.close));
    if (wish.near) for (const km of distances) tell("km", `${km}`, give(slotsNear(index, wish.near, km), this.within, this.where, this.online));
    const withPast = slotsWithin(index, wish.period, { ...wish, past: true });
    const withoutPast = slotsWithin(index, wish.period, { ...wish, past: false });
    tell("voorbij", "1", give(withPast, this.where, this.online, this.close) - give(withoutPast, this.where, this.online, this.close));
  }
}
