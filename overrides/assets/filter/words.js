// Full text: every word that was typed must begin a word of the initiative.

import { plainWords } from "../shared/words.js";
import { both, either, empty, fromSteps } from "./bitmaps.js";

/**
 * kalender/woorden.json: words that are not searched; the others in order, and of each the numbers of its initiatives
 * as steps from one to the next.
 * @typedef {{ skip: string[], words: string[], at: number[][] }} PackedWords
 */

export class Words {
  #skip;
  #words;
  #at;
  #count;

  /**
   * @param {PackedWords} data
   * @param {number} count How many initiatives there are.
   */
  constructor({ skip, words, at }, count) {
    this.#skip = new Set(skip);
    this.#words = words;
    this.#at = at;
    this.#count = count;
  }

  /**
   * The initiatives with all these words, or null when nothing is asked.
   * @param {string} text
   */
  find(text) {
    const wanted = plainWords(text).filter((word) => !this.#skip.has(word));
    return wanted.length ? both(...wanted.map((word) => this.#beginningWith(word))) : null;
  }

  /** @param {string} prefix */
  #beginningWith(prefix) {
    const found = this.#at.filter((_, at) => this.#words[at].startsWith(prefix));
    return either(found.map((steps) => fromSteps(steps, this.#count))) ?? empty(this.#count);
  }
}
