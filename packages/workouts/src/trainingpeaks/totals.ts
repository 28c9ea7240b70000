import type { Thresholds } from '../thresholds.ts';
import { metresOf, middleOf, secondsOf, speedOf } from './extent.ts';
import type { TpMetric, TpStructure, TpTotals } from './structure.ts';

/**
 * Planned time, distance, IF, TSS and energy as TrainingPeaks clients compute them (trainingpeaks-api.md 15.6): IF is the
 * fourth-power mean of the middle of each step's percentages; no 30 s smoothing. Steps without target count as 0 %.
 */
export function totalsOf(structure: TpStructure, thresholds: Thresholds = {}): TpTotals {
  const metric = structure.primaryIntensityMetric;
  let seconds: number | null = 0;
  let metres: number | null = 0;
  let fourths = 0;
  for (const block of structure.structure) {
    for (const step of block.steps) {
      const speed = speedOf(step, metric, thresholds);
      const ownMetres = metresOf(step);
      const time: number | undefined = secondsOf(step) ?? (speed === undefined ? undefined : (ownMetres ?? 0) / speed);
      const way: number | undefined =
        ownMetres ?? (metric === 'percentOfThresholdPace' && speed !== undefined ? (time ?? 0) * speed : undefined);
      seconds = seconds === null || time === undefined ? null : seconds + block.length.value * time;
      metres = metres === null || way === undefined ? null : metres + block.length.value * way;
      fourths +=
        block.length.value * (time ?? 0) * (ofThreshold(middleOf(step) ?? 0, metric, thresholds) ?? Number.NaN) ** 4;
    }
  }
  if (seconds === null || seconds === 0)
    return { seconds: null, metres, intensityFactor: null, tss: null, energyKj: null };
  return withIntensity((fourths / seconds) ** 0.25 / 100, seconds, metres, metric, thresholds);
}

function withIntensity(
  factor: number,
  seconds: number,
  metres: number | null,
  metric: TpMetric,
  { ftp }: Thresholds,
): TpTotals {
  const total = { seconds: Math.round(seconds), metres: metres === null ? null : Math.round(metres) };
  if (!Number.isFinite(factor)) return { ...total, intensityFactor: null, tss: null, energyKj: null };
  return {
    ...total,
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
