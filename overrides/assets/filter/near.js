// "In mijn buurt": from a postcode or a municipality to distances, computed here and nowhere else.

import { plainWords } from "./words.js";

const EARTH = 6371; // km
const MOST_NAMES = 6;

const plain = (name) => plainWords(name).join(" ");
const radians = (degrees) => (degrees * Math.PI) / 180;

function kilometres(lat1, lon1, lat2, lon2) {
  const half = Math.sin(radians(lat2 - lat1) / 2) ** 2 + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}

export class Near {
  /** `data` is assets/postcodes.json: municipalities as [name, region, lat, lon], names per postcode as [name, municipality]. */
  constructor(data) {
    this.data = data;
  }

  /** What was meant: `{name, lat, lon}`, or `{choices: [{postcode, name, region}]}` when it can be several, or none. */
  find(text) {
    if (text !== this.asked) [this.asked, this.answer] = [text, this.#search(text)];
    return this.answer;
  }

  #search(text) {
    const postcode = text.match(/^\s*(\d{4})\b/)?.[1];
    if (postcode) {
      const found = this.data.postcodes[postcode];
      return found ? this.#place(found[0][1]) : { choices: [] };
    }
    const wanted = plain(text);
    const exact = this.#named((name) => name === wanted);
    if (exact.length === 1) return this.#place(exact[0].municipality, exact[0].name);
    return { choices: exact.length ? exact : wanted.length > 1 ? this.#named((name) => name.startsWith(wanted)).slice(0, MOST_NAMES) : [] };
  }

  #place(number, name) {
    const [municipality, , lat, lon] = this.data.municipalities[number];
    return { name: name ?? municipality, lat, lon };
  }

  /** Places with such a name, each municipality once, under its first postcode. */
  #named(fits) {
    const found = new Map();
    for (const [postcode, names] of Object.entries(this.data.postcodes)) {
      for (const [name, municipality] of names) {
        const key = `${plain(name)} ${municipality}`;
        if (fits(plain(name)) && !found.has(key)) found.set(key, { postcode, name, municipality, region: this.data.municipalities[municipality][1] });
      }
    }
    return [...found.values()];
  }
}

/** Kilometres to each place of the index; unknown for a slot without a place, whose number is -1. */
export const distancesFrom = ({ lat, lon }, places) => places.map(([, ...centre]) => kilometres(lat, lon, ...centre));
