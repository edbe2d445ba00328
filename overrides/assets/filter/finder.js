// Joins form, address, index and list: every change goes form → state → wish → selection → page.

import { dayOf } from "../shared/days.js";
import { count, listed, plainDay } from "../shared/dutch.js";
import { download } from "../shared/download.js";
import { button, element, part, parts } from "../shared/elements.js";
import { fetched } from "../shared/fetched.js";
import { Places } from "../shared/places.js";
import { choose, chosen, follow, fromQuery, known, toQuery } from "./filter.js";
import { Initiatives } from "./initiatives.js";
import { sections } from "./listing.js";
import { distancesFrom, Near } from "./near.js";
import { period, today } from "./periods.js";
import { Results } from "./results.js";
import { Selection } from "./select.js";
import { calendarOf, MOST_FILES } from "./take_along.js";
import { Words } from "./words.js";

/** @typedef {import("../shared/places.js").Postcodes} Postcodes */
/** @typedef {import("./controls.js").State} State */
/** @typedef {import("./initiatives.js").Packed} Packed */
/** @typedef {import("./words.js").PackedWords} PackedWords */
/** @typedef {import("./select.js").Wish} Wish */

const PERIODS = ["week", "weekend", "maand"];
const PARTS = ["km", "orde", "van", "tot"]; // of another choice
const DISTANCES = [5, 10, 25, 50];
/** @type {Record<string, string | undefined>} The feeds that there are: per group, the word in their address. */
const FEEDS = { waar: "provincie", soort: "type", thema: "thema", sdg: "sdg", online: "provincie" };
const ALTERNATIVES = 4;
const NEUTRAL = new Set(["voorbij", "orde", "km", "van", "tot"]); // these narrow nothing by themselves

const initiatives = (/** @type {number} */ number) => count(number, "initiatief", "initiatieven");

/**
 * The first value of a group, if any.
 * @param {State} state
 * @param {string} name
 */
const one = (state, name) => state.get(name)?.at(0);

/**
 * The values of a group.
 * @param {State} state
 * @param {string} name
 */
const all = (state, name) => state.get(name) ?? [];

/**
 * A state with one value less.
 * @param {State} state
 * @param {string} name
 * @param {string} value
 */
function without(state, name, value) {
  const left = new Map(state);
  const others = all(state, name).filter((other) => other !== value);
  if (others.length) left.set(name, others);
  else left.delete(name);
  return left;
}

export class Finder {
  #filter;
  #root;
  #index;
  #form;
  #today;
  #status;
  #listing;
  #results;
  #counts;
  #turn = 0;
  #query = "";
  /** Whether the last step in the history is a word that is being typed. */
  #typing = Boolean(location.search);
  /** @type {Near | null} */
  #near = null;
  /** @type {Words | null} */
  #words = null;
  /** @type {Selection | null} */
  #selection = null;
  /** @type {Map<string, number>} What stands beside each choice. */
  #told = new Map();

  /** @param {HTMLElement} filter */
  static async open(filter) {
    const root = filter.dataset.root ?? "";
    const data = /** @type {Packed} */ (await fetched(`${root}kalender/filter.json`));
    return new Finder(filter, root, new Initiatives(data));
  }

  /**
   * @param {HTMLElement} filter
   * @param {string} root The way to the root of the site.
   * @param {Initiatives} index
   */
  constructor(filter, root, index) {
    this.#filter = filter;
    this.#root = root;
    this.#index = index;
    this.#form = part(filter, "form", HTMLFormElement);
    this.#today = today(index.built);
    this.#status = this.#part("status");
    this.#listing = part(document, "[data-listing]");
    this.#results = new Results(index, root, this.#part("list"), this.#part("more"));
    this.#counts = new Map(parts(filter, "[data-count]").map((place) => [place.dataset.count, place]));
    filter.dataset.ready = "";
    this.#listen();
    this.#remember(true);
    this.#typing = document.activeElement === known(this.#form, "zoek");
    void this.#show();
  }

