import type { WellnessKey } from '../../client/wire/wellness.ts';

/** A value of a day that a person or a device enters: our name (with unit, or scale and its direction) and the wire's. */
export interface WellnessField {
  readonly name: string;
  readonly key: WellnessKey;
  /** Closed range that the platform's scale or plain sense allows; what is outside is refused before writing. */
  readonly range: readonly [low: number, high: number];
  readonly whole?: boolean;
}

const scale = (name: string, key: WellnessKey, low: number, high: number): WellnessField => ({
  name,
  key,
  range: [low, high],
  whole: true,
});

/**
 * Values that are read and written. The scales are the platform's own and run towards worse: 1 is the best mood, 4 the
 * poorest. Programs that call them "1 to 5, 5 is best" are wrong.
 */
export const wellnessFields: readonly WellnessField[] = [
  { name: 'weight_kg', key: 'weight', range: [20, 300] },
  { name: 'resting_hr_bpm', key: 'restingHR', range: [20, 150], whole: true },
  { name: 'hrv_rmssd_ms', key: 'hrv', range: [1, 400] },
  { name: 'hrv_sdnn_ms', key: 'hrvSDNN', range: [1, 400] },
  { name: 'sleep_s', key: 'sleepSecs', range: [0, 86_400], whole: true },
  { name: 'sleep_score_0to100', key: 'sleepScore', range: [0, 100] },
  scale('sleep_quality_1to4_1_is_best', 'sleepQuality', 1, 4),
  scale('soreness_0to4_0_is_none', 'soreness', 0, 4),
  scale('fatigue_0to4_0_is_none', 'fatigue', 0, 4),
  scale('stress_0to4_0_is_none', 'stress', 0, 4),
  scale('mood_1to4_1_is_best', 'mood', 1, 4),
  scale('motivation_1to4_1_is_best', 'motivation', 1, 4),
  scale('injury_1to4_1_is_none', 'injury', 1, 4),
  scale('hydration_1to4_1_is_best', 'hydration', 1, 4),
  { name: 'readiness_device_scale', key: 'readiness', range: [0, 100] },
  { name: 'sleeping_hr_bpm', key: 'avgSleepingHR', range: [20, 150] },
  { name: 'spo2_pct', key: 'spO2', range: [50, 100] },
  { name: 'respiration_per_min', key: 'respiration', range: [4, 60] },
  { name: 'systolic_mmhg', key: 'systolic', range: [60, 260], whole: true },
  { name: 'diastolic_mmhg', key: 'diastolic', range: [30, 160], whole: true },
  { name: 'blood_glucose_mmol_l', key: 'bloodGlucose', range: [1, 40] },
  { name: 'lactate_mmol_l', key: 'lactate', range: [0, 30] },
  { name: 'body_fat_pct', key: 'bodyFat', range: [2, 70] },
  { name: 'vo2max_ml_kg_min', key: 'vo2max', range: [10, 100] },
  { name: 'steps', key: 'steps', range: [0, 200_000], whole: true },
  { name: 'carbohydrates_intake_g', key: 'carbohydrates', range: [0, 2000] },
  { name: 'protein_intake_g', key: 'protein', range: [0, 1000] },
  { name: 'fat_intake_g', key: 'fatTotal', range: [0, 1000] },
  { name: 'fluid_intake_l', key: 'hydrationVolume', range: [0, 20] },
  { name: 'abdomen_cm', key: 'abdomen', range: [40, 200] },
  { name: 'baevsky_stress_index', key: 'baevskySI', range: [0, 2000] },
  { name: 'energy_intake_kcal', key: 'kcalConsumed', range: [0, 20_000], whole: true },
];
