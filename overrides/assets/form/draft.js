// The draft: on this device only, and only when asked.

/** @import { Values } from "./types.js" */

/**
 * @typedef {object} Draft
 * @property {Values} values
 * @property {string} body
 * @property {string} slug
 * @property {string | null} path Of the file that it changes, if it is no new one.
 */

export class Drafts {
  #key;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
  }

  /**
   * Whether it could be kept.
   * @param {Draft} draft
   */
  save(draft) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(draft));
      return true;
    } catch { // full, or not allowed
      return false;
    }
  }

  /** The draft that was kept, if any. */
  read() {
    try {
      /** @type {unknown} */
      const data = JSON.parse(localStorage.getItem(this.#key) ?? "null");
      return /** @type {Draft | null} */ (data);
    } catch { // not allowed, or no draft of ours
      return null;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.#key);
    } catch { /* then there is none */ }
  }
}
