import { createHash } from 'node:crypto';
import { Failure } from '@core/mcp-kit';
import { type Loss, type StepInput, writeWorkout } from '@core/workouts';
import { readCourse } from '@core/workouts/igpsport';
import type { WireWorkout } from '../../client/wire/workout.ts';

/** A course as iGPSport holds it, in the words of tools. */
export interface ShownWorkout extends Record<string, unknown> {
  readonly workout_id: string;
  readonly name: string | null;
  readonly sport: 'bike' | 'run';
  /** As the client that saved it estimated. */
  readonly planned_time_s: number | null;
  readonly description?: string;
  readonly official?: true;
  readonly steps: readonly StepInput[];
}

/** The stored course with its steps in the form in which tools take them; what that form cannot hold is in `losses`. */
export function shownWorkout(
  id: string,
  stored: WireWorkout,
): { readonly workout: ShownWorkout; readonly losses: readonly Loss[] } {
  const { workout, losses } = readCourse({ ...stored, structure: stored.structure ?? [] });
  return {
    workout: {
      workout_id: id,
      name: stored.title,
      sport: workout.sport === 'run' ? 'run' : 'bike',
      planned_time_s: stored.totalTime,
      ...(workout.description !== undefined && { description: workout.description }),
      ...(stored.isOfficial === true && { official: true }),
      steps: [...writeWorkout(workout).steps],
    },
    losses,
  };
}

/** A hash that changes when anything of a course does: a preview of another state is void. */
export function versionOf({ title, description, structure, totalTime }: WireWorkout): string {
  return createHash('sha256')
    .update(JSON.stringify([title, description, structure, totalTime]))
    .digest('hex')
    .slice(0, 24);
}

/**
 * Holds a course against what a tool may change.
 *
 * @throws Failure `blocked` for a course of iGPSport itself.
 */
export function requireOwn(id: string, { isOfficial, allowDeletion }: WireWorkout, remove = false): void {
  if (isOfficial === true || (remove && allowDeletion === false)) {
    throw new Failure('blocked', `Workout ${id} belongs to iGPSport and cannot be changed`, {
      next: 'copy it with igp_clone_workout and change the copy',
    });
  }
}
