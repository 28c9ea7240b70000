import type { FitnessSeries } from '../load/fitness.ts';

/**
 * Ramp rate of every day: CTL(d) − CTL(d − days), points per `days` (7: points a week, as TrainingPeaks, GoldenCheetah
 * and Intervals.icu show it). More than 5 to 8 a week is the usual caution.
 * @returns one entry a day; `null` for the first `days` days, which have nothing to compare with.
 * @throws RangeError when `days` is not a whole number from 1 up.
 */
export function rampRate(series: FitnessSeries, days = 7): (number | null)[] {
  if (!(Number.isInteger(days) && days >= 1)) throw new RangeError(`days ${days} must be a whole number from 1 up`);
  return Array.from(series.ctl, (ctl, i) => (i < days ? null : ctl - series.ctl[i - days]!));
}
