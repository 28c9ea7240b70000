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
