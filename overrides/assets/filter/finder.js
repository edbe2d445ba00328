// Joins form, address, index and list: every change goes form → state → wish → selection → page.

import { button, element } from "./card.js";
import { dayOf, period, today } from "./days.js";
import { count, listed, plainDay } from "./dutch.js";
import { choose, chosen, follow, fromQuery, toQuery } from "./filter.js";
import { Initiatives } from "./initiatives.js";
import { sections } from "./listing.js";
import { distancesFrom, Near } from "./near.js";
import { Results } from "./results.js";
import { Selection } from "./select.js";
import { calendarOf, download, MOST_FILES } from "./take_along.js";
import { Words } from "./words.js";

const PERIODS = ["week", "weekend", "maand"];
const PARTS = ["km", "orde", "van", "tot"]; // of another choice
const DISTANCES = [5, 10, 25, 50];
const FEEDS = { waar: "provincie", soort: "type", thema: "thema", sdg: "sdg", online: "provincie" };
const ALTERNATIVES = 4;
const NEUTRAL = new Set(["voorbij", "orde", "km", "van", "tot"]); // these narrow nothing by themselves

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
};

const initiatives = (number) => count(number, "initiatief", "initiatieven");

export class Finder {
  static async open(filter) {
    const { root } = filter.dataset;
    return new Finder(filter, root, new Initiatives(await json(`${root}kalender/filter.json`)));
  }

  constructor(filter, root, index) {
    Object.assign(this, { filter, root, index, form: filter.querySelector("form"), today: today(index.built), turn: 0 });
    this.part = (name) => filter.querySelector(`[data-${name}]`);
    this.listing = document.querySelector("[data-listing]");
    this.results = new Results(index, root, this.part("list"), this.part("more"));
    filter.dataset.ready = "";
    this.countPlaces = new Map([...filter.querySelectorAll("[data-count]")].map((place) => [place.dataset.count, place]));
    this.form.addEventListener("input", ({ target }) => { if (target.name === "zoek" || /^\d{4}$/.test(target.value)) this.change(target); });
    this.form.addEventListener("change", ({ target }) => { if (target.name !== "zoek" || !target.value) this.change(target); });
    this.part("clear").addEventListener("click", () => this.to(new Map(), this.form.elements.zoek));
    addEventListener("popstate", () => this.to(fromQuery(location.search), null, false));
    addEventListener("beforeprint", () => this.results.showAll());
    this.part("download").addEventListener("click", () => this.download());
    this.part("print").addEventListener("click", () => print());
    this.part("copy").addEventListener("click", () => this.copy());
    this.typing = Boolean(location.search);
    this.remember(true);
    this.typing = document.activeElement === this.form.elements.zoek;
    this.show();
  }

  /** A control changed: the address follows, with one step back for a whole word that is typed. */
  change(control) {
    if (toQuery(chosen(this.form)) === this.query) return;
    this.show();
    setTimeout(() => this.remember(control.name === "zoek")); // the browser takes a while to note it, and nobody sees that
  }

  remember(typing = false) {
    const query = toQuery(chosen(this.form));
    if (query === location.search) return;
    history[typing && this.typing ? "replaceState" : "pushState"](null, "", location.pathname + query);
    this.typing = typing;
  }

  /** Another state, from a chip, a proposal or the back button. */
  to(state, focus = this.part("status"), remember = true) {
    choose(this.form, state);
    if (remember) this.remember();
    this.show();
    focus?.focus();
  }

