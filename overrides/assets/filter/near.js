// "In mijn buurt": from a postcode or a municipality to distances, computed here and nowhere else.

import { plainName } from "../shared/words.js";

/** @typedef {import("../shared/places.js").Places} Places */
/** @typedef {import("../shared/places.js").Municipality} Municipality */

/**
 * What was meant: one place, or several of which the visitor is to choose; none when nobody knows it.
 * @typedef {{ name: string, lat: number, lon: number }} Origin
 * @typedef {{ postcode: string, name: string, region: string }} PlaceChoice
 * @typedef {{ origin?: Origin, choices: PlaceChoice[] }} Meant
 */

const EARTH = 6371; // km
const MOST_NAMES = 6;

const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;

/**
 * Along the great circle, by the haversine.
 * @param {number} lat1
 * @param {number} lon1
 * @param {number} lat2
 * @param {number} lon2
 */
function kilometres(lat1, lon1, lat2, lon2) {
  const [north, east] = [Math.sin(radians(lat2 - lat1) / 2) ** 2, Math.sin(radians(lon2 - lon1) / 2) ** 2];
  return 2 * EARTH * Math.asin(Math.sqrt(north + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * east));
}

export class Near {
  #places;
  #asked = "";
  /** @type {Meant} */
  #meant = { choices: [] };

  /** @param {Places} places */
  constructor(places) {
    this.#places = places;
  }

  /**
   * What somebody means with a postcode, or a name or its beginning. The last answer is kept.
   * @param {string} text
   */
  find(text) {
    if (text !== this.#asked) [this.#asked, this.#meant] = [text, this.#search(text)];
    return this.#meant;
  }

  /**
   * @param {string} text
   * @returns {Meant}
   */
  #search(text) {
    const postcode = /^\s*(\d{4})\b/.exec(text)?.[1];
    if (postcode) {
      const municipality = this.#places.municipality(postcode);
      return municipality ? { origin: municipality, choices: [] } : { choices: [] };
    }
    const wanted = plainName(text);
    const exact = this.#places.named((name) => name === wanted);
    if (exact.length === 1) {
      const [{ name, municipality }] = exact;
      return { origin: { ...municipality, name }, choices: [] };
    }
    const begin = wanted.length > 1 ? this.#places.named((name) => name.startsWith(wanted)).slice(0, MOST_NAMES) : [];
    const found = exact.length ? exact : begin;
    const choices = found.map(({ postcode, name, municipality: { region } }) => ({ postcode, name, region }));
    return { choices };
  }
}

/**
 * Kilometres to each place of the index.
 * @param {Origin} origin
 * @param {[name: string, lat: number, lon: number][]} places
 */
export const distancesFrom = ({ lat, lon }, places) => places.map(([, ...centre]) => kilometres(lat, lon, ...centre));