  #listen() {
    this.#form.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === "zoek" || /^\d{4}$/.test(target.value)) this.#change(target.name);
    });
    this.#form.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name !== "zoek" || !target.value) this.#change(target.name);
    });
    this.#part("clear").addEventListener("click", () => { this.#to(new Map(), known(this.#form, "zoek")); });
    addEventListener("popstate", () => { this.#to(fromQuery(location.search), null, false); });
    addEventListener("beforeprint", () => { this.#results.showAll(); });
    this.#part("download").addEventListener("click", () => { void this.#download(); });
    this.#part("print").addEventListener("click", () => { print(); });
    this.#part("copy").addEventListener("click", () => { void this.#copy(); });
  }

  /** @param {string} name */
  #part(name) {
    return part(this.#filter, `[data-${name}]`);
  }

  /**
   * A control changed: the address follows, with one step back for a whole word that is typed.
   * @param {string} name
   */
  #change(name) {
    if (toQuery(chosen(this.#form)) === this.#query) return;
    void this.#show();
    // The browser takes a while to note it, and nobody sees that.
    setTimeout(() => { this.#remember(name === "zoek"); });
  }

  #remember(typing = false) {
    const query = toQuery(chosen(this.#form));
    if (query === location.search) return;
    history[typing && this.#typing ? "replaceState" : "pushState"](null, "", location.pathname + query);
    this.#typing = typing;
  }

  /**
   * Another state, from a chip, a proposal or the back button.
   * @param {State} state
   * @param {HTMLElement | null} focus What gets the focus.
   * @param {boolean} remember Whether it is a step in the history.
   */
  #to(state, focus = this.#status, remember = true) {
    choose(this.#form, state);
    if (remember) this.#remember();
    void this.#show();
    focus?.focus();
  }

  async #show() {
    const turn = ++this.#turn;
    const state = follow(this.#filter, this.#form);
    this.#query = toQuery(state);
    if (this.#lacks(state)) {
      try {
        await this.#load(state);
      } catch {
        this.#status.textContent = this.#status.dataset.failed ?? "";
        return;
      }
      if (turn !== this.#turn) return; // something else was chosen meanwhile
    }
    this.#placed(state);
    const wish = this.#wish(state);
    const selection = this.#selection = new Selection(this.#index, wish);
    const periods = new Map(PERIODS.map((name) => [name, period(name, this.#today)]));
    selection.counts(periods, DISTANCES, (group, id, number) => { this.#tell(`${group}:${id}`, number); });
    const any = state.size > 0;
    this.#part("body").hidden = !any;
    if (any) this.#listing.hidden = true;
    else setTimeout(() => { this.#listing.hidden = this.#query !== ""; });
    this.#sayHowMany(any, selection.total);
    if (!any) return;
    this.#chips(state);
    this.#feed(state);
    this.#part("taken").textContent = "";
    this.#part("take").hidden = !selection.total;
    this.#results.show(sections(selection, state.has("orde")), wish.near?.distances ?? null);
    if (!selection.total) this.#part("list").append(this.#nothing(state));
  }

  /**
   * Whether a state needs data that are not there yet.
   * @param {State} state
   */
  #lacks(state) {
    return (state.has("zoek") && !this.#words) || (state.has("bij") && !this.#near);
  }

  /**
   * Fetch what a state needs and is not there yet.
   * @param {State} state
   */
  async #load(state) {
    if (state.has("zoek") && !this.#words) {
      const data = /** @type {PackedWords} */ (await fetched(`${this.#root}kalender/woorden.json`));
      this.#words = new Words(data, this.#index.count);
    }
    if (state.has("bij") && !this.#near) {
      const data = /** @type {Postcodes} */ (await fetched(`${this.#root}assets/postcodes.json`));
      this.#near = new Near(new Places(data));
    }
  }

  /**
   * @param {boolean} any Whether anything is chosen.
   * @param {number} total
   */
  #sayHowMany(any, total) {
    const show = this.#part("show");
    const { all: whole = "", none = "" } = this.#status.dataset;
    show.textContent = any ? `Toon ${initiatives(total)}` : (show.dataset.idle ?? "");
    if (any) this.#status.textContent = total ? `${initiatives(total)} gevonden` : none;
    else if (this.#status.textContent) this.#status.textContent = whole;
  }

  /**
   * The number beside a choice. Most stay the same, and each change costs the page.
   * @param {string} choice
   * @param {number} number
   */
  #tell(choice, number) {
    const place = this.#counts.get(choice);
    if (!place || this.#told.get(choice) === number) return;
    this.#told.set(choice, number);
    place.textContent = String(number);
    place.hidden = false;
    place.parentElement?.classList.toggle("dm-choice--none", !number);
  }

  /**
   * @param {State} state
   * @returns {Wish}
   */
  #wish(state) {
    const near = one(state, "bij");
    const words = one(state, "zoek");
    const origin = near === undefined ? undefined : this.#near?.find(near).origin;
    return {
      today: this.#today,
      past: state.has("voorbij"),
      chosen: Object.fromEntries(state),
      period: period(one(state, "wanneer"), this.#today, one(state, "van"), one(state, "tot")),
      near: origin
        ? { distances: distancesFrom(origin, this.#index.data.places), km: Number(one(state, "km")) }
        : null,
      words: words === undefined ? null : (this.#words?.find(words) ?? null),
    };
  }

  /**
   * What was understood of "postcode of gemeente", with a choice when it can be several.
   * @param {State} state
   */
  #placed(state) {
    const asked = one(state, "bij");
    const found = asked === undefined ? null : (this.#near?.find(asked) ?? null);
    const choices = found?.choices ?? [];
    const place = this.#part("place");
    const { idle = "", several = "", unknown = "" } = place.dataset;
    if (found?.origin) {
      place.textContent = `We zoeken rond ${found.origin.name}, in vogelvlucht van centrum tot centrum.`;
    } else place.textContent = choices.length ? several : found ? unknown : idle;
    const which = this.#part("which");
    which.hidden = !choices.length;
    which.replaceChildren(...choices.map(({ postcode, name, region }) => {
      const radio = element("input", "");
      radio.type = "radio";
      radio.addEventListener("change", () => {
        this.#to(new Map(state).set("bij", [postcode]), known(this.#form, "bij"));
      });
      const text = `${postcode} ${name} (${this.#nameOf("waar", region)})`;
      return element("label", "dm-choice", radio, " ", text);
    }));
  }

  /**
   * How a choice is called beside its box.
   * @param {string} name
   * @param {string} value
   */
  #nameOf(name, value) {
    const label = part(this.#form, `[name="${name}"][value="${CSS.escape(value)}"]`).closest("label");
    return label?.querySelector("[data-name]")?.textContent ?? value;
  }

  /**
   * How a choice reads on its chip.
   * @param {State} state
   * @param {string} name
   * @param {string} value
   */
  #label(state, name, value) {
    if (name === "zoek") return `“${value}”`;
    if (name === "bij") {
      const origin = this.#near?.find(value).origin;
      return origin ? `Binnen ${one(state, "km") ?? ""} km van ${origin.name}` : `${value}?`;
    }
    if (name !== "wanneer" || value !== "zelf") return this.#nameOf(name, value);
    const [from, to] = ["van", "tot"].map((side) => all(state, side).map((iso) => plainDay(dayOf(iso))).join(""));
    if (from) return to ? `Van ${from} tot en met ${to}` : `Vanaf ${from}`;
    return to ? `Tot en met ${to}` : "Zelf kiezen";
  }

  /** @param {State} state */
  #chips(state) {
    const chips = this.#part("chips");
    const at = [...chips.querySelectorAll("button")].findIndex((chip) => chip === document.activeElement);
    const chosenOnes = [...state].filter(([name]) => !PARTS.includes(name))
      .flatMap(([name, values]) => values.map((value) => /** @type {const} */ ([name, value])));
    const buttons = chosenOnes.map(([name, value]) => {
      const left = without(state, name, value);
      const remove = () => { this.#to(left, left.size ? null : this.#status); };
      const hidden = element("span", "dm-hidden", "verwijderen");
      return button("dm-chip", remove, this.#label(state, name, value), " ", hidden);
    });
    buttons.push(button("dm-chip dm-chip--clear", () => { this.#to(new Map()); }, "Wis alles"));
    chips.replaceChildren(...buttons.map((chip) => element("li", "", chip)));
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)].focus();
  }

  /**
   * Nothing found: what was asked in one sentence, and what comes nearest to it.
   * @param {State} state
   */
  #nothing(state) {
    const box = element("div", "dm-empty", element("p", "", this.#sentence(state)));
    const useful = [...this.#proposals(state)]
      .map(({ label, left }) => ({ label, left, total: new Selection(this.#index, this.#wish(left)).total }))
      .filter(({ total }) => total).slice(0, ALTERNATIVES);
    if (!useful.length) return box;
    const offers = useful.map(({ label, left, total }) => {
      const number = element("span", "dm-count", String(total));
      return element("li", "", button("dm-chip dm-chip--offer", () => { this.#to(left); }, `${label} `, number));
    });
    box.append(element("p", "", "Wel:"), element("ul", "dm-chips", ...offers));
    return box;
  }

  /**
   * States that ask a little less.
   * @param {State} state
   * @returns {Generator<{ label: string, left: State }>}
   */
  *#proposals(state) {
    const other = (/** @type {string} */ name, /** @type {string} */ value) => new Map(state).set(name, [value]);
    if (one(state, "wanneer")?.startsWith("week")) yield { label: "Deze maand", left: other("wanneer", "maand") };
    if (state.has("bij")) {
      for (const km of DISTANCES.filter((distance) => distance > Number(one(state, "km")))) {
        yield { label: `Binnen ${km} km`, left: other("km", String(km)) };
      }
    }
    for (const [name, values] of state) {
      for (const value of NEUTRAL.has(name) ? [] : values) {
        const label = name === "wanneer" ? "Op een ander moment" : `Zonder ${this.#label(state, name, value)}`;
        yield { label, left: without(state, name, value) };
      }
    }
    if (!state.has("voorbij")) yield { label: "Met wat voorbij is", left: other("voorbij", "1") };
  }

  /** @param {State} state */
  #sentence(state) {
    const labels = (/** @type {string} */ name) => all(state, name).map((value) => this.#label(state, name, value));
    const words = ["Niets"];
    if (state.has("waar")) words.push(`in ${listed(labels("waar"), "of")}`);
    if (state.has("bij")) words.push(labels("bij")[0].replace("Binnen", "binnen"));
    if (state.has("wanneer")) words.push(labels("wanneer")[0].toLowerCase());
    const told = new Set([...NEUTRAL, "waar", "bij", "wanneer"]);
    const others = [...state.keys()].filter((name) => !told.has(name)).flatMap(labels);
    if (others.length) words.push(`voor ${listed(others)}`);
    return `${words.join(" ")}.`;
  }

  /**
   * The feed of exactly this selection, when there is one: a single province, theme, kind or goal.
   * @param {State} state
   */
  #feed(state) {
    const asked = [...state].filter(([name]) => !NEUTRAL.has(name));
    const [name, values] = asked.at(0) ?? ["", []];
    const kind = FEEDS[name];
    const here = kind !== undefined && asked.length === 1 && values.length === 1;
    this.#part("feed").hidden = !here;
    this.#part("no-feed").hidden = here;
    if (!here) return;
    const path = `${this.#root}kalender/${kind}/${name === "online" ? name : values[0]}.ics`;
    const { href } = new URL(path, location.href);
    part(this.#filter, "[data-webcal]", HTMLAnchorElement).href = href.replace(/^https?/, "webcal");
    const address = part(this.#filter, "[data-address]", HTMLAnchorElement);
    address.href = address.textContent = href;
  }

  async #download() {
    const selection = this.#selection;
    if (!selection) return; // the button shows only below a list
    const { total } = selection;
    const taken = this.#part("taken");
    const { busy = "", dateless = "", failed = "" } = taken.dataset;
    taken.textContent = busy;
    try {
      const { text, initiatives: many, events } = await calendarOf(selection, this.#root);
      if (events) download(text, "selectie-ivy2026.ics", "text/calendar");
      const capped = many === MOST_FILES && total > many ? `, de eerste ${many} van ${total}` : "";
      const held = `${count(events, "moment", "momenten")} van ${initiatives(many)}${capped}`;
      taken.textContent = events ? `In het bestand: ${held}. Later komt er niets vanzelf bij.` : dateless;
    } catch {
      taken.textContent = failed;
    }
  }

  async #copy() {
    const taken = this.#part("taken");
    try {
      await navigator.clipboard.writeText(location.href);
      taken.textContent = taken.dataset.copied ?? "";
    } catch { // not allowed, or not there on a page without https
      taken.textContent = location.href;
    }
  }
}
