import type { WireCurveActivity } from '../../client/wire/curve.ts';
import { localDay } from '../local-time.ts';

/** A curve of one period over any grid. */
export interface Curve {
  /** Where each point lies: seconds, or metres for pace. */
  readonly grid: readonly (number | null)[];
  readonly values: readonly (number | null)[];
  readonly perKg?: readonly (number | null)[];
  readonly activityIds: readonly (string | null)[];
}

/** One point of a curve and the activity that holds it. */
export interface CurvePoint {
  readonly at: number;
  readonly value: number | null;
  readonly perKg: number | null;
  readonly activity: string | null;
  readonly day: string | null;
}

/** Durations that riders talk about, in seconds. */
export const usualDurations = [1, 5, 15, 30, 60, 120, 300, 480, 600, 1200, 1800, 3600, 5400, 7200];

/** Distances that runners and swimmers talk about, in metres. */
export const usualRunDistances = [400, 800, 1000, 1609.34, 3000, 5000, 10_000, 15_000, 21_097.5, 42_195];
export const usualSwimDistances = [50, 100, 200, 400, 800, 1500, 1900, 3800];

/** The grid's own positions nearest to the wanted ones, each once, within 5 %: beyond it there is no such point. */
export function nearestOnGrid(grid: readonly (number | null)[], wanted: readonly number[]): number[] {
  const known = grid.filter((position): position is number => position !== null);
  const found = wanted.flatMap((position) => {
    const nearest = known.reduce<number | undefined>(
      (best, candidate) =>
        best === undefined || Math.abs(candidate - position) < Math.abs(best - position) ? candidate : best,
      undefined,
    );
    return nearest !== undefined && Math.abs(nearest - position) <= 0.05 * position ? [nearest] : [];
  });
  return [...new Set(found)];
}

/** The point at a grid position; `null` values where the period has none. */
export function pointAt(
  curve: Curve | undefined,
  at: number,
  activities: Readonly<Record<string, WireCurveActivity>>,
): CurvePoint {
  const i = curve?.grid.indexOf(at) ?? -1;
  const activity = curve?.activityIds[i] ?? null;
  return {
    at,
    value: curve?.values[i] ?? null,
    perKg: curve?.perKg?.[i] ?? null,
    activity,
    day: activity === null ? null : localDay(activities[activity]?.start_date_local ?? null),
  };
}
