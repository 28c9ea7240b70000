import { finite, type Metric, needPositive, none, type Warning } from '../result/index.ts';

const SPREAD: readonly Warning[] = [{ code: 'estimate', detail: 'a formula from group data: ± 5 ml/kg/min is normal' }];

/**
 * VO₂max, ml/kg/min, from the best 5 min power: 10.8·W/kg + 7 (ACSM leg ergometry). Refuses `bad_input` unless both > 0.
 * @source ACSM; GoldenCheetah
 */
export function vo2maxAcsm(watts5min: number, kilograms: number): Metric {
  const refusal = needPositive({ watts5min, kilograms });
  return refusal ?? finite((10.8 * watts5min) / kilograms + 7, 'ACSM leg ergometry, best 5 min', null, SPREAD);
}

/**
 * VO₂max, ml/kg/min, from the best 5 min power: 16.6 + 8.87·W/kg. Refuses `bad_input` unless both > 0.
 * @source Sitko 2021
 */
export function vo2maxSitko(watts5min: number, kilograms: number): Metric {
  const refusal = needPositive({ watts5min, kilograms });
  return refusal ?? finite(16.6 + (8.87 * watts5min) / kilograms, 'Sitko, best 5 min', null, SPREAD);
}

/**
 * VO₂max, ml/kg/min, from peak power of an incremental test: (0.01141·W + 0.435) L/min over body mass.
 * Refuses `bad_input` unless both > 0. @source Hawley & Noakes 1992, Eur J Appl Physiol 65:79
 */
export function vo2maxHawleyNoakes(peakWatts: number, kilograms: number): Metric {
  const refusal = needPositive({ peakWatts, kilograms });
  return (
    refusal ?? finite((1000 * (0.01141 * peakWatts + 0.435)) / kilograms, 'Hawley–Noakes, peak power', null, SPREAD)
  );
}

/** Who rode the Storer test: mass kg, age years. */
export interface StorerAthlete {
  readonly kilograms: number;
  readonly age: number;
  readonly sex: 'male' | 'female';
}

/**
 * VO₂max, ml/kg/min, from peak power of a ramp: men 10.51·W + 6.35·kg − 10.49·age + 519.3 ml/min, women 9.39·W + 7.7·kg
 * − 5.88·age + 136.7. Refuses `bad_input` unless power, mass and age are above 0.
 * @source Storer 1990, Med Sci Sports Exerc 22:704
 */
export function vo2maxStorer(peakWatts: number, athlete: StorerAthlete): Metric {
  const { kilograms, age, sex } = athlete;
  const refusal = needPositive({ peakWatts, kilograms, age });
  if (refusal !== null) return refusal;
  const millilitres =
    sex === 'male'
      ? 10.51 * peakWatts + 6.35 * kilograms - 10.49 * age + 519.3
      : 9.39 * peakWatts + 7.7 * kilograms - 5.88 * age + 136.7;
  return finite(millilitres / kilograms, `Storer, ${sex}`, null, SPREAD);
}

/**
 * VO₂max, ml/kg/min, from heart rates: 15.3·HRmax/HRrest. Refuses `bad_input` unless 0 < rest < max.
 * @source Uth 2004, Eur J Appl Physiol 91:111
 */
export function vo2maxUth(maxHeartRate: number, restHeartRate: number): Metric {
  const refusal = needPositive({ maxHeartRate, restHeartRate });
  if (refusal !== null) return refusal;
  if (maxHeartRate <= restHeartRate) return none('bad_input', 'maxHeartRate must be above restHeartRate');
  return finite((15.3 * maxHeartRate) / restHeartRate, 'Uth, heart-rate ratio', null, SPREAD);
}

/**
 * VO₂max, ml/kg/min, from the metres run in 12 min: (m − 504.9)/44.73. Refuses `bad_input` at or below 504.9 m.
 * @source Cooper 1968
 */
export function vo2maxCooper(metres: number): Metric {
  if (!(metres > 504.9)) return none('bad_input', `metres must be above 504.9, got ${metres}`);
  return finite((metres - 504.9) / 44.73, 'Cooper, 12 min run', null, SPREAD);
}

/**
 * VO₂max, ml/kg/min, that a Garmin device wrote as METs (`max_met_data`, FIT message 229): METs · 3.5. The estimate is
 * Firstbeat's and opaque; this only converts it. Refuses `bad_input` unless above 0. @source 1 MET = 3.5 ml/kg/min, ACSM
 */
export function vo2maxFromMets(mets: number): Metric {
  return needPositive({ mets }) ?? finite(3.5 * mets, 'device estimate, METs · 3.5', null, SPREAD);
}
