import { type CallContext, daysBetween, Failure, type Window } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout, WorkoutBody } from '../client/workouts/wire.ts';
import { PAGE_DAYS, readPages } from '../domain/pages.ts';
import { contentHash } from '../domain/workouts/body.ts';

/** All workouts of a window of any length, each once. */
export async function workoutsBetween(
  port: TrainingPeaksPort,
  athlete: string,
  window: Window,
): Promise<WireList<WireWorkout>> {
  return readPages(
    window,
    (page) => port.workouts.list({ athlete, ...page }),
    ({ workoutId }) => workoutId,
  );
}

/** All workouts of one day. */
export async function workoutsOn(port: TrainingPeaksPort, athlete: string, day: string): Promise<WireWorkout[]> {
  return (await port.workouts.list({ athlete, oldest: day, newest: day })).items;
}

/** A day, and what lies between today and it. */
export interface DayAhead {
  readonly that: readonly WireWorkout[];
  /** From today to that day: what fitness on it is projected from; `undefined` for a day that is over or far. */
  readonly ahead?: readonly WireWorkout[];
}

/** All workouts of one day; of a near day to come with those until then, which the same request gives. */
export async function workoutsUntil(
  { port, today }: Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>,
  athlete: string,
  day: string,
): Promise<DayAhead> {
  const now = await today();
  if (day <= now || daysBetween(now, day) >= PAGE_DAYS) return { that: await workoutsOn(port, athlete, day) };
  const { items } = await port.workouts.list({ athlete, oldest: now, newest: day });
  return { that: items.filter(({ workoutDay }) => workoutDay === day), ahead: items };
}

/** Holds a workout against what may be changed. @throws Failure `blocked` when the coach locked it. */
export function requireUnlocked({ isLocked, workoutId }: WireWorkout): void {
  if (isLocked === true) {
    throw new Failure('blocked', `The coach has locked workout ${workoutId}`, {
      next: 'tell the user to ask the coach',
    });
  }
}

/** The workout of that day with the same plan, if there is one: a repeated call must not make a second. */
export function samePlan(that: readonly WireWorkout[], body: WorkoutBody): WireWorkout | undefined {
  const wanted = contentHash(body);
  return that.find(({ whole }) => contentHash(whole) === wanted);
}
