import {
  banisterTrimp,
  decoupling,
  edwardsTrimp,
  exponentialTrimp,
  heartRateStressScore,
  luciaTrimp,
  squareHeartRateScore,
} from '@core/metrics/heart-rate';
import { totals } from '@core/metrics/samples';
import { timeInZones, ZONE_TABLES } from '@core/metrics/zones';
import type { Constants, Golden } from './constants.ts';

export interface HeartRateInput {
  readonly records: Float64Array;
  readonly grid: Float64Array;
  readonly power?: Float64Array | undefined;
  readonly speed?: Float64Array | undefined;
}

export function heartRateBlock({ records, grid, power, speed }: HeartRateInput, athlete: Constants): Golden {
  const range = { rest: athlete.HRrest, max: athlete.HRmax };
  const recorded = totals(records);
  const timed = totals(grid);
  return {
    avg_records: recorded.sum / recorded.count,
    avg_time: timed.sum / timed.count,
    max: recorded.max,
    seconds_with_hr: timed.count,
    trimp_banister_avg: banisterTrimp(grid, range).value,
    trimp_exp: exponentialTrimp(grid, range).value,
    trimp_exp_female: exponentialTrimp(grid, { ...range, weights: 'female' }).value,
    trimp_edwards: edwardsTrimp(grid, athlete.HRmax).value,
    trimp_lucia: luciaTrimp(grid, { vt1: athlete.VT1, vt2: athlete.VT2 }).value,
    hrss: heartRateStressScore(grid, { ...range, lthr: athlete.LTHR }).value,
    hrtss_square: squareHeartRateScore(grid, athlete.LTHR).value,
    friel5_lthr_zone_seconds: timeInZones(
      grid,
      ZONE_TABLES.five_heart_rate.shares.map((share) => share * athlete.LTHR),
    ).value?.seconds,
    decoupling_pw_hr_pct: percentOf(power, grid),
    decoupling_pa_hr_pct: percentOf(speed, grid),
  };
}

function percentOf(output: Float64Array | undefined, heartRate: Float64Array): number | null | undefined {
  if (output === undefined) return undefined;
  return decoupling(output, heartRate, { preset: 'goldencheetah' }).value?.percent ?? null;
}
