// The shapes that the modules of the form pass on. Types only: nothing of this is published.

import type { Day } from "../shared/days.js";
import type { Places } from "../shared/places.js";

// --- what the page declares: as_data in hooks/doemee/write/pages/form.py ---

export interface Expression {
  source: string;
  flags: string;
}

/** What is asked of a text, and the key of the answer when it is not so: Demand in hooks/doemee/load/fields.py. */
export interface Demand {
  answer: string;
  matches?: string;
  refuses?: string;
  least?: number;
  most?: number;
  lowest?: number;
  highest?: number;
}

/** One way to write a value; `step` is what the text then becomes. */
export interface Variant {
  when?: string;
  demands?: Demand[];
  step?: string;
}

/** How the text of a field is read. `code` goes before that of the answers, `oneLine` makes single spaces. */
export interface Kind {
  variants: Variant[];
  code?: string;
  oneLine?: boolean;
}

/** A field or a group of `fields`; `short` is the one of those that may stand for the whole. */
export interface Field extends Partial<Kind> {
  key: string;
  control:
    | "items" | "group" | "on" | "boxes" | "select" | "dates" | "lines" | "date-or-month" | "date" | "time" | "tick"
    | "yes-or-text" | "area" | "text";
  required?: boolean;
  many?: boolean;
  most?: number;
  tooMany?: string;
  short?: string;
  fields?: Field[];
}

export type Severity = "fout" | "waarschuwing";

export interface Answer {
  message: string;
  cure: string;
  code?: string;
  severity?: Severity;
}

/** What is looked for in a description. */
export interface Description {
  most: number;
  mostLinks: number;
  kept: string[];
  leftOut: string[];
  tag: Expression;
  link: Expression;
  code: Expression;
  internal: Expression;
  scheme: Expression;
  allowed: Expression;
  likeHost: Expression;
  mail: Expression;
  host: Expression;
  file: Expression;
}

/** What characters that nobody sees are called. */
export interface Hidden {
  never: Record<string, string | undefined>;
  names: Record<string, string | undefined>;
  categories: Record<string, string>;
  shape: string;
  stacked: Expression;
}

export interface Region {
  id: string;
  name: string;
  within: string;
  kind: string;
}

export interface Declaration {
  tip: boolean;
  fields: Field[];
  slug: Kind;
  answers: Record<string, Answer | undefined>;
  description: Description;
  personal: Record<string, Expression>;
  hidden: Hidden;
  /** The first and the last day of the campaign, as `2025-12-05`. */
  start: string;
  end: string;
  area: string[];
  spelled: string;
  regions: Region[];
  types: Record<string, string | undefined>;
  folder: string;
  repository: string;
  branch: string;
  mail: string;
}

/** What the rules and the preview know besides what was filled in. */
export interface Campaign extends Declaration {
  places: Places | null;
  slugNow: string;
}

// --- what people fill in: the values of a file, in the one spelling of hooks/doemee/write/data/form_values.py ---

export type Value = string | boolean | (string | Values)[] | Values;
export interface Values {
  [key: string]: Value | undefined;
}

/** What is kept on the device; `path` is that of the file that it changes, if it is no new one. */
export interface Draft {
  values: Values;
  body: string;
  slug: string;
  path: string | null;
}

/** Keys, and positions in lists, from 0. */
export type Path = (string | number)[];

// --- what it means; what was not filled in or could not be read is not there ---

/** Neither when nothing is known yet. */
export interface Datum {
  day?: Day;
  month?: { year: number; month: number };
}

/** Weekdays from 0 for Monday, or the n-th of a month; -1 is the last. */
export type On = number[] | { nth: number; weekday: number };

export interface Venue {
  naam?: string;
  adres?: string;
  postcode?: string;
  gemeente?: string;
}

/** Hours are minutes after midnight. */
export interface Moment {
  datum?: Datum;
  einddatum?: Day;
  van?: number;
  tot?: number;
  weekdag?: number;
  id?: string;
  titel?: string;
  locatie?: Venue;
  online?: boolean | string;
  status?: string;
}

export interface Rule {
  elke?: string;
  interval?: number;
  op?: On;
  tot_en_met?: Day;
  aantal?: number;
  behalve: Day[];
}

export interface Sent {
  titel?: string;
  samenvatting?: string;
  organisatie?: { naam?: string; partners?: string[] };
  type?: string;
  momenten?: Moment[];
  herhaling?: Rule;
  locatie?: Venue;
  online?: boolean | string;
  bereik?: string[];
  eerder?: string[];
  prijs?: { free: boolean };
  inschrijven?: { url?: string; tot?: Day };
  help_mee?: boolean | string;
  status?: string;
}

// --- what is wrong with it ---

/** The values that an answer names between braces. */
export type Filling = Record<string, string | number | undefined>;

/** Which answer holds for the value at a path. */
export interface Finding {
  path: Path;
  key: string;
  values?: Filling;
  code?: string | undefined;
}

/** The same in words. */
export interface Problem {
  path: Path;
  code: string;
  message: string;
  hint: string;
  severity: Severity;
}

/** With the keys of what could not be read, whose own problem is there already. */
export interface Known extends Campaign {
  unread: Set<string>;
}

export type Check = (sent: Sent, known: Known) => Iterable<Finding>;
