// The theme fetches the whole search index at every first view. Here it waits until somebody goes to search:
// at three thousand initiatives that saves every other visitor the largest file of the site.

const send = XMLHttpRequest.prototype.send;
const open = XMLHttpRequest.prototype.open;
const asked = new Promise((resolve) => {
  const wanted = (event) => event.target.closest?.(".md-search, [for=__search], [data-md-toggle=search]") || event.key === "/" || event.key === "s" || event.key === "f";
  const listen = (event) => { if (wanted(event)) resolve(); };
  for (const name of ["focusin", "pointerdown", "keydown"]) document.addEventListener(name, listen, { capture: true });
  if (new URLSearchParams(location.search).has("q")) resolve();
});

XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  this.waits = String(address).endsWith("search/search_index.json");
  return open.call(this, method, address, ...rest);
};
XMLHttpRequest.prototype.send = function (...body) {
  if (this.waits) asked.then(() => send.apply(this, body));
  else send.apply(this, body);
};
