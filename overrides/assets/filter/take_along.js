// The selection as one .ics, merged on the device from the published files of one initiative each.

import { each, has } from "./bitmaps.js";
import { bounds } from "./select.js";

/** @typedef {import("./select.js").Selection} Selection */

export const MOST_FILES = 200;
const FILES_AT_ONCE = 6;
const EVENT = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g;

/**
 * Which events of an initiative's file belong to the selection, by their place in it: events stand in the order of the
 * moments.
 * @param {Selection} selection
 * @param {number} number
 */
function wanted(selection, number) {
  const { index, slots, wish } = selection;
  const { to, floor } = bounds(wish.period, wish);
  /** @type {Set<number>} */
  const places = new Set();
  let event = 0;
  for (let slot = index.firstSlot[number]; slot < index.firstSlot[number + 1]; slot++) {
    const [first, last] = [index.firstDay[slot], index.firstDay[slot + 1]];
    for (let at = first; at < last; at++) {
      const day = index.days[at];
      const place = index.isOneEvent(slot) ? event : event + at - first;
      if (has(slots, slot) && day <= to && day + index.length[slot] >= floor) places.add(place);
    }
    event += index.isOneEvent(slot) ? 1 : last - first;
  }
  return places;
}

/**
 * The text of the calendar, and how many events of how many initiatives it holds. A file that does not come makes it
 * fail as a whole: half an agenda misleads.
 * @param {Selection} selection
 * @param {string} root The way to the root of the site.
 */
export async function calendarOf(selection, root) {
  const { index } = selection;
  /** @type {{ number: number, places: Set<number> }[]} */
  const asked = [];
  each(selection.found, (number) => {
    const places = wanted(selection, number);
    if (places.size && asked.length < MOST_FILES) asked.push({ number, places });
  });
  let header = "", next = 0;
  /** @type {string[][]} */
  const found = [];
  const worker = async () => {
    while (next < asked.length) {
      const at = next++;
      const { number, places } = asked[at];
      const answer = await fetch(`${root}initiatieven/${index.data.slug[number]}.ics`);
      if (!answer.ok) throw new Error(answer.url);
      const text = await answer.text();
      header ||= text.slice(0, text.indexOf("BEGIN:VEVENT"));
      found[at] = (text.match(EVENT) ?? []).filter((_, place) => places.has(place));
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
  const events = found.flat();
  return { text: `${header}${events.join("")}END:VCALENDAR\r\n`, initiatives: asked.length, events: events.length };
}
