// Buttons that copy an address. Without this script the address stands beside them to select.

const said = /** @type {HTMLElement} */ (document.querySelector("[data-copied]"));
const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"));

/** @param {HTMLElement} button */
async function copy(button) {
  const address = button.dataset.copy ?? "";
  await navigator.clipboard.writeText(address);
  for (const other of buttons) other.classList.toggle("dm-done", other === button);
  said.textContent = `Gekopieerd: ${address}`;
}

for (const button of buttons) {
  button.hidden = !("clipboard" in navigator);
  button.addEventListener("click", () => { void copy(button); });
}
