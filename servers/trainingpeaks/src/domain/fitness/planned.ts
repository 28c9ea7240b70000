import { Failure } from '@core/mcp-kit';
import type { PlannedLoad } from '@core/metrics/planning';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { isDone, isPlanned } from '../workouts/status.ts';

/** The planned sessions of a calendar with their planned TSS; `done` ones count as what was done, never again. */
export function plannedSessions(workouts: readonly WireWorkout[]): PlannedLoad[] {
  return workouts.flatMap((workout) => {
    if (workout.workoutDay === null || !isPlanned(workout)) return [];
    return [{ day: workout.workoutDay, load: workout.tssPlanned, done: isDone(workout) }];
  });
}

/**
 * Sessions of a what-if, by day.
 *
 * @throws Failure `bad_input` for a day that is over: what was done cannot be drafted.
 */
export function drafted(draft: Readonly<Record<string, number>>, today: string): PlannedLoad[] {
  return Object.entries(draft).map(([day, load]) => {
    if (day >= today) return { day, load, done: false };
    throw new Failure('bad_input', `The draft names ${day}, which lies before today ${today}`, {
      next: 'draft days from today on',
    });
  });
}
