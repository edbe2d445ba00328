// The form to send in an initiative or a tip. Nothing leaves the device until the person chooses how.
// The flow: controls → values → read (what they mean, what is wrong) → preview, and the text of the file.

import { part, parts } from "../shared/elements.js";
import { fetched } from "../shared/fetched.js";
import { Places } from "../shared/places.js";
import { slugify } from "../shared/words.js";
import { Controls } from "./controls.js";
import { forget, keep, kept } from "./draft.js";
import { fileText } from "./file.js";
import { isError, listErrors, showBeside } from "./messages.js";
import { sentences } from "./moment.js";
import { card, foundPlace, ruleOf, tipCard } from "./preview.js";
import { read, wrongName } from "./read.js";
import { WAYS } from "./ways.js";

/** @import { Postcodes } from "../shared/places.js" */
/** @import { Campaign, Declaration, Draft, Values } from "./types.js" */

const PAUSE = 120; // milliseconds without typing before everything is read again

/** @type {unknown} */
const data = JSON.parse(part(document, "#velden", HTMLScriptElement).text);
const declared = /** @type {Declaration} */ (data);
const box = part(document, "[data-form]");
const form = part(box, "form", HTMLFormElement);
const controls = new Controls(form, declared.fields);
/** @type {Campaign} */
const campaign = { ...declared, places: null, slugNow: "" };
const assets = new URL("../", import.meta.url);
const draftKey = `doemee-ontwerp-${declared.tip ? "tip" : "initiatief"}:${new URL("..", assets).pathname}`;
/** @type {Set<string>} The ids of what was left once: what is wrong there may be said. */
const touched = new Set();
/** @type {{ path: string | null, slug: boolean }} The file that is changed; whether the person chose its name. */
const edited = { path: null, slug: false };
/** @type {Set<string>} The names that other pages have. */
let taken = new Set();
let keepDraft = false;
let showAll = false;

const shown = (/** @type {string} */ name) => part(document, `[data-${name}]`);
const say = (/** @type {string} */ name, /** @type {string} */ text) => { shown(name).textContent = text; };

// --- what is there now ---

const path = () => edited.path ?? `${declared.folder}${controls.slug || "mijn-initiatief"}.md`;

function current() {
  const values = controls.values();
  campaign.slugNow = controls.slug;
  const { sent, problems } = read(values, controls.body, campaign);
  const ofName = edited.path ? [] : wrongName(controls.slug, taken, campaign);
  return { sent, problems: [...problems, ...ofName], text: fileText(declared.fields, values, controls.body, path()) };
}

// --- what people see ---

function refresh() {
  if (!edited.slug && !edited.path) controls.control("slug").value = slugify(controls.control("titel").value);
  const { sent, problems, text } = current();
  shown("preview").replaceChildren(declared.tip ? tipCard(sent) : card(sent, campaign));
  say("file", text);
  const items = controls.items("momenten");
  for (const [at, item] of items.entries()) {
    const moment = sent.momenten?.at(at);
    const said = moment && !problems.some((one) => one.path[1] === at) ? sentences(moment, ruleOf(sent)) : [];
    part(item, "[data-number]").textContent = `Moment ${at + 1}`;
    part(item, "[data-sentence]").textContent = said.at(0) ?? "";
    part(item, "[data-remove]").hidden = items.length === 1;
  }
  for (const place of parts(form, "[data-found]")) {
    place.textContent = foundPlace(controls.control(place.dataset.found ?? "").value, campaign);
  }
  showBeside(form, controls, problems, (place) => showAll || touched.has(place.id));
  if (showAll) listErrors(form, controls, problems);
  const errors = problems.filter(isError).length;
  const left = `Nog ${errors} ${errors === 1 ? "ding" : "dingen"} te doen.`;
  say("status", errors ? left : "Alles is in orde. Je kan het insturen.");
  if (keepDraft) save();
  return { problems, text };
}

/** @param {string} name Of one of the ways to send. */
async function send(name) {
  showAll = true;
  const { problems, text } = refresh();
  if (problems.some(isError)) {
    say("sent", "");
    shown("errors").focus();
    shown("errors").scrollIntoView({ block: "start" });
    return;
  }
  const ready = { declared, path: path(), exists: edited.path !== null, text };
  say("sent", (await WAYS[name]?.(ready)) ?? "");
}

// --- the draft ---

