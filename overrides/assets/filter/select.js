// Which initiatives answer to a wish, and how many each further choice would give.

import { add, both, common, each, either, empty, size } from "./bitmaps.js";

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

const others = (groups, key) => Object.keys(groups).filter((name) => name !== key).map((name) => groups[name]);

/** A wish: `chosen` maps a group to ids, `period` is [first, last] or null, `near` is {distances, km} or null, `words` a set or null. */
export class Selection {
  constructor(index, wish) {
    this.index = index;
    this.wish = wish;
    const sets = (key) => (wish.chosen[key] ?? []).map((id) => index.sets[key].get(id));
    this.ofSlots = { wanneer: slotsWithin(index, wish.period, wish), waar: either(sets("waar")), online: either(sets("online")) };
    if (wish.near) this.ofSlots.bij = slotsNear(index, wish.near, wish.near.km);
    this.slots = both(...Object.values(this.ofSlots));
    this.groups = { zoek: wish.words };
    for (const key of ANY_OF) this.groups[key] = either(sets(key));
    for (const key of ALL_OF) this.groups[key] = wish.chosen[key] ? both(...sets(key)) : null;
    this.found = both(owners(index, this.slots), ...Object.values(this.groups));
    this.total = size(this.found);
  }

  /** Calls `tell(group, id, count)` for every choice: what it would give next to what is chosen in the other groups. */
  counts(periods, distances, tell) {
    const { index, wish } = this;
    const here = owners(index, this.slots);
    for (const key of [...ANY_OF, ...ALL_OF]) {
      const rest = both(here, ...others(this.groups, ANY_OF.includes(key) && key));
      for (const [id, set] of index.sets[key]) tell(key, id, common(rest, set));
    }
    const give = (key, slots) => size(both(owners(index, both(slots, ...others(this.ofSlots, key))), ...Object.values(this.groups)));
    for (const key of ["waar", "online"]) for (const [id, set] of index.sets[key]) tell(key, id, give(key, set));
    for (const [id, period] of periods) tell("wanneer", id, give("wanneer", slotsWithin(index, period, wish)));
    if (wish.near) for (const km of distances) tell("km", km, give("bij", slotsNear(index, wish.near, km)));
    const within = (past) => give("wanneer", slotsWithin(index, wish.period, { today: wish.today, past }));
    tell("voorbij", 1, within(true) - within(false));
  }
}
