import { Failure } from '@core/mcp-kit';
import { addDays, daysBetween, mondayOf } from '@core/metrics/day';

/**
 * The Monday of `this`, `last` (the last whole week), or an ISO week such as `2026-W42`.
 *
 * @throws Failure `bad_input` for anything else, and for week 53 of a year that has 52.
 */
export function mondayOfWeek(word: string, today: string): string {
  if (word === 'this') return mondayOf(today);
  if (word === 'last') return mondayOf(addDays(today, -7));
  const [, year = '', week = ''] = /^(\d{4})-?W(\d{2})$/i.exec(word) ?? [];
  const monday = year === '' ? undefined : addDays(firstMonday(Number(year)), 7 * (Number(week) - 1));
  if (monday !== undefined && isoWeek(monday) === `${year}-W${week}`) return monday;
  throw new Failure('bad_input', `"${word}" is no week`, {
    next: `write this, last, or a week such as ${isoWeek(mondayOf(today))}`,
  });
}

/** `2026-W42` of any of its days. The year is that of its Thursday (ISO 8601). */
export function isoWeek(day: string): string {
  const monday = mondayOf(day);
  const year = Number(addDays(monday, 3).slice(0, 4));
  const number = daysBetween(firstMonday(year), monday) / 7 + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of week 1: the one with 4 January in it (ISO 8601). */
function firstMonday(year: number): string {
  return mondayOf(`${year}-01-04`);
}
