import type { Thresholds } from '../thresholds.ts';
import type { Sport } from '../workout.ts';
import type { TpBlock, TpMetric, TpStep, TpTarget } from './structure.ts';

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };
const METRES: Readonly<Record<string, number>> = { meter: 1, kilometer: 1000, mile: 1609.344, yard: 0.9144 };

/** Seconds of a timed step; undefined for a distance. */
export function secondsOf(step: TpStep): number | undefined {
  const unit = SECONDS[step.length.unit];
  return unit === undefined ? undefined : step.length.value * unit;
}

/** Metres of a distance step; undefined for a time. */
export function metresOf(step: TpStep): number | undefined {
  const unit = METRES[step.length.unit];
  return unit === undefined ? undefined : step.length.value * unit;
}

/** The target without a unit is the primary one. */
export function primaryOf(step: TpStep): TpTarget | undefined {
  return step.targets.find(({ unit }) => unit === undefined);
}

/** Middle of the primary target in its own unit; a missing upper end makes it the floor. */
export function middleOf(step: TpStep): number | undefined {
  const target = primaryOf(step);
  return target === undefined ? undefined : (target.minValue + (target.maxValue ?? target.minValue)) / 2;
}

/** m/s of a step with a pace; threshold speed where it has none. */
export function speedOf(step: TpStep, metric: TpMetric, { thresholdSpeed }: Thresholds): number | undefined {
  const middle = metric === 'percentOfThresholdPace' ? middleOf(step) : undefined;
  if (thresholdSpeed === undefined) return undefined;
  return (thresholdSpeed * (middle ?? 100)) / 100;
}

/** Distance where most steps (repetitions counted) have one, else duration. */
export function lengthMetric(blocks: readonly { times: number; steps: readonly TpStep[] }[]): 'duration' | 'distance' {
  let balance = 0;
  for (const { times, steps } of blocks) {
    for (const step of steps) balance += metresOf(step) === undefined ? -times : times;
  }
  return balance > 0 ? 'distance' : 'duration';
}

/** m/s that only place a step in the preview where no pace is known. */
const NOMINAL_SPEED: Record<Sport, number> = { bike: 8, run: 3, swim: 1, row: 4, ski: 4, walk: 1.5, other: 3 };

/** How much of the axis a step takes: seconds or metres. */
export function extentOf(
  step: TpStep,
  lengths: 'duration' | 'distance',
  metric: TpMetric,
  thresholds: Thresholds,
  sport: Sport,
): number {
  const seconds = secondsOf(step);
  const metres = metresOf(step);
  const own = lengths === 'duration' ? seconds : metres;
  if (own !== undefined) return own;
  const speed = speedOf(step, metric, thresholds) ?? NOMINAL_SPEED[sport];
  return lengths === 'duration' ? (metres ?? 0) / speed : (seconds ?? 0) * speed;
}

/**
 * The preview outline: per step four points, position as share of the whole, height as upper bound over the highest
 * upper bound (trainingpeaks-api.md 15.5). Four decimals.
 */
export function polylineOf(
  blocks: readonly TpBlock[],
  lengths: 'duration' | 'distance',
  metric: TpMetric,
  thresholds: Thresholds,
  sport: Sport,
): [number, number][] {
  const bars: { width: number; top: number }[] = [];
  for (const block of blocks) {
    for (let time = 0; time < block.length.value; time++) {
      for (const step of block.steps) {
        const target = primaryOf(step);
        bars.push({
          width: extentOf(step, lengths, metric, thresholds, sport),
          top: target?.maxValue ?? target?.minValue ?? 0,
        });
      }
    }
  }
  const total = bars.reduce((sum, bar) => sum + bar.width, 0);
  const highest = Math.max(0, ...bars.map(({ top }) => top));
  if (total === 0 || highest === 0) return [];
  return outline(bars, total, highest);
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

function outline(bars: readonly { width: number; top: number }[], total: number, highest: number): [number, number][] {
  const points: [number, number][] = [];
  let at = 0;
  for (const { width, top } of bars) {
    const left = rounded(at / total);
    at += width;
    const right = Math.min(1, rounded(at / total));
    const height = rounded(top / highest);
    points.push([left, 0], [left, height], [right, height], [right, 0]);
  }
  return points;
}
