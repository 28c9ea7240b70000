import type { Thresholds } from '../thresholds.ts';
import { metresOf, middleOf, secondsOf, speedOf } from './extent.ts';
import type { TpMetric, TpStep, TpStructure, TpTotals } from './structure.ts';

interface Sum {
  seconds: number | null;
  metres: number;
  /** Σ seconds × percent⁴. */
  fourths: number;
  readonly gaps: string[];
}

/**
 * Planned time, distance, IF, TSS and energy as TrainingPeaks clients compute them (trainingpeaks-api.md 15.6): IF is the
 * fourth-power mean of the middle of each step's percentages; no 30 s smoothing. Steps without target count as 0 % and
 * are listed in `gaps`.
 */
export function totalsOf(structure: TpStructure, thresholds: Thresholds = {}): TpTotals {
  const metric = structure.primaryIntensityMetric;
  const sum: Sum = { seconds: 0, metres: 0, fourths: 0, gaps: [] };
  structure.structure.forEach((block, at) => {
    block.steps.forEach((step, index) => {
      addStep(sum, step, block.length.value, `structure[${at}].steps[${index}]`, metric, thresholds);
    });
  });
  const metres = sum.metres === 0 ? null : Math.round(sum.metres);
  if (sum.seconds === null || sum.seconds === 0) {
    return { seconds: null, metres, intensityFactor: null, tss: null, energyKj: null, gaps: sum.gaps };
  }
  const factor = (sum.fourths / sum.seconds) ** 0.25 / 100;
  return {
    seconds: Math.round(sum.seconds),
    metres,
    ...intensity(factor, sum.seconds, metric, thresholds),
    gaps: sum.gaps,
  };
}

function addStep(sum: Sum, step: TpStep, times: number, place: string, metric: TpMetric, thresholds: Thresholds): void {
  const middle = middleOf(step);
  const speed = speedOf(step, metric, thresholds);
  const metres = metresOf(step);
  const hasPace = metric === 'percentOfThresholdPace' && middle !== undefined;
  const seconds = secondsOf(step) ?? (speed === undefined ? undefined : (metres ?? 0) / speed);
  if (middle === undefined) sum.gaps.push(`${place} has no target: it counts as 0 %`);
  if (metres !== undefined && seconds === undefined) {
    sum.gaps.push(`${place} has a distance and no threshold pace is set: its time is not known`);
  } else if (metres !== undefined && !hasPace) {
    sum.gaps.push(`${place} has no pace: its time assumes threshold pace`);
  }
  sum.seconds = sum.seconds === null || seconds === undefined ? null : sum.seconds + times * seconds;
  sum.metres += times * (metres ?? (hasPace && speed !== undefined && seconds !== undefined ? speed * seconds : 0));
  sum.fourths += times * (seconds ?? 0) * (ofThreshold(middle ?? 0, metric, thresholds) ?? Number.NaN) ** 4;
}

function intensity(
  factor: number,
  seconds: number,
  metric: TpMetric,
  { ftp }: Thresholds,
): Pick<TpTotals, 'intensityFactor' | 'tss' | 'energyKj'> {
  if (!Number.isFinite(factor)) return { intensityFactor: null, tss: null, energyKj: null };
  return {
    intensityFactor: Math.round(factor * 1000) / 1000,
    tss: Math.round((seconds * factor ** 2 * 1000) / 3600) / 10,
    energyKj: metric === 'percentOfFtp' && ftp !== undefined ? Math.round((ftp * factor * seconds) / 1000) : null,
  };
}

/** Percent of the threshold that TSS is relative to. RPE has no agreed formula; of maximum heart rate needs both rates. */
function ofThreshold(percent: number, metric: TpMetric, { lthr, maxHr }: Thresholds): number | undefined {
  if (metric === 'rpe') return undefined;
  if (metric !== 'percentOfMaxHr') return percent;
  return lthr === undefined || maxHr === undefined ? undefined : (percent * maxHr) / lthr;
}
