// The ways to send a file in. Each does its part and gives the sentence that says what happens next.

import { part } from "../shared/elements.js";
import { download } from "../shared/download.js";

/** @import { Declaration } from "./types.js" */

/**
 * A file that is ready to go.
 * @typedef {object} Ready
 * @property {Declaration} declared
 * @property {string} path In the repository.
 * @property {boolean} exists Whether it is there already, and this a change of it.
 * @property {string} text
 */

const MOST_IN_ADDRESS = 7500; // GitHub answers 414 to an address of more than some 8 KB
const MOST_IN_MAIL = 1800; // Windows cuts a mailto: off at 2,048 characters

/** The last part of its path. */
const nameOf = (/** @type {Ready} */ { path }) => path.slice(path.lastIndexOf("/") + 1);

/**
 * Try to copy a text; whether that may.
 * @param {string} text
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // not allowed, or not there on a page without https
    return false;
  }
}

/** @param {string} address */
const open = (address) => window.open(address, "_blank", "noopener");

/** Opens GitHub's editor. A new tab opens only while the press of the button counts, so nothing is waited for. */
function github(/** @type {Ready} */ { declared: { repository, branch }, path, exists, text }) {
  if (exists) {
    void copied(text);
    open(`${repository}/edit/${branch}/${encodeURI(path)}`);
    return (
      "De nieuwe tekst is gekopieerd. " +
      "Selecteer op GitHub alles in het bestand, plak de nieuwe tekst en klik op “Commit changes”."
    );
  }
  const query = new URLSearchParams({ filename: path, value: text }).toString().replaceAll("+", "%20");
  if (query.length > MOST_IN_ADDRESS) {
    void copied(text);
    open(`${repository}/new/${branch}?${new URLSearchParams({ filename: path }).toString()}`);
    return "Je tekst is te lang om mee te geven. We hebben ze gekopieerd: plak ze op GitHub in het lege bestand.";
  }
  open(`${repository}/new/${branch}?${query}`);
  return "GitHub gaat open in een nieuw tabblad, met je bestand klaar. Klik daar op “Commit changes”.";
}

function save(/** @type {Ready} */ ready) {
  download(ready.text, nameOf(ready), "text/markdown");
  return `${nameOf(ready)} staat bij je downloads.`;
}

async function copy(/** @type {Ready} */ { text }) {
  if (await copied(text)) return "De tekst is gekopieerd.";
  const shown = part(document, "[data-file]");
  const details = shown.closest("details");
  if (details) details.open = true;
  getSelection()?.selectAllChildren(shown);
  return "Kopiëren mag niet van je browser. De tekst staat hieronder geselecteerd: kopieer ze zelf.";
}

function mail(/** @type {Ready} */ ready) {
  const name = nameOf(ready);
  const long = encodeURIComponent(ready.text).length > MOST_IN_MAIL;
  const body = encodeURIComponent(long ? `Voeg het bestand ${name} als bijlage toe.` : ready.text);
  const subject = encodeURIComponent(`Voor de kalender: ${name}`);
  location.href = `mailto:${ready.declared.mail}?subject=${subject}&body=${body}`;
  return long
    ? `${save(ready)} Voeg het als bijlage toe aan de mail.`
    : "Je mailprogramma gaat open, met de tekst erin.";
}

/** @type {Record<string, ((ready: Ready) => string | Promise<string>) | undefined>} By the word on the button. */
export const WAYS = { github, download: save, copy, mail };
