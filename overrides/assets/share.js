// Share and print, where the browser can: without this script the links below the text do the same.

const share = /** @type {HTMLElement} */ (document.querySelector("[data-share]"));
const print = /** @type {HTMLElement} */ (document.querySelector("[data-print]"));
const [canShare, canCopy] = ["share", "clipboard"].map((ability) => ability in navigator);

async function send() {
  const address = location.href.split(/[?#]/)[0];
  if (canShare) {
    await navigator.share({ title: document.title, url: address }).catch(() => null); // closing the menu is no mistake
    return;
  }
  await navigator.clipboard.writeText(address);
  share.textContent = "Het adres is gekopieerd";
}

share.hidden = !canShare && !canCopy;
print.hidden = false;
print.addEventListener("click", () => { window.print(); });
share.addEventListener("click", () => { void send(); });
