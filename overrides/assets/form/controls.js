// Between the controls of the page and plain values: texts, yes or no, lists and groups, under the declared keys.

import { control, isControl, part, parts } from "../shared/elements.js";
import { collapsed } from "../shared/words.js";
import { isGroup, SHORT } from "./file.js";

/** @typedef {import("../shared/elements.js").Control} Control */
/** @typedef {import("./declaration.js").Field} Field */
/** @typedef {import("./declaration.js").Path} Path */
/** @typedef {import("./declaration.js").Value} Value */
/** @typedef {import("./declaration.js").Values} Values */

const YES = ["true", "ja", "yes", "waar"];
const NO = ["false", "nee", "neen", "no", "onwaar"];
const SPELLED = ["online", "zin", "help"]; // yes, no, or a text

/**
 * Yes or no, however it is spelled; null when it is something else.
 * @param {Value} value
 */
function yesOrNo(value) {
  const word = typeof value === "object" ? "" : String(value).trim().toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : null;
}

export class Controls {
  #form;
  #fields;
  #added = 0;
  /** @type {Map<string, string[]>} What the file held: the order of the boxes must not change that of a file. */
  #orders = new Map();

  /**
   * @param {HTMLFormElement} form
   * @param {Field[]} fields
   */
  constructor(form, fields) {
    this.#form = form;
    this.#fields = fields;
  }

  // --- from the page ---

  /** @returns {Values} */
  values() {
    return this.#group(this.#fields, "");
  }

  get body() {
    return this.control("beschrijving").value;
  }

  get slug() {
    return this.control("slug").value.trim();
  }

  /**
   * The control at a path, as `momenten.0.datum`. Throws when the page has none.
   * @param {string} path
   */
  control(path) {
    const found = control(this.#form, path);
    if (!found) throw new Error(`${path}: no such control`);
    return found;
  }

  /**
   * The items of a list on the page, in order: their paths are those of their controls, not their place.
   * @param {string} path
   */
  items(path) {
    return parts(this.#form, `[data-list="${path}"] > [data-item]`);
  }

  /**
   * The element that shows a problem at a path of the values, for its message and the focus.
   * @param {Path} path
   */
  place(path) {
    for (let steps = path; steps.length; steps = steps.slice(0, -1)) {
      const id = `f-${this.#named(steps).replaceAll(".", "-")}`;
      const found = parts(this.#form, `#${CSS.escape(id)}`).at(0);
      if (found) return found;
    }
    return null;
  }

  /**
   * `momenten.2.datum` for the value at ["momenten", 1, "datum"]: what was removed before keeps its number.
   * @param {Path} path
   */
  #named(path) {
    const [key, at, ...rest] = path;
    const item = typeof at === "number" ? this.items(String(key)).at(at) : undefined;
    const steps = item ? [item.dataset.item, ...rest] : path;
    return steps.filter((step) => typeof step === "string").join(".");
  }

  /** @param {string} path */
  #boxes(path) {
    const found = this.#form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(path)}"]`);
    return [...found].filter((box) => box instanceof HTMLInputElement);
  }

  /**
   * @param {Field[]} fields
   * @param {string} prefix
   */
  #group(fields, prefix) {
    /** @type {Values} */
    const values = {};
    for (const field of fields) {
      const value = this.#value(field, prefix + field.key);
      if (value !== undefined) values[field.key] = value;
    }
    return values;
  }

  /**
   * What is filled in at a path; nothing when it is empty.
   * @param {Field} field
   * @param {string} path
   * @returns {Value | undefined}
   */
  #value({ fields, many, kind }, path) {
    if (fields && many) return this.items(path).map((item) => this.#group(fields, `${item.dataset.item ?? ""}.`));
    if (fields) return this.#group(fields, `${path}.`);
    const boxes = this.#boxes(path);
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    if (kind === "op") {
      const [nth, day] = [this.control(`${path}.nth`).value, this.control(`${path}.weekday`).value];
      if (nth) return `${nth} ${day}`.trim();
      return ticked.length ? ticked : undefined;
    }
    if (kind === "ja-of-nee") return ticked.length > 0 || undefined;
    if (boxes.length) return ticked.length ? this.#ordered(path, ticked) : undefined;
    const { value } = this.control(path);
    if (many) return value.split("\n").map(collapsed).filter(Boolean);
    const text = collapsed(value);
    if (!text && SPELLED.includes(kind)) return yesOrNo(this.control(`${path}.ja`).value) ?? undefined;
    return text || undefined;
  }

  /**
   * @param {string} path
   * @param {string[]} words
   */
  #ordered(path, words) {
    const before = (this.#orders.get(path) ?? []).filter((word) => words.includes(word));
    return [...before, ...words.filter((word) => !before.includes(word))];
  }

  // --- to the page ---

