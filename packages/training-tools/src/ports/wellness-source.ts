import type { DayRange, Found, Who } from './who.ts';

/**
 * Names under which every platform gives these values. Others are given under a name of the same form: unit, or scale with
 * its direction (`mood_1to4_1_is_best`): a native scale is never converted.
 */
export const WELLNESS = {
  hrv: 'hrv_rmssd_ms',
  restingHeartRate: 'resting_hr_bpm',
  sleep: 'sleep_s',
  weight: 'weight_kg',
} as const;

/** What was measured or entered for one day. */
export interface WellnessDay {
  readonly day: string;
  /** Only what was recorded: a value that the platform carried over from another day is left out. */
  readonly values: Readonly<Record<string, number>>;
}

/** Days with at least one value, in order. */
export interface FoundWellness extends Found<WellnessDay> {
  /** Names of values whose unit or scale the platform does not tell. */
  readonly withoutUnit?: readonly string[];
}

export interface WellnessSource {
  readonly days: (who: Who, range: DayRange) => Promise<FoundWellness>;
}
