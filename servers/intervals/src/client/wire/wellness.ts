import * as z from '@core/mcp-kit/schema';
import { flag, id, number, text } from './blocks.ts';

/** One day. `ctl`, `atl`, `rampRate` and the loads are the platform's own results; there is no form on the wire. */
export const wireWellness = z.object({
  id,
  ctl: number,
  atl: number,
  rampRate: number,
  ctlLoad: number,
  atlLoad: number,
  updated: text,
  weight: number,
  restingHR: number,
  avgSleepingHR: number,
  hrv: number,
  hrvSDNN: number,
  sleepSecs: number,
  sleepScore: number,
  sleepQuality: number,
  soreness: number,
  fatigue: number,
  stress: number,
  mood: number,
  motivation: number,
  injury: number,
  hydration: number,
  readiness: number,
  spO2: number,
  respiration: number,
  systolic: number,
  diastolic: number,
  bloodGlucose: number,
  lactate: number,
  bodyFat: number,
  vo2max: number,
  steps: number,
  kcalConsumed: number,
  carbohydrates: number,
  protein: number,
  fatTotal: number,
  abdomen: number,
  hydrationVolume: number,
  baevskySI: number,
  menstrualPhase: text,
  comments: text,
  locked: flag,
  tempWeight: flag,
  tempRestingHR: flag,
});

export type WireWellness = z.infer<typeof wireWellness>;

/** A day with the fields that the athlete added beside the platform's own. */
export const wireWellnessRow = z.looseObject(wireWellness.shape);

export type WireWellnessRow = z.infer<typeof wireWellnessRow>;

/** The keys of {@link wireWellness} that the API lets a client write. */
export type WellnessKey = Exclude<
  keyof WireWellness,
  'id' | 'ctl' | 'atl' | 'rampRate' | 'ctlLoad' | 'atlLoad' | 'updated'
>;

/** A sparse update: only what is named is written; `null` clears. */
export type WellnessPatch = Partial<Record<WellnessKey, number | string | boolean | null>>;
