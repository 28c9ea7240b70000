import { finite, type Metric, needPositive, none, type Warning } from '../result/index.ts';

const ESTIMATE: readonly Warning[] = [
  { code: 'estimate', detail: 'metabolic energy from a population formula: 10–20 % off is normal' },
];

/**
 * Metabolic energy from mechanical work, kcal: kJ / (4.184 · efficiency). Efficiency 0.20–0.25 for trained riders,
 * default 0.239, where 1 kJ is 1 kcal. Refuses `bad_input` for negative work or efficiency outside 0.1–0.4.
 * @source gross efficiency of trained cyclists, Coyle 1992, Med Sci Sports Exerc 24:782
 */
export function kilocaloriesFromWork(kilojoules: number, efficiency = 0.239): Metric {
  if (!(kilojoules >= 0)) return none('bad_input', `kilojoules must be 0 or more, got ${kilojoules}`);
  if (!(efficiency >= 0.1 && efficiency <= 0.4))
    return none('bad_input', `efficiency must be 0.1 to 0.4, got ${efficiency}`);
  return finite(kilojoules / (4.184 * efficiency), `work at ${efficiency} efficiency`, null, ESTIMATE);
}

/** Who worked: mass kg, age years. */
export interface KeytelAthlete {
  readonly kilograms: number;
  readonly age: number;
  readonly sex: 'male' | 'female';
}

/**
 * Metabolic energy from mean heart rate, kcal: men (−55.0969 + 0.6309·HR + 0.1988·kg + 0.2017·age)/4.184 · min, women
 * (−20.4022 + 0.4472·HR − 0.1263·kg + 0.074·age)/4.184 · min. GoldenCheetah has + 0.1263 for women. Meant for steady
 * exercise at 90–150 bpm: outside it warns `outside_range`, and a negative rate is refused as `undefined_ratio`.
 * Refuses `bad_input` for numbers that are not above 0.
 * @source Keytel 2005, J Sports Sci 23:289
 */
export function kilocaloriesFromHeartRate(minutes: number, heartRate: number, athlete: KeytelAthlete): Metric {
  const { kilograms, age, sex } = athlete;
  const refusal = needPositive({ minutes, heartRate, kilograms, age });
  if (refusal !== null) return refusal;
  const kilojoules =
    sex === 'male'
      ? -55.0969 + 0.6309 * heartRate + 0.1988 * kilograms + 0.2017 * age
      : -20.4022 + 0.4472 * heartRate - 0.1263 * kilograms + 0.074 * age;
  if (kilojoules < 0) return none('undefined_ratio', `at ${heartRate} bpm the formula gives a negative rate`);
  const outside = heartRate < 90 || heartRate > 150;
  const warnings = outside
    ? [...ESTIMATE, { code: 'outside_range', detail: `made for 90–150 bpm, used at ${heartRate.toFixed(0)}` }]
    : ESTIMATE;
  return finite((kilojoules / 4.184) * minutes, `Keytel, ${sex}`, null, warnings);
}
