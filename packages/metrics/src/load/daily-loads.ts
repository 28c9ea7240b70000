import { type Day, dayNumber, toDay } from '../day/day.ts';
import { check } from './convention.ts';

/** The load of one session, or of one day. `null`: it took place and its load is not known. */
export interface LoadEntry {
  readonly day: Day;
  readonly load: number | null;
}

/** Loads of consecutive local calendar days: `0` is a day of rest, `NaN` a day whose load is not known. */
export interface DailyLoads {
  readonly from: Day;
  readonly values: Float64Array;
  /** Days whose load is not known (`NaN`) or known only in part: the sum of the sessions that have one. */
  readonly incomplete: readonly Day[];
}

export interface DailyLoadsOptions {
  /** First day. Default: the earliest entry. */
  readonly from?: Day;
  /** Last day. Default: the latest entry. */
  readonly to?: Day;
  /** What a day without any entry means: `zero` (default) a day of rest, `unknown` a day nobody has looked at. */
  readonly missing?: 'zero' | 'unknown';
}

/**
 * Sessions in any order to one load per calendar day.
 *
 * Several sessions of a day add up. A day whose sessions all lack a load becomes `NaN`, not 0: training that was not
 * measured is not rest. Entries outside `from`…`to` are left out. Days are local days as the athlete lived them; the
 * caller takes them from the local start time.
 *
 * @returns `null` when there is no entry and no `from`.
 * @throws RangeError for a day that does not exist, a load that is not 0 to 10⁹ (`NaN` counts as `null`), `to`
 *   before `from`, or a span of more than 100 years (36,525 days), which is a mistyped year.
 */
export function dailyLoads(entries: Iterable<LoadEntry>, options: DailyLoadsOptions = {}): DailyLoads | null {
  const sums = new Map<number, number>();
  const unknown = new Set<number>();
  let first = Infinity;
  let last = -Infinity;
  for (const { day, load } of entries) {
    const number = dayNumber(day);
    first = Math.min(first, number);
    last = Math.max(last, number);
    if (load === null || Number.isNaN(load)) unknown.add(number);
    else sums.set(number, checkedLoad(load, number) + (sums.get(number) ?? 0));
  }
  if (options.from !== undefined) first = dayNumber(options.from);
  if (options.to !== undefined) last = dayNumber(options.to);
  if (first === Infinity) return null;
  if (last === -Infinity) last = first;
  const values = new Float64Array(span(first, last));
  const incomplete: Day[] = [];
  const blank = options.missing === 'unknown' ? Number.NaN : 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = sums.get(first + i) ?? (unknown.has(first + i) ? Number.NaN : blank);
    if (Number.isNaN(values[i]) || unknown.has(first + i)) incomplete.push(toDay(first + i));
  }
  return { from: toDay(first), values, incomplete };
}

/** A load (or an average of loads) as it may enter a sum: 0 to 1e9, so that no sum overflows. @throws RangeError naming the day. */
export function checkedLoad(load: number, day: number): number {
  if (load >= 0 && load <= 1e9) return load;
  throw new RangeError(`load ${load} of ${toDay(day)} must be 0 to 1e9`);
}

/** Days from the first to the last, both counted. @throws RangeError when backwards or over 100 years (a mistyped year). */
export function span(first: number, last: number): number {
  const days = last - first + 1;
  check(days > 0 && days <= 36_525, `${toDay(first)} to ${toDay(last)} is backwards or over 100 years`);
  return days;
}
