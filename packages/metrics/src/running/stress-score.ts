import { normalizedPower } from '../power/normalized-power.ts';
import { finite, type Metric, needPositive, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { minettiCost } from './grade-cost.ts';

export interface RunStressInput {
  /** Normalized graded speed, m/s, of `normalizedGradedSpeed`. */
  readonly normalizedSpeed: number;
  /** Threshold speed on the level, m/s: the speed of the best hour. */
  readonly thresholdSpeed: number;
  /** Moving (timer) time, s. */
  readonly seconds: number;
}

/**
 * Running stress score (rTSS), points: 100 · hours · (NGP speed / threshold speed)². An hour at threshold is 100.
 *
 * | Platform | What it does |
 * |---|---|
 * | TrainingPeaks | NGP (unpublished), squared |
 * | Intervals.icu | graded speed with its `STRAVA_RUN` curve, squared |
 *
 * @returns `bad_input` unless threshold and seconds are above 0 and the normalized speed is 0 or more.
 * @source McGregor & Fitzgerald, The Runner's Edge 2010; TrainingPeaks help.
 */
export function runStressScore(input: RunStressInput): Metric {
  const { normalizedSpeed, thresholdSpeed, seconds } = input;
  const refusal = needPositive({ thresholdSpeed, seconds });
  if (refusal !== null) return refusal;
  if (!(normalizedSpeed >= 0)) return none('bad_input', `normalizedSpeed must be 0 or more, got ${normalizedSpeed}`);
  return finite((100 * seconds * (normalizedSpeed / thresholdSpeed) ** 2) / 3600, 'rTSS, NGP squared');
}

/** The runner, for the power that Skiba's model needs. */
export interface Runner {
  /** Body mass, kg. */
  readonly mass: number;
  /** Height, m. */
  readonly height: number;
}

/**
 * Power of running at a steady speed on a slope, W: (air + C(i)·efficiency) · v · mass.
 *
 * air = 0.5·1.2·0.9·Af·v²/mass J/kg/m with Af = 0.2025·h^0.725·m^0.425·0.266 m²; C(i) Minetti's cost; efficiency =
 * (0.25 + 0.054v)·(1 − 0.5v/8.33). Metabolic in kind: never put it on one curve with power of a pod, which differs by make.
 * @param speed m/s, 0 or more. @param grade fraction.
 * @returns `bad_input` for a speed, grade or body that is not a number in range. 0 m/s is 0 W.
 * @source Skiba 2006, Calculation of power output and quantification of training stress in distance runners (GOVSS).
 */
export function runningPower(speed: number, grade: number, runner: Runner): Metric {
  const refusal = needPositive({ mass: runner.mass, height: runner.height });
  if (refusal !== null) return refusal;
  const cost = minettiCost(grade).value;
  if (cost === null || !(speed >= 0))
    return none('bad_input', `speed ${speed} must be 0 m/s or more, grade ${grade} finite`);
  const { mass, height } = runner;
  const area = 0.2025 * height ** 0.725 * mass ** 0.425 * 0.266;
  const air = (0.5 * 1.2 * 0.9 * area * speed ** 2) / mass;
  const efficiency = Math.max(0, (0.25 + 0.054 * speed) * (1 - (0.5 * speed) / 8.33));
  return finite((air + cost * efficiency) * speed * mass, 'Skiba running power');
}

export interface GovssInput {
  /** m/s at 1 Hz. */
  readonly speed: Series;
  /** Fraction at 1 Hz. */
  readonly grade: Series;
  readonly runner: Runner;
  /** Power of `runningPower` at threshold speed on the level, W. */
  readonly thresholdPower: number;
}

/**
 * Gravity-ordered velocity stress score (GOVSS), points: seconds · LNP² / (3600 · threshold power²) · 100.
 *
 * Lactate-normalized power (LNP) is the fourth root of the mean of (30 s mean of running power)⁴, running power taken from
 * 120 s trailing means of speed and grade.
 * @returns refusals `bad_input` for series of different lengths, a threshold power or body out of range, `no_data` and
 *   `too_short` as `normalizedPower`.
 * @source Skiba 2006 (GOVSS), as GoldenCheetah reads it; without its kinetic term, which vanishes over 120 s means.
 */
export function govss(input: GovssInput): Metric {
  const { speed, grade, runner, thresholdPower } = input;
  const refusal = needPositive({ thresholdPower, mass: runner.mass, height: runner.height });
  if (refusal !== null) return refusal;
  if (speed.length !== grade.length)
    return none('bad_input', `speed has ${speed.length} values, grade ${grade.length}`);
  const power = new Float64Array(speed.length);
  const [meanSpeed, meanGrade] = [trailingMean(speed, grade), trailingMean(grade, speed)];
  let seconds = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = Number.isNaN(meanSpeed[i]!) ? null : runningPower(meanSpeed[i]!, meanGrade[i]!, runner).value;
    power[i] = watts ?? Number.NaN;
    if (watts !== null) seconds++;
  }
  const normalized = normalizedPower(power);
  if (normalized.value === null) return normalized;
  const points = (100 * seconds * (normalized.value / thresholdPower) ** 2) / 3600;
  return finite(points, 'GOVSS', normalized.coverage, normalized.warnings);
}

/** Mean of the up to 120 seconds so far in which both series have data; `NaN` where this second lacks one. */
function trailingMean(of: Series, other: Series): Float64Array {
  const means = new Float64Array(of.length).fill(Number.NaN);
  const has = (i: number) => Number.isFinite(of[i]!) && Number.isFinite(other[i]!);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < of.length; i++) {
    if (has(i)) {
      sum += of[i]!;
      count++;
    }
    if (i >= 120 && has(i - 120)) {
      sum -= of[i - 120]!;
      count--;
    }
    if (has(i)) means[i] = sum / count;
  }
  return means;
}
