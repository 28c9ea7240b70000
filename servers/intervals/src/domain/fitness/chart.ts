import type { Cell } from '@core/mcp-kit';
import type { FitnessSeries, LoadEntry } from '@core/metrics/load';
import { type FitnessChange, fitnessWithChanges } from '@core/metrics/load-changes';
import { projectedLoads } from '@core/metrics/planning';
import { rampRate } from '@core/metrics/workload';
import { addDays, type Day, daysBetween } from '@core/metrics/day';
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
  /** Load planned for a day that has not come. */
  readonly planned_load: number | null;
  readonly ctl: number | null;
  readonly atl: number | null;
  readonly form: number | null;
  readonly ramp: number | null;
  readonly projected: boolean;
}

/** Our own recursion over the platform's daily loads and the plan: past days to compare with, future days to project. */
export function ownSeries({ days, planned, changes, oldest, newest, today }: ChartSource): FitnessSeries | undefined {
  const seed = seedOf(days, oldest);
  if (seed === undefined) return undefined;
  const past = days.filter((day) => day.id >= oldest && day.id <= today);
  const entries = (load: (day: WireWellness) => number | null): LoadEntry[] =>
    past.flatMap((day) => (load(day) === null ? [] : [{ day: day.id, load: load(day) }]));
  const span = { today, from: oldest, to: newest };
  const ctlLoads = projectedLoads(entries((day) => day.ctlLoad), planned, span);
  const atlLoads = projectedLoads(entries((day) => day.atlLoad), planned, span);
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
export function chartDays(source: ChartSource, own: FitnessSeries | undefined): ChartDay[] {
  const byDay = new Map(source.days.map((day) => [day.id, day]));
  const ramps = own === undefined ? [] : rampRate(own);
  const plannedOn = loadTotals(source.planned.filter(({ day, done }) => day > source.today && !done));
  return Array.from({ length: daysBetween(source.oldest, source.newest) + 1 }, (_, i): ChartDay => {
    const date = addDays(source.oldest, i);
    if (date > source.today) return projectedDay(date, i, own, ramps[i] ?? null, plannedOn.get(date) ?? null);
    const { ctl = null, atl = null, ctlLoad = null, rampRate: ramp = null } = byDay.get(date) ?? {};
    const form = ctl === null || atl === null ? null : ctl - atl;
    return { date, load: ctlLoad, planned_load: null, ctl, atl, form, ramp, projected: false };
  });
}

function projectedDay(
  date: Day,
  i: number,
  own: FitnessSeries | undefined,
  ramp: number | null,
  planned: number | null,
): ChartDay {
  return {
    date,
    load: null,
    planned_load: planned,
    ctl: own?.ctl[i] ?? null,
    atl: own?.atl[i] ?? null,
    form: own?.form[i] ?? null,
    ramp,
    projected: true,
  };
}

export const chartColumns = ['date', 'load', 'planned_load', 'ctl', 'atl', 'form', 'ramp', 'projected'] as const;

export function chartRow(day: ChartDay): Record<string, Cell> {
  return { ...day, projected: day.projected ? true : null };
}
