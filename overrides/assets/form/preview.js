// "Zo ziet het eruit": the card as the calendar shows it, and every sentence with its weekday and hours.

import { dateBlock, dayNumber, statusBadge, whatLine } from "../shared/card.js";
import { dayOfMonth, monthOf } from "../shared/days.js";
import { element } from "../shared/elements.js";
import { sentences } from "./moment.js";

/** @import { Campaign, Moment, Sent } from "./types.js" */

/**
 * @param {Sent} sent
 * @param {Moment | undefined} moment
 * @param {Campaign} campaign
 */
function where(sent, moment, { places, regions }) {
  const location = moment?.locatie ?? (moment?.online ? undefined : sent.locatie);
  const online = moment?.online ?? sent.online;
  if (location?.postcode) {
    const town = location.gemeente ?? places?.municipality(location.postcode)?.name ?? location.postcode;
    return online ? `${town} en online` : town;
  }
  if (online) return "online";
  return (sent.bereik ?? []).map((id) => regions.find((region) => region.id === id)?.name ?? id).join(", ");
}

/**
 * The recurrence that holds for a moment: that of its initiative, when it is the only one.
 * @param {Sent} sent
 */
export const ruleOf = (sent) => (sent.momenten?.length === 1 ? sent.herhaling : null);

/**
 * The card of an initiative.
 * @param {Sent} sent What could be read of the form.
 * @param {Campaign} campaign
 */
export function card(sent, campaign) {
  const moments = sent.momenten ?? [];
  const { day, month } = moments.at(0)?.datum ?? {};
  const date = day === undefined
    ? dateBlock([dayNumber(undefined)], month?.month)
    : dateBlock([dayNumber(dayOfMonth(day))], monthOf(day));
  const said = moments.flatMap((moment) =>
    sentences(moment, ruleOf(sent)).map((sentence) => (moment.titel ? `${moment.titel}: ${sentence}` : sentence)));
  const when = element("ul", "dm-card__when", ...said.map((sentence) => element("li", "", sentence)));
  const place = [where(sent, moments.at(0), campaign), sent.organisatie?.naam].filter(Boolean).join(" · ");
  const kind = sent.type && (campaign.types[sent.type] ?? sent.type);
  const what = whatLine(kind, { free: sent.prijs?.free ?? false, help: Boolean(sent.help_mee) });
  if (sent.status && sent.status !== "bevestigd") what.prepend(statusBadge(sent.status), " ");
  const text = element(
    "div",
    "dm-card__text",
    element("p", "dm-card__title", sent.titel ?? "Titel van je initiatief"),
    when,
    element("p", "dm-card__where", place || "Waar?"),
    element("p", "", sent.samenvatting ?? ""),
    what,
  );
  return element("div", `dm-card dm-type-${sent.type ?? ""}`, date, text);
}

/**
 * A tip in the overview of tips.
 * @param {Sent} sent
 */
export function tipCard(sent) {
  const title = element("p", "dm-card__title", sent.titel ?? "Titel van je tip");
  return element("div", "dm-card", element("div", "dm-card__text", title, element("p", "", sent.samenvatting ?? "")));
}

/**
 * `Deinze, Oost-Vlaanderen` under a postcode; nothing when nobody knows it.
 * @param {string} value
 * @param {Campaign} campaign
 */
export function foundPlace(value, { places, regions }) {
  const municipality = places?.municipality(value.trim());
  if (!municipality) return "";
  return `${municipality.name}, ${regions.find(({ id }) => id === municipality.region)?.name ?? ""}`;
}
