import { addDays, daysBetween } from '@core/mcp-kit';
import { dailyLoads, type FitnessSeries, fitnessSeries } from '@core/metrics/load';
import type { RatedRide } from './rated-rides.ts';

/** A day of the series, in load points. */
export interface LoadDay extends Record<string, string | number | null> {
  readonly date: string;
  /** `null` where no ride of the day has a load. */
  readonly load: number | null;
  readonly rides: number;
  /** Rides whose load is estimated from heart rate. */
  readonly estimated: number;
  readonly ctl: number;
  readonly atl: number;
  /** CTL − ATL of the evening before. */
  readonly form: number;
}

export interface TrainingLoad {
  /** Newest first, from the first day asked for. */
  readonly days: readonly LoadDay[];
  readonly seed: 'zero' | 'mean';
  readonly series: FitnessSeries;
}

/** What is asked of the series. */
export interface LoadWindow {
  /** First day of the history that only warms the averages up. */
  readonly historyFrom: string;
  /** First day shown. */
  readonly from: string;
  readonly to: string;
}

/** Days that warm the averages up before what is shown. */
export const WARM_UP_DAYS = 42;

/**
 * Days that every history covers unless a caller names another: 90 shown ones and the warm-up. Averages that started on
 * different days would give one athlete several CTLs for one evening.
 */
export const SHARED_DAYS = 90 + WARM_UP_DAYS;

/** Days at the start that show whether the athlete was training already. */
const EARLY = 14;
const SEED_DAYS = 42;

/**
 * CTL, ATL and form to the day asked for, decaying after the last ride. Averages start from the mean load of the first 42 days
 * where there are rides in the first fourteen, because training did not begin there; otherwise from 0. A day
 * whose rides all lack a load leaves both averages as they are: it is not rest.
 */
export function trainingLoad(rides: readonly RatedRide[], { historyFrom, from, to }: LoadWindow): TrainingLoad {
  const loads = dailyLoads(
    rides.map(({ day, load: { load } }) => ({ day, load })),
    { from: historyFrom, to },
  );
  if (loads === null) throw new RangeError('a window has a first day');
  const early = addDays(historyFrom, EARLY);
  const seed = historyFrom < from && rides.some(({ day }) => day < early) ? 'mean' : 'zero';
  const series = fitnessSeries(loads, {
    until: to,
    unknownLoad: 'hold',
    ...(seed === 'mean' && { seed: { meanOfDays: SEED_DAYS } }),
  });
  const of = new Map<string, RatedRide[]>();
  for (const ride of rides) of.set(ride.day, [...(of.get(ride.day) ?? []), ride]);
  const skipped = daysBetween(historyFrom, from);
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index): LoadDay => {
    const at = skipped + index;
    const date = addDays(from, index);
    const there = of.get(date) ?? [];
    const load = loads.values[at] ?? 0;
    return {
      date,
      load: Number.isNaN(load) ? null : load,
      rides: there.length,
      estimated: there.filter(isEstimated).length,
      ctl: series.ctl[at] ?? 0,
      atl: series.atl[at] ?? 0,
      form: series.form[at] ?? 0,
    };
  });
  return { days: days.reverse(), seed, series };
}

/** Whether the load comes from heart rate, for want of power. */
export function isEstimated({ load }: RatedRide): boolean {
  return 'method' in load && load.method === 'heart_rate';
}
