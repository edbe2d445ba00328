// The form is the state: what is chosen, as a map from the word in the address to values, and back into the controls.

import { control, isControl, part, parts } from "../shared/elements.js";

/** @typedef {import("../shared/elements.js").Control} Control */
/** @typedef {Map<string, string[]>} State What is chosen, in the order of the form; no group without a choice. */

const TEXTS = ["zoek", "bij", "van", "tot"];
const RADIOS = ["wanneer", "km"];
const ONLY_WITH = { km: "bij", orde: "bij" };

/** @type {WeakMap<HTMLFormElement, Control[]>} */
const kept = new WeakMap();

/**
 * The controls of a form. Kept: to go through form.elements itself takes a phone longer than to filter three thousand
 * initiatives.
 * @param {HTMLFormElement} form
 */
function controlsOf(form) {
  const found = kept.get(form) ?? [...form.elements].filter(isControl).filter(({ name }) => name);
  kept.set(form, found);
  return found;
}

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
const isTicked = (control) => /checkbox|radio/.test(control.type);

/** What is chosen. */
export function chosen(/** @type {HTMLFormElement} */ form) {
  /** @type {State} */
  const state = new Map();
  for (const control of controlsOf(form)) {
    const value = control.value.trim();
    if (!value || (isTicked(control) && !control.checked)) continue;
    state.set(control.name, [...(state.get(control.name) ?? []), value]);
  }
  if (state.get("wanneer")?.[0] !== "zelf") ["van", "tot"].forEach((name) => state.delete(name));
  for (const [name, other] of Object.entries(ONLY_WITH)) if (!state.has(other)) state.delete(name);
  return state;
}

/**
 * Put a state in the controls. What no control can hold, an old or invented value in an address, is passed over.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
export function choose(form, state) {
  const controls = controlsOf(form);
  for (const control of controls) {
    const values = state.get(control.name) ?? [];
    if (!isTicked(control)) control.value = values.at(0) ?? "";
    else if (values.length) control.checked = values.includes(control.value);
    else control.checked = control.type === "radio" && control.defaultChecked;
  }
  for (const name of RADIOS) {
    const radios = controls.filter((control) => control.name === name).filter(isTicked);
    if (!radios.some(({ checked }) => checked)) radios.forEach((radio) => { radio.checked = radio.defaultChecked; });
  }
}

/** `?waar=limburg,antwerpen&gratis=1`; nothing for what every visitor has anyhow. */
export function toQuery(/** @type {State} */ state) {
  const dated = state.has("van") || state.has("tot");
  const usual = (/** @type {string} */ name, /** @type {string} */ value) =>
    (name === "km" && value === "10") || (name === "wanneer" && value === "zelf" && dated);
  const asked = [...state].filter(([name, [value]]) => !usual(name, value));
  const query = asked.map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&");
  return query && `?${query}`;
}

/** The state that an address asks for. */
export function fromQuery(/** @type {string} */ query) {
  const asked = new URLSearchParams(query);
  /** @type {State} */
  const state = new Map();
  for (const name of new Set(asked.keys())) {
    const values = asked.getAll(name);
    state.set(name, TEXTS.includes(name) ? values.slice(0, 1) : values.flatMap((value) => value.split(",")));
  }
  if (state.has("van") || state.has("tot")) state.set("wanneer", ["zelf"]);
  return state;
}

/**
 * The buttons on top, the map and the folded groups follow the form. Returns what is chosen.
 * @param {HTMLElement} filter
 * @param {HTMLFormElement} form
 */
export function follow(filter, form) {
  const state = chosen(form);
  for (const button of parts(filter, "[data-quick]")) {
    const [name, value] = quickChoice(button);
    button.ariaPressed = String(value ? (state.get(name)?.includes(value) ?? false) : state.has(name));
  }
  for (const region of filter.querySelectorAll("[data-region]")) {
    region.ariaChecked = String(state.get("waar")?.includes(regionOf(region)) ?? false);
  }
  for (const badge of parts(filter, "[data-picked]")) {
    const many = state.get(badge.dataset.picked ?? "")?.length ?? 0;
    badge.hidden = !many;
    badge.textContent = `${many} gekozen`;
  }
  part(filter, "[data-dates]").hidden = state.get("wanneer")?.[0] !== "zelf";
  const groups = [...state.keys()].filter((name) => !["km", "orde", "van", "tot"].includes(name));
  const badge = part(filter, "[data-chosen]");
  badge.hidden = !groups.length;
  badge.textContent = String(groups.length);
  return state;
}

/**
 * What a button on top chooses: `["gratis", "1"]`, or `["bij", ""]` when the visitor still has to say what.
 * @param {HTMLElement} button
 */
export function quickChoice(button) {
  const [name, value = ""] = (button.dataset.quick ?? "").split(":");
  return [name, value];
}

/** The region of a shape on the map, which is no HTML. */
export const regionOf = (/** @type {Element} */ shape) => shape.getAttribute("data-region") ?? "";

/**
 * A control that the template of the filter has.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function known(form, name) {
  const found = control(form, name);
  if (!found) throw new Error(`${name}: no such control`);
  return found;
}
