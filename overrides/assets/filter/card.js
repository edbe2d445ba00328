// A card, as overrides/doemee/card.html writes it: a test compares the two.

import { count, dayName, monthName, monthOf, numberOf, occurrence, shortMonth, yearOf } from "./dutch.js";
import { PAST, RUNNING } from "./listing.js";

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function button(className, act, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

const span = (className, text) => element("span", className, text);

function dateBlock(index, { slot, day, length, state }) {
  const block = (month, ...parts) => parts.flatMap((part) => [part, " "]).concat(span("dm-date__month", month));
  let parts;
  if (day === null) {
    const month = index.windows.get(slot)[2];
    parts = block(month ? shortMonth(month) : "volgt", span("dm-date__day", "?"));
  } else if (state === RUNNING && length > 1) {
    const last = day + length;
    parts = block(shortMonth(monthOf(last)), span("dm-date__month", "tot"), span("dm-date__day", numberOf(last)));
  } else parts = block(shortMonth(monthOf(day)), span("dm-date__day", numberOf(day)));
  const made = element("p", "dm-date", ...parts);
  made.ariaHidden = "true";
  return made;
}

function when(index, { slot, day, length, state }) {
  if (day === null) {
    const [first, , month] = index.windows.get(slot);
    return month ? `${monthName(month, yearOf(first))}, datum volgt` : "datum volgt";
  }
  if (state === RUNNING && length > 1) return `loopt nog tot en met ${dayName(day + length)}`;
  return occurrence(day, day + length, index.from[slot], index.until[slot]);
}

/** `root` is the way to the root of the site; `distance` in kilometres is only told when something near was asked. */
export function card(index, item, root, distance) {
  const { number, slot } = item;
  const [kind, kindName] = index.kinds[index.kind[number]];
  const link = element("a", "", index.title[number] + (index.own[slot] ? `: ${index.own[slot]}` : ""));
  link.setAttribute("href", `${root}initiatieven/${index.slug[number]}/`);
  const whenLine = element("p", "dm-card__when");
  const status = index.status(slot);
  if (status !== "bevestigd") whenLine.append(span(`dm-badge dm-badge--${status}`, status), " ");
  whenLine.append(when(index, item));
  if (item.again) whenLine.append(" ", span("dm-more", `en nog ${count(item.again, "keer", "keer")}`));
  const whereLine = element("p", "dm-card__where", `${index.where(slot)} · ${index.organisations[index.by[number]]}`);
  if (distance !== undefined) whereLine.append(span("dm-far", distance < 0.5 ? " · in je gemeente" : ` · op ${Math.round(distance)} km`));
  const what = element("p", "dm-card__what", span("dm-kind", kindName));
  if (index.is(number, "gratis")) what.append(" ", span("dm-kind dm-kind--free", "gratis"));
  if (index.is(number, "help")) what.append(" ", span("dm-kind dm-kind--help", "hier kan je helpen"));
  if (index.is(number, "voorbeeld")) what.append(" ", span("dm-badge dm-badge--example", "voorbeeld"));
  const text = element("div", "dm-card__text", element("h3", "", link), whenLine, whereLine, what);
  return element("li", `dm-card dm-type-${kind}${item.state === PAST ? " dm-card--past" : ""}`, dateBlock(index, item), text);
}
