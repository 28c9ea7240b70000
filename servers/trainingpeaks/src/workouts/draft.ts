import type { Athlete } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout, WorkoutBody } from '../client/workouts/wire.ts';
import { newBody } from '../domain/workouts/body.ts';
import { planPatch, startPatch } from '../domain/workouts/edit.ts';
import type { Session } from '../domain/workouts/session.ts';
import { requireSportId } from '../domain/workouts/sport.ts';
import type { NewWorkout } from '../params/workout.ts';
import { givenSession, givenSport } from './given.ts';
import { type DayAhead, samePlan } from './stored.ts';

/** A workout that is to be planned, ready to be sent, beside what that day holds already. */
export interface Draft {
  readonly input: NewWorkout;
  readonly sport: number;
  readonly session: Session | undefined;
  readonly body: WorkoutBody;
  readonly that: readonly WireWorkout[];
  /** What lies between today and that day; see `workoutsUntil`. */
  readonly ahead: readonly WireWorkout[] | undefined;
  /** The same plan, there already. */
  readonly same: WireWorkout | undefined;
}

/**
 * Reads and compiles what a caller wants planned. Writes nothing.
 *
 * @param dayOf what a day holds already
 * @throws Failure `bad_input` naming what cannot be read.
 */
export async function draftOf(
  port: TrainingPeaksPort,
  athlete: Athlete,
  input: NewWorkout,
  dayOf: (day: string) => Promise<DayAhead>,
): Promise<Draft> {
  const { date, sport: wanted, subtype, ...edit } = input;
  const chosen = (await givenSport(port, { sport: wanted, subtype })) ?? {
    sport: requireSportId(wanted),
    subType: null,
  };
  const [session, { that, ahead }] = await Promise.all([
    givenSession(port, athlete.id, chosen.sport, edit),
    dayOf(date),
  ]);
  const body = newBody(athlete.id, date, {
    ...planPatch(edit, chosen, session),
    ...startPatch(date, edit.start_time),
  });
  return { input, sport: chosen.sport, session, body, that, ahead, same: samePlan(that, body) };
}
