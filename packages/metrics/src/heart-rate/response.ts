import { allFinite, finite, type Metric, needPositive, none, value, type Warning } from '../result/index.ts';
import { type Series, totals } from '../samples/index.ts';

export interface RecoveryOptions {
  /** Window of the drop, seconds. Default 60. */
  readonly seconds?: number;
  /** The drop must start at or above this heart rate, bpm. Give 90 % of LTHR, or leave out for 80 % of the highest. */
  readonly from?: number;
}

/** A drop of heart rate, bpm, and the second it starts at. */
export interface HeartRateRecovery {
  readonly drop: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Heart-rate recovery, bpm: the largest drop over 60 s that starts hard. Needs both ends measured; earliest of equals.
 * Refuses `no_data`, `too_short` (no pair 60 s apart that starts above `from`), `bad_input`. O(n).
 * @source intervals.icu `icu_hrr`
 */
export function heartRateRecovery(heartRate: Series, options: RecoveryOptions = {}): Metric<HeartRateRecovery> {
  const window = options.seconds ?? 60;
  const refusal = needPositive({ seconds: window });
  if (refusal !== null || !Number.isInteger(window))
    return none('bad_input', `seconds must be a whole number above 0, got ${window}`);
  const { count, max } = totals(heartRate);
  if (count === 0) return none('no_data', 'the activity has no heart rate');
  const least = options.from ?? 0.8 * max;
  let best: HeartRateRecovery | null = null;
  for (let at = 0; at + window < heartRate.length; at++) {
    const from = heartRate[at] as number;
    const to = heartRate[at + window] as number;
    if (!(from >= least) || !Number.isFinite(to)) continue;
    if (best === null || from - to > best.drop) best = { drop: from - to, at, from, to };
  }
  if (best === null)
    return none('too_short', `no ${window} s of heart rate that start at ${Math.round(least)} bpm or more`);
  return allFinite(best, `largest drop over ${window} s`, count / heartRate.length);
}

/**
 * Cardiac drift, bpm: mean heart rate of the second half minus the first, over seconds whose output is within ±10 % of
 * the median output, so that like is compared with like. Separate from decoupling, which is a ratio.
 * Refuses `too_short` under 20 min of like seconds, `bad_input` for unequal lengths. O(n log n).
 * @source icuvisor
 */
export function cardiacDrift(output: Series, heartRate: Series): Metric {
  if (output.length !== heartRate.length) return none('bad_input', 'output and heart rate must have the same length');
  const finiteOutput = Float64Array.from(output)
    .filter((n) => n > 0 && Number.isFinite(n))
    .sort();
  const median = finiteOutput[Math.floor(finiteOutput.length / 2)] ?? 0;
  const like: number[] = [];
  for (let i = 0; i < output.length; i++)
    if (Math.abs((output[i] as number) - median) <= 0.1 * median && (heartRate[i] as number) > 0)
      like.push(heartRate[i] as number);
  if (median === 0 || like.length < 1200)
    return none('too_short', `needs 20 min at steady output with heart rate, has ${(like.length / 60).toFixed(1)}`);
  const half = Math.floor(like.length / 2);
  const mean = (from: number, to: number) => like.slice(from, to).reduce((sum, n) => sum + n, 0) / (to - from);
  return finite(
    mean(half, like.length) - mean(0, half),
    'drift at output within 10 % of its median',
    like.length / output.length,
  );
}

/**
 * Highest heart rate that was held, bpm: the largest value that five seconds in a row all reached. A single high sample
 * is a sensor fault as often as a heart beat. Refuses `no_data`, `too_short` (never 5 s in one piece). O(n).
 * @source engineering choice
 */
export function observedMaxHeartRate(heartRate: Series, seconds = 5): Metric {
  let best = Number.NEGATIVE_INFINITY;
  let count = 0;
  if (!(seconds >= 1 && seconds <= 3600)) return none('bad_input', `seconds must be 1 to 3600, got ${seconds}`);
  for (let i = 0; i < heartRate.length; i++) {
    if (!((heartRate[i] as number) > 0)) continue;
    count++;
    let low = Number.POSITIVE_INFINITY;
    for (let k = i; k < i + seconds; k++) {
      const beats = heartRate[k] ?? Number.NaN;
      if (beats > best) low = Math.min(low, beats);
      else {
        low = Number.NaN;
        break;
      }
    }
    if (low > best) best = low;
  }
  if (count === 0) return none('no_data', 'the activity has no heart rate');
  return Number.isFinite(best)
    ? value(best, `highest heart rate held for ${seconds} s`, count / heartRate.length)
    : none('too_short', `heart rate is never there for ${seconds} s in one piece`);
}

/**
 * Maximal heart rate from age, bpm: 208 − 0.7·age, the fallback when nothing was measured. Typical error ±10 bpm, which
 * comes as the warning `population_estimate`. `age` 10 to 100 years; refuses `bad_input` outside.
 * @source Tanaka 2001, J Am Coll Cardiol 37:153
 */
export function maxHeartRateFromAge(age: number): Metric {
  if (!(age >= 10 && age <= 100)) return none('bad_input', `age must be 10 to 100, got ${age}`);
  const warnings: Warning[] = [
    { code: 'population_estimate', detail: 'an average for the age: a person can be 10 bpm off' },
  ];
  return value(208 - 0.7 * age, 'Tanaka, 208 − 0.7 · age', null, warnings);
}

/**
 * Resting heart rate seen in activities and wellness, bpm: the median of the given daily values, ignoring those outside
 * 25–120. Refuses `too_few` under 3 days. @source engineering choice
 */
export function restingHeartRate(daily: readonly number[]): Metric {
  const sound = daily.filter((beats) => beats >= 25 && beats <= 120).sort((a, b) => a - b);
  if (sound.length < 3) return none('too_few', `needs 3 days of resting heart rate, has ${sound.length}`);
  const middle = Math.floor(sound.length / 2);
  const median =
    sound.length % 2 === 1
      ? (sound[middle] as number)
      : ((sound[middle - 1] as number) + (sound[middle] as number)) / 2;
  return value(median, 'median of daily resting heart rates', sound.length / daily.length);
}
