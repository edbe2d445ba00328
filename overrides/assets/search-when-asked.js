// The theme fetches the whole search index at every first view. Here it waits until somebody goes to search:
// at three thousand initiatives that saves every other visitor the largest file of the site.
{
  const INDEX = "search/search_index.json";
  const SEARCH = ".md-search, [for=__search], [data-md-toggle=search]";
  const KEYS = ["/", "s", "f"]; // those with which the theme opens the search

  /** @type {Promise<void>} */
  const asked = new Promise((resolve) => {
    const listen = (/** @type {Event} */ event) => {
      const key = event instanceof KeyboardEvent && KEYS.includes(event.key);
      if (key || (event.target instanceof Element && event.target.closest(SEARCH))) resolve();
    };
    for (const name of ["focusin", "pointerdown", "keydown"]) {
      document.addEventListener(name, listen, { capture: true });
    }
    if (new URLSearchParams(location.search).has("q")) resolve();
  });

  /** A request that waits with the search index until it is asked for, and is like any other for the rest. */
  window.XMLHttpRequest = class extends XMLHttpRequest {
    #waits = false;

    /**
     * @override
     * @param {string} method
     * @param {string | URL} address
     * @param {boolean} apart Not to wait for the answer.
     * @param {string} [user]
     * @param {string} [password]
     */
    open(method, address, apart = true, user, password) {
      this.#waits = String(address).endsWith(INDEX);
      super.open(method, address, apart, user, password);
    }

    /**
     * @override
     * @param {Document | XMLHttpRequestBodyInit | null} [body]
     */
    send(body) {
      if (this.#waits) void asked.then(() => { super.send(body); });
      else super.send(body);
    }
  };
}
