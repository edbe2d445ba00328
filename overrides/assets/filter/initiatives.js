// kalender/filter.json unpacked: typed arrays and a set of bits per choice. How it was packed: hooks/doemee/write/filter_index.py.
// A slot is a moment of an initiative, or some that differ in nothing but their day.

import { add, empty, fromSteps } from "./bitmaps.js";
import { dayOf } from "./days.js";

const ONLINE = 4, ONE_EVENT = 8, STATUS = 3;
const FREE = 1, HELP = 2, EXAMPLE = 4;
const CALLED_OFF = 2; // uitgesteld and geannuleerd come last

export class Initiatives {
  constructor(data) {
    Object.assign(this, data);
    this.count = data.slug.length;
    this.slotCount = data.day.length;
    const start = dayOf(data.start);
    this.built = dayOf(data.today);
    this.owner = new Uint16Array(this.slotCount);
    this.firstSlot = new Uint32Array(this.count + 1);
    data.slots.forEach((many, number) => {
      this.firstSlot[number + 1] = this.firstSlot[number] + many;
      this.owner.fill(number, this.firstSlot[number], this.firstSlot[number + 1]);
    });
    const days = [];
    this.firstDay = new Uint32Array(this.slotCount + 1);
    data.day.forEach((packed, slot) => {
      let day = start;
      for (const step of packed === null ? [] : [packed].flat()) days.push((day += step));
      this.firstDay[slot + 1] = days.length;
    });
    this.days = Int32Array.from(days);
    for (const name of ["length", "from", "until", "place"]) this[name] = Int16Array.from(data[name]);
    this.windows = new Map(Object.entries(data.windows).map(([slot, [first, last, month]]) => [+slot, [start + first, start + last, month]]));
    const order = [...data.slug.keys()].sort((one, other) => (data.slug[one] < data.slug[other] ? -1 : 1));
    this.rank = new Uint16Array(this.count);
    order.forEach((number, rank) => { this.rank[number] = rank; });
    this.#choices();
  }

  #choices() {
    const { waar, ...others } = this.choices;
    const sets = (group, many) => new Map(Object.entries(group).map(([id, steps]) => [id, fromSteps(steps, many)]));
    this.regionSets = sets(waar, this.slotCount);
    this.sets = Object.fromEntries(Object.entries(others).map(([key, group]) => [key, sets(group, this.count)]));
    this.sets.soort = new Map(this.kinds.map(([id]) => [id, empty(this.count)]));
    this.sets.gratis = new Map([["1", empty(this.count)]]);
    this.sets.help = new Map([["1", empty(this.count)]]);
    this.onlineSet = empty(this.slotCount);
    for (let number = 0; number < this.count; number++) {
      add(this.sets.soort.get(this.kinds[this.kind[number]][0]), number);
      if (this.facts[number] & FREE) add(this.sets.gratis.get("1"), number);
      if (this.facts[number] & HELP) add(this.sets.help.get("1"), number);
    }
    for (let slot = 0; slot < this.slotCount; slot++) if (this.isOnline(slot)) add(this.onlineSet, slot);
  }

  isFree(number) { return this.facts[number] & FREE; }
  offersHelp(number) { return this.facts[number] & HELP; }
  isExample(number) { return this.facts[number] & EXAMPLE; }
  isOnline(slot) { return this.flags[slot] & ONLINE; }
  isOneEvent(slot) { return this.flags[slot] & ONE_EVENT; }
  status(slot) { return this.statuses[this.flags[slot] & STATUS]; }
  isCalledOff(slot) { return (this.flags[slot] & STATUS) >= CALLED_OFF; }

  /** `Deinze`, `online`, `Deinze en online`, or the reach. */
  where(slot) {
    if (this.place[slot] >= 0) return this.places[this.place[slot]][0] + (this.isOnline(slot) ? " en online" : "");
    if (this.isOnline(slot)) return "online";
    return this.regions.filter(([id]) => (this.regionSets.get(id)[slot >> 5] >>> (slot & 31)) & 1).map(([, name]) => name).join(", ");
  }
}
