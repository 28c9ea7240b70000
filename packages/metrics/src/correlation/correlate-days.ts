import { type Day, dayNumber } from '../day/day.ts';
import type { Metric } from '../result/index.ts';
import { refusing } from '../result/refusing.ts';
import { type Correlation, type CorrelationOptions, correlationOf } from './correlate.ts';

/** A value of one day; null or left out when not known. */
export interface DayValue {
  readonly day: Day;
  readonly value: number | null;
}

export interface DailyCorrelationOptions extends CorrelationOptions {
  /** Days by which b comes after a, −30 to 30. Default 0; 1 asks what a does to the next day's b. */
  readonly lag?: number;
}

/**
 * Correlation of two daily series, paired by calendar day and lag.
 *
 * Days resemble the day before, so they are worth less than as many independent ones: the interval and p use
 * n·(1 − r₁r₂)/(1 + r₁r₂) with the lag-1 autocorrelations r₁, r₂, and `autocorrelated` warns when that halves n.
 *
 * @returns as `correlate`; also `too_few` when the effective number is under 5, `bad_input` for days that do not exist or a
 *   lag that is not whole, −30 to 30. Of several values of a day the last given wins.
 * @source Bartlett 1935; Pyper & Peterman 1998.
 */
export function correlateDays(
  a: readonly DayValue[],
  b: readonly DayValue[],
  options: DailyCorrelationOptions = {},
): Metric<Correlation> {
  return refusing(() => {
    const { lag = 0 } = options;
    if (!(Number.isInteger(lag) && Math.abs(lag) <= 30))
      throw new RangeError(`lag ${lag} must be whole days, -30 to 30`);
    const [first, second] = [byDay(a), byDay(b)];
    const days = [...first.keys()].filter((day) => second.has(day + lag)).sort((x, y) => x - y);
    const pairs = days.map((day): [number, number] => [first.get(day)!, second.get(day + lag)!]);
    const resemblance = autocorrelation(days, pairs, 0) * autocorrelation(days, pairs, 1);
    const share = Math.min(1, (1 - resemblance) / (1 + resemblance));
    return correlationOf(pairs, pairs.length * share, options);
  });
}

function byDay(values: readonly DayValue[]): Map<number, number> {
  const map = new Map<number, number>();
  for (const { day, value } of values) {
    const number = dayNumber(day);
    if (value === null || Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) throw new RangeError(`the value of ${day} is infinite`);
    map.set(number, value);
  }
  return map;
}

/** Lag-1 autocorrelation over the pairs of consecutive days; 0 where there are too few or nothing varies. */
function autocorrelation(days: readonly number[], pairs: readonly [number, number][], side: 0 | 1): number {
  const mean = pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  let [product, squares, count] = [0, 0, 0];
  for (let i = 1; i < days.length; i++) {
    if (days[i]! - days[i - 1]! !== 1) continue;
    product += (pairs[i]![side] - mean) * (pairs[i - 1]![side] - mean);
    count++;
  }
  for (const pair of pairs) squares += (pair[side] - mean) ** 2;
  return count >= 5 && squares > 0 ? Math.max(-0.99, Math.min(0.99, (product / count) * (pairs.length / squares))) : 0;
}
