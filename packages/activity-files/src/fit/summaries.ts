import type { Length, RowRange, Summary } from '../activity/model.ts';
import type { FieldValue } from './field-value.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** A numeric field, or null. */
export function numberOf(values: Values, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

/** A text or enumeration field, or null. Numbers without a name are shown as they are. */
export function textOf(values: Values, name: string): string | null {
  const value = values[name];
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && typeof value[0] === 'string') return value[0];
  return typeof value === 'number' ? String(value) : null;
}

/** When a session or lap began: its start, else its end less its duration. */
export function startOf(values: Values): number | null {
  const start = numberOf(values, 'start_time');
  if (start !== null) return start;
  const end = numberOf(values, 'timestamp');
  const elapsed = numberOf(values, 'total_elapsed_time') ?? numberOf(values, 'total_timer_time');
  return end === null || elapsed === null ? end : end - elapsed * 1000;
}

/** Cadence of whole and fractional part: devices store 87.5 as 87 and 0.5. */
function cadence(values: Values, kind: 'avg' | 'max'): number | null {
  const whole = numberOf(values, `${kind}_cadence`);
  return whole === null ? null : whole + (numberOf(values, `${kind}_fractional_cadence`) ?? 0);
}

/** A decoded session or lap message in the names of the activity model. */
export function summaryOf(values: Values, rows: RowRange): Summary {
  const number = (name: string) => numberOf(values, name);
  return {
    sport: textOf(values, 'sport'),
    subSport: textOf(values, 'sub_sport'),
    name: textOf(values, 'sport_profile_name'),
    startMs: startOf(values),
    elapsedS: number('total_elapsed_time'),
    timerS: number('total_timer_time'),
    movingS: number('total_moving_time'),
    distanceM: number('total_distance'),
    avgPowerW: number('avg_power'),
    maxPowerW: number('max_power'),
    normalizedPowerW: number('normalized_power'),
    trainingStressScore: number('training_stress_score'),
    intensityFactor: number('intensity_factor'),
    thresholdPowerW: number('threshold_power'),
    workJ: number('total_work'),
    avgHeartRateBpm: number('avg_heart_rate'),
    maxHeartRateBpm: number('max_heart_rate'),
    avgCadenceRpm: cadence(values, 'avg'),
    maxCadenceRpm: cadence(values, 'max'),
    avgSpeedMs: number('enhanced_avg_speed') ?? number('avg_speed'),
    maxSpeedMs: number('enhanced_max_speed') ?? number('max_speed'),
    ascentM: number('total_ascent'),
    descentM: number('total_descent'),
    caloriesKcal: number('total_calories'),
    aerobicTrainingEffect: number('total_training_effect'),
    anaerobicTrainingEffect: number('total_anaerobic_training_effect'),
    poolLengthM: number('pool_length'),
    trigger: textOf(values, 'trigger') ?? textOf(values, 'lap_trigger'),
    intensity: textOf(values, 'intensity'),
    rows,
  };
}

/** A decoded length message. */
export function lengthOf(values: Values): Length {
  return {
    startMs: startOf(values),
    elapsedS: numberOf(values, 'total_elapsed_time'),
    timerS: numberOf(values, 'total_timer_time'),
    active: textOf(values, 'length_type') === 'active',
    strokes: numberOf(values, 'total_strokes'),
    stroke: textOf(values, 'swim_stroke'),
    avgSpeedMs: numberOf(values, 'avg_speed'),
  };
}
