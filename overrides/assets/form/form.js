// The form to send in an initiative or a tip. Nothing leaves the device until the person chooses how.
// The flow: controls → values → read (what they mean, what is wrong) → preview, and the text of the file.

import { Controls } from "./controls.js";
import { fileText } from "./file.js";
import { Places } from "./places.js";
import { card, foundPlace, momentSentences, tipCard } from "./preview.js";
import { read } from "./read.js";
import { problem } from "./rules.js";
import { Misspelled, READ, slugify } from "./spelling.js";

const MOST_IN_ADDRESS = 7500; // GitHub answers 414 to an address of more than some 8 KB
const MOST_IN_MAIL = 1800; // Windows cuts a mailto: off at 2,048 signs

const declared = JSON.parse(document.getElementById("velden").textContent);
const box = document.querySelector("[data-form]");
const form = box.querySelector("form");
const controls = new Controls(form, declared.fields);
const campaign = { ...declared, places: null, slug: "" };
const assets = new URL("../", import.meta.url);
const draftKey = `doemee-ontwerp-${declared.soort}:${new URL("..", assets).pathname}`;
const touched = new Set();
const edited = { path: null, slug: false };
let taken = new Set();
let keepDraft = false;
let showAll = false;

const $ = (name) => document.querySelector(`[data-${name}]`);
const say = (name, text) => { $(name).textContent = text; };

// --- what is there now ---

function path() {
  return edited.path ?? `${declared.folder}${controls.slug || "mijn-initiatief"}.md`;
}

function current() {
  const values = controls.values();
  const found = read(declared.fields, values, controls.body, { ...campaign, slug: controls.slug });
  found.problems.push(...wrongName());
  found.text = fileText(declared.fields, values, controls.body, path());
  return found;
}

function wrongName() {
  if (edited.path) return [];
  try {
    READ.slug(controls.slug);
  } catch (error) {
    if (!(error instanceof Misspelled)) throw error;
    return controls.slug ? [problem(["slug"], error.code, error.message, error.hint)] : [problem(["slug"], "bestandsnaam", "je pagina heeft nog geen naam", "Vul de titel in, of kies zelf een naam")];
  }
  if (!taken.has(controls.slug)) return [];
  return [problem(["slug"], "dubbele-naam", "er is al een pagina met deze naam", "Kies een andere naam, of wijzig het initiatief dat er al is op zijn eigen pagina")];
}

// --- what people see ---

function refresh() {
  if (!edited.slug && !edited.path) form.elements.namedItem("slug").value = slugify(form.elements.namedItem("titel").value);
  const { sent, problems, text } = current();
  $("preview").replaceChildren(declared.soort === "tip" ? tipCard(sent) : card(sent, campaign));
  $("file").textContent = text;
  const rule = sent.momenten?.length === 1 ? sent.herhaling : null;
  controls.items("momenten").forEach((item, at) => {
    item.querySelector("[data-number]").textContent = `Moment ${at + 1}`;
    item.querySelector("[data-sentence]").textContent = (problems.some((p) => p.path[1] === at) ? [] : momentSentences(sent.momenten?.[at], rule)).slice(0, 1).join("");
    item.querySelector("[data-remove]").hidden = controls.items("momenten").length === 1;
  });
  for (const found of form.querySelectorAll("[data-found]")) found.textContent = foundPlace(form.elements.namedItem(found.dataset.found).value, campaign);
  showProblems(problems);
  const errors = problems.filter(({ severity }) => severity === "fout").length;
  say("status", errors ? `Nog ${errors} ${errors === 1 ? "ding" : "dingen"} te doen.` : "Alles is in orde. Je kan het insturen.");
  if (keepDraft) save();
  return { problems, text };
}

const sentence = ({ message, hint }) => `${message[0].toUpperCase()}${message.slice(1)}. ${hint}.`;

