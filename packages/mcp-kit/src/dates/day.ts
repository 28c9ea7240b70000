import * as z from 'zod';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

/** Parameter or field that holds an athlete-local day. Advertised as `format: date`, checked for days that exist. */
export const day = z.string().refine(isDay, 'must be a day that exists, written YYYY-MM-DD').meta({ format: 'date' });

/** The local day of a moment in an IANA time zone; UTC without one. */
export function dayIn(timeZone: string | undefined, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}

/** `days` later (earlier when negative), by the calendar: no time zone and no daylight saving can shift it. */
export function addDays(from: string, days: number): string {
  const moment = new Date(`${from}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** A day as a person checks it: `Tue 2026-10-20`. */
export function dayWithWeekday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  return `${weekday} ${day}`;
}

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
