// What of a description in Markdown will not arrive on the page: the answers of hooks/doemee/load/description.py.

import { problem } from "./rules.js";

const MAX_LINKS = 20;
const KEPT = "p em strong b i ul ol li a br blockquote code pre hr h1 h2 h3 h4 h5 h6".split(" ");
const TAG = /<\/?([A-Za-z][A-Za-z0-9-]{0,20})(?=[\s/>])[^<>\n]{0,300}>|<!--/g;
const LINK =
  /(!?)\[(?:[^\][\n\\]|\\.){0,200}\]\([ \t]*<?([^\s()<>]{0,500})|^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*<?(\S{1,500}?)>?[ \t]*(?:$|["'(])|<([A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{0,500})>/g;
const HOST = /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:[/?#].*)?$/i;
const MAIL = /^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$/i;
const FILE = /\.(?:md|html|pdf|jpg|png|docx)$/i;
const INTERNAL = /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/;
const AT = ["beschrijving"];

/** What stands between back-ticks is shown as it is. */
const withoutCode = (line) => line.replace(/`[^`\n]{1,300}`/g, (code) => " ".repeat(code.length));

function unescaped(text) {
  const area = document.createElement("textarea");
  area.innerHTML = text;
  return area.value;
}

function html(lines) {
  for (const line of lines) {
    for (const tag of withoutCode(line).matchAll(TAG)) {
      const name = (tag[1] ?? "").toLowerCase();
      if (KEPT.includes(name)) continue;
      const what = ["script", "style"].includes(name) ? "ook wat erin staat, valt weg" : "de tekst ertussen blijft staan";
      const hint = "Gebruik Markdown: **vet**, *schuin*, [tekst](https://adres), een streepje voor een lijst";
      return [problem(AT, "html", `HTML wordt niet overgenomen: \`${tag[0].slice(0, 60)}\`; ${what}`, hint, "waarschuwing")];
    }
  }
  return [];
}

function refused(address, image) {
  const plain = unescaped(address);
  const scheme = /^[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]{0,30})\s*:/.exec(plain)?.[1]; // eslint-disable-line no-control-regex
  if (scheme && ["http", "https", "mailto", "tel"].includes(scheme.toLowerCase())) return null;
  const shown = address.length <= 60 ? address : `${address.slice(0, 60)}…`;
  if (image) {
    const hint = "Zet de foto in data/initiatives/afbeeldingen/ en schrijf de naam in het veld `afbeelding`";
    return problem(AT, "link", `een afbeelding kan niet in de beschrijving: “${shown}”`, hint);
  }
  if (!address) return problem(AT, "link", "deze link heeft geen adres", "Zet het adres tussen de haakjes: [tekst](https://adres)");
  if (scheme && !/^[\w.-]+\.[a-z]{2,}$/.test(scheme)) {
    return problem(AT, "link", `een link met “${scheme}:” kan niet`, "Gebruik een adres dat met https:// begint, of mailto: of tel:");
  }
  const hint = MAIL.test(plain)
    ? `Schrijf \`(mailto:${shown})\``
    : HOST.test(plain) && !FILE.test(plain)
      ? `Schrijf \`(https://${shown})\``
      : "Schrijf het volledige adres, bijvoorbeeld https://www.mijnvereniging.be/activiteit";
  return problem(AT, "link", `dit adres werkt hier niet: “${shown}”`, hint);
}

function links(lines, internal) {
  const found = [];
  let count = 0;
  for (const link of lines.flatMap((line) => [...withoutCode(line).matchAll(LINK)])) {
    count += 1;
    if (count === MAX_LINKS + 1) {
      const hint = "Behoud de belangrijkste en verwijs voor de rest naar je website";
      found.push(problem(AT, "veel-links", `deze beschrijving telt meer dan ${MAX_LINKS} links`, hint, "waarschuwing"));
    }
    if (internal && !link[1] && INTERNAL.test(link[2] ?? "")) continue;
    const answer = refused(link[2] ?? link[3] ?? link[4] ?? "", Boolean(link[1]));
    if (answer) found.push(answer);
  }
  return found;
}

/** Problems of a description; `internal` allows links that start at the root of the site, as in a tip. */
export function mistakes(body, internal) {
  const lines = body.split("\n");
  return [...html(lines), ...links(lines, internal)];
}
