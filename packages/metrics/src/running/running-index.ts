import { finite, type Metric, needPositive, none } from '../result/index.ts';

export interface RunningIndexInput {
  /** m */
  readonly distance: number;
  /** s */
  readonly seconds: number;
  /** Average of the run, bpm. */
  readonly heartRate: number;
  /** bpm */
  readonly maxHeartRate: number;
}

/**
 * Running index, about ml/kg/min: (213.9/min · km^1.06 + 3.5) / min(1, 1.45·HR/HRmax − 0.3).
 *
 * What elevate shows after Polar's running index; Polar's own algorithm is not published. A run of 12 min or more on the
 * level says something.
 * @returns `too_short` under 12 min, `bad_input` unless all are above 0 and HR ≤ HRmax, `undefined_ratio` when the heart
 *   rate is so low (≤ 21 % of max) that the share of VO₂max is not above 0.
 * @source elevate (open source), after Polar.
 */
export function runningIndex(input: RunningIndexInput): Metric {
  const { distance, seconds, heartRate, maxHeartRate } = input;
  const refusal = needPositive({ distance, seconds, heartRate, maxHeartRate });
  if (refusal !== null) return refusal;
  if (heartRate > maxHeartRate)
    return none('bad_input', `heartRate ${heartRate} is above maxHeartRate ${maxHeartRate}`);
  if (seconds < 720) return none('too_short', 'the running index needs 12 min');
  const share = Math.min(1, (1.45 * heartRate) / maxHeartRate - 0.3);
  if (!(share > 0)) return none('undefined_ratio', `${heartRate} bpm is no running heart rate`);
  return finite(((213.9 / (seconds / 60)) * (distance / 1000) ** 1.06 + 3.5) / share, 'running index, elevate');
}
