import { answered, endpoint, path } from '@core/mcp-kit/http';
import { maybe } from '../blocks.ts';
import {
  type WorkoutBody,
  wireOneWorkout,
  wirePrivateNote,
  wireSplit,
  wireWorkouts,
  wireWorkoutTypes,
} from './wire.ts';

interface OfAthlete {
  readonly athlete: string;
}
interface OfWorkout extends OfAthlete {
  readonly workout: string;
}

export interface WorkoutWindow extends OfAthlete {
  /** First and last local day, both inclusive, at most 90 days apart: longer windows are refused. */
  readonly oldest: string;
  readonly newest: string;
}

/** One that was deleted, or is somebody else's, is answered 400 and not 404. */
export const getWorkout = endpoint<OfWorkout>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}`,
  response: wireOneWorkout,
  cacheSeconds: 60,
});

/** Planned and completed ones mixed, as whole objects. Sessions of the strength builder are in another place. */
export const listWorkouts = endpoint<WorkoutWindow>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v6/athletes/${athlete}/workouts/${oldest}/${newest}`,
  response: wireWorkouts,
  cacheSeconds: 60,
  alsoAnswers: ({ items }, { athlete }) =>
    items.map((workout) => answered(getWorkout, { athlete, workout: workout.workoutId }, workout)),
});

/**
 * The same, never from the cache: before a PUT, which would put back what somebody else has changed since, and for a workout
 * that the platform is still working on.
 */
export const getWorkoutNow = endpoint<OfWorkout>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}`,
  response: wireOneWorkout,
});

/** Not idempotent: the same body twice is two workouts. */
export const createWorkout = endpoint<OfAthlete & { body: WorkoutBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/workouts`,
  body: ({ body }) => body,
  response: wireOneWorkout,
});

/** Replaces the whole workout: what `body` lacks becomes null. */
export const updateWorkout = endpoint<OfWorkout & { body: WorkoutBody }>()({
  method: 'PUT',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}`,
  body: ({ body }) => body,
  response: 'none',
});

export const removeWorkout = endpoint<OfWorkout>()({
  method: 'DELETE',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}`,
  response: 'none',
});

/** Makes one of a completed and a planned workout; the id of the completed one stays, the planned one goes. */
export const combineWorkouts = endpoint<OfAthlete & { completed: string; planned: string }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v6/athletes/${athlete}/commands/workouts/combine`,
  body: ({ athlete, completed, planned }) => ({
    athleteId: Number(athlete),
    completedWorkoutId: Number(completed),
    plannedWorkoutId: Number(planned),
  }),
  response: wireOneWorkout,
});

export const splitWorkout = endpoint<OfWorkout>()({
  method: 'POST',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/commands/workouts/${workout}/split`,
  response: wireSplit,
});

/** Without an athlete in its address: the note belongs to the caller. */
export const getPrivateNote = endpoint<{ workout: string }>()({
  method: 'GET',
  path: ({ workout }) => path`fitness/v6/workouts/${workout}/privateWorkoutNote`,
  response: maybe(wirePrivateNote),
});

/** Answers with an empty body. */
export const setPrivateNote = endpoint<{ workout: string; note: string }>()({
  method: 'PUT',
  path: ({ workout }) => path`fitness/v6/workouts/${workout}/privateWorkoutNote`,
  body: ({ note }) => ({ note }),
  response: 'none',
});

export const listWorkoutTypes = endpoint<Record<never, never>>()({
  method: 'GET',
  path: () => path`fitness/v6/workouttypes`,
  response: wireWorkoutTypes,
  cacheSeconds: 86_400,
  fixed: true,
});

export const workoutEndpoints = {
  list: listWorkouts,
  get: getWorkout,
  getNow: getWorkoutNow,
  create: createWorkout,
  update: updateWorkout,
  remove: removeWorkout,
  combine: combineWorkouts,
  split: splitWorkout,
  privateNote: getPrivateNote,
  setPrivateNote,
  types: listWorkoutTypes,
};
