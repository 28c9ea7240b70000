import { finite, type Metric, needPositive, none, value, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

export interface SwimStressInput {
  /** m, without drills that the device does not count. */
  readonly distance: number;
  /** Moving time, s: without rest at the wall. */
  readonly movingSeconds: number;
  /** Critical swim speed (or threshold speed), m/s. */
  readonly thresholdSpeed: number;
  /** Time that counts as hours: `moving` or `total`. Default `moving`. */
  readonly hours?: 'moving' | 'total';
  /** Time from start to end with rests, s; needed for `total`. */
  readonly totalSeconds?: number;
}

/**
 * Swimming stress score (sTSS), points: 100 · hours · (speed / CSS)³, speed over moving time.
 *
 * Cubed, because the power to move through water grows with the cube of speed. An hour at CSS is 100.
 *
 * | Platform | Speed | Hours |
 * |---|---|---|
 * | TrainingPeaks | over moving time | total |
 * | Intervals.icu | over moving time | moving |
 * | elevate | over moving time | elapsed |
 *
 * @returns `bad_input` unless distance is 0 or more and the times and the speed are above 0, or when `total` lacks its time
 *   or has less than the moving time.
 * @source Toussaint & Hollander 1994 (cube); TrainingPeaks help; intervals.icu: 1500 m in 1,489 s at .8333 m/s is 73.
 */
export function swimStressScore(input: SwimStressInput): Metric {
  const { distance, movingSeconds, thresholdSpeed, hours = 'moving', totalSeconds } = input;
  const refusal = needPositive({ movingSeconds, thresholdSpeed });
  if (refusal !== null) return refusal;
  if (!(distance >= 0)) return none('bad_input', `distance must be 0 m or more, got ${distance}`);
  if (hours === 'total' && !(totalSeconds !== undefined && totalSeconds >= movingSeconds))
    return none('bad_input', `totalSeconds must be at least movingSeconds ${movingSeconds}, got ${totalSeconds}`);
  const seconds = hours === 'total' ? (totalSeconds as number) : movingSeconds;
  const intensity = distance / movingSeconds / thresholdSpeed;
  const warnings: Warning[] =
    intensity > 1.15 && movingSeconds > 1800
      ? [{ code: 'threshold_too_low', detail: `${Math.round(100 * intensity)} % of CSS for over half an hour.` }]
      : [];
  return finite((100 * seconds * intensity ** 3) / 3600, `sTSS, cubed, ${hours} time`, null, warnings);
}

export interface SwimScoreInput {
  /** Speed at 1 Hz, m/s; rest is 0. */
  readonly speed: Series;
  /** Body mass, kg. */
  readonly mass: number;
  /** Critical swim speed, m/s. */
  readonly thresholdSpeed: number;
}

/** Skiba's swim power and the score built on it. */
export interface SwimScore {
  /** Cube root of the mean of (25 s exponentially weighted power)³, W. */
  readonly xPower: number;
  /** xPower / power at CSS. */
  readonly relativeIntensity: number;
  /** Points; an hour at CSS is 100. */
  readonly swimScore: number;
}

/**
 * SwimScore: hours · (xPower / power at CSS)² · 100, with power (0.35·mass + 2)/0.6 · v³.
 *
 * Rest counts (0 W decays the average); seconds without data are left out and keep the average where it was.
 * @returns `bad_input` unless mass and threshold are above 0 and no speed is negative or infinite, `too_short` under 25 s.
 * @source Skiba 2008, SwimScore (GoldenCheetah documentation).
 */
export function swimScore(input: SwimScoreInput): Metric<SwimScore> {
  const { speed, mass, thresholdSpeed } = input;
  const refusal = needPositive({ mass, thresholdSpeed });
  if (refusal !== null) return refusal;
  const factor = (0.35 * mass + 2) / 0.6;
  let weighted = 0;
  let cubes = 0;
  let seconds = 0;
  for (let i = 0; i < speed.length; i++) {
    const v = speed[i] as number;
    if (Number.isNaN(v)) continue;
    if (!(v >= 0 && v < 20)) return none('bad_input', `speed ${v} m/s at second ${i} must be 0 to 20`);
    weighted += (factor * v ** 3 - weighted) / 26;
    cubes += weighted ** 3;
    seconds++;
  }
  if (seconds < 25) return none('too_short', `${seconds} s of speed; SwimScore needs 25`);
  const xPower = Math.cbrt(cubes / seconds);
  const relativeIntensity = xPower / (factor * thresholdSpeed ** 3);
  const points = (100 * seconds * relativeIntensity ** 2) / 3600;
  if (!Number.isFinite(points))
    return none('bad_input', `mass ${mass} kg and threshold ${thresholdSpeed} m/s give no finite score`);
  return value({ xPower, relativeIntensity, swimScore: points }, 'SwimScore, Skiba', seconds / speed.length);
}
