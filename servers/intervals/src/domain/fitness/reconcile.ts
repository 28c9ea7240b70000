import { type Day, dayNumber } from '@core/metrics/day';
import type { FitnessSeries } from '@core/metrics/load';
import type { ChartDay } from './chart.ts';

/** How far our recursion over the platform's daily loads is from its published CTL and ATL. */
export interface Reconciliation {
  readonly own_ctl: number;
  readonly own_atl: number;
  readonly largest_difference: number;
  /** First day that differs by more than rounding; absent when all agree. */
  readonly differs_from?: Day;
  readonly because?: string;
}

/** Platforms and we publish one decimal; below this nobody can see a difference. */
const VISIBLE = 0.1;

/**
 * Puts our values beside the platform's on the days that both know. Both use 1 − e^(−1/τ) and the same daily loads, so a
 * difference means that the platform's stored values do not follow from its stored loads.
 */
export function reconcile(days: readonly ChartDay[], own: FitnessSeries, today: Day): Reconciliation | undefined {
  const first = dayNumber(own.from);
  const at = (day: Day) => dayNumber(day) - first;
  const past = days.filter((day) => !day.projected && day.ctl !== null && day.atl !== null);
  const latest = past.at(-1);
  if (latest === undefined) return undefined;
  const distances = past.map((day) => ({
    date: day.date,
    distance: Math.max(Math.abs(day.ctl! - own.ctl[at(day.date)]!), Math.abs(day.atl! - own.atl[at(day.date)]!)),
  }));
  const differing = distances.find(({ distance }) => distance >= VISIBLE);
  const values = {
    own_ctl: own.ctl[at(latest.date)]!,
    own_atl: own.atl[at(latest.date)]!,
    largest_difference: Math.max(...distances.map(({ distance }) => distance)),
  };
  if (differing === undefined) return values;
  return { ...values, differs_from: differing.date, because: reason(differing.date, today) };
}

function reason(from: Day, today: Day): string {
  if (from === today) {
    return 'Intervals.icu already counts a session planned for today in its value; ours counts what was done';
  }
  return (
    'the published values do not follow from the published daily loads from that day on: Intervals.icu recalculates ' +
    'after uploads and edits with a delay, or its fitness model was changed there'
  );
}
