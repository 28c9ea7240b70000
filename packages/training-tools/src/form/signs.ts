import { addDays } from '@core/metrics/day';
import type { DailyLoads } from '@core/metrics/load';
import { formBand, formPercent, monotony, workloadRatio } from '@core/metrics/workload';
import { recorded } from '../answer/notes.ts';
import type { LoadHistory } from '../ports/index.ts';
import { pointsForAtlOnly } from './atl-only.ts';
import { type FitnessDay, loadsOf } from './fitness.ts';

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

/** Where the athlete stands on a day, as an answer shows it: loads as they count towards CTL, what is for ATL alone beside them. */
export function standing(last: FitnessDay, history: LoadHistory): Record<string, unknown> {
  const loads = loadsOf(history);
  const apart = pointsForAtlOnly(history, addDays(last.day, -6));
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
    for_atl_only_7_days: apart > 0 ? Math.round(apart) : null,
    monotony: week?.monotony,
    strain_score: week?.strain,
    acute_chronic_ratio: ratio === null ? null : Math.round(ratio.ratio * 100) / 100,
  });
}
