// Texts made plain, to compare or to search; tests/rules/ holds hooks/doemee/text.py and its kin to the same.

/** On one line, with single spaces. */
export const collapsed = (/** @type {string} */ text) => text.split(/\s+/u).filter(Boolean).join(" ");

/** The words of a text without case and accents. */
export const plainWords = (/** @type {string} */ text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name without case, accents, hyphens and apostrophes: `Sint Niklaas` is `Sint-Niklaas`. */
export const plainName = (/** @type {string} */ name) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

/** `Coöperatie De Lelie vzw` → `cooperatie-de-lelie-vzw`; empty when nothing Latin is in it. */
export function slugify(/** @type {string} */ name) {
  const ascii = name.normalize("NFKD").replace(/\P{ASCII}/gu, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80).replace(/-+$/, "");
}
