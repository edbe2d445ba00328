// kalender/filter.json unpacked: typed arrays and a set of bits per choice. How it was packed: hooks/doemee/write/data/filter_index.py.
// A slot is a moment of an initiative, or some that differ in nothing but their day.

import { fromSteps, has } from "./bitmaps.js";
import { dayOf } from "./days.js";

const ONE_EVENT = 4, STATUS = 3;
const CALLED_OFF = 2; // uitgesteld and geannuleerd come last
const OF_SLOTS = ["waar", "online"];

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
    this.sets = {};
    for (const [key, group] of Object.entries(data.choices)) {
      const many = OF_SLOTS.includes(key) ? this.slotCount : this.count;
      this.sets[key] = new Map(Object.entries(group).map(([id, steps]) => [id, fromSteps(steps, many)]));
    }
  }

  /** Whether it is so of an initiative or a slot: `gratis`, `help`, `voorbeeld`, `online`. */
  is(number, key) { return has(this.sets[key].get("1"), number); }
  isOneEvent(slot) { return this.flags[slot] & ONE_EVENT; }
  status(slot) { return this.statuses[this.flags[slot] & STATUS]; }
  isCalledOff(slot) { return (this.flags[slot] & STATUS) >= CALLED_OFF; }

  /** `Deinze`, `online`, `Deinze en online`, or the reach. */
  where(slot) {
    if (this.place[slot] >= 0) return this.places[this.place[slot]][0] + (this.is(slot, "online") ? " en online" : "");
    if (this.is(slot, "online")) return "online";
    return this.reach[slot].map((region) => this.regions[region][1]).join(", ");
  }
}
