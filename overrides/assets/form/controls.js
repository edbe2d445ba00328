// Between the controls of the page and plain values: texts, yes or no, lists and groups, under the declared keys.

import { control, isControl, part, parts } from "../shared/elements.js";
import { collapsed } from "../shared/words.js";
import { isGroup } from "./file.js";

/** @import { Field, Path, Value, Values } from "./types.js" */

const END_OF_DAY = "24:00"; // no control for hours has it: there it is the 0:00 that follows

export class Controls {
  #form;
  #fields;
  #added = 0;
  /** @type {Map<string, string[]>} What the file held: the order of the boxes must not change that of a file. */
  #orders = new Map();
  /** @type {Set<string>} The hours that are 24:00 in the file, for as long as they are not changed. */
  #midnights = new Set();

  /**
   * @param {HTMLFormElement} form
   * @param {Field[]} fields
   */
  constructor(form, fields) {
    this.#form = form;
    this.#fields = fields;
    // A date and the month in its place are one value: whoever gives one takes back the other.
    form.addEventListener("input", ({ target }) => {
      if (!isControl(target) || !target.value) return;
      const other = target.name.endsWith(".maand") ? target.name.slice(0, -".maand".length) : `${target.name}.maand`;
      const found = control(form, other);
      if (found) found.value = "";
    });
  }

  // --- from the page ---

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
   * The items of a list of groups on the page, in order: their paths are those of their controls, not their place.
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
    const [key, at, ...rest] = path;
    // `momenten.2` for the second item: what was removed before it keeps its number.
    const item = typeof at === "number" ? this.items(String(key)).at(at)?.dataset.item : undefined;
    const steps = (item ? [item, ...rest] : path).filter((step) => typeof step === "string");
    for (let count = steps.length; count; count -= 1) {
      const found = document.getElementById(`f-${steps.slice(0, count).join("-").replaceAll(".", "-")}`);
      if (found) return found;
    }
    return document.getElementById(`f-${path[0]}`);
  }

  /** All inputs of one name, such as the boxes of a list. */
  #inputs(/** @type {string} */ path) {
    const found = parts(this.#form, `input[name="${CSS.escape(path)}"]`);
    return found.filter((input) => input instanceof HTMLInputElement);
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
      if (value !== undefined && value !== "") values[field.key] = value;
    }
    return values;
  }

  /**
   * What is filled in at a path; nothing when it is empty.
   * @param {Field} field
   * @param {string} path
   * @returns {Value | undefined}
   */
  #value({ control: asked, fields = [] }, path) {
    const value = (/** @type {string} */ name) => this.control(name).value;
    const ticked = () => this.#inputs(path).filter((box) => box.checked).map((box) => box.value);
    switch (asked) {
      case "items": return this.items(path).map((item) => this.#group(fields, `${item.dataset.item ?? ""}.`));
      case "group": return this.#group(fields, `${path}.`);
      case "boxes": return this.#ordered(path, ticked());
      case "on": return value(`${path}.nth`) ? `${value(`${path}.nth`)} ${value(`${path}.weekday`)}` : ticked();
      case "tick": return ticked().length > 0 || undefined;
      case "dates": return this.#inputs(path).map((input) => input.value).filter(Boolean);
      case "lines": return value(path).split("\n").map(collapsed).filter(Boolean);
      case "date-or-month": return value(path) || value(`${path}.maand`);
      case "time": return value(path) === "00:00" && this.#midnights.has(path) ? END_OF_DAY : value(path);
      case "yes-or-text": return collapsed(value(path)) || { ja: true, nee: false }[value(`${path}.ja`)];
      default: return collapsed(value(path));
    }
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
    this.#midnights.clear();
    this.#fillGroup(this.#fields, values, "");
    this.control("beschrijving").value = body;
    if (slug) this.control("slug").value = slug;
    for (const details of this.#form.querySelectorAll("details")) {
      const filled = [...details.querySelectorAll("input:not([type=checkbox]), textarea, select")].filter(isControl);
      details.open = filled.some(({ value }) => value) || details.querySelector("input:checked") !== null;
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
      if (value !== undefined) this.#fillOne(field, value, prefix + field.key);
    }
  }

  /**
   * @param {Field} field
   * @param {Value} value
   * @param {string} path
   */
  #fillOne({ control: asked, fields = [] }, value, path) {
    const list = Array.isArray(value) ? value : [value];
    const words = list.map(String);
    const text = words.join();
    if (isGroup(value)) this.#fillGroup(fields, value, `${path}.`);
    else if (asked === "items") this.#fillItems(fields, list.filter((item) => typeof item === "object"), path);
    else if (asked === "boxes" || (asked === "on" && Array.isArray(value))) this.#tick(path, words);
    else if (asked === "on") this.#write([`${path}.nth`, `${path}.weekday`], text.split(" "));
    else if (asked === "tick") this.#tick(path, value === true ? ["on"] : []);
    else if (asked === "dates") {
      while (this.#inputs(path).length < words.length) this.add(path);
      for (const [at, input] of this.#inputs(path).entries()) input.value = words[at] ?? "";
    } else if (asked === "lines") this.control(path).value = words.join("\n");
    else if (asked === "date-or-month") this.#write([text.split("-").length > 2 ? path : `${path}.maand`], words);
    else if (text === END_OF_DAY && asked === "time") {
      this.#midnights.add(path);
      this.#write([path], ["00:00"]);
    } else if (typeof value === "boolean") this.#write([`${path}.ja`], [value ? "ja" : "nee"]);
    else this.#write([path], words);
  }

  /**
   * @param {Field[]} fields
   * @param {Values[]} values
   * @param {string} path
   */
  #fillItems(fields, values, path) {
    while (this.items(path).length > Math.max(1, values.length)) this.items(path).at(-1)?.remove();
    while (this.items(path).length < values.length) this.add(path);
    for (const [at, item] of this.items(path).entries()) {
      this.#fillGroup(fields, values[at] ?? {}, `${item.dataset.item ?? ""}.`);
    }
  }

  /**
   * Tick boxes; one that is in the file but not among ours is added: a language that few speak here.
   * @param {string} path
   * @param {string[]} words
   */
  #tick(path, words) {
    this.#orders.set(path, words);
    for (const word of words) {
      const known = this.#inputs(path).find(({ value }) => value === word);
      const last = this.#inputs(path).at(-1)?.closest("label");
      const label = /** @type {HTMLLabelElement | undefined} */ (last?.cloneNode(true));
      if (!known && label) {
        part(label, "input", HTMLInputElement).value = word;
        label.lastChild?.replaceWith(` ${word}`);
        last?.after(label);
      }
      const box = known ?? this.#inputs(path).at(-1);
      if (box) box.checked = true;
    }
  }

  /**
   * Write texts in controls; a choice that is in the file but not among ours is added to them.
   * @param {string[]} paths
   * @param {string[]} texts
   */
  #write(paths, texts) {
    for (const [at, path] of paths.entries()) {
      const [found, text] = [this.control(path), texts[at]];
      if (found instanceof HTMLSelectElement && ![...found.options].some(({ value }) => value === text)) {
        found.add(new Option(text, text));
      }
      found.value = text;
    }
  }

  /**
   * One more in a list, from its template.
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
    part(this.#form, `[data-list="${path}"]`).append(copy);
    return parts(this.#form, `[data-list="${path}"] > *`).at(-1);
  }
}
