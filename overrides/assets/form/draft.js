// The draft: on this device only, and only when asked. A device may refuse to keep anything: then there is none.

/** @import { Draft } from "./types.js" */

/**
 * @template Result
 * @param {() => Result} deed
 */
function ifAllowed(deed) {
  try {
    return deed();
  } catch { // not allowed, full, or no draft of ours
    return null;
  }
}

/** Whether it could be kept. */
export const keep = (/** @type {string} */ key, /** @type {Draft} */ draft) =>
  ifAllowed(() => {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  }) ?? false;

/** The draft that was kept, if any. */
export function kept(/** @type {string} */ key) {
  /** @type {unknown} */
  const draft = ifAllowed(() => /** @type {unknown} */ (JSON.parse(localStorage.getItem(key) ?? "null")));
  return /** @type {Draft | null} */ (draft);
}

export const forget = (/** @type {string} */ key) => ifAllowed(() => { localStorage.removeItem(key); });
