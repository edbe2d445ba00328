// The list: sixty cards, and more when asked. Long ones are folded, so that they do not bury Saturday's.

import { button, element, parts } from "../shared/elements.js";
import { card } from "./card.js";

/** @typedef {import("./initiatives.js").Initiatives} Initiatives */
/** @typedef {import("./listing.js").Item} Item */
/** @typedef {import("./listing.js").Section} Section */

/**
 * A section on the page: its list, how many of its items are drawn, and how many may be until it is unfolded.
 * @typedef {Section & { place: HTMLUListElement, drawn: number, limit: number }} Drawn
 */

const CARDS_AT_ONCE = 60;
// At once; the others after the first have been painted, so that no change keeps a slow phone busy for long.
const ON_A_SCREEN = 12;
const LASTING = 4;

export class Results {
  #index;
  #root;
  #list;
  #more;
  /** @type {Drawn[]} */
  #left = [];
  /** @type {number[] | null} */
  #distances = null;
  #later = 0;

  /**
   * @param {Initiatives} index
   * @param {string} root The way to the root of the site.
   * @param {HTMLElement} list Where the cards come.
   * @param {HTMLElement} more The button for more of them.
   */
  constructor(index, root, list, more) {
    this.#index = index;
    this.#root = root;
    this.#list = list;
    this.#more = more;
    more.addEventListener("click", () => { this.#draw(CARDS_AT_ONCE)?.querySelector("a")?.focus(); });
  }

  /**
   * @param {Section[]} sections
   * @param {number[] | null} distances To each place, when something near was asked.
   */
  show(sections, distances) {
    this.#distances = distances;
    this.#list.replaceChildren();
    this.#left = sections.map((section) => ({
      ...section,
      place: element("ul", "dm-cards"),
      drawn: 0,
      limit: section.lasting && sections.length > 1 ? LASTING : Infinity,
    }));
    clearTimeout(this.#later);
    this.#draw(ON_A_SCREEN);
    this.#more.hidden = true;
    this.#later = setTimeout(() => { this.#draw(CARDS_AT_ONCE - ON_A_SCREEN); });
  }

  showAll() {
    for (const fold of parts(this.#list, "ul + button")) fold.click();
    this.#draw(Infinity);
  }

  /**
   * Draws so many cards more, and returns the first of them.
   * @param {number} room
   */
  #draw(room) {
    let first;
    for (const section of this.#left) {
      const items = section.items.slice(section.drawn, Math.min(section.limit, section.drawn + room));
      if (!items.length) continue;
      if (!section.drawn) this.#begin(section);
      const cards = items.map((item) => this.#card(item));
      section.place.append(...cards);
      section.drawn += items.length;
      room -= items.length;
      first ??= cards[0];
      if (section.drawn === section.limit && section.items.length > section.limit) this.#fold(section);
    }
    const rest = this.#left.reduce((sum, { items, drawn, limit }) => sum + Math.min(items.length, limit) - drawn, 0);
    this.#more.hidden = !rest;
    this.#more.textContent = `Toon meer (nog ${rest})`;
    return first;
  }

  /** @param {Item} item */
  #card(item) {
    return card(this.#index, item, this.#root, this.#distances?.[this.#index.place[item.slot]]);
  }

  /** @param {Drawn} section */
  #begin(section) {
    const number = element("span", "dm-count", String(section.items.length));
    this.#list.append(element("h2", "", section.title, " ", number), section.place);
  }

  /** @param {Drawn} section */
  #fold(section) {
    const rest = section.items.length - section.limit;
    const fold = button("md-button", () => {
      section.limit = Infinity;
      fold.remove();
      this.#draw(rest)?.querySelector("a")?.focus(); // what lasts comes first, so these are drawn
    }, `Toon ook de andere ${rest}`);
    section.place.after(fold);
  }
}
