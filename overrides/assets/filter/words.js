// Full text: every word that was typed must begin a word of the initiative.

import { both, either, empty, fromSteps } from "./bitmaps.js";

/** As `plain_words` in hooks/doemee/write/data/filter_index.py: without case and accents. */
export const plainWords = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export class Words {
  /** `data` is kalender/woorden.json. */
  constructor({ skip, words, at }, count) {
    Object.assign(this, { skip: new Set(skip), words, at, count });
  }

  /** The initiatives with all these words, or null when nothing is asked. */
  find(text) {
    const wanted = plainWords(text).filter((word) => !this.skip.has(word));
    return wanted.length ? both(...wanted.map((word) => this.#beginningWith(word))) : null;
  }

  #beginningWith(prefix) {
    const sets = [];
    for (let at = this.words.findIndex((word) => word >= prefix); this.words[at]?.startsWith(prefix); at++) sets.push(fromSteps(this.at[at], this.count));
    return either(sets) ?? empty(this.count);
  }
}
