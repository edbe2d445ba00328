// What the scripts of the site make of cases: reads `{declared, kinds, postcodes, cases}` as JSON, writes the list of
// answers. tests/rules/scripts.py starts it; test_rules.py says what a case is.

import { text } from "node:stream/consumers";

import { dayFrom, dayOf, isoOf, lastOfMonth, lastSunday, weekday } from "../../overrides/assets/shared/days.js";
import {
  count, dayName, dayWithoutYear, monthName, plainDay, shortMonth,
} from "../../overrides/assets/shared/dutch.js";
import { Places } from "../../overrides/assets/shared/places.js";
import { collapsed, plainName, plainWords, slugify } from "../../overrides/assets/shared/words.js";
import { inWords } from "../../overrides/assets/form/answers.js";
import { mistakes } from "../../overrides/assets/form/description.js";
import { fileText } from "../../overrides/assets/form/file.js";
import { withoutHidden } from "../../overrides/assets/form/hidden.js";
import { sentences } from "../../overrides/assets/form/moment.js";
import { ruleOf } from "../../overrides/assets/form/preview.js";
import { nothingPersonal } from "../../overrides/assets/form/privacy.js";
import { read } from "../../overrides/assets/form/read.js";
import { days, isPortable } from "../../overrides/assets/form/recurrence.js";
import { RULES as CHECKS } from "../../overrides/assets/form/rules.js";
import { meaning, Misspelled } from "../../overrides/assets/form/values.js";

const { declared, kinds, postcodes, cases } = JSON.parse(await text(process.stdin));
const around = { places: new Places(postcodes), slugNow: "proef" };
const initiative = { ...declared.initiative, ...around };
const tip = { ...declared.tip, ...around };
const inDutch = inWords(initiative);

const ofForm = (given) => read(given.values, given.body, given.tip ? tip : initiative);
const sentOf = (values) => ofForm({ values, body: "" }).sent;

const yearAndMonth = (iso) => iso.split("-").map(Number);

function daysOf({ first, rule }) {
  return days(dayOf(first), sentOf({ herhaling: rule }).herhaling).map(isoOf);
}

/** What is said of a text: nothing when its kind takes it. */
function value([name, written]) {
  try {
    meaning(kinds[name], written);
    return null;
  } catch (error) {
    if (!(error instanceof Misspelled)) throw error;
    const { code, message, hint } = inDutch({ path: [], key: error.key, values: error.values, code: kinds[name].code });
    return [code, message, hint];
  }
}

const messages = (found) => found.map(([key, values]) => inDutch({ path: [], key, values }).message).sort();
const described = (body, campaign) => messages(mistakes(body, campaign.tip, campaign.description));

const RULES = {
  slugify,
  place_in_parts: ({ pattern, postcode }) => {
    const municipalities = [["Amsterdam", "noord-holland", 52.4, 4.9]];
    return new Places({ municipalities, postcodes: { 1012: [["Amsterdam", 0]] }, pattern }).names(postcode);
  },
  plain_words: plainWords,
  plain_name: plainName,
  collapsed,
  day_from: (given) => {
    const day = dayFrom(...given);
    return day === null ? null : isoOf(day);
  },
  weekday: (iso) => weekday(dayOf(iso)),
  plus_days: ([iso, count]) => isoOf(dayOf(iso) + count),
  days_between: ([first, last]) => dayOf(last) - dayOf(first),
  last_of_month: (iso) => isoOf(lastOfMonth(...yearAndMonth(iso))),
  clock_changes_on: (iso) => isoOf(lastSunday(...yearAndMonth(iso))),
  day: (iso) => dayName(dayOf(iso)),
  day_without_year: (iso) => dayWithoutYear(dayOf(iso)),
  plain_day: (iso) => plainDay(dayOf(iso)),
  month: (iso) => monthName(...yearAndMonth(iso).reverse()),
  short_month: shortMonth,
  count: (given) => count(...given),
  days: daysOf,
  span: (given) => {
    const found = daysOf(given);
    return [found[0], found.at(-1), found.length];
  },
  is_portable: ({ first, rule }) => isPortable(dayOf(first), sentOf({ herhaling: rule }).herhaling),
  moment: (values) => {
    const sent = sentOf(values);
    return sent.momenten.flatMap((moment) => sentences(moment, ruleOf(sent)));
  },
  value,
  description: (body) => described(body, initiative),
  description_of_tip: (body) => described(body, tip),
  hidden: (given) => {
    const { text: clean, found } = withoutHidden(given, initiative.hidden);
    return [clean, [...new Set(messages(found))]];
  },
  personal: (given) => nothingPersonal(given, initiative.personal).sort(),
  read: (given) => ofForm(given).problems,
  file: ({ values, body, path }) => fileText(initiative.fields, values, body, path),
};

/** `hours_fit` → the rule `hoursFit` of the form, that gives problems as `[path, code]`. */
function check(name) {
  const rule = CHECKS[name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())];
  if (!rule) throw new Error(`${name}: no such rule`);
  return (values) => {
    const found = [...rule(sentOf(values), { ...initiative, unread: new Set() })];
    return found.map(inDutch).map(({ path, code }) => [path.join("."), code]).sort();
  };
}

const answers = cases.map(({ rule, given }) => (RULES[rule] ?? check(rule))(given));
process.stdout.write(JSON.stringify(answers));
