import { type Athlete, type CallContext, noted, present } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout, WorkoutBody } from '../client/workouts/wire.ts';
import { shownWorkout } from '../domain/workouts/details.ts';
import { notStored } from '../domain/workouts/fields.ts';
import { twoCounts } from '../domain/workouts/planned-by.ts';
import type { Session } from '../domain/workouts/session.ts';
import { formOnDay } from './form-on-day.ts';
import { orUndefined } from './or-undefined.ts';

type Reading = Pick<CallContext<TrainingPeaksPort>, 'port' | 'today'>;

/** A write that has happened, to be read back. */
export interface Written {
  readonly ctx: Reading;
  readonly athlete: Athlete;
  readonly workout: string;
  /** What was sent, or of it what was meant to change. */
  readonly sent: WorkoutBody;
  readonly session?: Session | undefined;
  /** The planned TSS came from the caller. */
  readonly givenTss?: boolean;
  readonly changed?: readonly unknown[];
  readonly notes?: readonly string[];
  /** Workouts from today to its day as they were before; see `workoutsUntil`. */
  readonly ahead?: readonly WireWorkout[] | undefined;
}

/** For a write that is done and cannot be looked at. */
export const NOT_READ_BACK = 'It was written, but could not be read back: look at it in a minute.';

/**
 * What the platform made of a write: the workout as it is stored, every value that it did not keep, the planned numbers by
 * its count and by ours, and fitness on that day. The write is done: a read that fails now becomes a note.
 */
export async function reportWritten(written: Written) {
  const { ctx, athlete, workout, sent, session, givenTss = false, changed, notes = [], ahead } = written;
  const { port } = ctx;
  const stored = await orUndefined(port.workouts.get({ athlete: athlete.id, workout }));
  if (stored === undefined) {
    return {
      workout: { workout_id: workout },
      ...noted(...notes, NOT_READ_BACK),
    };
  }
  const { form, notes: formNotes } = await formOnDay(
    ctx,
    athlete.id,
    stored.workoutDay,
    ahead && [...ahead.filter(({ workoutId }) => workoutId !== stored.workoutId), stored],
  );
  return present(
    {
      workout: await shownBy(ctx, stored),
      ...(changed !== undefined && { changed: [...changed] }),
      ...(session !== undefined && { planned_by_two_counts: twoCounts(stored, session, givenTss) }),
      ...(form !== undefined && { form_on_day: form }),
      ...noted(...notes, ...notStored(sent, stored.whole), ...formNotes),
    },
    athlete.units,
  );
}

/** A workout as tools show it, with the name of its sub type. */
export async function shownBy({ port, today }: Reading, workout: WireWorkout): Promise<Record<string, unknown>> {
  const types = workout.workoutSubTypeId === null ? undefined : await orUndefined(port.workouts.types());
  return shownWorkout(workout, await today(), types?.items);
}

/** What is shown of a workout that was there already. */
export async function alreadyThere(ctx: Reading, { units }: Athlete, stored: WireWorkout, note: string) {
  return present({ written: false, workout: await shownBy(ctx, stored), notes: [note] }, units);
}
