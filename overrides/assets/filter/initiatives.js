// kalender/filter.json unpacked: typed arrays, and a set of bits per choice. How it was packed stands in
// hooks/doemee/write/data/filter_index.py. A slot is a moment of an initiative, or some that differ in their day only.

import { dayOf } from "../shared/days.js";
import { fromSteps, has } from "./bitmaps.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {import("./bitmaps.js").Bitmap} Bitmap */

/**
 * kalender/filter.json. Days count from `start`. The lists from `slug` to `slots` hold one value per initiative, those
 * from `day` to `flags` one per slot; a set is the steps from one number in it to the next.
 * @typedef {object} Packed
 * @property {string} today The day of the build.
 * @property {string} start
 * @property {[id: string, name: string][]} kinds
 * @property {[id: string, name: string][]} regions
 * @property {string[]} statuses
 * @property {string[]} organisations
 * @property {[name: string, lat: number, lon: number][]} places
 * @property {Record<string, Record<string, number[]>>} choices Per group and choice, the set of its numbers.
 * @property {string[]} slug
 * @property {string[]} title
 * @property {number[]} by Its organisation.
 * @property {number[]} kind
 * @property {number[]} slots How many it has.
 * @property {(number | number[] | null)[]} day Its first days: one, a set, or none as they are to follow.
 * @property {number[]} length Days that it lasts after the first.
 * @property {number[]} from Minutes after midnight, -1 for none.
 * @property {number[]} until
 * @property {number[]} place -1 for none.
 * @property {number[]} flags Its status, and whether it is one event.
 * @property {Record<number, string | undefined>} own The title of a slot, when it has one.
 * @property {Record<number, number[]>} reach The regions of a slot without a place.
 * @property {Record<number, [first: number, last: number, month: number]>} windows Between which days a slot without
 *   a day falls, and the month if that is known, else 0.
 */

const ONE_EVENT = 4, STATUS = 3;
const CALLED_OFF = 2; // uitgesteld and geannuleerd come last
const OF_SLOTS = ["waar", "online"];

export class Initiatives {
  /** @type {Record<string, Map<string, Bitmap>>} */
  sets = {};

  /** @type {Map<number, [first: Day, last: Day, month: number]>} */
  windows = new Map();

  /** @param {Packed} data */
  constructor(data) {
    this.data = data;
    this.count = data.slug.length;
    this.slotCount = data.day.length;
    this.built = dayOf(data.today);
    const start = dayOf(data.start);
    this.owner = new Uint16Array(this.slotCount);
    this.firstSlot = new Uint32Array(this.count + 1);
    data.slots.forEach((many, number) => {
      this.firstSlot[number + 1] = this.firstSlot[number] + many;
      this.owner.fill(number, this.firstSlot[number], this.firstSlot[number + 1]);
    });
    /** @type {Day[]} */
    const days = [];
    this.firstDay = new Uint32Array(this.slotCount + 1);
    data.day.forEach((packed, slot) => {
      let day = start;
      for (const step of packed === null ? [] : [packed].flat()) days.push((day += step));
      this.firstDay[slot + 1] = days.length;
    });
    this.days = Int32Array.from(days);
    this.length = Int16Array.from(data.length);
    this.from = Int16Array.from(data.from);
    this.until = Int16Array.from(data.until);
    this.place = Int16Array.from(data.place);
    for (const [slot, [first, last, month]] of Object.entries(data.windows)) {
      this.windows.set(Number(slot), [start + first, start + last, month]);
    }
    const order = [...data.slug.keys()].sort((one, other) => (data.slug[one] < data.slug[other] ? -1 : 1));
    this.rank = new Uint16Array(this.count);
    order.forEach((number, rank) => { this.rank[number] = rank; });
    for (const [key, group] of Object.entries(data.choices)) {
      const many = OF_SLOTS.includes(key) ? this.slotCount : this.count;
      this.sets[key] = new Map(Object.entries(group).map(([id, steps]) => [id, fromSteps(steps, many)]));
    }
  }

  /**
   * Whether it is so of an initiative: `gratis`, `help`, `voorbeeld`; or of a slot: `online`.
   * @param {number} number
   * @param {"gratis" | "help" | "voorbeeld" | "online"} key
   */
  is(number, key) {
    const set = this.sets[key].get("1");
    return set !== undefined && has(set, number);
  }

  isOneEvent(/** @type {number} */ slot) { return (this.data.flags[slot] & ONE_EVENT) !== 0; }

  status(/** @type {number} */ slot) { return this.data.statuses[this.data.flags[slot] & STATUS]; }

  isCalledOff(/** @type {number} */ slot) { return (this.data.flags[slot] & STATUS) >= CALLED_OFF; }

  /**
   * `Deinze`, `online`, `Deinze en online`, or the reach.
   * @param {number} slot
   */
  where(slot) {
    const online = this.is(slot, "online");
    if (this.place[slot] >= 0) return this.data.places[this.place[slot]][0] + (online ? " en online" : "");
    return online ? "online" : this.data.reach[slot].map((region) => this.data.regions[region][1]).join(", ");
  }
}
