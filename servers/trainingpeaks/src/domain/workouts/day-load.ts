import type { WireWorkout } from '../../client/workouts/wire.ts';
import { rounded } from './rounding.ts';

/** Planned TSS of the workouts of a day as the platform holds them; `null` when none of them names one. */
export function plannedLoadOf(that: readonly Pick<WireWorkout, 'tssPlanned'>[]): number | null {
  const known = that.map(({ tssPlanned }) => tssPlanned).filter((tss) => tss !== null);
  return known.length === 0
    ? null
    : rounded(
        known.reduce((sum, tss) => sum + tss, 0),
        1,
      );
}
