import type { IntervalsSettings } from '@core/workouts/intervals';
import type { EventBody, WireEvent } from '../client/wire/event.ts';
import { hasSteps } from '../domain/calendar/event.ts';
import type { CompiledWorkout } from '../domain/calendar/planned-workout.ts';
import { differences, READ_AS_STEPS } from '../domain/calendar/read-back.ts';

/** A session as it was sent. */
export interface Sent {
  readonly body: EventBody;
  /** Absent for a session in words. */
  readonly steps?: { readonly compiled: CompiledWorkout; readonly settings: IntervalsSettings };
}

/** Every way in which the stored session is not the one that was sent, a sentence each. */
export function notKept({ body, steps }: Sent, stored: WireEvent): string[] {
  const fields = (['type', 'name'] as const).flatMap((field) =>
    stored[field] === body[field] ? [] : [`${field}: sent ${body[field]}, stored ${stored[field] ?? 'nothing'}.`],
  );
  if (steps !== undefined) return [...fields, ...differences(steps.compiled, stored, steps.settings)];
  const sameText = (stored.description ?? '').trim() === String(body.description).trim();
  return [
    ...fields,
    ...(sameText ? [] : ['The stored text is not the one that was sent.']),
    ...(hasSteps(stored) ? [READ_AS_STEPS] : []),
  ];
}
