import type { WireProfile } from '../client/wire/athlete.ts';
import type { EventBody, WireEvent } from '../client/wire/event.ts';
import { externalId } from '../domain/calendar/idempotency.ts';
import {
  type CompiledWorkout,
  compileWorkout,
  readDraft,
  type WorkoutDraft,
} from '../domain/calendar/planned-workout.ts';
import { workoutSettings } from '../domain/calendar/settings.ts';

/** A session with steps, ready to be written to the calendar. */
export interface NewWorkout {
  readonly date: string;
  readonly name: string;
  readonly compiled: CompiledWorkout;
  readonly settings: ReturnType<typeof workoutSettings>;
  readonly external: string;
  readonly body: EventBody;
}

export interface DatedDraft extends WorkoutDraft {
  readonly date: string;
  readonly indoor?: boolean | undefined;
}

/**
 * Reads a session as a caller gives it and compiles it with the athlete's thresholds.
 *
 * @throws Failure `bad_input` naming the wrong step and the form that works.
 */
export function newWorkout(draft: DatedDraft, athlete: string, profile: WireProfile): NewWorkout {
  const { date, sport, name, indoor = false } = draft;
  const settings = workoutSettings(profile, sport, indoor);
  const compiled = compileWorkout(readDraft(draft), settings);
  const external = externalId('workout', athlete, date, sport, name, compiled.text, String(indoor));
  const body = {
    category: 'WORKOUT',
    type: sport,
    start_date_local: `${date}T00:00:00`,
    name,
    description: compiled.text,
    external_id: external,
    ...(indoor && { indoor }),
  };
  return { date, name, compiled, settings, external, body };
}

/** The entry that an earlier, equal request made. */
export function alreadyThere(events: readonly WireEvent[], external: string): WireEvent | undefined {
  return events.find((event) => event.external_id === external);
}
