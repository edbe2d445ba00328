// In the frame: show as many as the address asks (?aantal=10), in the colour that it asks (?kleur=licht), and tell the
// page around how high the list is. Nothing is kept, nothing is counted, nothing is sent to anybody but that page.
{
  const asked = new URLSearchParams(location.search);
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > ul > li"))];
  const most = Number.parseInt(asked.get("aantal") ?? "", 10);
  if (most > 0 && most < items.length) {
    for (const item of items.slice(most)) item.hidden = true;
    const rest = /** @type {HTMLElement} */ (document.querySelector(".rest"));
    rest.hidden = false;
  }
  const color = asked.get("kleur");
  if (color === "licht" || color === "donker") document.documentElement.dataset.kleur = color;

  if (window.parent !== window) {
    let told = 0;
    const tell = () => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      // To any page: a height is no secret, and only that page knows its own address.
      window.parent.postMessage({ doemee: "lijst", hoogte: height, titel: document.title }, "*");
    };
    new ResizeObserver(tell).observe(document.documentElement);
    tell();
  }
}
