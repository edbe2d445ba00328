// Postcode → names, municipality, region: hooks/doemee/model/places.py in the browser, over assets/postcodes.json.

/** Without case, accents, hyphens and apostrophes: `Sint Niklaas` is `Sint-Niklaas`. */
const plain = (name) => name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

export class Places {
  /** `data` is the parsed assets/postcodes.json: municipalities as [name, region, lat, lon], names per postcode as [name, municipality]. */
  constructor(data) {
    this.data = data;
  }

  /** The municipality of a postcode, or of a name under it; null when there is none, or the name does not belong to it. */
  municipality(postcode, name) {
    const names = this.data.postcodes[postcode] ?? [];
    const found = name ? names.find(([known]) => plain(known) === plain(name)) : names[0];
    if (!found) return null;
    const [of, region, lat, lon] = this.data.municipalities[found[1]];
    return { name: of, region, lat, lon };
  }

  names(postcode) {
    return (this.data.postcodes[postcode] ?? []).map(([name]) => name);
  }

  postcodes(name) {
    const wanted = plain(name);
    return Object.keys(this.data.postcodes).filter((postcode) => this.data.postcodes[postcode].some(([known]) => plain(known) === wanted));
  }
}
