import { allFinite, type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type MeanMaximalCurve, type MeanMaximalOptions, meanMaximal } from './mean-maximal.ts';

const NP_WINDOW = 30;

/**
 * Best normalized power over each duration ≥ 30 s, W, as if the ride were cut to that window: fourth root of the mean of
 * the (30 s mean)⁴ that lie inside it. Same options, ties and refusals as `meanMaximal`; windows never touch a hole.
 * @source Allen & Coggan
 */
export function normalizedPowerCurve(
  power: Series,
  options: Pick<MeanMaximalOptions, 'durations'> = {},
): Metric<MeanMaximalCurve> {
  const fourth = new Float64Array(Math.max(0, power.length - NP_WINDOW + 1)).fill(Number.NaN);
  let sum = 0;
  let run = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (!Number.isFinite(watts)) {
      sum = 0;
      run = 0;
      continue;
    }
    sum += watts;
    if (++run > NP_WINDOW) sum -= power[i - NP_WINDOW] as number;
    if (run >= NP_WINDOW) fourth[i - NP_WINDOW + 1] = (sum / NP_WINDOW) ** 4;
  }
  const asked = options.durations;
  const durations = Array.isArray(asked)
    ? asked.filter((seconds) => seconds >= NP_WINDOW).map((seconds) => seconds - NP_WINDOW + 1)
    : (asked as 'grid' | 'every' | undefined);
  const curve = meanMaximal(fourth, durations === undefined ? {} : { durations });
  if (curve.value === null) return none('too_short', 'NP needs 30 s of power in one piece');
  return value(
    {
      durations: curve.value.durations.map((seconds) => seconds + NP_WINDOW - 1),
      values: curve.value.values.map((mean) => mean ** 0.25),
      starts: curve.value.starts,
    },
    'best NP, windows never touch a hole',
    curve.coverage,
  );
}

/**
 * Best mean ascent rate over each duration, m/h (VAM): net altitude change per time. Altitude at 1 Hz in m, smoothed by
 * the caller; a step of more than 5 m in one second is a sensor jump and counts as a hole.
 * Same options, ties and refusals as `meanMaximal`.
 * @source GoldenCheetah (peak VAM)
 */
export function ascentCurve(
  altitude: Series,
  options: Pick<MeanMaximalOptions, 'durations'> = {},
): Metric<MeanMaximalCurve> {
  const climb = new Float64Array(Math.max(0, altitude.length - 1));
  for (let i = 0; i < climb.length; i++) {
    const step = (altitude[i + 1] as number) - (altitude[i] as number);
    climb[i] = Math.abs(step) <= 5 ? step * 3600 : Number.NaN;
  }
  return meanMaximal(climb, options);
}

/**
 * The same curve per kilogram: values / `kilograms`. Refuses `bad_input` unless the mass is a number above 0.
 * @source division
 */
export function perKilogram(curve: MeanMaximalCurve, kilograms: number): Metric<MeanMaximalCurve> {
  if (!(kilograms > 0 && Number.isFinite(kilograms)))
    return none('bad_input', `kilograms must be a number above 0, got ${kilograms}`);
  return allFinite({ ...curve, values: curve.values.map((reading) => reading / kilograms) }, 'per kilogram');
}
