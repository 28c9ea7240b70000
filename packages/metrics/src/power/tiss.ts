import { allFinite, type Metric, needPositive, none } from '../result/index.ts';
import { type Series, sumOver, type Tally, tallyOf } from '../samples/index.ts';

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
 * @source GoldenCheetah (TISS metrics)
 */
export function trainingImpact(power: Series | Tally, cp: number): Metric<TrainingImpact> {
  const refusal = needPositive({ cp });
  if (refusal !== null) return refusal;
  const tally = tallyOf(power);
  if (tally.covered === 0) return none('no_data', 'the activity has no power');
  const dose = ({ a, b, c }: typeof AEROBIC) =>
    sumOver(tally, (watts) => (watts < 0 ? 0 : a * Math.exp(b * Math.exp((c * watts) / cp))));
  const impact = { aerobic: dose(AEROBIC), anaerobic: dose(ANAEROBIC) };
  return allFinite(impact, 'aTISS and anTISS, GoldenCheetah constants', tally.covered / tally.length);
}
