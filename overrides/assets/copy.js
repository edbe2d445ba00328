// Buttons that copy an address. Without this script the address stands beside them to select.

const said = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    for (const other of document.querySelectorAll("[data-copy].dm-done")) other.classList.remove("dm-done");
    button.classList.add("dm-done");
    said.textContent = `Gekopieerd: ${button.dataset.copy}`;
  });
}
