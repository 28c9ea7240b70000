import { allFinite, type Metric, needPositive, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** Aerobic and anaerobic training impact, points. */
export interface TrainingImpact {
  readonly aerobic: number;
  readonly anaerobic: number;
}

/** Gompertz-like dose of one second at P/CP: a·exp(b·exp(c·P/CP)). Constants as GoldenCheetah publishes them. */
const AEROBIC = { a: 0.663788683661645, b: -7.5095428451195, c: -0.86118031563782 };
const ANAEROBIC = { a: 0.238923886004611, b: -61.849, c: -1.73549567522521 };

/**
 * aTISS and anTISS, points: Σ a·exp(b·exp(c·P/CP)) per second. Missing seconds add nothing, 0 W adds a·e^b.
 * `cp` in W, above 0. Refuses `no_data`, `bad_input`. O(n).
 * @source GoldenCheetah (TISS metrics); reference metrics §2
 */
export function trainingImpact(power: Series, cp: number): Metric<TrainingImpact> {
  const refusal = needPositive({ cp });
  if (refusal !== null) return refusal;
  let aerobic = 0;
  let anaerobic = 0;
  let count = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (!Number.isFinite(watts) || watts < 0) continue;
    count++;
    aerobic += AEROBIC.a * Math.exp(AEROBIC.b * Math.exp((AEROBIC.c * watts) / cp));
    anaerobic += ANAEROBIC.a * Math.exp(ANAEROBIC.b * Math.exp((ANAEROBIC.c * watts) / cp));
  }
  if (count === 0) return none('no_data', 'the activity has no power');
  return allFinite({ aerobic, anaerobic }, 'aTISS and anTISS, GoldenCheetah constants', count / power.length);
}
