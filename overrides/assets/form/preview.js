// "Zo ziet het eruit": the card as the calendar shows it, and every sentence with its weekday and hours.

import { parts } from "./days.js";
import { occurrences, sentences } from "./dutch.js";
import { READ } from "./spelling.js";

const SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function where(sent, moment, { places, regions }) {
  const location = moment?.locatie ?? (moment?.online && !moment.locatie ? null : sent.locatie);
  const online = moment?.online ?? sent.online;
  if (location?.postcode) {
    const town = location.gemeente ?? places?.municipality(location.postcode)?.name ?? location.postcode;
    return online ? `${town} en online` : town;
  }
  if (online) return "online";
  return (sent.bereik ?? []).map((id) => regions.find((region) => region.id === id)?.name ?? id).join(", ");
}

/** The sentences of one moment, or nothing as long as it cannot be read. */
export function momentSentences(moment, rule) {
  if (!moment?.datum) return [];
  return sentences(moment, rule?.elke && (rule.tot_en_met || rule.aantal) ? rule : null);
}

/** The card, as an element. `sent` is what could be read of the form. */
export function card(sent, campaign) {
  const first = sent.momenten?.[0];
  const rule = sent.momenten?.length === 1 ? sent.herhaling : null;
  const date = first?.datum ? occurrences(first, null)[0]?.first : null;
  const month = date ?? first?.datum?.month;
  const block = element(
    "p",
    "dm-date",
    element("span", "dm-date__day", date ? String(parts(date)[2]) : "?"),
    " ",
    element("span", "dm-date__month", month ? SHORT_MONTHS[parts(month)[1] - 1] : "volgt"),
  );
  block.setAttribute("aria-hidden", "true");
  const when = element("ul", "dm-card__when", ...(sent.momenten ?? []).flatMap((moment) =>
    momentSentences(moment, rule).map((sentence) => element("li", "", moment.titel ? `${moment.titel}: ${sentence}` : sentence))));
  const place = [where(sent, first, campaign), sent.organisatie?.naam].filter(Boolean).join(" · ");
  const kinds = element("p", "dm-card__what", sent.type ? element("span", "dm-kind", campaign.types[sent.type] ?? sent.type) : null);
  if (sent.prijs?.amount === 0) kinds.append(" ", element("span", "dm-kind dm-kind--free", "gratis"));
  if (sent.help_mee) kinds.append(" ", element("span", "dm-kind dm-kind--help", "hier kan je helpen"));
  if (sent.status && sent.status !== "bevestigd") kinds.prepend(element("span", `dm-badge dm-badge--${sent.status}`, sent.status), " ");
  const title = element("p", "dm-card__title", sent.titel ?? "Titel van je initiatief");
  const text = element("div", "dm-card__text", title, when, element("p", "dm-card__where", place || "Waar?"), element("p", "", sent.samenvatting ?? ""), kinds);
  return element("div", `dm-card dm-type-${sent.type ?? ""}`, block, text);
}

/** A tip in the overview of tips. */
export const tipCard = (sent) =>
  element("div", "dm-card", element("div", "dm-card__text", element("p", "dm-card__title", sent.titel ?? "Titel van je tip"), element("p", "", sent.samenvatting ?? "")));

/** `Deinze, Oost-Vlaanderen` under a postcode. */
export function foundPlace(value, { places, regions }) {
  if (!places || !value) return "";
  try {
    const municipality = places.municipality(READ.postcode(value));
    return municipality ? `${municipality.name}, ${regions.find(({ id }) => id === municipality.region)?.name}` : "";
  } catch {
    return "";
  }
}
