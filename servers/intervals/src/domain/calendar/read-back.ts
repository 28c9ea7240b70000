import type { Workout } from '@core/workouts';
import { compareWithDoc, type IntervalsSettings, type WorkoutDoc } from '@core/workouts/intervals';
import type { Planned } from '@core/workouts/load';
import type { WireEvent } from '../../client/wire/event.ts';
import { recorded } from '../recorded.ts';
import { km } from '../si.ts';
import { eventDay, hasSteps } from './event.ts';
import { type CompiledWorkout, stepsOf, storedWorkout } from './planned-workout.ts';

/** What the platform made of a workout, as its own numbers say. */
export function understood(event: WireEvent): Record<string, unknown> {
  return recorded({
    event_id: event.id,
    date: eventDay(event),
    sport: event.type,
    name: event.name,
    planned_time_s: event.moving_time,
    planned_distance_km: event.distance !== null && event.distance > 0 ? km(event.distance) : null,
    planned_load: event.icu_training_load,
    planned_intensity_pct: event.icu_intensity,
    ...(hasSteps(event) ? { steps: stepsOf(storedWorkout(event)) } : { text: event.description?.trim() }),
  });
}

/** Every way in which the stored session is not the one that was sent; nothing when it is. */
export function differences(
  sent: CompiledWorkout,
  event: Pick<WireEvent, 'workout_doc' | 'icu_training_load'>,
  settings: IntervalsSettings,
): string[] {
  const { workout, plan } = sent;
  if (workout.steps.length === 0) return hasSteps(event) ? [READ_AS_STEPS] : [];
  if (!hasSteps(event)) return ['Intervals.icu stored the text but found no steps in it: no device will get it.'];
  const doc = event.workout_doc as unknown as WorkoutDoc;
  return [...stepDifferences(workout, doc, settings), ...loadDifference(plan, event)];
}

export const READ_AS_STEPS =
  'Intervals.icu read steps in the text, which was meant as text only: write its lines without a leading "-".';

function stepDifferences(workout: Workout, doc: WorkoutDoc, settings: IntervalsSettings): string[] {
  return compareWithDoc(workout, doc, settings).map(({ path, field, sent, stored, message }) =>
    field === 'step' ? `${path}: ${message} (sent ${sent}, stored ${stored}).` : `${path} ${message}.`,
  );
}

function loadDifference(
  { load: own, from, gaps }: Planned,
  { icu_training_load: stored }: Pick<WireEvent, 'icu_training_load'>,
): string[] {
  if (own === null || stored === null || own === stored) return [];
  const because =
    from === 'hr'
      ? 'its formula for planned heart rate is not published'
      : gaps.length > 0
        ? 'steps without a target may count differently there'
        : 'thresholds or rounding differ';
  return [`Planned load is ${own} by our computation, ${stored} by Intervals.icu: ${because}.`];
}
