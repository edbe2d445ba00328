// What of a description in Markdown will not arrive on the page: the answers of hooks/doemee/load/description.py.

import { problem } from "./rules.js";

/** @typedef {import("./rules.js").Problem} Problem */

const MAX_LINKS = 20;
const KEPT = "p em strong b i ul ol li a br blockquote code pre hr h1 h2 h3 h4 h5 h6".split(" ");
const TAG = /<\/?([A-Za-z][A-Za-z0-9-]{0,20})(?=[\s/>])[^<>\n]{0,300}>|<!--/g;
const LINK = new RegExp(
  [
    /(!?)\[(?:[^\][\n\\]|\\.){0,200}\]\([ \t]*<?([^\s()<>]{0,500})/, // [text](address), ![image](address)
    /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*<?(\S{1,500}?)>?[ \t]*(?:$|["'(])/, // [name]: address
    /<([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{0,500})>/, // <scheme:address>
  ].map(({ source }) => source).join("|"),
  "g",
);
const HOST = /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:[/?#].*)?$/i;
const MAIL = /^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$/i;
const FILE = /\.(?:md|html|pdf|jpg|png|docx)$/i;
const INTERNAL = /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/;
const AT = ["beschrijving"];

/** What stands between back-ticks is shown as it is. */
const withoutCode = (/** @type {string} */ line) => line.replace(/`[^`\n]{1,300}`/g, (code) => " ".repeat(code.length));

/** Without references to characters, as a browser reads an address. */
function unescaped(/** @type {string} */ text) {
  const area = document.createElement("textarea");
  area.innerHTML = text;
  return area.value;
}

/**
 * The first element that is not taken over.
 * @param {string[]} lines
 * @returns {Problem[]}
 */
function html(lines) {
  for (const line of lines) {
    for (const tag of withoutCode(line).matchAll(TAG)) {
      const name = (tag.at(1) ?? "").toLowerCase();
      if (KEPT.includes(name)) continue;
      const whole = ["script", "style"].includes(name);
      const what = whole ? "ook wat erin staat, valt weg" : "de tekst ertussen blijft staan";
      const hint = "Gebruik Markdown: **vet**, *schuin*, [tekst](https://adres), een streepje voor een lijst";
      const message = `HTML wordt niet overgenomen: \`${tag[0].slice(0, 60)}\`; ${what}`;
      return [problem(AT, "html", message, hint, "waarschuwing")];
    }
  }
  return [];
}

/**
 * What is wrong with one address.
 * @param {string} address
 * @param {boolean} image
 * @returns {Problem | null}
 */
function refused(address, image) {
  const plain = unescaped(address);
  const begin = Array.from(plain).findIndex((character) => character > " "); // a browser skips what comes before it
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,30})\s*:/.exec(plain.slice(begin))?.[1];
  if (scheme && ["http", "https", "mailto", "tel"].includes(scheme.toLowerCase())) return null;
  const shown = address.length <= 60 ? address : `${address.slice(0, 60)}…`;
  if (image) {
    const hint = "Zet de foto in data/initiatives/afbeeldingen/ en schrijf de naam in het veld `afbeelding`";
    return problem(AT, "link", `een afbeelding kan niet in de beschrijving: “${shown}”`, hint);
  }
  if (!address) {
    return problem(AT, "link", "deze link heeft geen adres", "Zet het adres tussen de haakjes: [tekst](https://adres)");
  }
  if (scheme && !/^[\w.-]+\.[a-z]{2,}$/.test(scheme)) {
    const hint = "Gebruik een adres dat met https:// begint, of mailto: of tel:";
    return problem(AT, "link", `een link met “${scheme}:” kan niet`, hint);
  }
  return problem(AT, "link", `dit adres werkt hier niet: “${shown}”`, cure(plain, shown));
}

/**
 * @param {string} plain
 * @param {string} shown
 */
function cure(plain, shown) {
  if (MAIL.test(plain)) return `Schrijf \`(mailto:${shown})\``;
  if (HOST.test(plain) && !FILE.test(plain)) return `Schrijf \`(https://${shown})\``;
  return "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit";
}

/**
 * @param {string[]} lines
 * @param {boolean} internal
 */
function links(lines, internal) {
  const found = [];
  let count = 0;
  for (const link of lines.flatMap((line) => [...withoutCode(line).matchAll(LINK)])) {
    count += 1;
    if (count === MAX_LINKS + 1) {
      const hint = "Behoud de belangrijkste en verwijs voor de rest naar je website";
      found.push(problem(AT, "veel-links", `deze beschrijving telt meer dan ${MAX_LINKS} links`, hint, "waarschuwing"));
    }
    const [image, address, reference, bare] = [1, 2, 3, 4].map((group) => link.at(group));
    if (internal && !image && INTERNAL.test(address ?? "")) continue;
    const answer = refused(address ?? reference ?? bare ?? "", Boolean(image));
    if (answer) found.push(answer);
  }
  return found;
}

/**
 * Problems of a description.
 * @param {string} body
 * @param {boolean} internal Whether a link may start at the root of the site, as in a tip.
 */
export function mistakes(body, internal) {
  const lines = body.split("\n");
  return [...html(lines), ...links(lines, internal)];
}
