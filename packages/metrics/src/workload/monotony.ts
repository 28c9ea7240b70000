import { type Day, dayNumber } from '../day/day.ts';
import { checkedLoad, type DailyLoads } from '../load/daily-loads.ts';
import { type Metric, type NoValue, none, value, type Warning } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';

export interface MonotonyOptions {
  /** Last day of the window. Default: the last day of the loads. */
  readonly on?: Day;
  /** Length of the window, days, 2 or more. Default 7. */
  readonly days?: number;
  /** Standard deviation of a `sample` (n − 1, default) or of the `population` (n). Few programs say which they use. */
  readonly deviation?: 'sample' | 'population';
}

export interface Monotony {
  /** Sum of the window, load points. */
  readonly total: number;
  readonly mean: number;
  readonly deviation: number;
  /** Mean / standard deviation, no unit. Above 2 is the usual caution. */
  readonly monotony: number;
  /** Total × monotony, load points. */
  readonly strain: number;
}

/**
 * Training monotony and strain of the days up to a day, rest days counted as 0.
 *
 * monotony = mean / SD of the daily loads; strain = sum × monotony.
 *
 * @returns a refusal when the window starts before the first load or ends after the last (`too_short`), when a day of it
 *   has no known load (`no_data`), when every day is rest or every day is the same, so that the deviation is 0
 *   (`undefined_ratio`; never infinite).
 *   `bad_input`: a load below 0, a day that does not exist, a window that is not 2 days or more.
 * @source Foster 1998, Med Sci Sports Exerc 30:1164.
 */
export function monotony(loads: DailyLoads, options: MonotonyOptions = {}): Metric<Monotony> {
  return refusing(() => {
    const days = options.days ?? 7;
    if (!(Number.isInteger(days) && days >= 2)) throw new RangeError(`days ${days} must be a whole number from 2 up`);
    const { deviation: kind = 'sample' } = options;
    if (kind !== 'sample' && kind !== 'population')
      throw new RangeError(`deviation "${kind}" is not one of sample, population`);
    const window = windowUpTo(loads, days, options.on);
    if ('reason' in window) return window;
    const divisor = kind === 'population' ? days : days - 1;
    const total = window.sum;
    const mean = total / days;
    const deviation = Math.sqrt(window.values.reduce((sum, load) => sum + (load - mean) ** 2, 0) / divisor);
    if (total === 0) return none('undefined_ratio', `${days} days of rest have no monotony`);
    if (deviation <= 1e-12 * mean) return none('undefined_ratio', `${days} equal days have no deviation to divide by`);
    const ratio = mean / deviation;
    const method = `Foster, ${days} days, ${kind} SD`;
    return value({ total, mean, deviation, monotony: ratio, strain: total * ratio }, method, null, window.warnings);
  });
}

interface Window {
  readonly values: Float64Array;
  readonly sum: number;
  readonly warnings: Warning[];
}

/** The `days` loads that end on `on`, all known; otherwise why there are none. @throws RangeError for a negative load. */
export function windowUpTo(loads: DailyLoads, days: number, on?: Day): Window | NoValue {
  const first = dayNumber(loads.from);
  const end = on === undefined ? loads.values.length : dayNumber(on) - first + 1;
  if (end < days || end > loads.values.length)
    return none('too_short', `the loads do not cover the ${days} days up to ${on ?? 'their last day'}`);
  const values = loads.values.subarray(end - days, end);
  let sum = 0;
  for (let i = 0; i < days; i++) {
    if (Number.isNaN(values[i]!)) return none('no_data', `the load of a day in the ${days} days is not known`);
    sum += checkedLoad(values[i]!, first + end - days + i);
  }
  const partial = loads.incomplete.some((day) => {
    const i = dayNumber(day) - first;
    return i >= end - days && i < end;
  });
  const detail = 'A session in the window has no known load; the day counts without it.';
  return { values, sum, warnings: partial ? [{ code: 'unknown_load', detail }] : [] };
}
