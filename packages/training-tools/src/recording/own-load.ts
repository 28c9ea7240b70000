import { squareHeartRateScore } from '@core/metrics/heart-rate';
import type { RideMetrics } from '@core/metrics/ride';
import { gradedSpeed, gradeSeries, normalizedGradedSpeed, runStressScore } from '@core/metrics/running';
import { type Grid, PAUSED } from '@core/metrics/samples';
import { swimStressScore } from '@core/metrics/swimming';
import type { Activity, Thresholds } from '../ports/index.ts';

/** Our load of one activity, or why there is none. */
export type OwnLoad =
  | { readonly points: number; readonly method: string; readonly estimated: boolean }
  | { readonly points: null; readonly reason: string };

/** Under this share of seconds with power, NP describes some other ride. */
const LEAST_COVERAGE = 0.5;

/**
 * TSS of a ride from power and FTP, rTSS of a run from graded speed, sTSS of a swim; without them from heart rate, which is
 * an estimate. An hour at threshold is 100 in all of them.
 */
export function ownLoad(activity: Activity, grid: Grid, metrics: RideMetrics, thresholds: Thresholds): OwnLoad {
  const { family } = activity;
  if (family === 'ride') {
    const { trainingStressScore: tss, average } = metrics.power;
    if (tss.value !== null && (average.value === null || (average.coverage ?? 1) >= LEAST_COVERAGE))
      return { points: tss.value, method: tss.method, estimated: false };
  }
  const { thresholdSpeedMs: thresholdSpeed } = thresholds;
  const paced = thresholdSpeed === null ? null : pacedLoad(activity, grid, thresholdSpeed);
  return paced ?? heartLoad(grid, metrics, thresholds);
}

function pacedLoad({ family, distanceM, movingS }: Activity, grid: Grid, thresholdSpeed: number): OwnLoad | null {
  if (family === 'swim' && distanceM !== null && movingS !== null) {
    const score = swimStressScore({ distance: distanceM, movingSeconds: movingS, thresholdSpeed });
    return score.value === null ? null : { points: score.value, method: score.method, estimated: false };
  }
  if (family !== 'run') return null;
  const normalizedSpeed = normalizedSpeedOf(grid);
  if (normalizedSpeed === null) return null;
  const score = runStressScore({ normalizedSpeed, thresholdSpeed, seconds: movingS ?? runningSeconds(grid) });
  return score.value === null ? null : { points: score.value, method: score.method, estimated: false };
}

/** Graded where the altitude is known, else as on the level. */
function normalizedSpeedOf({ channels }: Grid): number | null {
  const { speed, altitude, distance } = channels;
  if (speed === undefined) return null;
  const grade = altitude && distance ? gradeSeries(altitude, distance).value : null;
  const graded =
    grade === null
      ? speed
      : (gradedSpeed(
          speed,
          grade.map((slope) => (Number.isNaN(slope) ? 0 : slope)),
        ).value ?? speed);
  return normalizedGradedSpeed(graded).value;
}

function heartLoad({ channels }: Grid, { heartRate }: RideMetrics, { lthrBpm }: Thresholds): OwnLoad {
  const { stressScore } = heartRate;
  if (stressScore.value !== null) return { points: stressScore.value, method: stressScore.method, estimated: true };
  if (channels.heart_rate === undefined)
    return { points: null, reason: 'neither power, pace nor heart rate that can be rated' };
  if (lthrBpm === null) return { points: null, reason: 'heart rate without threshold heart rate' };
  const square = squareHeartRateScore(channels.heart_rate, lthrBpm);
  if (square.value === null) return { points: null, reason: square.detail };
  return { points: square.value, method: square.method, estimated: true };
}

function runningSeconds({ state }: Grid): number {
  return state.reduce((seconds, cell) => seconds + (cell === PAUSED ? 0 : 1), 0);
}
