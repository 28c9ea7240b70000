import { finite, type Metric, needPositive, none } from '../result/index.ts';

/** A swum distance. */
export interface SwimTrial {
  /** m */
  readonly distance: number;
  /** s */
  readonly seconds: number;
}

/**
 * Critical swim speed (CSS), m/s: (D₂ − D₁)/(T₂ − T₁) of two all-out trials, usually 400 and 200 m.
 *
 * Pace per 100 m is 100/CSS. Order of the trials does not matter.
 * @returns `bad_input` unless distances and times are above 0; `no_fit` when the longer trial did not take longer, or its
 *   pace was faster than that of the shorter one: one of them was then not all-out.
 * @source Wakayoshi 1992, Eur J Appl Physiol 64:153.
 */
export function criticalSwimSpeed(a: SwimTrial, b: SwimTrial): Metric {
  const refusal = needPositive({
    distance: Math.min(a.distance, b.distance),
    seconds: Math.min(a.seconds, b.seconds),
    longerDistance: Math.max(a.distance, b.distance),
    longerTime: Math.max(a.seconds, b.seconds),
  });
  if (refusal !== null) return refusal;
  const [short, long] = a.distance <= b.distance ? [a, b] : [b, a];
  const speed = (long.distance - short.distance) / (long.seconds - short.seconds);
  const ordered = long.distance > short.distance && long.seconds > short.seconds;
  if (!ordered || long.distance / long.seconds > short.distance / short.seconds)
    return none(
      'no_fit',
      `${long.distance} m in ${long.seconds} s and ${short.distance} m in ${short.seconds} s give no CSS`,
    );
  return finite(speed, `CSS from ${long.distance} and ${short.distance} m`);
}
