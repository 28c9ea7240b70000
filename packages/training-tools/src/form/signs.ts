import type { DailyLoads } from '@core/metrics/load';
import { formBand, formPercent, monotony, workloadRatio } from '@core/metrics/workload';
import { recorded } from '../answer/notes.ts';
import type { FitnessDay } from './fitness.ts';

/** Numbers of one day that may speak for backing off. Absent where the history is too short for them. */
export interface LoadSigns {
  readonly form: number;
  readonly rampRate?: number;
  readonly monotony?: number;
  readonly workloadRatio?: number;
}

/** Form, ramp, monotony and acute against chronic load of the last day. */
export function signsOf({ form, ramp }: FitnessDay, loads: DailyLoads): LoadSigns {
  const week = monotony(loads).value;
  const ratio = workloadRatio(loads).value;
  return {
    form,
    ...(ramp !== null && { rampRate: ramp }),
    ...(week !== null && { monotony: week.monotony }),
    ...(ratio !== null && { workloadRatio: ratio.ratio }),
  };
}

/** Where the athlete stands on a day, as an answer shows it. */
export function standing(last: FitnessDay, loads: DailyLoads): Record<string, unknown> {
  const week = monotony(loads).value;
  const ratio = workloadRatio(loads).value;
  return recorded({
    date: last.day,
    ctl: last.ctl,
    atl: last.atl,
    form: last.form,
    form_pct: formPercent(last.form, last.ctl),
    form_band: formBand(last.form),
    ramp: last.ramp,
    load_7_days: week === null ? null : Math.round(week.total),
    monotony: week?.monotony,
    strain_score: week?.strain,
    acute_chronic_ratio: ratio === null ? null : Math.round(ratio.ratio * 100) / 100,
  });
}
