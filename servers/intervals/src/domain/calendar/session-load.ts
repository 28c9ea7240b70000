import type { WireEvent } from '../../client/wire/event.ts';
import { eventDay, isSession } from './event.ts';

/** A planned session as the projection takes it. */
export interface PlannedSession {
  readonly day: string;
  /** `null`: planned, but the platform knows no load for it (strength, free text). */
  readonly load: number | null;
  readonly done: boolean;
}

/** The sessions of a calendar that may count in a projection: workouts and races that are not switched off the chart. */
export function plannedSessions(events: readonly WireEvent[]): PlannedSession[] {
  return events.flatMap((event) => {
    const day = eventDay(event);
    if (day === null || !isSession(event) || event.not_on_fitness_chart === true) return [];
    return [{ day, load: event.icu_training_load, done: event.paired_activity_id !== null }];
  });
}
