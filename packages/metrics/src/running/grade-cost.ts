import { finite, type Metric, none } from '../result/index.ts';

const STEEPEST = 0.45;

/** Coefficients of i⁵ … i⁰, J/kg/m. */
const COST = {
  run: [155.4, -30.4, -43.3, 46.3, 19.5, 3.6],
  walk: [280.5, -58.7, -76.8, 51.9, 19.6, 2.5],
} as const;

/**
 * Energy cost of running or walking one metre along a slope, J/kg/m: a fifth-degree polynomial of the grade.
 *
 * run: 155.4i⁵ − 30.4i⁴ − 43.3i³ + 46.3i² + 19.5i + 3.6; walk: 280.5i⁵ − 58.7i⁴ − 76.8i³ + 51.9i² + 19.6i + 2.5.
 * Measured from −0.45 to +0.45; a steeper grade counts as ±0.45, since the polynomial runs away beyond it.
 * @param grade rise over run, a fraction: 0.1 is 10 %.
 * @returns `bad_input` for a grade that is not finite.
 * @source Minetti et al. 2002, J Appl Physiol 93:1039. The fit gives 3.60 on the level where the measured mean was 3.40.
 */
export function minettiCost(grade: number, gait: 'run' | 'walk' = 'run'): Metric {
  if (!Number.isFinite(grade)) return none('bad_input', `grade ${grade} must be a fraction, for example 0.1 for 10 %`);
  return finite(costOf(grade, COST[gait]), `Minetti 2002, ${gait}`);
}

function costOf(grade: number, coefficients: readonly number[]): number {
  const i = Math.max(-STEEPEST, Math.min(STEEPEST, grade));
  return coefficients.reduce((sum, c) => sum * i + c, 0);
}

/** Which curve turns speed on a slope into speed on the level. */
export type GradeModel = 'strava' | 'minetti';

/**
 * How many times harder a metre of slope is than a metre on the level; graded speed = speed × factor.
 *
 * - `strava` (default): what runners' heart rates say. +10 % 1.48, −10 % 0.875, level again at −18 %. Strava publishes a
 *   curve and no formula; this is the quartic through five of its points (0, ±10, −18 and +32 %), held constant beyond
 *   ±32 %, where the curve ends. Downhill hardly helps.
 * - `minetti`: the energy cost measured on a treadmill, C(i)/C(0). +10 % 1.658, −10 % 0.598, −20 % 0.500.
 *
 * The two disagree badly downhill: `strava` for pace that people compare, `minetti` for energy.
 * @param grade rise over run, a fraction: 0.1 is 10 %. From altitude smoothed over 20 m or more, never second by second.
 * @returns `NaN` for a grade of `NaN` (no data), otherwise a factor above 0.
 * @source Robb 2017, An Improved GAP Model, Strava Engineering; Minetti et al. 2002, J Appl Physiol 93:1039.
 */
export function gradeFactor(grade: number, model: GradeModel = 'strava'): number {
  if (model === 'minetti') return costOf(grade, COST.run) / costOf(0, COST.run);
  const g = Math.max(-32, Math.min(32, 100 * grade));
  return 1 + g * (0.0302946 + g * (0.00181964 + g * (-4.46e-7 - 4.464e-7 * g)));
}
