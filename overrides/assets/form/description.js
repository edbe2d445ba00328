// What of a description in Markdown will not arrive on the page: hooks/doemee/load/description.py in the browser, with
// the same expressions. tests/rules/description.json holds both to the same.

/** @import { Description, Expression, Filling } from "./types.js" */

/** The references to characters that an address can hide in. */
const NAMED = new Map(Object.entries({
  amp: "&", colon: ":", sol: "/", period: ".", commat: "@", lt: "<", gt: ">", quot: '"', num: "#", quest: "?",
  Tab: "\t", NewLine: "\n",
}));

const expression = (/** @type {Expression} */ { source, flags }, more = "") => new RegExp(source, `${flags}${more}u`);

/** Without references to characters, as a browser reads an address. */
function unescaped(/** @type {string} */ text) {
  /** @type {(whole: string, hexadecimal?: string, decimal?: string, name?: string) => string} */
  const character = (whole, hexadecimal, decimal, name = "") => {
    const number = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal ?? NaN);
    return number <= 0x10ffff ? String.fromCodePoint(number) : NAMED.get(name) ?? whole;
  };
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));?/gi, character);
}

/**
 * The answer to a link that leads nowhere from a page of ours.
 * @param {string} address
 * @param {boolean} image
 * @param {Description} look
 * @returns {[key: string, values: Filling] | null}
 */
function refused(address, image, look) {
  const plain = unescaped(address);
  const scheme = expression(look.scheme).exec(plain)?.[1];
  if (scheme && expression(look.allowed).test(scheme)) return null;
  const characters = Array.from(address);
  const shown = { address: characters.length <= 60 ? address : `${characters.slice(0, 60).join("")}…` };
  if (image) return ["link-beeld", shown];
  if (!address) return ["link-zonder-adres", {}];
  if (scheme && !expression(look.likeHost).test(scheme)) return ["link-schema", { scheme }];
  if (expression(look.mail).test(plain)) return ["link-mail", shown];
  const host = expression(look.host).test(plain) && !expression(look.file).test(plain);
  return [host ? "link-zonder-https" : "link", shown];
}

/**
 * The answers to a description.
 * @param {string} body
 * @param {boolean} internal Whether a link may start at the root of the site, as in a tip.
 * @param {Description} look
 */
export function mistakes(body, internal, look) {
  /** @type {[key: string, values: Filling][]} */
  const found = [];
  const characters = Array.from(body);
  const most = { length: characters.length, most: look.most };
  if (characters.length > look.most) found.push(["te-lange-beschrijving", most]);
  const lines = characters.slice(0, look.most).join("").split("\n").map((line) =>
    line.replace(expression(look.code, "g"), (code) => " ".repeat(code.length))); // shown as it is
  const tags = lines.flatMap((line) => [...line.matchAll(expression(look.tag, "g"))]);
  const odd = tags.find(([, name = ""]) => !look.kept.includes(name.toLowerCase()));
  if (odd) {
    const whole = look.leftOut.includes((odd.at(1) ?? "").toLowerCase());
    found.push([whole ? "html-met-inhoud" : "html", { tag: odd[0].slice(0, 60) }]);
  }
  const links = lines.flatMap((line) => [...line.matchAll(expression(look.link, "g"))]);
  if (links.length > look.mostLinks) found.push(["veel-links", { most: look.mostLinks }]);
  for (const [, image = "", ...addresses] of links) {
    const address = addresses.find((one) => typeof one === "string") ?? "";
    if (internal && !image && expression(look.internal).test(address)) continue;
    const answer = refused(address, image !== "", look);
    if (answer) found.push(answer);
  }
  return found;
}
