// What the scripts of the site make of cases: reads `{declared, postcodes, cases}` as JSON, writes the list of answers.
// tests/rules/test_rules.py starts it, once for each file of cases, and says what a case is.

import { text } from "node:stream/consumers";

import { dayFrom, dayOf, isoOf, lastOfMonth, lastSunday, weekday } from "../../overrides/assets/shared/days.js";
import {
  count, dayName, dayWithoutYear, monthName, plainDay, shortMonth,
} from "../../overrides/assets/shared/dutch.js";
import { Places } from "../../overrides/assets/shared/places.js";
import { collapsed, plainName, plainWords, slugify } from "../../overrides/assets/shared/words.js";
import { sentences } from "../../overrides/assets/form/moment.js";
import { ruleOf } from "../../overrides/assets/form/preview.js";
import { read } from "../../overrides/assets/form/read.js";
import { days, isPortable } from "../../overrides/assets/form/recurrence.js";
import { RULES as CHECKS } from "../../overrides/assets/form/rules.js";

const { declared, postcodes, cases } = JSON.parse(await text(process.stdin));
const campaign = { ...declared, places: new Places(postcodes), slug: "proef" };

/** What the form reads of fields as a sender writes them. */
const sentOf = (fields) => read(declared.fields, fields, "", campaign).sent;

const yearAndMonth = (iso) => iso.split("-").map(Number);

function daysOf({ first, rule }) {
  return days(dayOf(first), sentOf({ herhaling: rule }).herhaling).map(isoOf);
}

const RULES = {
  slugify,
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
  moment: (fields) => {
    const sent = sentOf(fields);
    return sent.momenten.flatMap((moment) => sentences(moment, ruleOf(sent)));
  },
};

/** `hours_fit` → the rule `hoursFit` of the form, that gives problems as `[path, code]`. */
function check(name) {
  const rule = CHECKS.find((one) => one.name === name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()));
  if (!rule) throw new Error(`${name}: no such rule`);
  return (fields) => {
    const problems = [...rule(sentOf(fields), { ...campaign, unread: new Set() })];
    return problems.map(({ path, code }) => [path.join("."), code]).sort();
  };
}

const answers = cases.map(({ rule, given }) => (RULES[rule] ?? check(rule))(given));
process.stdout.write(JSON.stringify(answers));
