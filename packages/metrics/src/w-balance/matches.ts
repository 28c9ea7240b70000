import { allFinite, type Metric, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type WBalanceOptions, wBalance } from './balance.ts';

/** One hard effort above CP. */
export interface Match {
  /** First second, and the second after the last one. */
  readonly from: number;
  readonly to: number;
  /** W′ spent, J. */
  readonly spent: number;
  /** W′ left at its end, J. */
  readonly left: number;
  /** Mean power, W; missing seconds count as 0. */
  readonly watts: number;
  /** Whether it ended with at most 500 J. */
  readonly exhausting: boolean;
}

const SMOOTHING = 25;

/**
 * Matches: stretches whose 25 s mean power stays above CP and which spend more than `least` J of W′ (default 2000).
 * Missing seconds count as 0 W. Same refusals as `wBalance`; an activity without a match gives an empty list. O(n).
 * @source GoldenCheetah (W′bal matches, exhaustion at 500 J)
 */
export function matches(power: Series, options: WBalanceOptions, least = 2000): Metric<readonly Match[]> {
  const balanced = wBalance(power, options);
  if (balanced.value === null) return balanced;
  if (!(least > 0)) return none('bad_input', `least must be above 0 J, got ${least}`);
  const { balance } = balanced.value;
  const found: Match[] = [];
  let sum = 0;
  let from = -1;
  let joules = 0;
  for (let i = 0; i <= power.length; i++) {
    const watts = wattsAt(power, i);
    sum += watts - wattsAt(power, i - SMOOTHING);
    const above = i < power.length && sum / Math.min(SMOOTHING, i + 1) > options.cp;
    if (above) {
      if (from < 0) {
        from = i;
        joules = 0;
      }
      joules += watts;
    } else if (from >= 0) {
      const before = from === 0 ? options.wPrime : (balance[from - 1] as number);
      const left = balance[i - 1] as number;
      if (before - left > least)
        found.push({ from, to: i, spent: before - left, left, watts: joules / (i - from), exhausting: left <= 500 });
      from = -1;
    }
  }
  return allFinite(
    found,
    `above CP on a ${SMOOTHING} s mean, more than ${least} J`,
    balanced.coverage,
    balanced.warnings,
  );
}

function wattsAt(power: Series, i: number): number {
  const watts = power[i] ?? 0;
  return Number.isNaN(watts) ? 0 : watts;
}
