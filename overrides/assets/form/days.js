// Days as `2026-03-07`, and the arithmetic on them. No clock and no time zone: UTC only counts days here.

export const DAY = 86_400_000;

/** Milliseconds of a day's midnight, for arithmetic only. */
export const stamp = (iso) => Date.parse(`${iso}T00:00:00Z`);

export const isoOf = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);

export const plusDays = (iso, count) => isoOf(stamp(iso) + count * DAY);

export const daysBetween = (first, last) => Math.round((stamp(last) - stamp(first)) / DAY);

/** 0 for Monday up to 6 for Sunday. */
export const weekday = (iso) => (new Date(stamp(iso)).getUTCDay() + 6) % 7;

export const parts = (iso) => iso.split("-").map(Number);

/** `2026-03-07` from numbers, or null when that day is not on the calendar. */
export function isoFrom(year, month, day) {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const milliseconds = Date.UTC(year, month - 1, day);
  return isoOf(milliseconds) === iso ? iso : null;
}

export function lastDayOf(month) {
  const [year, number] = parts(month);
  return isoOf(Date.UTC(year, number, 0));
}

/** The last Sunday of a month: on those of March and October the clock changes (directive 2000/84/EC). */
export function lastSunday(year, month) {
  const last = isoOf(Date.UTC(year, month, 0));
  return plusDays(last, -((weekday(last) + 1) % 7));
}
