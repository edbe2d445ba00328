// The filter of /kalender/: shows itself and waits. What searches, and its data, come when somebody first touches it or
// when the address asks for something. What is ticked meanwhile is in the form already.

import { part } from "../shared/elements.js";
import { choose, follow, fromQuery, known, quickChoice, regionOf } from "./controls.js";

// For finder.js, so that it need not bring them along.
export { choose, chosen, follow, fromQuery, known, toQuery } from "./controls.js";

const filter = part(document, "[data-filter]");
const form = part(filter, "form", HTMLFormElement);
const panel = part(filter, "[data-panel]");

/** @type {Promise<unknown> | undefined} */
let finder;

function load() {
  finder ??= import("./finder.js").then(({ Finder }) => Finder.open(filter)).catch(() => {
    finder = undefined; // the next touch tries again
    const status = part(filter, "[data-status]");
    status.textContent = status.dataset.failed ?? "";
  });
}

/** @param {boolean} open */
function show(open) {
  panel.ariaExpanded = String(open);
  form.classList.toggle("dm-panel--open", open);
}

/**
 * Tick a box or press a radio, as the visitor would.
 * @param {string} name
 * @param {string} value
 * @param {boolean} on
 */
function tick(name, value, on) {
  const box = part(form, `[name="${name}"][value="${value}"]`, HTMLInputElement);
  box.checked = on;
  changed(box);
}

const changed = (/** @type {Element} */ control) =>
  control.dispatchEvent(new Event("change", { bubbles: true }));

const toggleRegion = (/** @type {Element} */ region) => {
  tick("waar", regionOf(region), region.ariaChecked !== "true");
};

/** @param {HTMLElement} button One of those on top. */
function pressed(button) {
  const [name, value] = quickChoice(button);
  const on = button.ariaPressed !== "true";
  if (value) tick(name, name === "wanneer" && !on ? "" : value, on || name === "wanneer");
  else if (on) {
    show(true);
    known(form, name).focus();
  } else {
    const place = known(form, name);
    place.value = "";
    changed(place);
  }
}

filter.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const quick = target.closest("[data-quick]");
  const region = target.closest("[data-region]");
  if (target.closest("[data-panel]")) show(panel.ariaExpanded !== "true");
  if (region) toggleRegion(region);
  if (quick instanceof HTMLElement) pressed(quick);
});

filter.addEventListener("keydown", (event) => {
  const region = event.target instanceof Element && event.target.closest("[data-region]");
  if (region && (event.key === " " || event.key === "Enter")) {
    event.preventDefault();
    toggleRegion(region);
  }
  if (event.key === "Escape" && panel.ariaExpanded === "true") {
    show(false);
    panel.focus();
  }
});

part(filter, "[data-show]").addEventListener("click", () => {
  show(false);
  part(filter, "[data-status]").focus();
});

for (const touch of ["pointerdown", "focusin", "input", "change"]) {
  filter.addEventListener(touch, () => {
    if (filter.dataset.ready === undefined) follow(filter, form);
    load();
  });
}
form.addEventListener("submit", (event) => { event.preventDefault(); });
addEventListener("popstate", load);

choose(form, fromQuery(location.search));
follow(filter, form);
filter.hidden = false;
if (location.search) load();
