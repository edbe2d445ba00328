// Postcode → names, municipality, region: hooks/doemee/model/places.py in the browser.

import { plainName } from "./words.js";

/** @typedef {{ name: string, region: string, lat: number, lon: number }} Municipality Its centre in WGS84. */

/**
 * assets/postcodes.json: municipalities as `[name, region, lat, lon]`, and the names of each postcode, that of the
 * municipality of today first, as `[name, number of its municipality]`.
 * @typedef {object} Postcodes
 * @property {[name: string, region: string, lat: number, lon: number][]} municipalities
 * @property {Record<string, [name: string, municipality: number][] | undefined>} postcodes
 * @property {string} [pattern] Of a postcode that people write in full only its group is known here.
 */

export class Places {
  #data;

  /** @param {Postcodes} data */
  constructor(data) {
    this.#data = data;
  }

  /**
   * The municipality of a postcode, or of a name under it; null when there is none, or the name does not belong to it.
   * @param {string} postcode
   * @param {string} [name]
   * @returns {Municipality | null}
   */
  municipality(postcode, name) {
    const names = this.#under(postcode);
    const found = name ? names.find(([known]) => plainName(known) === plainName(name)) : names.at(0);
    return found ? this.#municipality(found[1]) : null;
  }

  /**
   * The names that belong to a postcode, the municipality of today first.
   * @param {string} postcode
   */
  names(postcode) {
    return this.#under(postcode).map(([name]) => name);
  }

  /**
   * The postcodes under which a name is known, in order.
   * @param {string} name
   */
  postcodes(name) {
    const wanted = plainName(name);
    return [...this.#all()].filter(([known]) => plainName(known) === wanted).map(([, , postcode]) => postcode);
  }

  /**
   * Names that fit, each municipality once, under its first postcode.
   * @param {(plain: string) => boolean} fits Whether a plain name does.
   */
  named(fits) {
    /** @type {Map<string, { name: string, postcode: string, municipality: Municipality }>} */
    const found = new Map();
    for (const [name, number, postcode] of this.#all()) {
      const plain = plainName(name);
      const key = `${plain} ${number}`;
      if (fits(plain) && !found.has(key)) found.set(key, { name, postcode, municipality: this.#municipality(number) });
    }
    return [...found.values()];
  }

  /** @param {string} postcode */
  #under(postcode) {
    const { pattern, postcodes } = this.#data;
    const part = pattern && new RegExp(`^(?:${pattern})$`, "u").exec(postcode)?.[1];
    return postcodes[part ?? postcode] ?? [];
  }

  /** @returns {Generator<[name: string, municipality: number, postcode: string]>} */
  *#all() {
    for (const [postcode, names] of Object.entries(this.#data.postcodes)) {
      for (const [name, municipality] of names ?? []) yield [name, municipality, postcode];
    }
  }

  /** @param {number} number */
  #municipality(number) {
    const [name, region, lat, lon] = this.#data.municipalities[number];
    return { name, region, lat, lon };
  }
}