  async show() {
    const turn = ++this.turn;
    const state = follow(this.filter, this.form);
    this.query = toQuery(state);
    const status = this.part("status");
    try {
      if (state.has("zoek") && !this.words) this.words = new Words(await json(`${this.root}kalender/woorden.json`), this.index.count);
      if (state.has("bij") && !this.near) this.near = new Near(await json(`${this.root}assets/postcodes.json`));
    } catch {
      status.textContent = status.dataset.failed;
      return;
    }
    if (turn !== this.turn) return; // something else was chosen meanwhile
    this.placed(state);
    const wish = this.wish(state);
    const selection = new Selection(this.index, wish);
    this.selection = selection;
    selection.counts(PERIODS.map((name) => [name, period(name, this.today)]), DISTANCES, (group, id, number) => this.told(group, id, number));
    const any = state.size > 0;
    this.part("body").hidden = !any;
    if (any) this.listing.hidden = true;
    else setTimeout(() => { this.listing.hidden = this.query; });
    const show = this.part("show");
    show.textContent = any ? `Toon ${initiatives(selection.total)}` : show.dataset.idle;
    status.textContent = !any ? status.textContent && status.dataset.all : selection.total ? `${initiatives(selection.total)} gevonden` : status.dataset.none;
    if (!any) return;
    this.chips(state);
    this.feed(state);
    this.part("taken").textContent = "";
    this.part("take").hidden = !selection.total;
    this.results.show(sections(selection, state.has("orde")), wish.near);
    if (!selection.total) this.part("list").append(this.nothing(state));
  }

  told(group, id, number) {
    const place = this.countPlaces.get(`${group}:${id}`);
    if (!place || place.number === number) return; // most stay the same, and each change costs the page
    place.number = place.textContent = number;
    place.hidden = false;
    place.parentElement.classList.toggle("dm-choice--none", !number);
  }

  wish(state) {
    const one = (name) => state.get(name)?.[0];
    const origin = state.has("bij") && this.near.find(one("bij"));
    return {
      today: this.today,
      past: state.has("voorbij"),
      chosen: Object.fromEntries(state),
      period: period(one("wanneer"), this.today, one("van"), one("tot")),
      near: origin?.name ? { distances: distancesFrom(origin, this.index.places), km: one("km") } : null,
      words: state.has("zoek") ? this.words.find(one("zoek")) : null,
    };
  }

  /** What was understood of "postcode of gemeente", with a choice when it can be several. */
  placed(state) {
    const which = this.part("which");
    const found = state.has("bij") ? this.near.find(state.get("bij")[0]) : {};
    const choices = found.choices ?? [];
    const place = this.part("place");
    const { idle, several, unknown } = place.dataset;
    place.textContent = found.name ? `We zoeken rond ${found.name}, in vogelvlucht van centrum tot centrum.` : choices.length ? several : found.choices ? unknown : idle;
    which.hidden = !choices.length;
    which.replaceChildren(...choices.map(({ postcode, name, region }) => {
      const radio = element("input");
      radio.type = "radio";
      radio.addEventListener("change", () => this.to(new Map(state).set("bij", [postcode]), this.form.elements.bij));
      return element("label", "dm-choice", radio, " ", `${postcode} ${name} (${this.nameOf("waar", region)})`);
    }));
  }

