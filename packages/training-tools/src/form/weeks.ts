import { mondayOf } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import type { FitnessDay } from './fitness.ts';

/** A week of training: the load added up, the values those of its last day. */
export interface FitnessWeek extends Omit<FitnessDay, 'day' | 'by'> {
  readonly from: string;
  /** Days whose load is not known and not in the sum. */
  readonly unknownDays: number;
}

/** Days by week, Monday first, in order. A week without a known load has `null`. */
export function byWeek(days: readonly FitnessDay[]): FitnessWeek[] {
  const weeks = Map.groupBy(days, ({ day }) => mondayOf(day));
  return [...weeks].map(([monday, members]) => {
    const { ctl, atl, form, ramp } = members.at(-1)!;
    const sum = dailyLoads(members.map(({ load }) => ({ day: monday, load })))!.values[0]!;
    const unknownDays = members.filter(({ load }) => load === null).length;
    return { from: members[0]!.day, load: Number.isNaN(sum) ? null : sum, ctl, atl, form, ramp, unknownDays };
  });
}
