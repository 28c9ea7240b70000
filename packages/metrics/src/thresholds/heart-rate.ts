import { meanMaximal } from '../curves/index.ts';
import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** A threshold heart rate, bpm, and where it was read. */
export interface LthrEstimate {
  readonly lthr: number;
  /** Start and length of the stretch that was averaged, s. */
  readonly start: number;
  readonly seconds: number;
}

/**
 * LTHR from a 30 min solo time trial, bpm: mean heart rate of its last 20 min. `start` is the second it began.
 * Refuses `too_short` when the series ends before 30 min, `low_coverage` under 90 % of the 20 min, `bad_input`.
 * @source Friel
 */
export function lthrFromTest(heartRate: Series, start: number): Metric<LthrEstimate> {
  if (!(Number.isInteger(start) && start >= 0))
    return none('bad_input', `start must be a whole second from 0, got ${start}`);
  if (start + 1800 > heartRate.length) return none('too_short', 'the series ends before the 30 min are over');
  let sum = 0;
  let count = 0;
  for (let i = start + 600; i < start + 1800; i++) {
    const beats = heartRate[i] as number;
    if (!(beats > 0 && Number.isFinite(beats))) continue;
    sum += beats;
    count++;
  }
  if (count < 1080) return none('low_coverage', `heart rate covers ${count} of the last 1200 s`);
  return allFinite({ lthr: sum / count, start: start + 600, seconds: 1200 }, 'Friel, last 20 of 30 min', count / 1200);
}

/** 30 to 90 min in steps of 10 s. */
const STRETCHES = Array.from({ length: 361 }, (_, k) => 1800 + 10 * k);

/**
 * LTHR found in an activity, bpm: the highest 20 min heart rate inside a stretch of ≥ 30 min at ≥ 95 % of FTP.
 * Refuses `not_maximal` when the activity has no such stretch, `no_data` without heart rate in it, `bad_input`.
 * @source Friel (definition of LTHR); the search inside any activity is an engineering choice
 */
export function estimateLthr(heartRate: Series, power: Series, ftp: number): Metric<LthrEstimate> {
  if (!(ftp > 0)) return none('bad_input', `ftp must be above 0, got ${ftp}`);
  if (heartRate.length !== power.length) return none('bad_input', 'heart rate and power must have the same length');
  const long = meanMaximal(power, { durations: STRETCHES, holes: 'zero' });
  if (long.value === null) return none('not_maximal', 'the activity has no 30 min of power');
  let stretch: { start: number; seconds: number } | null = null;
  for (let k = 0; k < long.value.durations.length; k++)
    if ((long.value.values[k] as number) >= 0.95 * ftp)
      stretch = { start: long.value.starts[k] as number, seconds: long.value.durations[k] as number };
  if (stretch === null)
    return none('not_maximal', `no 30 min at ${(0.95 * ftp).toFixed(0)} W or more: not a threshold effort`);
  const part = Float64Array.from(heartRate.slice(stretch.start, stretch.start + stretch.seconds)).map((beats) =>
    beats > 0 ? beats : Number.NaN,
  );
  const best = meanMaximal(part, { durations: [1200] });
  if (best.value === null) return none('no_data', 'heart rate has holes in every 20 min of the effort');
  const estimate = {
    lthr: best.value.values[0] as number,
    start: stretch.start + (best.value.starts[0] as number),
    seconds: 1200,
  };
  return allFinite(estimate, 'highest 20 min heart rate inside a threshold effort', best.coverage);
}

/** A steady stretch with its means. */
export interface SteadyStretch {
  readonly minutes: number;
  readonly heartRate: number;
  /** Power in W or speed in m/s. */
  readonly output: number;
  readonly decouplingPercent: number;
}

/**
 * Aerobic threshold (LT1): the steady stretch of ≥ 60 min with the highest heart rate whose decoupling stays under 5 %.
 * A lower limit of the true threshold. Refuses `no_data` when no stretch qualifies.
 * @source Friel
 */
export function aerobicThreshold(stretches: readonly SteadyStretch[]): Metric<SteadyStretch> {
  let best: SteadyStretch | null = null;
  for (const stretch of stretches)
    if (stretch.minutes >= 60 && stretch.decouplingPercent < 5 && stretch.heartRate > (best?.heartRate ?? 0))
      best = stretch;
  if (best === null) return none('no_data', 'no steady stretch of 60 min with decoupling under 5 %');
  const warnings: Warning[] = [
    { code: 'lower_limit', detail: 'the threshold is at or above this: nothing harder was held steady' },
  ];
  return allFinite(best, 'highest steady heart rate with decoupling under 5 %', null, warnings);
}

/**
 * Heart rate or power at which DFA-α1 crosses a level (0.75 for LT1, 0.50 for LT2), by a straight line through pairs of
 * α1 between 0.4 and 1.1. Refuses `too_few` under 5 pairs, `no_fit` when α1 does not fall with intensity or the level
 * lies outside the measured α1.
 * @source Rogers 2021, Front Physiol 11:596567
 */
export function thresholdFromAlpha1(
  pairs: readonly { readonly alpha1: number; readonly intensity: number }[],
  level = 0.75,
): Metric {
  const sound = pairs.filter(
    ({ alpha1, intensity }) => alpha1 >= 0.4 && alpha1 <= 1.1 && intensity > 0 && Number.isFinite(intensity),
  );
  if (sound.length < 5) return none('too_few', `needs 5 pairs with α1 from 0.4 to 1.1, has ${sound.length}`);
  const n = sound.length;
  const meanX = sound.reduce((sum, pair) => sum + pair.intensity, 0) / n;
  const meanY = sound.reduce((sum, pair) => sum + pair.alpha1, 0) / n;
  const sxx = sound.reduce((sum, pair) => sum + (pair.intensity - meanX) ** 2, 0);
  const slope = sound.reduce((sum, pair) => sum + (pair.intensity - meanX) * (pair.alpha1 - meanY), 0) / sxx;
  const alphas = sound.map((pair) => pair.alpha1);
  if (!(slope < 0)) return none('no_fit', 'α1 does not fall with intensity');
  if (level < Math.min(...alphas) || level > Math.max(...alphas)) return none('no_fit', `α1 ${level} was not reached`);
  return allFinite(meanX + (level - meanY) / slope, `DFA-α1 = ${level}, straight line`);
}
