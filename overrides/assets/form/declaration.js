// What the page says of the fields and the campaign, and the shapes that the modules of the form pass on.

import { part } from "../shared/elements.js";

/** @typedef {import("../shared/days.js").Day} Day */
/** @typedef {import("../shared/places.js").Places} Places */

/**
 * A field, as FormField.as_json in hooks/doemee/write/pages/form.py gives it. `kind` says how its text is read;
 * `fields` are those of a group; `many` says that there may be more of it.
 * @typedef {object} Field
 * @property {string} key
 * @property {string} kind
 * @property {boolean} [required] Counts within its group.
 * @property {boolean} [many]
 * @property {number} [least] Of a number, or of the length of a text.
 * @property {number} [most]
 * @property {Field[]} [fields]
 */

/** @typedef {{ id: string, name: string, within: string, kind: string }} Region */

/**
 * What stands in the page as JSON.
 * @typedef {object} Declaration
 * @property {"initiatief" | "tip"} soort
 * @property {Field[]} fields
 * @property {string} start The first day of the campaign, as `2025-12-05`.
 * @property {string} end The last one.
 * @property {Region[]} regions
 * @property {Record<string, string | undefined>} types The names of the kinds.
 * @property {string} folder Where the file comes.
 * @property {string} repository
 * @property {string} branch
 * @property {string} mail The address of the editors, or nothing.
 */

/**
 * What the rules and the preview know besides what was filled in.
 * @typedef {Declaration & { places: Places | null, slug: string }} Campaign
 */

/**
 * What people fill in, and what a file holds: texts, yes or no, lists and groups, under the keys of the declaration.
 * In a file there may be nothing behind a key.
 * @typedef {string | boolean | (string | Values)[] | Values} Value
 * @typedef {{ [key: string]: Value | null | undefined }} Values
 */

/** @typedef {(string | number)[]} Path Keys, and positions in lists, from 0. */

/** @typedef {{ day?: Day, month?: { year: number, month: number } }} Datum Neither when nothing is known yet. */
/** @typedef {number[] | { nth: number, weekday: number }} On Weekdays, or the n-th of a month; -1 is the last. */
/** @typedef {{ naam?: string, adres?: string, postcode?: string, gemeente?: string }} Venue */

/**
 * Hours are minutes after midnight, weekdays count from 0 for Monday.
 * @typedef {object} Moment
 * @property {Datum} [datum]
 * @property {Day} [einddatum]
 * @property {number} [van]
 * @property {number} [tot]
 * @property {number} [weekdag]
 * @property {string} [id]
 * @property {string} [titel]
 * @property {Venue} [locatie]
 * @property {boolean | string} [online]
 * @property {string} [status]
 */

/**
 * @typedef {object} Rule
 * @property {string} [elke] `dag`, `week` or `maand`.
 * @property {number} [interval]
 * @property {On} [op]
 * @property {Day} [tot_en_met]
 * @property {number} [aantal]
 * @property {Day[]} behalve
 */

/**
 * What was read of an initiative or a tip; what was not filled in or could not be read is not in it.
 * @typedef {object} Sent
 * @property {string} [titel]
 * @property {string} [samenvatting]
 * @property {{ naam?: string, partners?: string[] }} [organisatie]
 * @property {string} [type]
 * @property {Moment[]} [momenten]
 * @property {Rule} [herhaling]
 * @property {Venue} [locatie]
 * @property {boolean | string} [online]
 * @property {string[]} [bereik]
 * @property {string[]} [themas]
 * @property {number[]} [sdgs]
 * @property {string[]} [doelgroep]
 * @property {string[]} [toegankelijkheid]
 * @property {string[]} [tips]
 * @property {string[]} [taal]
 * @property {string[]} [eerder]
 * @property {{ text: string, amount: number | null }} [prijs]
 * @property {{ url?: string, tot?: Day }} [inschrijven]
 * @property {boolean | string} [help_mee]
 * @property {string} [status]
 */

/** What the page declares. */
export const declaration = () => {
  /** @type {unknown} */
  const data = JSON.parse(part(document, "#velden", HTMLScriptElement).text);
  return /** @type {Declaration} */ (data);
};
