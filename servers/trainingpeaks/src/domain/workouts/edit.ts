import { Failure } from '@core/mcp-kit';
import type { WireWorkout, WorkoutBody } from '../../client/workouts/wire.ts';
import { actualsPatch } from './actuals.ts';
import { onDay } from './body.ts';
import { hoursOfMinutes, hoursOfSeconds } from './rounding.ts';
import type { Session } from './session.ts';
import { isDone } from './status.ts';

/** What a caller says about a workout; what is not named stays, or is empty in a new one. */
export interface WorkoutEdit {
  readonly date?: string | undefined;
  /** `HH:MM` */
  readonly start_time?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly coach_comment?: string | undefined;
  readonly athlete_comment?: string | undefined;
  readonly tags?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly duration_minutes?: number | undefined;
  readonly distance_km?: number | undefined;
  readonly tss_planned?: number | undefined;
  readonly actual?: Readonly<Record<string, number>> | undefined;
  readonly completed?: boolean | undefined;
}

/** A sport chosen for the workout, with its sub type. */
export interface ChosenSport {
  readonly sport: number;
  readonly subType: number | null;
}

/**
 * The keys of the wire that an edit sets. Steps bring their time, distance, load and intensity with them, except where the
 * caller gave those himself.
 *
 * @throws Failure `bad_input` for values out of range.
 */
export function planPatch(
  edit: WorkoutEdit,
  sport: ChosenSport | undefined,
  session: Session | undefined,
): WorkoutBody {
  const texts = {
    title: edit.title,
    description: edit.description,
    coachComments: edit.coach_comment,
    athleteComments: edit.athlete_comment,
    userTags: edit.tags,
    isHidden: edit.hidden,
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
    ...(sport !== undefined && { workoutTypeValueId: sport.sport, workoutSubTypeId: sport.subType }),
    ...(session !== undefined && sessionPatch(session)),
    ...givenPlan(edit),
    ...(edit.actual !== undefined && actualsPatch(edit.actual)),
  };
}

function sessionPatch({ structure, totals }: Session): WorkoutBody {
  return {
    structure,
    totalTimePlanned: totals.seconds === null ? null : hoursOfSeconds(totals.seconds),
    tssPlanned: totals.tss,
    ifPlanned: totals.intensityFactor,
    energyPlanned: totals.energyKj,
    ...(totals.metres !== null && { distancePlanned: totals.metres }),
  };
}

/** A load that was given says nothing about the intensity, so the one that was there would be wrong. */
function givenPlan({ duration_minutes, distance_km, tss_planned }: WorkoutEdit): WorkoutBody {
  return {
    ...(duration_minutes !== undefined && { totalTimePlanned: hoursOfMinutes(duration_minutes) }),
    ...(distance_km !== undefined && { distancePlanned: distance_km * 1000 }),
    ...(tss_planned !== undefined && { tssPlanned: tss_planned, ifPlanned: null, energyPlanned: null }),
  };
}

/** Planned start at a time of day. */
export function startPatch(date: string, start_time: string | undefined): WorkoutBody {
  return start_time === undefined ? {} : { startTimePlanned: `${date}T${start_time}:00` };
}

/** Another day for a stored workout: its planned time of day goes with it; a recorded start is a fact and stays. */
export function movePatch({ whole, workoutDay }: WireWorkout, date: string | undefined): WorkoutBody {
  if (date === undefined || date === workoutDay) return {};
  const planned = onDay(whole.startTimePlanned, date);
  return {
    workoutDay: `${date}T00:00:00`,
    ...(planned !== undefined && { startTimePlanned: planned }),
  };
}

/**
 * Marks a workout as done: the platform takes it as done once it has a time. Without one in `actual` it is the planned time.
 *
 * @throws Failure `bad_input` when there is no time to write, or when it shall be undone.
 */
export function donePatch(stored: WireWorkout, edit: WorkoutEdit, patch: WorkoutBody): WorkoutBody {
  if (edit.completed === undefined) return {};
  if (!edit.completed) {
    throw new Failure('bad_input', 'A workout cannot be made undone', {
      next: 'remove its recording with tp_delete_workout_file, or part it from its plan with tp_unpair_workout',
    });
  }
  if (isDone(stored)) return {};
  const hours = patch.totalTime ?? patch.totalTimePlanned ?? stored.totalTimePlanned;
  if (typeof hours === 'number') return { totalTime: hours };
  throw new Failure('bad_input', 'A workout is marked as done by its time, and this one has none planned', {
    next: 'add actual: {"duration_minutes": 60}',
  });
}
