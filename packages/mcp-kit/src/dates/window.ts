import { Failure } from '../failure/failure.ts';
import { addDays, daysBetween } from './day.ts';

/** First and last local day, both inclusive. */
export interface Window {
  readonly oldest: string;
  readonly newest: string;
}

/**
 * A window from what a caller gave: a missing end is filled from the other one and the default length.
 *
 * @throws Failure `bad_input` when it runs backwards or is longer than `maxDays`.
 */
export function windowOf(
  given: { readonly oldest?: string | undefined; readonly newest?: string | undefined },
  defaults: Window,
  maxDays: number,
): Window {
  const length = daysBetween(defaults.oldest, defaults.newest);
  const oldest = given.oldest ?? (given.newest === undefined ? defaults.oldest : addDays(given.newest, -length));
  const newest =
    given.newest ?? (given.oldest === undefined ? defaults.newest : laterOf(defaults.newest, addDays(oldest, length)));
  const days = daysBetween(oldest, newest) + 1;
  if (days < 1) {
    throw new Failure('bad_input', `oldest ${oldest} lies after newest ${newest}`, { next: 'swap the two days' });
  }
  if (days > maxDays) {
    throw new Failure('bad_input', `${oldest} to ${newest} is ${days} days; at most ${maxDays} are read at once`, {
      next: `ask for ${addDays(newest, 1 - maxDays)} to ${newest} first`,
    });
  }
  return { oldest, newest };
}

/** The earlier of two days. */
export function earlierOf(a: string, b: string): string {
  return [a, b].sort()[0]!;
}

/** The later of two days. */
export function laterOf(a: string, b: string): string {
  return [a, b].sort()[1]!;
}
