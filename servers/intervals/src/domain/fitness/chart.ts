import type { Cell } from '@core/mcp-kit';
import { earlierOf } from '@core/mcp-kit';
import { addDays, type Day, daysBetween } from '@core/metrics/day';
import type { FitnessSeries, LoadEntry } from '@core/metrics/load';
import { type FitnessChange, fitnessWithChanges } from '@core/metrics/load-changes';
import { projectedLoads } from '@core/metrics/planning';
import { rampRate } from '@core/metrics/workload';
import type { WireWellness } from '../../client/wire/wellness.ts';
import type { PlannedSession } from '../calendar/session-load.ts';
import { loadTotals } from './load-totals.ts';

/** What a chart is drawn from. */
export interface ChartSource {
  /** Days in order, from the day before `oldest` on: that day is the seed. */
  readonly days: readonly WireWellness[];
  readonly planned: readonly PlannedSession[];
  readonly changes: readonly FitnessChange[];
  readonly oldest: Day;
  readonly newest: Day;
  readonly today: Day;
}

export interface ChartDay {
  readonly date: Day;
  /** Load the platform counted that day for CTL; null in the future. */
  readonly load: number | null;
  /** Load planned and still open, from today on. */
  readonly planned_load: number | null;
  readonly ctl: number | null;
  readonly atl: number | null;
  readonly form: number | null;
  readonly ramp: number | null;
  readonly projected: boolean;
}

/**
 * Our own recursion over the platform's daily loads, up to today: to hold against the platform's values. `undefined`
 * without a value to start from.
 */
export function ownSeries(source: ChartSource): FitnessSeries | undefined {
  return seriesOf(source, { planned: [], to: earlierOf(source.newest, source.today) });
}

/**
 * The same with the planned sessions that are still open, today's included, up to the last day of the chart. `undefined`
 * when the chart does not look ahead.
 */
export function projection(source: ChartSource): FitnessSeries | undefined {
  if (source.newest <= source.today) return undefined;
  return seriesOf(source, { planned: source.planned, to: source.newest });
}

interface Extent {
  readonly planned: readonly PlannedSession[];
  readonly to: Day;
}

function seriesOf({ days, changes, oldest, today }: ChartSource, { planned, to }: Extent): FitnessSeries | undefined {
  const seed = seedOf(days, oldest);
  if (seed === undefined) return undefined;
  const past = days.filter((day) => day.id >= oldest && day.id <= today);
  // A day's 0 is rest, which is what a day without an entry means; as an entry of today it would hide what is still open.
  const entries = (load: (day: WireWellness) => number | null): LoadEntry[] =>
    past.flatMap((day) => ((load(day) ?? 0) === 0 ? [] : [{ day: day.id, load: load(day) }]));
  const span = { today, from: oldest, to, todayCounts: 'actual_and_open' } as const;
  const ctlLoads = projectedLoads(
    entries((day) => day.ctlLoad),
    planned,
    span,
  );
  const atlLoads = projectedLoads(
    entries((day) => day.atlLoad),
    planned,
    span,
  );
  if (ctlLoads === null || atlLoads === null) return undefined;
  return fitnessWithChanges(ctlLoads, changes, { preset: 'intervals', seed, atlLoads });
}

/** CTL and ATL of the evening before the first day. */
function seedOf(days: readonly WireWellness[], oldest: Day): { ctl: number; atl: number } | undefined {
  const before = days.find(({ id }) => id === addDays(oldest, -1));
  const { ctl = null, atl = null } = before ?? {};
  return ctl === null || atl === null ? undefined : { ctl, atl };
}

/**
 * The platform's own values up to today and the projection after it. Form is CTL − ATL of the same day, which is the
 * platform's definition; its API does not deliver it.
 */
export function chartDays(source: ChartSource, ahead: FitnessSeries | undefined): ChartDay[] {
  const byDay = new Map(source.days.map((day) => [day.id, day]));
  const ramps = ahead === undefined ? [] : rampRate(ahead);
  const plannedOn = loadTotals(source.planned.filter(({ day, done }) => day >= source.today && !done));
  return Array.from({ length: daysBetween(source.oldest, source.newest) + 1 }, (_, i): ChartDay => {
    const date = addDays(source.oldest, i);
    if (date > source.today) return projectedDay(date, i, ahead, ramps[i] ?? null, plannedOn.get(date) ?? null);
    const { ctl = null, atl = null, ctlLoad = null, rampRate: ramp = null } = byDay.get(date) ?? {};
    const form = ctl === null || atl === null ? null : ctl - atl;
    const planned_load = date === source.today ? (plannedOn.get(date) ?? null) : null;
    return { date, load: ctlLoad, planned_load, ctl, atl, form, ramp, projected: false };
  });
}

function projectedDay(
  date: Day,
  i: number,
  ahead: FitnessSeries | undefined,
  ramp: number | null,
  planned: number | null,
): ChartDay {
  return {
    date,
    load: null,
    planned_load: planned,
    ctl: ahead?.ctl[i] ?? null,
    atl: ahead?.atl[i] ?? null,
    form: ahead?.form[i] ?? null,
    ramp,
    projected: true,
  };
}

export const chartColumns = ['date', 'load', 'planned_load', 'ctl', 'atl', 'form', 'ramp', 'projected'] as const;

/** A day as a row; `projected` stands only where it is true. */
export function chartRow(day: ChartDay): Record<string, Cell> {
  return { ...day, projected: day.projected ? true : null };
}
