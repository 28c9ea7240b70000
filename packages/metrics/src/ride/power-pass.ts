import type { WindowSums } from '../power/normalized-power.ts';

/** What one walk over power gives beside its tally. */
export interface PowerPass extends WindowSums {
  /** Σ (exponentially weighted power)⁴ of xPower. */
  readonly xFourth: number;
  /** Largest W′ spent, J, when, and what is still spent at the end. */
  readonly mostSpent: number;
  readonly mostSpentAt: number;
  readonly spentAtEnd: number;
}

const WINDOW = 30;
const SHARE = 1 / 26;

/**
 * NP windows, xPower and W′ balance (differential) in one loop: each is a chain of dependent additions, and side by side
 * they cost little more than the longest of them. The formulas are those of `normalizedPower`, `xPower` and `wBalance`,
 * which the tests hold this against. a + |a| is 2·max(a, 0), and a − |a| 2·min(a, 0), without a branch that noise makes
 * unpredictable; so W′ spent is kept twice as large and halved at the end.
 */
export function passOverPower(power: Float64Array, cp: number, wPrime: number): PowerPass {
  const perTwoJoules = 0.5 / wPrime;
  let covered = 0;
  let windows = 0;
  let fourth = 0;
  let average = 0;
  let xFourth = 0;
  let spent = 0;
  let mostSpent = 0;
  let mostSpentAt = 0;
  for (let i = 0; i < power.length; i++) {
    const from = i;
    const full = from + WINDOW - 1;
    let sum = 0;
    for (; i < power.length; i++) {
      const watts = power[i] as number;
      if (Number.isNaN(watts)) break;
      sum += watts;
      if (i >= full) {
        if (i > full) sum -= power[i - WINDOW] as number;
        const square = sum * sum;
        fourth += square * square;
      }
      average = average * (1 - SHARE) + watts * SHARE;
      const square = average * average;
      xFourth += square * square;
      const above = watts - cp;
      const size = Math.abs(above);
      spent = spent * (1 + (above - size) * perTwoJoules) + (above + size);
      if (spent > mostSpent) {
        mostSpent = spent;
        mostSpentAt = i;
      }
    }
    covered += i - from;
    windows += Math.max(0, i - full);
    if (i === power.length) break;
    average = average < 0.1 ? 0 : average - average * SHARE;
    spent -= 2 * cp * spent * perTwoJoules;
  }
  return { covered, windows, fourth, xFourth, mostSpent: mostSpent / 2, mostSpentAt, spentAtEnd: spent / 2 };
}
