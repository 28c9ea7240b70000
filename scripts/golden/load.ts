import { addDays } from '@core/metrics/day';
import { impulseResponse, influenceDays } from '@core/metrics/impulse-response';
import { type ConventionOptions, type DailyLoads, fitnessSeries, type Seed } from '@core/metrics/load';
import { monotony, rampRate, workloadRatio } from '@core/metrics/workload';
import { GIVEN } from './compare.ts';
import type { Golden } from './constants.ts';

const FIRST = '2024-01-01';
const exponential: ConventionOptions = {};
const reciprocal: ConventionOptions = { preset: 'trainingpeaks' };
/** The days of which the file prints the series that starts from the first load. */
const SAMPLED = [0, 1, 41, 399];

function loadsOf(values: ArrayLike<number>): DailyLoads {
  return { from: FIRST, values: Float64Array.from(values), incomplete: [] };
}

/** The 400 days that the file describes by formula. */
function fourHundred(): number[] {
  return Array.from({ length: 400 }, (_, day) =>
    day % 7 === 0 || (day >= 200 && day <= 220) ? 0 : 40 + ((day * 37) % 60) + (day % 7 === 6 ? 30 : 0),
  );
}

export function performanceManagement(): Golden {
  const loads = fourHundred();
  const planned = Array.from({ length: 28 }, (_, day) => (day % 3 === 0 ? 0 : 60));
  const last = (seed: Seed, convention: ConventionOptions) => at(chart(loads, convention, seed), [399], true);
  return {
    sum: loads.reduce((sum, load) => sum + load, 0),
    exponential_1_minus_exp: chart(loads, exponential),
    one_over_tau: chart(loads, reciprocal),
    seeded_50_60_exponential: last({ ctl: 50, atl: 60 }, exponential),
    seeded_50_60_one_over_tau: last({ ctl: 50, atl: 60 }, reciprocal),
    first_value_seed_one_over_tau_like_pandas_adjust_false: at(chart(loads, reciprocal, { meanOfDays: 1 }), SAMPLED),
    ramp_rate_7d_exponential: rampRate(fitnessSeries(loadsOf(loads))),
    projection_28_days: {
      exponential: at(
        chart([...loads, ...planned], exponential),
        planned.map((_, k) => 400 + k),
      ),
      one_over_tau: at(
        chart([...loads, ...planned], reciprocal),
        planned.map((_, k) => 400 + k),
      ),
    },
  };
}

type Chart = Record<'ctl' | 'atl' | 'tsb_same_day' | 'tsb_previous_day', Float64Array>;

function chart(loads: readonly number[], convention: ConventionOptions, seed?: Seed): Chart {
  const how = { ...convention, ...(seed === undefined ? {} : { seed }) };
  const { ctl, atl, form } = fitnessSeries(loadsOf(loads), { ...how, form: 'previous_day' });
  return {
    ctl,
    atl,
    tsb_same_day: fitnessSeries(loadsOf(loads), { ...how, form: 'same_day' }).form,
    tsb_previous_day: form,
  };
}

function at(series: Chart, days: readonly number[], single = false): Golden {
  return Object.fromEntries(
    Object.entries(series).map(([name, values]) => [
      name,
      single ? values[days[0] ?? 0] : days.map((day) => values[day]),
    ]),
  );
}

export function workloadRatios(expected: Golden): Golden {
  const loads = loadsOf(fourHundred());
  return expected.map((row: Golden) => {
    const on = addDays(FIRST, row.day);
    const coupled = workloadRatio(loads, { on }).value;
    const ewma = workloadRatio(loads, { on, variant: 'ewma' }).value;
    return {
      day: GIVEN,
      acute: coupled?.acute,
      chronic: coupled?.chronic,
      coupled: coupled?.ratio,
      uncoupled: workloadRatio(loads, { on, variant: 'uncoupled' }).value?.ratio,
      ewma_acute: ewma?.acute,
      ewma_chronic: ewma?.chronic,
      ewma_ratio: ewma?.ratio,
    };
  });
}

export function monotonyAndStrain(expected: Golden): Golden {
  return expected.map((row: Golden) => {
    const loads = loadsOf(row.loads);
    const sample = monotony(loads).value;
    const population = monotony(loads, { deviation: 'population' }).value;
    const total = row.loads.reduce((sum: number, load: number) => sum + load, 0);
    return {
      loads: GIVEN,
      total: sample?.total ?? total,
      mean: sample?.mean ?? total / row.loads.length,
      sd_sample: sample?.deviation ?? 0,
      sd_population: population?.deviation ?? 0,
      monotony_sample: sample?.monotony ?? null,
      monotony_population: population?.monotony ?? null,
      strain_sample: sample?.strain ?? null,
      strain_population: population?.strain ?? null,
    };
  });
}

export function banister(expected: Golden): Golden {
  const { performance, tn, tg } = response(expected.params);
  return {
    params: GIVEN,
    p: Object.fromEntries(Object.keys(expected.p).map((day) => [day, performance(Number(day))])),
    tn,
    tg,
  };
}

/** 119 days of 100 from day 1, then rest. */
export function response(parameters: Golden) {
  const loads = loadsOf(Array.from({ length: 400 }, (_, day) => (day >= 1 && day <= 119 ? 100 : 0)));
  const series = impulseResponse(loads, parameters).value;
  const influence = influenceDays(parameters).value;
  return { performance: (day: number) => series?.performance[day], tn: influence?.tn, tg: influence?.tg };
}
