// The form is the state: what is chosen, as a map from the word in the address to values, and back into the controls.

const TEXTS = ["zoek", "bij", "van", "tot"];
const ONLY_WITH = { km: "bij", orde: "bij" };

// Kept: to go through form.elements itself takes a phone longer than to filter three thousand initiatives.
const controlsOf = (form) => (form.controls ??= [...form.elements].filter(({ name }) => name));

/** What is chosen, in the order of the form; a group without a choice is not in it. */
export function chosen(form) {
  const state = new Map();
  for (const { name, type, value, checked } of controlsOf(form)) {
    if (!value.trim() || (/checkbox|radio/.test(type) && !checked)) continue;
    state.set(name, [...(state.get(name) ?? []), value.trim()]);
  }
  if (state.get("wanneer")?.[0] !== "zelf") ["van", "tot"].forEach((name) => state.delete(name));
  for (const [name, other] of Object.entries(ONLY_WITH)) if (!state.has(other)) state.delete(name);
  return state;
}

/** Put a state in the controls. What no control can hold, an old or invented value in an address, is passed over. */
export function choose(form, state) {
  for (const control of controlsOf(form)) {
    const { name, type, value, defaultChecked } = control;
    const values = state.get(name) ?? [];
    if (/checkbox|radio/.test(type)) control.checked = values.length ? values.includes(value) : type === "radio" && defaultChecked;
    else control.value = values[0] ?? "";
  }
  for (const radios of ["wanneer", "km"]) {
    if (![...form.elements[radios]].some(({ checked }) => checked)) [...form.elements[radios]].forEach((radio) => { radio.checked = radio.defaultChecked; });
  }
}

/** `?waar=limburg,antwerpen&gratis=1`; nothing for what every visitor has anyhow. */
export function toQuery(state) {
  const parts = [...state].filter(([name, [value]]) => !(name === "km" && value === "10") && !(name === "wanneer" && value === "zelf" && (state.has("van") || state.has("tot"))));
  return parts.length ? `?${parts.map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&")}` : "";
}

export function fromQuery(query) {
  const asked = new URLSearchParams(query);
  const state = new Map();
  for (const name of new Set(asked.keys())) {
    state.set(name, TEXTS.includes(name) ? [asked.get(name)] : asked.getAll(name).flatMap((value) => value.split(",")));
  }
  if (state.has("van") || state.has("tot")) state.set("wanneer", ["zelf"]);
  return state;
}

/** The buttons on top, the map and the folded groups follow the form. Returns what is chosen. */
export function follow(filter, form) {
  const state = chosen(form);
  for (const button of filter.querySelectorAll("[data-quick]")) {
    const [name, value] = button.dataset.quick.split(":");
    button.ariaPressed = Boolean(value ? state.get(name)?.includes(value) : state.has(name));
  }
  for (const region of filter.querySelectorAll("[data-region]")) region.ariaChecked = Boolean(state.get("waar")?.includes(region.dataset.region));
  for (const badge of filter.querySelectorAll("[data-picked]")) {
    const many = state.get(badge.dataset.picked)?.length ?? 0;
    badge.hidden = !many;
    badge.textContent = `${many} gekozen`;
  }
  filter.querySelector("[data-dates]").hidden = state.get("wanneer")?.[0] !== "zelf";
  const groups = [...state.keys()].filter((name) => !["km", "orde", "van", "tot"].includes(name));
  const badge = filter.querySelector("[data-chosen]");
  badge.hidden = !groups.length;
  badge.textContent = groups.length;
  return state;
}
