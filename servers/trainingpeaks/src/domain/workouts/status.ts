import type { WireWorkout } from '../../client/workouts/wire.ts';

type Times = Pick<
  WireWorkout,
  'completed' | 'totalTime' | 'totalTimePlanned' | 'distancePlanned' | 'tssPlanned' | 'structure'
>;

/** Whether it was done: the platform's own flag is nearly always null, a recorded time is the sign. `0` is a time. */
export function isDone({ completed, totalTime }: Pick<Times, 'completed' | 'totalTime'>): boolean {
  return completed === true || totalTime !== null;
}

/** Whether somebody planned it: a planned time, distance or load, or steps. */
export function isPlanned({ totalTimePlanned, distancePlanned, tssPlanned, structure }: Times): boolean {
  return (
    totalTimePlanned !== null ||
    distancePlanned !== null ||
    tssPlanned !== null ||
    (structure !== null && structure !== undefined)
  );
}

/** `planned` is not done yet; `unplanned` was done without a plan. */
export type Status = 'planned' | 'done' | 'unplanned';
/** A session whose day is over without it was `missed`. */
export type StatusOn = Status | 'missed';

export function statusOf(workout: Times): Status {
  if (!isDone(workout)) return 'planned';
  return isPlanned(workout) ? 'done' : 'unplanned';
}

/** The same seen on a day: a rest day, or a note without a plan, cannot be missed. */
export function statusOn(workout: Times & Pick<WireWorkout, 'workoutDay'>, today: string): StatusOn {
  const status = statusOf(workout);
  const isOver = workout.workoutDay !== null && workout.workoutDay < today;
  return status === 'planned' && isOver && isPlanned(workout) ? 'missed' : status;
}
