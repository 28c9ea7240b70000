import type { MeanMaximalCurve } from '../curves/index.ts';
import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import { type Confidence, type EffortContext, maximalEvidence } from './evidence.ts';

export interface ThresholdSpeedEstimate {
  /** m/s */
  readonly speed: number;
  readonly effort: { readonly seconds: number; readonly start: number };
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
}

/**
 * Threshold speed from a curve of graded speed, m/s: the best speed over the longest duration of 30–60 min on the curve
 * that the context shows to be maximal (see `maximalEvidence`). `high` with two reasons at ≥ 45 min, `medium` with two
 * reasons or ≥ 45 min, else `low`. Under 50 min warns `short_effort`: the hour is a little slower.
 * Refuses `too_short` under 30 min, `not_maximal` without evidence.
 * @source engineering choice
 */
export function estimateThresholdSpeed(
  curve: MeanMaximalCurve,
  context: EffortContext = {},
): Metric<ThresholdSpeedEstimate> {
  let refusal: Metric<ThresholdSpeedEstimate> = none('too_short', 'the curve has no effort of 30–60 min');
  for (let k = curve.durations.length - 1; k >= 0; k--) {
    const seconds = curve.durations[k] as number;
    if (seconds > 3600 || seconds < 1800) continue;
    const speed = curve.values[k] as number;
    if (!(speed > 0)) continue;
    const { reasons, against } = maximalEvidence({ seconds, output: speed, implied: speed }, context);
    if (reasons.length <= against.length) {
      const why = against.length > 0 ? `: ${against.join(', ')}` : '';
      if (refusal.value === null && refusal.reason === 'too_short')
        refusal = none('not_maximal', `nothing shows that ${seconds} s at ${speed.toFixed(2)} m/s was maximal${why}`);
      continue;
    }
    const long = seconds >= 2700;
    const confidence: Confidence = reasons.length >= 2 ? (long ? 'high' : 'medium') : long ? 'medium' : 'low';
    const warnings: Warning[] =
      seconds < 3000
        ? [{ code: 'short_effort', detail: `from ${Math.round(seconds / 60)} min: an hour is a little slower` }]
        : [];
    const effort = { seconds, start: curve.starts[k] as number };
    return allFinite({ speed, effort, reasons, confidence }, 'best graded speed over 30–60 min', null, warnings);
  }
  return refusal;
}
