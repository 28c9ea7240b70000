import type { PercentUnit } from '../convert/percent.ts';
import type { PlacedStep } from '../unrolled.ts';
import { isIntensity, type TargetUnit } from '../workout.ts';
import type { TpMetric } from './structure.ts';

export const UNIT_OF: Record<TpMetric, PercentUnit | 'rpe'> = {
  percentOfFtp: '%ftp',
  percentOfThresholdPace: '%pace',
  percentOfThresholdHr: '%lthr',
  percentOfMaxHr: '%hrmax',
  rpe: 'rpe',
};

const METRIC_OF: Record<TargetUnit, TpMetric> = {
  '%ftp': 'percentOfFtp',
  w: 'percentOfFtp',
  power_zone: 'percentOfFtp',
  '%lthr': 'percentOfThresholdHr',
  '%hrmax': 'percentOfMaxHr',
  bpm: 'percentOfThresholdHr',
  hr_zone: 'percentOfThresholdHr',
  '%pace': 'percentOfThresholdPace',
  pace_zone: 'percentOfThresholdPace',
  's/km': 'percentOfThresholdPace',
  's/mi': 'percentOfThresholdPace',
  's/100m': 'percentOfThresholdPace',
  's/100y': 'percentOfThresholdPace',
  's/500m': 'percentOfThresholdPace',
  's/400m': 'percentOfThresholdPace',
  's/250m': 'percentOfThresholdPace',
  rpe: 'rpe',
};

const ORDER: readonly TpMetric[] = [
  'percentOfFtp',
  'percentOfThresholdPace',
  'percentOfThresholdHr',
  'percentOfMaxHr',
  'rpe',
];

/** A workout has one intensity metric: the one that most of its steps use. */
export function leadingMetric(steps: readonly PlacedStep[]): TpMetric {
  const counts = new Map<TpMetric, number>();
  for (const { step } of steps) {
    if (!isIntensity(step.target)) continue;
    const metric = METRIC_OF[step.target.unit];
    counts.set(metric, (counts.get(metric) ?? 0) + 1);
  }
  return ORDER.reduce(
    (best, metric) => ((counts.get(metric) ?? 0) > (counts.get(best) ?? 0) ? metric : best),
    ORDER[0] ?? 'rpe',
  );
}
