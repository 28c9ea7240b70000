import { squareHeartRateScore } from '@core/metrics/heart-rate';
import { trainingStressScore } from '@core/metrics/power';
import type { RideFigures } from '../ride/derivatives.ts';
import { tallyFrom } from '../ride/derive.ts';

/** What a ride is measured against: the thresholds of its own day. */
export interface DayThresholds {
  /** W */
  readonly ftp: number | null;
  /** bpm */
  readonly lthr: number | null;
}

/** The training load of a ride, or why it has none. */
export type RideLoad =
  | { readonly load: number; readonly method: 'power'; readonly intensityFactor: number }
  /** From heart rate, hence an estimate. */
  | { readonly load: number; readonly method: 'heart_rate' }
  | { readonly load: null; readonly reason: string };

/** Under this share of seconds with power, NP describes some other ride. */
const LEAST_COVERAGE = 0.5;

/**
 * TSS from power where NP and FTP are known, else hrTSS from mean heart rate, in the square form. An hour at threshold is 100
 * in both. FTP is that of cycling: runs go by heart rate.
 */
export function rideLoad(ride: RideFigures, { ftp, lthr }: DayThresholds): RideLoad {
  const { power, heartRate, timerS } = ride;
  const np = ride.sport !== 'running' && power !== null && power.coverage >= LEAST_COVERAGE ? power.normalizedW : null;
  if (np !== null && ftp !== null) {
    const { value } = trainingStressScore({ np, seconds: timerS, ftp });
    if (value !== null) return { load: value, method: 'power', intensityFactor: np / ftp };
  }
  if (heartRate === null) {
    return { load: null, reason: np === null ? 'neither power nor heart rate' : 'power without FTP, no heart rate' };
  }
  if (lthr === null) {
    return {
      load: null,
      reason: np === null ? 'heart rate without threshold heart rate' : 'neither FTP nor threshold heart rate is set',
    };
  }
  const load = squareHeartRateScore(tallyFrom(heartRate.tally), lthr).value;
  return load === null ? { load, reason: 'heart rate cannot be read' } : { load, method: 'heart_rate' };
}
