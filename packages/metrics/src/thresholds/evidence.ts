import type { MeanMaximalCurve } from '../curves/index.ts';
import { curveAt } from '../curves/index.ts';

/** What is known beside the effort itself. At least one of them has to show that the effort was maximal. */
export interface EffortContext {
  /** The athlete or coach marked it as a test or race. */
  readonly declaredMaximal?: boolean;
  /** Mean heart rate of the effort, bpm, with LTHR or maximal heart rate to hold it against. */
  readonly heartRate?: number;
  readonly lthr?: number;
  readonly maxHeartRate?: number;
  /** Best curve of the 90 days before, this activity left out. */
  readonly history?: MeanMaximalCurve;
  /** The threshold in use, in the unit of the estimate. */
  readonly current?: number;
}

export interface MaximalEvidence {
  /** Plain sentences, each a reason to believe that the effort was maximal. */
  readonly reasons: readonly string[];
  /** The same against it. */
  readonly against: readonly string[];
}

/**
 * Reasons for and against an effort having been maximal: heart rate ≥ 95 % of LTHR or ≥ 88 % of maximal; ≥ 98 % of the
 * 90-day best at its duration; an implied threshold ≥ 95 % of the one in use. Below 90 % of LTHR, 90 % of the best or
 * 90 % of the threshold in use counts against. Limits are engineering choices. @source engineering choice
 */
export function maximalEvidence(
  effort: { readonly seconds: number; readonly output: number; readonly implied: number },
  context: EffortContext,
): MaximalEvidence {
  const reasons: string[] = [];
  const against: string[] = [];
  if (context.declaredMaximal === true) reasons.push('marked as a test or race');
  const weigh = (share: number, enough: number, tooLittle: number, of: string) => {
    const said = `${Math.round(share * 100)} % of ${of}`;
    if (share >= enough) reasons.push(said);
    else if (share < tooLittle) against.push(`only ${said}`);
  };
  const { heartRate, lthr, maxHeartRate, current, history } = context;
  if (heartRate !== undefined && lthr !== undefined && lthr > 0) weigh(heartRate / lthr, 0.95, 0.9, 'LTHR');
  else if (heartRate !== undefined && maxHeartRate !== undefined && maxHeartRate > 0)
    weigh(heartRate / maxHeartRate, 0.88, 0.83, 'maximal heart rate');
  if (current !== undefined && current > 0)
    weigh(effort.implied / current, 0.95, 0.9, `the threshold in use (${current})`);
  if (history !== undefined) {
    const best = curveAt(history, effort.seconds);
    if (best.value !== null && best.value > 0)
      weigh(effort.output / best.value, 0.98, 0.9, `the 90-day best over ${effort.seconds} s`);
  }
  return { reasons, against };
}

export type Confidence = 'high' | 'medium' | 'low';
