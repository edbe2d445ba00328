// The list: sixty cards, and more when asked. Long ones are folded, so that they do not bury Saturday's.

import { button, card, element } from "./card.js";

const CARDS_AT_ONCE = 60;
const ON_A_SCREEN = 12; // at once; the others after the first have been painted, so that no change keeps a slow phone busy for long
const LASTING = 4;

export class Results {
  constructor(index, root, list, more) {
    Object.assign(this, { index, root, list, more, left: [] });
    more.addEventListener("click", () => this.#draw(CARDS_AT_ONCE)?.querySelector("a").focus());
  }

  show(sections, near) {
    this.near = near;
    this.list.replaceChildren();
    this.left = sections.map((section) => ({ ...section, drawn: 0, limit: section.lasting && sections.length > 1 ? LASTING : Infinity }));
    clearTimeout(this.later);
    this.#draw(ON_A_SCREEN);
    this.more.hidden = true;
    this.later = setTimeout(() => this.#draw(CARDS_AT_ONCE - ON_A_SCREEN));
  }

  showAll() {
    this.list.querySelectorAll("ul + button").forEach((fold) => fold.click());
    this.#draw(Infinity);
  }

  /** Draws so many cards more, and returns the first of them. */
  #draw(room) {
    let first;
    for (const section of this.left) {
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
    const rest = this.left.reduce((sum, { items, drawn, limit }) => sum + Math.min(items.length, limit) - drawn, 0);
    this.more.hidden = !rest;
    this.more.textContent = `Toon meer (nog ${rest})`;
    return first;
  }

  #card(item) {
    return card(this.index, item, this.root, this.near?.distances[this.index.place[item.slot]]);
  }

  #begin(section) {
    section.place = element("ul", "dm-cards");
    this.list.append(element("h2", "", section.title, " ", element("span", "dm-count", section.items.length)), section.place);
  }

  #fold(section) {
    const rest = section.items.length - section.limit;
    const unfold = () => {
      section.limit = Infinity;
      section.place.nextSibling.remove();
      this.#draw(rest).querySelector("a").focus(); // what lasts comes first, so these are drawn
    };
    section.place.after(button("md-button", unfold, `Toon ook de andere ${rest}`));
  }
}