  /**
   * Show values, as they stand in a file or a draft. What was there is gone.
   * @param {Values} values
   * @param {string} body
   * @param {string} slug
   */
  fill(values, body, slug) {
    this.#form.reset();
    this.#orders.clear();
    for (const { key, fields, many } of this.#fields) {
      if (!fields || !many) continue;
      const items = values[key];
      const count = Array.isArray(items) ? items.length : 0;
      while (this.items(key).length > Math.max(1, count)) this.items(key).at(-1)?.remove();
      while (this.items(key).length < count) this.add(key);
    }
    this.#fillGroup(this.#fields, values, "");
    this.control("beschrijving").value = body;
    if (slug) this.control("slug").value = slug;
    for (const details of this.#form.querySelectorAll("details")) {
      const controls = [...details.querySelectorAll("input, textarea, select")].filter(isControl);
      details.open = controls.some((one) => (isBox(one) ? one.checked : one.value));
    }
  }

  /**
   * @param {Field[]} fields
   * @param {Values} values
   * @param {string} prefix
   */
  #fillGroup(fields, values, prefix) {
    for (const field of fields) {
      const value = values[field.key];
      const path = prefix + field.key;
      if (value === undefined || value === null) continue;
      if (!field.fields) this.#fillOne(field, value, path);
      else if (Array.isArray(value)) this.#fillItems(field.fields, value, path);
      else this.#fillGroup(field.fields, isGroup(value) ? value : { [SHORT[field.key] ?? ""]: value }, `${path}.`);
    }
  }

  /**
   * @param {Field[]} fields
   * @param {(string | Values)[]} values
   * @param {string} path
   */
  #fillItems(fields, values, path) {
    for (const [at, item] of this.items(path).entries()) {
      const value = values.at(at);
      if (value !== undefined && isGroup(value)) this.#fillGroup(fields, value, `${item.dataset.item ?? ""}.`);
    }
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {string} path
   */
  #fillOne({ kind, many }, value, path) {
    const words = (Array.isArray(value) ? value : [value]).map(String);
    const boxes = this.#boxes(path);
    if (kind === "op" && typeof value === "string" && value.includes(" ")) this.#fillNth(value, path);
    else if (kind === "ja-of-nee") boxes[0].checked = yesOrNo(value) ?? false;
    else if (boxes.length && kind === "op") this.#tick(path, words.map((word) => word.toLowerCase().slice(0, 2)));
    else if (boxes.length) this.#tick(path, words);
    else if (many) this.control(path).value = words.join("\n");
    else if (SPELLED.includes(kind) && yesOrNo(value) !== null) {
      this.control(`${path}.ja`).value = yesOrNo(value) ? "ja" : "nee";
    } else this.#write(path, words[0]);
  }

  /**
   * `eerste dinsdag`, in two controls.
   * @param {string} value
   * @param {string} path
   */
  #fillNth(value, path) {
    const [nth, day] = value.toLowerCase().split(" ");
    this.control(`${path}.nth`).value = nth;
    const select = part(this.#form, `select[name="${CSS.escape(`${path}.weekday`)}"]`, HTMLSelectElement);
    select.value = [...select.options].find((option) => option.value.startsWith(day.slice(0, 2)))?.value ?? "";
  }

  /**
   * @param {string} path
   * @param {string[]} words
   */
  #tick(path, words) {
    this.#orders.set(path, words);
    for (const word of words) {
      const box = this.#boxes(path).find(({ value }) => value === word) ?? this.#newBox(path, word);
      box.checked = true;
    }
  }

  /**
   * A choice that is in the file but not among ours is added to them.
   * @param {string} path
   * @param {string} text
   */
  #write(path, text) {
    const found = this.control(path);
    if (found instanceof HTMLSelectElement && ![...found.options].some(({ value }) => value === text)) {
      found.add(new Option(text, text));
    }
    found.value = text;
  }

  /**
   * A choice that is in the file but not among ours: a language that few speak here.
   * @param {string} path
   * @param {string} value
   */
  #newBox(path, value) {
    const labels = this.#boxes(path).map((box) => box.closest("label")).filter((label) => label !== null);
    const label = /** @type {HTMLLabelElement} */ (labels[0].cloneNode(true));
    const box = part(label, "input", HTMLInputElement);
    box.value = value;
    label.lastChild?.replaceWith(` ${value}`);
    labels[labels.length - 1].after(label);
    return box;
  }

  /**
   * One more item in a list, from its template.
   * @param {string} path
   */
  add(path) {
    this.#added += 1;
    const template = part(this.#form, `template[data-template="${path}"]`, HTMLTemplateElement);
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    for (const element of copy.querySelectorAll("*")) {
      for (const attribute of element.attributes) {
        attribute.value = attribute.value.replaceAll("#", String(this.#added));
      }
    }
    const item = part(copy, "[data-item]");
    part(this.#form, `[data-list="${path}"]`).append(item);
    return item;
  }
}

/**
 * @param {Control} one
 * @returns {one is HTMLInputElement}
 */
const isBox = (one) => one.type === "checkbox";
