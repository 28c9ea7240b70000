import { addDays } from '@core/metrics/day';
import { type ConventionOptions, dailyLoads, fitnessSeries } from '@core/metrics/load';
import { type FitnessState, type PlannedLoad, projectedLoads } from '@core/metrics/planning';
import { rampRate } from '@core/metrics/workload';

/** One day ahead. */
export interface ForecastDay {
  readonly date: string;
  readonly planned_load: number;
  readonly projected_ctl: number;
  readonly projected_atl: number;
  /** By the platform's convention, which may be that of the evening before. */
  readonly projected_form: number;
  /** CTL − CTL 7 days before; `null` in the first week. */
  readonly ramp: number | null;
}

export interface ForecastRequest {
  readonly yesterday: FitnessState;
  readonly doneToday: number | null;
  readonly planned: readonly PlannedLoad[];
  readonly convention: ConventionOptions;
  readonly today: string;
  readonly until: string;
}

/** CTL, ATL and form of each day from today on, as if everything planned is done and nothing else. */
export function forecast({ yesterday, doneToday, planned, convention, today, until }: ForecastRequest): ForecastDay[] {
  const done = doneToday === null || doneToday === 0 ? [] : [{ day: today, load: doneToday }];
  const span = { from: today, to: until };
  const loads = projectedLoads(
    done,
    planned.filter(({ load }) => load !== null),
    { today, ...span, todayCounts: 'actual_and_open' },
  )!;
  const plannedAlone = dailyLoads(
    planned.filter(({ load }) => load !== null),
    span,
  )!;
  const series = fitnessSeries(loads, { ...convention, seed: yesterday });
  const ramps = rampRate(series);
  return Array.from(series.ctl, (ctl, i) => ({
    date: addDays(today, i),
    planned_load: Math.round(plannedAlone.values[i]! * 10) / 10,
    projected_ctl: ctl,
    projected_atl: series.atl[i]!,
    projected_form: series.form[i]!,
    ramp: ramps[i]!,
  }));
}
