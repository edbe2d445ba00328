// What is still to do, beside the fields and in a list.

import { element, part, parts } from "../shared/elements.js";
import { capital } from "../shared/dutch.js";

/** @import { Controls } from "./controls.js" */
/** @import { Problem } from "./types.js" */

export const isError = (/** @type {Problem} */ { severity }) => severity === "fout";

/** For people: what a file writes between back-ticks, between quotes. */
const sentences = (/** @type {Problem} */ { message, hint }) =>
  `${message}. ${hint}.`.replace(/`([^`]*)`/g, "“$1”");

/**
 * Messages beside their fields.
 * @param {HTMLFormElement} form
 * @param {Controls} controls
 * @param {Problem[]} problems
 * @param {(place: HTMLElement) => boolean} isDue Whether a place may be spoken of yet.
 */
export function showBeside(form, controls, problems, isDue) {
  /** @type {Map<string, Problem[]>} */
  const byPlace = new Map();
  for (const problem of problems) {
    const place = controls.place(problem.path);
    if (place && isDue(place)) byPlace.set(place.id, [...(byPlace.get(place.id) ?? []), problem]);
  }
  for (const shown of parts(form, ".dm-error")) {
    const id = shown.id.replace(/-fout$/, "");
    const own = byPlace.get(id) ?? [];
    const text = own.map((one) => (isError(one) ? "" : "Let op: ") + capital(sentences(one))).join(" ");
    if (shown.textContent !== text) shown.textContent = text;
    shown.hidden = !text;
    shown.classList.toggle("dm-error--warning", own.length > 0 && !own.some(isError));
    const place = document.getElementById(id);
    if (own.some(isError)) place?.setAttribute("aria-invalid", "true");
    else place?.removeAttribute("aria-invalid");
  }
}

/**
 * The list of what is to do, each line with a way to its field.
 * @param {HTMLFormElement} form
 * @param {Controls} controls
 * @param {Problem[]} problems
 */
export function listErrors(form, controls, problems) {
  const lines = problems.filter(isError).map((problem) => {
    const place = controls.place(problem.path);
    const name = form.querySelector(`label[for="${place?.id ?? ""}"]`) ?? place?.querySelector("legend");
    const label = (name?.textContent ?? "Momenten").replace(/\([^)]*\)/, "").trim();
    const link = element("a", "", `${label}: ${sentences(problem)}`);
    link.href = `#${place?.id ?? ""}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (place) focusOn(place);
    });
    return element("li", "", link);
  });
  const box = part(form, "[data-errors]");
  part(box, "ul").replaceChildren(...lines);
  box.hidden = !lines.length;
}

/** @param {HTMLElement} place */
function focusOn(place) {
  for (const fold of parts(document, "details")) if (fold.contains(place)) fold.setAttribute("open", "");
  place.focus();
  place.scrollIntoView({ block: "center" });
}
