import { type MeanMaximalCurve, meanMaximal } from '@core/metrics/curves';
import {
  averagePower,
  intensityFactor,
  maxPower,
  normalizedPower,
  trainingStressScore,
  variabilityIndex,
  work,
  workAbove,
  xPower,
} from '@core/metrics/power';
import { totals } from '@core/metrics/samples';
import { wBalance } from '@core/metrics/w-balance';
import { timeInZones, ZONE_TABLES } from '@core/metrics/zones';
import type { Constants, Golden } from './constants.ts';

const gridSeconds = [1, 5, 10, 30, 60, 300, 600, 1200, 1800, 3600];

/** The power block: `records` is the cleaned column as recorded, `grid` the same at 1 Hz. */
export function powerBlock(
  records: Float64Array,
  grid: Float64Array,
  athlete: Constants,
  timerS: number | null,
): Golden {
  const seconds = totals(grid).count;
  const np = normalizedPower(grid).value;
  const average = averagePower(grid).value;
  const duration = timerS ?? seconds;
  const over = workAbove(grid, athlete.FTP).value;
  return {
    avg_records: averagePower(records).value,
    avg_time: average,
    max: maxPower(records).value,
    work_kj: work(grid).value,
    work_above_ftp_kj: over?.excess,
    seconds_with_power: seconds,
    np_reset: np,
    np_concatenated: normalizedPower(records, { holes: 'zero' }).value,
    np_zero_primed: normalizedPower(records, { holes: 'zero', start: 'primed' }).value,
    np_gaps_as_zero: normalizedPower(grid, { holes: 'zero' }).value,
    xpower_1_26_concatenated: xPower(zeros(records)).value,
    vi: np === null || average === null ? null : variabilityIndex(np, average).value,
    duration_used_s: duration,
    intensity_factor: np === null ? null : intensityFactor(np, athlete.FTP).value,
    tss: np === null ? null : trainingStressScore({ np, seconds: duration, ftp: athlete.FTP }).value,
    mmp_gaps_as_zero: curveOf(meanMaximal(grid, { durations: gridSeconds, holes: 'zero' }).value),
    mmp_no_gaps: curveOf(meanMaximal(grid, { durations: gridSeconds }).value),
    coggan_zone_seconds: timeInZones(
      grid,
      ZONE_TABLES.coggan_power.shares.map((share) => share * athlete.FTP),
    ).value?.seconds,
    wbal_differential: balanceOf(grid, athlete, 'differential'),
    wbal_integral: balanceOf(grid, athlete, 'integral'),
  };
}

export function xPowerVariants(records: Float64Array): Golden {
  return {
    ewma_1_26_start0: xPower(records).value,
    ema_2_26_seed_first: xPower(records, { variant: 'textbook' }).value,
    clarke_skiba_sheet: xPower(records, { variant: 'sheet' }).value,
  };
}

/** Missing as 0: records glued together. */
function zeros(records: Float64Array): Float64Array {
  return records.map((watts) => (Number.isNaN(watts) ? 0 : watts));
}

function curveOf(curve: MeanMaximalCurve | null): Golden {
  const answer: Golden = {};
  curve?.durations.forEach((seconds, k) => {
    answer[seconds] = [curve.values[k], curve.starts[k]];
  });
  return answer;
}

function balanceOf(
  grid: Float64Array,
  { CP: cp, W_prime: wPrime }: Constants,
  model: 'differential' | 'integral',
): Golden {
  const found = wBalance(grid, { cp, wPrime, model }).value;
  return { tau: found?.tau, min: found?.minimum, at: found?.minimumAt, end: found?.end };
}
