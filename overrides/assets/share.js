// Share and print, where the browser can: without this script the links below the text do the same.

const share = document.querySelector("[data-share]");
const print = document.querySelector("[data-print]");

share.hidden = !(navigator.share || navigator.clipboard);
print.hidden = false;
print.addEventListener("click", () => window.print());
share.addEventListener("click", async () => {
  const address = location.href.split(/[?#]/)[0];
  if (navigator.share) {
    await navigator.share({ title: document.title, url: address }).catch(() => {}); // closing the menu is no mistake
    return;
  }
  await navigator.clipboard.writeText(address);
  share.textContent = "Het adres is gekopieerd";
});
