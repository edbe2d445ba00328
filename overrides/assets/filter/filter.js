// The filter of /kalender/: shows itself and waits. What searches, and its data, come when somebody first touches it or when
// the address asks for something. What is ticked meanwhile is in the form already.

import { choose, follow, fromQuery } from "./controls.js";

// For finder.js, so that it need not bring them along.
export { choose, chosen, follow, fromQuery, toQuery } from "./controls.js";

const filter = document.querySelector("[data-filter]");
const form = filter.querySelector("form");
const panel = filter.querySelector("[data-panel]");
let finder;

function load() {
  finder ??= import("./finder.js").then(({ Finder }) => Finder.open(filter)).catch(() => {
    finder = undefined; // the next touch tries again
    const status = filter.querySelector("[data-status]");
    status.textContent = status.dataset.failed;
  });
  return finder;
}

function show(open) {
  panel.ariaExpanded = open;
  form.classList.toggle("dm-panel--open", open);
}

function toggle(control, on) {
  control.checked = on;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

const control = (name, value) => form.querySelector(`[name="${name}"][value="${value}"]`);

filter.addEventListener("click", ({ target }) => {
  const quick = target.closest("[data-quick]");
  const region = target.closest("[data-region]");
  if (target.closest("[data-panel]")) show(panel.ariaExpanded !== "true");
  if (region) toggle(control("waar", region.dataset.region), region.ariaChecked !== "true");
  if (!quick) return;
  const [name, value] = quick.dataset.quick.split(":");
  const on = quick.ariaPressed !== "true";
  if (value) toggle(control(name, name === "wanneer" && !on ? "" : value), on || name === "wanneer");
  else if (on) {
    show(true);
    form.elements.bij.focus();
  } else {
    form.elements.bij.value = "";
    toggle(form.elements.bij);
  }
});

filter.addEventListener("keydown", (event) => {
  const region = event.target.closest("[data-region]");
  if (region && (event.key === " " || event.key === "Enter")) {
    event.preventDefault();
    toggle(control("waar", region.dataset.region), region.ariaChecked !== "true");
  }
  if (event.key === "Escape" && panel.ariaExpanded === "true") {
    show(false);
    panel.focus();
  }
});

filter.querySelector("[data-show]").addEventListener("click", () => {
  show(false);
  filter.querySelector("[data-status]").focus();
});

for (const touch of ["pointerdown", "focusin", "input", "change"]) {
  filter.addEventListener(touch, () => {
    if (!filter.dataset.ready) follow(filter, form);
    load();
  });
}
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", load);

choose(form, fromQuery(location.search));
follow(filter, form);
filter.hidden = false;
if (location.search) load();
