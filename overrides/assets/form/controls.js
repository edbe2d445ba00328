// Between the controls of the page and plain values: texts, booleans, lists and groups, under the keys of the declaration.

import { collapsed } from "./spelling.js";

const YES = ["true", "ja", "yes", "waar"];
const NO = ["false", "nee", "neen", "no", "onwaar"];
const SHORT = { organisatie: "naam", inschrijven: "url" };
const SPELLED = ["online", "zin", "help"]; // yes, no, or a text

export class Controls {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.added = 0;
    this.orders = new Map(); // path → what the file held: boxes have an order of their own, and it must not change a file
  }

  // --- from the page ---

  values() {
    return this.#group(this.fields, "");
  }

  get body() {
    return this.#control("beschrijving").value;
  }

  get slug() {
    return this.#control("slug").value.trim();
  }

  /** The items of a list on the page, in order: their paths are those of their controls, not their place. */
  items(path) {
    return [...this.form.querySelectorAll(`[data-list="${path}"] > [data-item]`)];
  }

  /** The element that shows a problem at a path of the values, for its message and the focus. */
  place(path) {
    const steps = [...path];
    while (steps.length) {
      const found = this.form.querySelector(`#${CSS.escape(`f-${this.#named(steps).replaceAll(".", "-")}`)}`);
      if (found) return found;
      steps.pop();
    }
    return null;
  }

  /** `momenten.2.datum` for the value at ["momenten", 1, "datum"]: what was removed before keeps its number. */
  #named(path) {
    const [key, at, ...rest] = path;
    const item = typeof at === "number" ? this.items(key)[at] : null;
    return [...(item ? [item.dataset.item, ...rest] : path)].filter((step) => typeof step === "string").join(".");
  }

  #control(path) {
    return this.form.elements.namedItem(path);
  }

  #boxes(path) {
    return [...this.form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(path)}"]`)];
  }

  #group(fields, prefix) {
    const values = {};
    for (const field of fields) {
      const value = this.#value(field, prefix + field.key);
      if (value !== undefined) values[field.key] = value;
    }
    return values;
  }

  #value(field, path) {
    if (field.fields && field.many) return this.items(path).map((item) => this.#group(field.fields, `${item.dataset.item}.`));
    if (field.fields) return this.#group(field.fields, `${path}.`);
    const checked = this.#boxes(path).filter((box) => box.checked);
    if (field.kind === "op") {
      const [nth, day] = [this.#control(`${path}.nth`).value, this.#control(`${path}.weekday`).value];
      if (nth) return `${nth} ${day}`.trim();
      return checked.length ? checked.map((box) => box.value) : undefined;
    }
    if (field.kind === "ja-of-nee") return checked.length ? true : undefined;
    const control = this.#control(path);
    if (field.many && this.#boxes(path).length) return checked.length ? this.#ordered(path, checked.map((box) => box.value)) : undefined;
    if (field.many) return control.value.split("\n").map(collapsed).filter(Boolean);
    const text = collapsed(control.value);
    if (!text && SPELLED.includes(field.kind)) return { ja: true, nee: false }[this.#control(`${path}.ja`).value];
    return text || undefined;
  }

  #ordered(path, words) {
    const before = (this.orders.get(path) ?? []).filter((word) => words.includes(word));
    return [...before, ...words.filter((word) => !before.includes(word))];
  }

  // --- to the page ---

  /** Show values, as they stand in a file or a draft. What was there is gone. */
  fill(values, body, slug) {
    this.form.reset();
    this.orders.clear();
    for (const [path, count] of Object.entries(this.#lists(values))) {
      while (this.items(path).length > Math.max(1, count)) this.items(path).at(-1).remove();
      while (this.items(path).length < count) this.add(path);
    }
    this.#fillGroup(this.fields, values, "");
    this.#control("beschrijving").value = body ?? "";
    if (slug) this.#control("slug").value = slug;
    for (const details of this.form.querySelectorAll("details")) {
      details.open = [...details.querySelectorAll("input, textarea, select")].some((control) => (control.type === "checkbox" ? control.checked : control.value));
    }
  }

  #lists(values) {
    const lists = this.fields.filter((field) => field.fields && field.many);
    return Object.fromEntries(lists.map(({ key }) => [key, (values[key] ?? []).length]));
  }

  #fillGroup(fields, values, prefix) {
    for (const field of fields) {
      const value = values?.[field.key];
      const path = prefix + field.key;
      if (value === undefined || value === null) continue;
      if (field.fields && field.many) {
        this.items(path).forEach((item, at) => this.#fillGroup(field.fields, value[at], `${item.dataset.item}.`));
      } else if (field.fields) {
        this.#fillGroup(field.fields, typeof value === "string" ? { [SHORT[field.key]]: value } : value, `${path}.`);
      } else this.#fillOne(field, value, path);
    }
  }

  #fillOne(field, value, path) {
    const word = String(value).trim().toLowerCase();
    if (field.kind === "op" && typeof value === "string" && value.includes(" ")) {
      const [nth, day] = value.toLowerCase().split(" ");
      this.#control(`${path}.nth`).value = nth;
      const select = this.#control(`${path}.weekday`);
      select.value = [...select.options].find((option) => option.value.startsWith(day.slice(0, 2)))?.value ?? "";
    } else if (field.kind === "ja-of-nee") this.#boxes(path)[0].checked = value === true || YES.includes(word);
    else if (this.#boxes(path).length) {
      const wanted = (Array.isArray(value) ? value : [value]).map((item) => (field.kind === "op" ? item.toLowerCase().slice(0, 2) : item));
      this.orders.set(path, wanted);
      for (const item of wanted) (this.#boxes(path).find((box) => box.value === item) ?? this.#newBox(path, item)).checked = true;
    } else if (field.many) this.#control(path).value = (Array.isArray(value) ? value : [value]).join("\n");
    else if (SPELLED.includes(field.kind) && (typeof value === "boolean" || YES.includes(word) || NO.includes(word))) {
      this.#control(`${path}.ja`).value = value === true || YES.includes(word) ? "ja" : "nee";
    } else {
      const control = this.#control(path);
      if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value)) control.add(new Option(value, value));
      control.value = value;
    }
  }

  /** A choice that is in the file but not among ours: a language that few speak here. */
  #newBox(path, value) {
    const label = this.#boxes(path)[0].closest("label").cloneNode(true);
    const box = label.querySelector("input");
    box.value = value;
    label.lastChild.textContent = ` ${value}`;
    this.#boxes(path).at(-1).closest("label").after(label);
    return box;
  }

  /** One more item in a list, from its template. */
  add(path) {
    this.added += 1;
    const template = this.form.querySelector(`template[data-template="${path}"]`);
    const copy = template.content.firstElementChild.cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      for (const attribute of [...element.attributes]) {
        if (attribute.value.includes("#")) attribute.value = attribute.value.replaceAll("#", String(this.added));
        if (attribute.value.includes("-#-")) attribute.value = attribute.value.replaceAll("-#-", `-${this.added}-`);
      }
    }
    this.form.querySelector(`[data-list="${path}"]`).append(copy);
    return copy;
  }
}
