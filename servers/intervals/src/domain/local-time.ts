import { dayWithWeekday } from '@core/mcp-kit';

/** The local day of a platform date-time, which comes with or without a clock part and never with a zone. */
export function localDay(dateTime: string | null): string | null {
  return dateTime === null || dateTime.length < 10 ? null : dateTime.slice(0, 10);
}

/** Day and minute of a local date-time: `2026-09-24T16:25`; the day alone at midnight, which is how a day is stored. */
export function localMinute(dateTime: string | null): string | null {
  if (dateTime === null) return null;
  const minute = dateTime.slice(0, 16);
  return minute.endsWith('T00:00') ? minute.slice(0, 10) : minute;
}

/** A moment of the platform to the minute, in UTC and saying so: `2026-10-14T09:00Z`. What is no moment stays as it is. */
export function utcMinute(moment: string | null): string | null {
  const time = Date.parse(moment ?? '');
  return Number.isNaN(time) ? moment : `${new Date(time).toISOString().slice(0, 16)}Z`;
}

/** `Tue` of a day. */
export function weekdayOf(day: string | null): string | null {
  return day === null ? null : dayWithWeekday(day).slice(0, 3);
}
