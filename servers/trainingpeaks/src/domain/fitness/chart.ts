import type { Cell } from '@core/mcp-kit';
import { earlierOf } from '@core/mcp-kit';
import { addDays, type Day, daysBetween } from '@core/metrics/day';
import { dailyLoads, type FitnessSeries, fitnessSeries } from '@core/metrics/load';
import { type PlannedLoad, projectedLoads } from '@core/metrics/planning';
import { ATL_DAYS, CTL_DAYS, type WirePerformanceDay } from '../../client/reports/wire.ts';
import { rounded } from '../workouts/rounding.ts';
import { loadTotals } from './load-totals.ts';

/** What a chart is drawn from. */
export interface ChartSource {
  /** The platform's days in order, from eight days before `oldest` on: seeds and ramps need them. */
  readonly days: readonly WirePerformanceDay[];
  /** Sessions from today on. */
  readonly planned: readonly PlannedLoad[];
  readonly oldest: Day;
  readonly newest: Day;
  readonly today: Day;
}

export interface ChartDay {
  readonly date: Day;
  /** TSS of what was done; null in the future. */
  readonly load: number | null;
  /** TSS planned and still open, from today on. */
  readonly planned_load: number | null;
  readonly ctl: number | null;
  readonly atl: number | null;
  readonly form: number | null;
  readonly ramp: number | null;
  readonly projected: boolean;
}

const convention = { preset: 'trainingpeaks', ctlDays: CTL_DAYS, atlDays: ATL_DAYS } as const;

/** The day's own record; a row without a day has nothing to say. */
export function byDay(days: readonly WirePerformanceDay[]): ReadonlyMap<Day, WirePerformanceDay> {
  return new Map(days.flatMap((day) => (day.workoutDay === null ? [] : [[day.workoutDay, day] as const])));
}

/** CTL and ATL of an evening; `undefined` where the platform has none. */
function seedOf(days: ReadonlyMap<Day, WirePerformanceDay>, evening: Day) {
  const { ctl = null, atl = null } = days.get(evening) ?? {};
  return ctl === null || atl === null ? undefined : { ctl, atl };
}

/**
 * Our own recursion over the platform's daily TSS, up to today, started from its values of the evening before the first
 * day. `undefined` without such a value.
 */
export function ownSeries({ days, oldest, newest, today }: ChartSource): FitnessSeries | undefined {
  const known = byDay(days);
  const seed = seedOf(known, addDays(oldest, -1));
  const last = earlierOf(newest, today);
  const entries = [...known].map(([day, { tssActual }]) => ({ day, load: tssActual ?? 0 }));
  const loads = last < oldest ? null : dailyLoads(entries, { from: oldest, to: last });
  return seed === undefined || loads === null ? undefined : fitnessSeries(loads, { ...convention, seed });
}

/**
 * CTL, ATL and form from today on, as if every open session with a planned TSS is done: from the platform's values of
 * yesterday, with what was done today and what of today is still open. `undefined` when the chart does not look ahead.
 */
export function projection({ days, planned, newest, today }: ChartSource): FitnessSeries | undefined {
  if (newest <= today) return undefined;
  const known = byDay(days);
  const seed = seedOf(known, addDays(today, -1));
  const done = (known.get(today)?.tssActual ?? 0) === 0 ? [] : [{ day: today, load: known.get(today)!.tssActual }];
  const loads = projectedLoads(done, planned, { today, from: today, to: newest, todayCounts: 'actual_and_open' });
  return seed === undefined || loads === null ? undefined : fitnessSeries(loads, { ...convention, seed });
}

/** Up to today the platform's own values, after it the projection. Form is the platform's TSB. */
export function chartDays(source: ChartSource, ahead: FitnessSeries | undefined): ChartDay[] {
  const known = byDay(source.days);
  const open = loadTotals(source.planned.filter(({ day, done }) => day >= source.today && done !== true));
  const ctlOn = (date: Day): number | null => {
    if (date <= source.today) return known.get(date)?.ctl ?? null;
    return ahead?.ctl[daysBetween(source.today, date)] ?? null;
  };
  return Array.from({ length: daysBetween(source.oldest, source.newest) + 1 }, (_, i): ChartDay => {
    const date = addDays(source.oldest, i);
    const projected = date > source.today;
    const row = known.get(date);
    const at = daysBetween(source.today, date);
    const [now, before] = [ctlOn(date), ctlOn(addDays(date, -7))];
    return {
      date,
      load: projected ? null : (row?.tssActual ?? null),
      planned_load: date < source.today ? null : (open.get(date) ?? null),
      ctl: now,
      atl: projected ? (ahead?.atl[at] ?? null) : (row?.atl ?? null),
      form: projected ? (ahead?.form[at] ?? null) : (row?.tsb ?? null),
      ramp: now === null || before === null ? null : now - before,
      projected,
    };
  });
}

export const chartColumns = ['date', 'tss', 'planned_tss', 'ctl', 'atl', 'form', 'ramp', 'projected'] as const;

export function chartRow({ load, planned_load, projected, ...day }: ChartDay): Record<string, Cell> {
  return {
    ...day,
    tss: rounded(load, 1),
    planned_tss: rounded(planned_load, 1),
    projected: projected ? true : null,
  };
}
