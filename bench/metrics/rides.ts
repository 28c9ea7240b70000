import type { Grid } from '@core/metrics/samples';

/** Deterministic numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * A ride as riders make them: blocks of effort, noise, coasting, a heart rate that follows and changes every two or three
 * seconds, as recorded ones do, a few dropouts.
 */
export function ride(seconds: number): Grid {
  const next = random(seconds);
  const power = new Float64Array(seconds);
  const heartRate = new Float64Array(seconds);
  const cadence = new Float64Array(seconds);
  const speed = new Float64Array(seconds);
  let effort = 200;
  let beats = 110;
  let flutter = 0;
  for (let i = 0; i < seconds; i++) {
    if (i % 240 === 0) effort = 90 + next() * 220;
    const noise = next() + next() + next() + next() - 2;
    const coasting = next() < 0.12;
    power[i] = coasting ? 0 : Math.max(0, Math.round(effort + 90 * noise));
    beats += (85 + 0.33 * effort - beats) / 50;
    if (next() < 0.4) flutter = 5 * (next() - 0.5);
    heartRate[i] = Math.round(beats + flutter);
    cadence[i] = coasting ? 0 : Math.round(86 + 6 * noise);
    speed[i] = 6 + effort / 60;
    if (i % 7001 === 7000) power[i] = heartRate[i] = Number.NaN;
  }
  return {
    startMs: 0,
    seconds,
    channels: { power, heart_rate: heartRate, cadence, speed },
    state: new Uint8Array(seconds),
  };
}

/** Steady turbo-trainer power and perfectly repeating intervals: the cases that a pruned search likes least. */
export const hardShapes: Readonly<Record<string, (seconds: number) => Float64Array>> = {
  'steady, noise ± 30 W': (seconds) => {
    const next = random(5);
    return Float64Array.from({ length: seconds }, () => Math.round(200 + 60 * (next() - 0.5)));
  },
  'identical 4 min on, 4 min off': (seconds) =>
    Float64Array.from({ length: seconds }, (_, i) => (i % 480 < 240 ? 300 : 150)),
};
