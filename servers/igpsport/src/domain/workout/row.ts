import type { WireWorkoutRow } from '../../client/wire/workout.ts';

/** One line of the list of workouts. */
export interface WorkoutRow extends Record<string, string | number | null> {
  readonly workout_id: string;
  readonly name: string | null;
  /** As the client that saved it estimated. */
  readonly planned_time_s: number | null;
  readonly sport: string | null;
  /** UTC. */
  readonly created: string | null;
  /** What it grades is not known. */
  readonly grade: number | null;
}

/** `createTimestamp` is ms since 1970. */
export function workoutRow({ id, title, totalTime, workoutType, createTimestamp, grade }: WireWorkoutRow): WorkoutRow {
  return {
    workout_id: id,
    name: title,
    planned_time_s: totalTime,
    sport: workoutType,
    created: createTimestamp === null ? null : new Date(createTimestamp).toISOString(),
    grade,
  };
}