/** Messages beside the fields that were left, or beside all after a try to send. */
function showProblems(problems) {
  const byPlace = new Map();
  for (const found of problems) {
    const place = controls.place(found.path);
    if (place && (showAll || touched.has(place.id))) byPlace.set(place, [...(byPlace.get(place) ?? []), found]);
  }
  for (const shown of form.querySelectorAll(".dm-error")) {
    const place = document.getElementById(shown.id.replace(/-fout$/, ""));
    const own = byPlace.get(place) ?? [];
    const text = own.map((found) => (found.severity === "fout" ? sentence(found) : `Let op: ${sentence(found)}`)).join(" ");
    if (shown.textContent !== text) shown.textContent = text;
    shown.hidden = !text;
    shown.classList.toggle("dm-error--warning", own.length > 0 && own.every(({ severity }) => severity !== "fout"));
    if (own.some(({ severity }) => severity === "fout")) place?.setAttribute("aria-invalid", "true");
    else place?.removeAttribute("aria-invalid");
  }
  if (showAll) listErrors(problems);
}

function listErrors(problems) {
  const errors = problems.filter(({ severity }) => severity === "fout");
  const list = $("errors").querySelector("ul");
  list.replaceChildren(...errors.map((found) => {
    const link = document.createElement("a");
    const place = controls.place(found.path);
    link.href = `#${place?.id ?? ""}`;
    link.textContent = `${labelOf(place)}: ${found.message}. ${found.hint}.`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      focusOn(place);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  $("errors").hidden = !errors.length;
}

function labelOf(place) {
  const label = place?.matches("fieldset") ? place.querySelector("legend") : form.querySelector(`label[for="${place?.id}"]`);
  return (label?.textContent ?? "Momenten").replace("(verplicht)", "").trim();
}

function focusOn(place) {
  for (let details = place?.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
  place?.focus();
  place?.scrollIntoView({ block: "center" });
}

// --- the ways to send ---

const WAYS = {
  github(text) {
    const base = `${declared.repository}/`;
    if (edited.path) {
      navigator.clipboard?.writeText(text);
      window.open(`${base}edit/${declared.branch}/${encodeURI(edited.path)}`, "_blank", "noopener");
      return "De nieuwe tekst is gekopieerd. Selecteer op GitHub alles in het bestand, plak de nieuwe tekst en klik op “Commit changes”.";
    }
    const query = new URLSearchParams({ filename: path(), value: text }).toString().replaceAll("+", "%20");
    if (query.length > MOST_IN_ADDRESS) {
      navigator.clipboard?.writeText(text);
      window.open(`${base}new/${declared.branch}?${new URLSearchParams({ filename: path() })}`, "_blank", "noopener");
      return "Je tekst is te lang om mee te geven. We hebben ze gekopieerd: plak ze op GitHub in het lege bestand.";
    }
    window.open(`${base}new/${declared.branch}?${query}`, "_blank", "noopener");
    return "GitHub gaat open in een nieuw tabblad, met je bestand klaar. Klik daar op “Commit changes”.";
  },
  download(text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    link.download = path().split("/").at(-1);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return `${link.download} staat bij je downloads.`;
  },
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return "De tekst is gekopieerd.";
    } catch {
      const shown = $("file");
      shown.closest("details").open = true;
      getSelection().selectAllChildren(shown);
      return "Kopiëren mag niet van je browser. De tekst staat hieronder geselecteerd: kopieer ze zelf.";
    }
  },
  mail(text) {
    const name = path().split("/").at(-1);
    const long = encodeURIComponent(text).length > MOST_IN_MAIL;
    const body = long ? `Voeg het bestand ${name} als bijlage toe.` : text;
    location.href = `mailto:${declared.mail}?subject=${encodeURIComponent(`Voor de kalender: ${name}`)}&body=${encodeURIComponent(body)}`;
    return long ? `${WAYS.download(text)} Voeg het als bijlage toe aan de mail.` : "Je mailprogramma gaat open, met de tekst erin.";
  },
};

async function send(way) {
  showAll = true;
  const { problems, text } = refresh();
  if (problems.some(({ severity }) => severity === "fout")) {
    say("sent", "");
    $("errors").focus();
    $("errors").scrollIntoView({ block: "start" });
    return;
  }
  say("sent", await WAYS[way](text));
}

// --- the draft, on this device only and only when asked ---

function save() {
  try {
    localStorage.setItem(draftKey, JSON.stringify({ values: controls.values(), body: controls.body, slug: controls.slug, path: edited.path }));
    say("sent", "Je ontwerp is bewaard op dit toestel.");
  } catch {
    say("sent", "Je browser kan hier niets bewaren. Download het bestand, of kopieer de tekst.");
  }
}

function readDraft() {
  try {
    return JSON.parse(localStorage.getItem(draftKey));
  } catch {
    return null;
  }
}

function forget() {
  keepDraft = false;
  try {
    localStorage.removeItem(draftKey);
  } catch { /* then there is none */ }
  $("draft").hidden = true;
  say("sent", "Op dit toestel staat geen ontwerp meer.");
}

function resume() {
  const draft = readDraft();
  controls.fill(draft.values, draft.body, draft.slug);
  edited.slug = Boolean(draft.slug);
  edited.path = draft.path;
  keepDraft = true;
  $("draft").hidden = true;
  refresh();
}

// --- what there is already ---

async function edit(slug) {
  const answer = await fetch(new URL(`../initiatieven/${encodeURIComponent(slug)}.json`, assets));
  if (!answer.ok) {
    say("status", "Dit initiatief vinden we niet. Misschien heeft het nu een andere naam.");
    return;
  }
  const { path: file, fields, body } = await answer.json();
  edited.path = file;
  controls.fill(fields, body, slug);
  form.elements.namedItem("slug").readOnly = true;
  $("title").textContent = `Wijzig “${fields.titel}”`;
  say("github-help", "Je hebt een (gratis) account nodig. We kopiëren de nieuwe tekst, jij plakt ze over de oude.");
  refresh();
}

async function start() {
  box.hidden = false;
  $("no-script").hidden = true;
  $("mail-way").hidden = !declared.mail;
  const slug = new URLSearchParams(location.search).get("wijzig");
  if (slug && declared.soort === "initiatief") await edit(slug);
  else if (readDraft()) $("draft").hidden = false;
  refresh();
  if (declared.soort === "initiatief") form.addEventListener("focusin", look, { once: true });
  if (slug || readDraft()) await look();
}

/** What only somebody who fills it in needs: the places, and the names that are taken. */
async function look() {
  const [places, names] = await Promise.all(["postcodes.json", "../kalender/toevoegen/namen.json"].map((name) => fetch(new URL(name, assets)).then((answer) => answer.json())));
  campaign.places = new Places(places);
  taken = new Set(names);
  refresh();
}

let waiting;
form.addEventListener("input", (event) => {
  if (event.target.name === "slug") edited.slug = Boolean(event.target.value);
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 120);
});
form.addEventListener("focusout", (event) => {
  const place = event.target.closest("[data-field]");
  if (!place || event.target.matches("button")) return;
  touched.add(place.matches("fieldset") ? place.id : `f-${place.dataset.field.replaceAll(".", "-")}`);
  if (!pressed) refresh();
});
// A message that appears while somebody presses a button would move that button away from under the finger.
let pressed = false;
document.addEventListener("pointerdown", () => { pressed = true; });
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    pressed = false;
    setTimeout(refresh);
  });
}
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const { add, pick, send: way } = event.target.closest("button")?.dataset ?? {};
  const button = event.target.closest("button");
  if (add) {
    controls.add(add).querySelector("input").focus();
    refresh();
  } else if (pick) pickDay(button, pick);
  else if (way) send(way);
  else if (button?.matches("[data-remove]")) removeItem(button.closest("[data-item]"));
  else if (button?.matches("[data-save]")) {
    keepDraft = true;
    save();
  } else if (button?.matches("[data-forget]")) forget();
  else if (button?.matches("[data-resume]")) resume();
});

function removeItem(item) {
  const next = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  refresh();
  next?.querySelector("input")?.focus();
}

/** The device's own calendar; what is chosen is written as people write it. */
function pickDay(button, name) {
  let picker = button.parentElement.querySelector("input[type=date]");
  if (!picker) {
    picker = document.createElement("input");
    Object.assign(picker, { type: "date", min: declared.start, max: declared.end, tabIndex: -1, className: "dm-picker" });
    picker.setAttribute("aria-hidden", "true");
    picker.addEventListener("change", () => {
      form.elements.namedItem(name).value = picker.value;
      form.elements.namedItem(name).focus();
      refresh();
    });
    button.after(picker);
  }
  picker.showPicker?.();
}

start();