function save() {
  const draft = { values: controls.values(), body: controls.body, slug: controls.slug, path: edited.path };
  say("sent", keep(draftKey, draft)
    ? "Je ontwerp is bewaard op dit toestel."
    : "Je browser kan hier niets bewaren. Download het bestand, of kopieer de tekst.");
}

/** @param {Draft | null} draft */
function resume(draft) {
  if (!draft) return;
  show(draft);
  edited.slug = Boolean(draft.slug);
  keepDraft = true;
  shown("draft").hidden = true;
  refresh();
}

// --- what there is already ---

/** @param {Draft} draft */
function show({ values, body, slug, path: file }) {
  controls.fill(values, body, slug);
  edited.path = file;
}

/** @param {string} slug */
async function edit(slug) {
  const file = await fetched(new URL(`../initiatieven/${encodeURIComponent(slug)}.json`, assets)).catch(() => null);
  if (file === null) {
    say("status", "Dit initiatief vinden we niet. Misschien heeft het nu een andere naam.");
    return;
  }
  const { path: name, fields: values, body } = /** @type {{ path: string, fields: Values, body: string }} */ (file);
  show({ values, body, slug, path: name });
  part(form, "[name=slug]", HTMLInputElement).readOnly = true;
  say("title", `Wijzig “${controls.control("titel").value}”`);
  say("github-help", "Je hebt een (gratis) account nodig. We kopiëren de nieuwe tekst, jij plakt ze over de oude.");
}

async function start() {
  box.hidden = false;
  shown("no-script").hidden = true;
  shown("mail-way").hidden = !declared.mail;
  const slug = new URLSearchParams(location.search).get("wijzig") ?? "";
  const draft = kept(draftKey);
  if (slug && !declared.tip) await edit(slug);
  else if (draft) shown("draft").hidden = false;
  refresh();
  if (!declared.tip) form.addEventListener("focusin", () => { void look(); }, { once: true });
  if (slug || draft) await look();
}

/** What only somebody who fills it in needs: the places, and the names that are taken. */
async function look() {
  const addresses = ["postcodes.json", "../kalender/toevoegen/namen.json"].map((name) => new URL(name, assets));
  const [places, names] = await Promise.all(addresses.map(fetched));
  campaign.places = new Places(/** @type {Postcodes} */ (places));
  taken = new Set(/** @type {string[]} */ (names));
  refresh();
}

// --- what people do ---

// A message that appears while somebody presses a button would move that button away from under the finger: what was
// typed or left meanwhile is shown when the finger goes up.
let pressed = false;
const refreshUnlessPressed = () => { if (!pressed) refresh(); };
document.addEventListener("pointerdown", () => { pressed = true; });
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    pressed = false;
    setTimeout(refresh);
  });
}

let waiting = 0;
form.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === "slug") edited.slug = Boolean(target.value);
  clearTimeout(waiting);
  waiting = setTimeout(refreshUnlessPressed, PAUSE);
});

form.addEventListener("focusout", ({ target }) => {
  const place = target instanceof Element && !target.matches("button") && target.closest("[data-field]");
  if (!(place instanceof HTMLElement)) return;
  touched.add(place.matches("fieldset") ? place.id : `f-${(place.dataset.field ?? "").replaceAll(".", "-")}`);
  refreshUnlessPressed();
});
form.addEventListener("submit", (event) => { event.preventDefault(); });

/**
 * What buttons do, by their mark and the word that it holds.
 * @type {Record<string, ((button: HTMLElement, word: string) => void) | undefined>}
 */
const DEEDS = {
  add(_, list) {
    const added = controls.add(list);
    (added instanceof HTMLInputElement ? added : added?.querySelector("input"))?.focus();
    refresh();
  },
  remove(button) {
    const item = button.closest("[data-item]");
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    item?.remove();
    refresh();
    next?.querySelector("input")?.focus();
  },
  send(_, way) { void send(way); },
  save() {
    keepDraft = true;
    save();
  },
  forget() {
    keepDraft = false;
    forget(draftKey);
    shown("draft").hidden = true;
    say("sent", "Op dit toestel staat geen ontwerp meer.");
  },
  resume() { resume(kept(draftKey)); },
};

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  for (const [mark, word = ""] of Object.entries(button?.dataset ?? {})) if (button) DEEDS[mark]?.(button, word);
});

void start();
