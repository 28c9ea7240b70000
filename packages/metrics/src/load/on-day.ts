import { type Day, dayNumber } from '../day/day.ts';
import type { FitnessSeries } from './fitness.ts';

/** CTL, ATL and form of one day, load points. */
export interface FitnessOnDay {
  readonly day: Day;
  readonly ctl: number;
  readonly atl: number;
  readonly form: number;
}

/** The values of one day; `null` when the series does not reach it. @throws RangeError for a day that does not exist. */
export function fitnessOn(series: FitnessSeries, day: Day): FitnessOnDay | null {
  const i = dayNumber(day) - dayNumber(series.from);
  const ctl = series.ctl[i];
  return ctl === undefined ? null : { day, ctl, atl: series.atl[i]!, form: series.form[i]! };
}
