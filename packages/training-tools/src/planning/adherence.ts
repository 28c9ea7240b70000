import type { CalendarEntry } from '../ports/index.ts';
import { isSession } from './entries.ts';

/** Sessions that were planned in a stretch of the past, and how many of them the platform pairs with an activity. */
export function adherence(
  entries: readonly CalendarEntry[],
  oldest: string,
  today: string,
): { planned: number; done: number } {
  const past = entries.filter(isSession).filter(({ day }) => day >= oldest && day < today);
  return { planned: past.length, done: past.filter(({ doneId }) => doneId !== null).length };
}
