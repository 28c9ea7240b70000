import * as z from '@core/mcp-kit/schema';
import { list, number, numbers, text } from './blocks.ts';

/** Seconds between two values. The live service answers bare rows of these; the document promises another shape. */
export const wireBucket = z.object({ min: number, max: number, secs: number });

export type WireBucket = z.infer<typeof wireBucket>;

/** Seconds at each whole heart rate from `min_bpm` on. */
export const wireTimeAtHr = z.object({ min_bpm: number, max_bpm: number, secs: numbers });

export type WireTimeAtHr = z.infer<typeof wireTimeAtHr>;

/** Heart rate against power of one activity. */
export const wirePowerVsHr = z.object({
  bucketSize: number,
  warmup: number,
  cooldown: number,
  hrLag: number,
  powerHr: number,
  powerHrFirst: number,
  powerHrSecond: number,
  decoupling: number,
  powerHrZ2: number,
  medianCadenceZ2: number,
  series: list(
    z.object({ start: number, secs: number, movingSecs: number, watts: number, hr: number, cadence: number }),
  ),
});

export type WirePowerVsHr = z.infer<typeof wirePowerVsHr>;

/** Heart rate against power of all activities of a range, by steps of `bucketSize` from `minWatts` on. */
export const wirePowerHrCurve = z.object({
  start: text,
  end: text,
  minWatts: number,
  maxWatts: number,
  bucketSize: number,
  bpm: numbers,
  cadence: numbers,
  minutes: numbers,
  lthr: number,
  max_hr: number,
  ftp: number,
});

export type WirePowerHrCurve = z.infer<typeof wirePowerHrCurve>;

export const wireHrLoadModel = z.object({ type: text, icu_training_load: number, trainingDataCount: number });

/** A fit of critical power. W′ in J. */
export const wirePowerModel = z.object({
  type: text,
  criticalPower: number,
  wPrime: number,
  pMax: number,
  ftp: number,
});

export type WirePowerModel = z.infer<typeof wirePowerModel>;

/** A curve of one activity: the best of each duration (s) or distance (m), and the samples where it lies. */
export const wireActivityCurve = z.object({
  after_kj: number,
  stream_type: text,
  secs: numbers,
  distance: numbers,
  values: numbers,
  watts: numbers,
  watts_per_kg: numbers,
  start_index: numbers,
});

export type WireActivityCurve = z.infer<typeof wireActivityCurve>;

const best = { id: text, start_date_local: text } as const;

/** The best of each activity of a range at the same durations or distances. */
export const wireActivityBests = z.object({
  after_kj: number,
  secs: numbers,
  distances: numbers,
  curves: list(z.object({ ...best, watts: numbers, bpm: numbers, secs: numbers })),
});

export type WireActivityBests = z.infer<typeof wireActivityBests>;
