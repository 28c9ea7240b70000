import { finite, type Metric, needPositive } from '../result/index.ts';

/**
 * Power of a rowing ergometer from its pace, W: 2.80/(s/m)³, pace given per 500 m.
 * @param secondsPer500 s per 500 m, above 0. 2:00 is 202.5 W.
 * @returns `bad_input` unless the pace is above 0.
 * @source Concept2, watts calculator.
 */
export function rowingPower(secondsPer500: number): Metric {
  return needPositive({ secondsPer500 }) ?? finite(2.8 / (secondsPer500 / 500) ** 3, 'Concept2');
}

/**
 * Pace of a rowing ergometer from its power, s per 500 m: 500·∛(2.80/W); the inverse of `rowingPower`.
 * @returns `bad_input` unless the power is above 0: at 0 W there is no pace.
 * @source Concept2, watts calculator.
 */
export function rowingPace(watts: number): Metric {
  return needPositive({ watts }) ?? finite(500 * Math.cbrt(2.8 / watts), 'Concept2');
}
