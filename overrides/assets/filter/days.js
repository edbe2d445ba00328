// Days as whole numbers since 1 January 1970, and the periods that a visitor chooses.

const DAY = 86_400_000;

export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

export const dateOf = (day) => new Date(day * DAY);

/** 0 for Monday up to 6 for Sunday. */
export const weekday = (day) => (day + 3) % 7;

/** The visitor's today, in Brussels. The day of the build when the clock of the device says it is earlier: that is wrong. */
export function today(built) {
  const here = dayOf(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format());
  return here > built ? here : built;
}

/** First and last day of a chosen period, or null for always. On a Sunday "dit weekend" is the one that is going on. */
export function period(name, on, from, to) {
  const monday = on - weekday(on);
  if (name === "week") return [monday, monday + 6];
  if (name === "weekend") return [monday + 5, monday + 6];
  if (name === "maand") {
    const [year, month] = [dateOf(on).getUTCFullYear(), dateOf(on).getUTCMonth()];
    return [Date.UTC(year, month, 1) / DAY, Date.UTC(year, month + 1, 0) / DAY];
  }
  return name === "zelf" && (from || to) ? [from ? dayOf(from) : -Infinity, to ? dayOf(to) : Infinity] : null;
}
