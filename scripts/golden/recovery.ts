import { addDays } from '@core/metrics/day';
import { dailyBaseline, hrv } from '@core/metrics/hrv';
import { GIVEN } from './compare.ts';
import type { Golden } from './constants.ts';

export function beatIntervals(expected: Golden): Golden {
  const raw = hrv(expected.rr_ms, { rule: 'none' }).value;
  const clean = hrv(expected.rr_ms, { rule: 'global', limit: 0.2 }).value;
  return {
    rr_ms: GIVEN,
    rmssd: raw?.rmssd,
    ln_rmssd: raw?.lnRmssd,
    sdnn_sample: raw?.sdnn,
    sdnn_population: raw?.sdnnPopulation,
    pnn50: raw?.pnn50,
    mean_hr: raw?.meanHr,
    filtered_20pct_of_median: { kept: clean?.beats, rmssd: clean?.rmssd },
  };
}

export function baseline(expected: Golden): Golden {
  const daily: number[] = expected.ln_rmssd_daily;
  const first = '2024-01-01';
  const values = daily.map((value, index) => ({ day: addDays(first, index), value }));
  const found = dailyBaseline(values, { on: addDays(first, daily.length - 1) }).value;
  return {
    ln_rmssd_daily: GIVEN,
    rolling7: found?.rolling,
    baseline_mean: found?.mean,
    baseline_sd: found?.deviation,
    swc_half_sd: [found?.normal.low, found?.normal.high],
    below_swc: found?.position === 'below',
  };
}
