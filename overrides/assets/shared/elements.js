// Elements of the page: found where a template promises them, or made.

/**
 * The element that a selector finds, of the kind that it must be. Throws when the page has no such element: then the
 * template and the script are not of one version.
 * @template {Element} Kind
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
/**
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Element} kind
 */
export function part(root, selector, kind = HTMLElement) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`${selector}: no such ${kind.name}`);
  return found;
}

/**
 * All elements that a selector finds.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const parts = (root, selector) =>
  [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);

/**
 * What a control of a form is by its name; null when there is none, or more than one.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function control(form, name) {
  const found = form.elements.namedItem(name);
  return isControl(found) ? found : null;
}

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {unknown} element
 * @returns {element is Control}
 */
export const isControl = (element) =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

/**
 * A new element with a class, when that is not empty, and what is in it.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A new button that does something when it is pressed.
 * @param {string} className
 * @param {() => void} act
 * @param {(Node | string)[]} children
 */
export function button(className, act, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
