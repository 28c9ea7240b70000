import { addDays, day, daysBetween, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { DayRange } from '../ports/index.ts';

/** Parameters of a range of days. */
export const rangeInput = { oldest: z.optional(day), newest: z.optional(day) };

/**
 * A range from what a caller gave: `newest` is today and the length the default one where they are not given.
 *
 * @throws Failure `bad_input` when it runs backwards, lies in the future, or is longer than `maxDays`.
 */
export function rangeOf(
  given: { readonly oldest?: string | undefined; readonly newest?: string | undefined },
  { today, days, maxDays }: { readonly today: string; readonly days: number; readonly maxDays: number },
): DayRange {
  const newest = given.newest ?? today;
  const oldest = given.oldest ?? addDays(newest, 1 - days);
  const length = daysBetween(oldest, newest) + 1;
  if (length < 1)
    throw new Failure('bad_input', `oldest ${oldest} lies after newest ${newest}`, { next: 'swap the two days' });
  if (oldest > today) {
    throw new Failure('bad_input', `oldest ${oldest} lies after today, ${today}: nothing was done then`, {
      next: `use a day up to ${today}`,
    });
  }
  if (length > maxDays) {
    throw new Failure('bad_input', `${oldest} to ${newest} is ${length} days; at most ${maxDays} are read at once`, {
      next: `ask for ${addDays(newest, 1 - maxDays)} to ${newest} first`,
    });
  }
  return { oldest, newest };
}
