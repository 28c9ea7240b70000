import { addDays, Failure, isDay } from '@core/mcp-kit';
import type { DayRange } from '../ports/index.ts';

/**
 * A period as a caller writes it: `90d` (up to today), a calendar year `2026`, or two days `2026-01-01..2026-03-31`.
 *
 * @throws Failure `bad_input` with a form that works.
 */
export function periodOf(text: string, today: string): DayRange {
  const days = /^(\d{1,4})d$/.exec(text.trim())?.[1];
  if (days !== undefined && Number(days) >= 1) return { oldest: addDays(today, 1 - Number(days)), newest: today };
  if (/^(19|20)\d\d$/.test(text.trim())) return { oldest: `${text.trim()}-01-01`, newest: `${text.trim()}-12-31` };
  const [oldest = '', newest = ''] = text.trim().split('..');
  if (isDay(oldest) && isDay(newest) && oldest <= newest) return { oldest, newest };
  throw new Failure('bad_input', `"${text.slice(0, 40)}" is not a period`, {
    next: 'write 90d, 2026, or 2026-01-01..2026-03-31',
  });
}

/** Within this share of a position a curve's own point stands for it. */
const NEAR = 0.05;

/** The curve's point nearest to a position. */
export function bestAt<T extends { readonly at: number }>(bests: readonly T[], position: number): T | undefined {
  let nearest: T | undefined;
  for (const best of bests) {
    if (nearest === undefined || Math.abs(best.at - position) < Math.abs(nearest.at - position)) nearest = best;
  }
  return nearest !== undefined && Math.abs(nearest.at - position) <= NEAR * position ? nearest : undefined;
}
