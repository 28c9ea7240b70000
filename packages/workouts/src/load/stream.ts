import type { Absolute } from './resolve.ts';

/** A stretch of the session with at most one target per kind. */
export interface Stretch {
  readonly seconds: number;
  readonly metres: number;
  readonly power?: Absolute | undefined;
  readonly hr?: Absolute | undefined;
  readonly speed?: Absolute | undefined;
}

/** A week: longer plans are a mistake, and every sum here walks second by second. */
export const MAX_SECONDS = 604_800;

/**
 * One value a second over the session: a fixed target held, a band at its middle, a ramp straight from its start (first
 * sample) to its end (last sample); 0 where the step has no such target (intervals-api.md 7.3 rule 1).
 */
export function perSecond(stretches: readonly Stretch[], metric: 'power' | 'hr' | 'speed'): Float64Array {
  const total = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0);
  const stream = new Float64Array(total);
  let at = 0;
  for (const stretch of stretches) {
    const target = stretch[metric];
    if (target !== undefined) fill(stream, at, stretch.seconds, target);
    at += stretch.seconds;
  }
  return stream;
}

function fill(stream: Float64Array, start: number, seconds: number, target: Absolute): void {
  if (!target.ramp || seconds === 1) {
    stream.fill(target.mid, start, start + seconds);
    return;
  }
  const rise = (target.to - target.from) / (seconds - 1);
  for (let second = 0; second < seconds; second++) stream[start + second] = target.from + rise * second;
}

/** Arithmetic mean; `NaN` of an empty stream. */
export function mean(stream: Float64Array): number {
  let sum = 0;
  for (const value of stream) sum += value;
  return sum / stream.length;
}

/**
 * Weighted power as Intervals.icu plans it: fourth root of the mean fourth power of a 30 s trailing mean that starts
 * with the first second (the first 29 means are over what there is). Measured on 109 planned workouts, intervals-api.md
 * 7.3 rule 3. A planning convention of that platform: `normalizedPower` of @core/metrics, for recorded rides, counts full
 * windows only or primes them with zeros.
 */
export function plannedNormalizedPower(stream: Float64Array): number {
  let window = 0;
  let fourths = 0;
  for (let second = 0; second < stream.length; second++) {
    window += stream[second] ?? 0;
    if (second >= 30) window -= stream[second - 30] ?? 0;
    fourths += (window / Math.min(second + 1, 30)) ** 4;
  }
  return (fourths / stream.length) ** 0.25;
}