  nameOf(name, value) {
    return this.form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`).closest("label").querySelector("[data-name]").textContent;
  }

  /** How a choice reads on its chip. */
  label(state, name, value) {
    if (name === "zoek") return `“${value}”`;
    if (name === "bij") return this.near.find(value).name ? `Binnen ${state.get("km")} km van ${this.near.find(value).name}` : `${value}?`;
    if (name !== "wanneer" || value !== "zelf") return this.nameOf(name, value);
    const [from, to] = ["van", "tot"].map((side) => state.get(side) && plainDay(dayOf(state.get(side)[0])));
    return from && to ? `Van ${from} tot en met ${to}` : from ? `Vanaf ${from}` : to ? `Tot en met ${to}` : "Zelf kiezen";
  }

  without(state, name, value) {
    const left = new Map(state);
    const others = state.get(name).filter((other) => other !== value);
    if (others.length) left.set(name, others);
    else left.delete(name);
    return left;
  }

  chips(state) {
    const chips = this.part("chips");
    const at = [...chips.querySelectorAll("button")].indexOf(document.activeElement);
    const buttons = [...state].filter(([name]) => !PARTS.includes(name)).flatMap(([name, values]) => values.map((value) => {
      const left = this.without(state, name, value);
      const remove = () => this.to(left, left.size ? null : this.part("status"));
      return button("dm-chip", remove, this.label(state, name, value), " ", element("span", "dm-hidden", "verwijderen"));
    }));
    buttons.push(button("dm-chip dm-chip--clear", () => this.to(new Map()), "Wis alles"));
    chips.replaceChildren(...buttons.map((chip) => element("li", "", chip)));
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)].focus();
  }

  /** Nothing found: what was asked in one sentence, and what comes nearest to it. */
  nothing(state) {
    const proposals = [];
    const propose = (label, left) => proposals.push({ label, state: left, total: new Selection(this.index, this.wish(left)).total });
    const other = (name, value) => new Map(state).set(name, [`${value}`]);
    if (/week/.test(state.get("wanneer"))) propose("Deze maand", other("wanneer", "maand"));
    if (state.has("bij")) for (const km of DISTANCES) if (km > state.get("km")[0]) propose(`Binnen ${km} km`, other("km", km));
    for (const [name, values] of state) {
      if (!NEUTRAL.has(name)) for (const value of values) propose(name === "wanneer" ? "Op een ander moment" : `Zonder ${this.label(state, name, value)}`, this.without(state, name, value));
    }
    if (!state.has("voorbij")) propose("Met wat voorbij is", other("voorbij", 1));
    const useful = proposals.filter(({ total }) => total).slice(0, ALTERNATIVES);
    const box = element("div", "dm-empty", element("p", "", this.sentence(state)));
    if (!useful.length) return box;
    box.append(element("p", "", "Wel:"), element("ul", "dm-chips", ...useful.map(({ label, state: left, total }) =>
      element("li", "", button("dm-chip dm-chip--offer", () => this.to(left), `${label} `, element("span", "dm-count", total))))));
    return box;
  }

  sentence(state) {
    const labels = (name) => (state.get(name) ?? []).map((value) => this.label(state, name, value));
    const parts = ["Niets"];
    if (state.has("waar")) parts.push(`in ${listed(labels("waar"), "of")}`);
    if (state.has("bij")) parts.push(labels("bij")[0].replace("Binnen", "binnen"));
    if (state.has("wanneer")) parts.push(labels("wanneer")[0].toLowerCase());
    const others = [...state.keys()].filter((name) => !NEUTRAL.has(name) && !["waar", "bij", "wanneer"].includes(name)).flatMap(labels);
    if (others.length) parts.push(`voor ${listed(others)}`);
    return `${parts.join(" ")}.`;
  }

  /** The feed of exactly this selection, when there is one: a single province, theme, kind or goal. */
  feed(state) {
    const [asked, another] = [...state].filter(([name]) => !NEUTRAL.has(name));
    const [name, [value, second]] = asked ?? ["", []];
    const kind = FEEDS[name];
    const here = kind && !another && !second;
    this.part("feed").hidden = !here;
    this.part("no-feed").hidden = here;
    if (!here) return;
    const { href } = new URL(`${this.root}kalender/${kind}/${name === "online" ? name : value}.ics`, location);
    this.part("webcal").href = href.replace(/^https?/, "webcal");
    this.part("address").href = this.part("address").textContent = href;
  }

  async download() {
    const taken = this.part("taken");
    const { busy, dateless, failed } = taken.dataset;
    taken.textContent = busy;
    try {
      const { text, initiatives: many, events } = await calendarOf(this.selection, this.root);
      if (events) download(text, "selectie-ivy2026.ics");
      const capped = many === MOST_FILES && this.selection.total > many ? `, de eerste ${many} van ${this.selection.total}` : "";
      taken.textContent = events ? `In het bestand: ${count(events, "moment", "momenten")} van ${initiatives(many)}${capped}. Later komt er niets vanzelf bij.` : dateless;
    } catch {
      taken.textContent = failed;
    }
  }

  async copy() {
    const taken = this.part("taken");
    const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    taken.textContent = copied ? taken.dataset.copied : location.href;
  }
}
