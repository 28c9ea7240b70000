import { type Day, dayNumber } from '../day/day.ts';
import { type Metric, none, value, type Warning } from '../result/index.ts';
import { refusing } from '../result/refusing.ts';
import { deviationOf } from './time-domain.ts';

/** One morning's value: lnrMSSD, resting heart rate, sleep … `null` when not measured. */
export interface DailyValue {
  readonly day: Day;
  readonly value: number | null;
}

export interface BaselineOptions {
  /** The day to judge: the athlete's local today. */
  readonly on: Day;
  /** Days looked at in all, the last seven included. Default 60. */
  readonly days?: number;
  /** Values the last seven days must have, 1 to 7. Default 3. */
  readonly fewestInWeek?: number;
  /** Values the days before must have, 2 or more. Default 14. */
  readonly fewestBefore?: number;
  /** Smallest worthwhile change as a share of the baseline's SD. Default 0.5; a whole SD flags less. */
  readonly change?: number;
}

export interface Baseline {
  /** Mean of the last seven days. */
  readonly rolling: number;
  /** Mean of the days before them. */
  readonly mean: number;
  /** Their standard deviation (n − 1). */
  readonly deviation: number;
  /** The band of normal: mean ± the smallest worthwhile change. */
  readonly normal: { readonly low: number; readonly high: number };
  readonly position: 'below' | 'within' | 'above';
  /** (rolling − mean) / deviation; null when the deviation is 0. */
  readonly z: number | null;
  /** (value of the day − mean) / deviation; null without a value that day or when the deviation is 0. */
  readonly zToday: number | null;
  /** Coefficient of variation of the last seven days, %; null under two values or a mean of 0. */
  readonly weekCv: number | null;
  /** Days since the newest value: 0 is measured today. */
  readonly age: number;
  readonly valuesInWeek: number;
  readonly valuesBefore: number;
}

/**
 * The last seven days of a morning value against the athlete's own normal.
 *
 * rolling = mean of the last 7 days; normal = mean ± 0.5·SD of the days before them (not including them, so that a bad
 * week does not pull its own yardstick). Feed lnrMSSD for HRV. Days without a value are left out, never counted as 0; of
 * several values of a day the last given wins. Warns `stale` when nothing was measured today.
 *
 * @returns `too_few` when the week or the days before have too few values; `bad_input` for a value that is not finite, a
 *   day that does not exist, or options out of range.
 * @source Plews 2012, Eur J Appl Physiol 112:3729, and 2013, Sports Med 43:773.
 *   Buchheit 2014, Front Physiol 5:73, takes half the coefficient of variation, which is the same band around the mean.
 */
export function dailyBaseline(values: readonly DailyValue[], options: BaselineOptions): Metric<Baseline> {
  return refusing(() => {
    const { days = 60, fewestInWeek = 3, fewestBefore = 14, change = 0.5 } = options;
    if (!(days >= 9 && days <= 400)) throw new RangeError(`days ${days} must be 9 to 400, for example 60`);
    if (!(fewestInWeek >= 1 && fewestInWeek <= 7)) throw new RangeError(`fewestInWeek ${fewestInWeek} must be 1 to 7`);
    if (!(fewestBefore >= 2)) throw new RangeError(`fewestBefore ${fewestBefore} must be 2 or more`);
    if (!(change > 0 && change <= 3))
      throw new RangeError(`change ${change} must be above 0 and at most 3, for example 0.5`);
    const byAge = agesOf(values, dayNumber(options.on), days);
    const week = [...byAge].filter(([age]) => age < 7).map(([, v]) => v);
    const before = [...byAge].filter(([age]) => age >= 7).map(([, v]) => v);
    if (week.length < fewestInWeek)
      return none(
        'too_few',
        `${week.length} values in the 7 days to ${options.on}; at least ${fewestInWeek} are needed`,
      );
    if (before.length < fewestBefore)
      return none(
        'too_few',
        `${before.length} values in the ${days - 7} days before; at least ${fewestBefore} are needed`,
      );
    const rolling = meanOf(week);
    const mean = meanOf(before);
    const deviation = deviationOf(before);
    const normal = { low: mean - change * deviation, high: mean + change * deviation };
    const z = (of: number | undefined) =>
      of === undefined || deviation <= 1e-12 * Math.abs(mean) ? null : (of - mean) / deviation;
    const age = Math.min(...byAge.keys());
    const baseline: Baseline = {
      rolling,
      mean,
      deviation,
      normal,
      position: rolling < normal.low ? 'below' : rolling > normal.high ? 'above' : 'within',
      z: z(rolling),
      zToday: z(byAge.get(0)),
      weekCv: week.length > 1 && rolling !== 0 ? Math.abs((100 * deviationOf(week)) / rolling) : null,
      age,
      valuesInWeek: week.length,
      valuesBefore: before.length,
    };
    const stale: Warning[] = age > 0 ? [{ code: 'stale', detail: `The newest value is ${age} days old.` }] : [];
    return value(baseline, `7 days against ${days - 7} before, ${change} SD`, byAge.size / days, stale);
  });
}

function agesOf(values: readonly DailyValue[], on: number, days: number): Map<number, number> {
  const byAge = new Map<number, number>();
  for (const { day, value } of values) {
    const age = on - dayNumber(day);
    if (value === null || age < 0 || age >= days) continue;
    if (!(Math.abs(value) <= 1e9)) throw new RangeError(`the value of ${day} must be a number or null, got ${value}`);
    byAge.set(age, value);
  }
  return byAge;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
