import type { Workout } from '@core/workouts';
import { compareWithDoc, type IntervalsSettings, type WorkoutDoc } from '@core/workouts/intervals';
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
    steps: hasSteps(event) ? stepsOf(storedWorkout(event)) : null,
  });
}

/** Every way in which the stored session is not the one that was sent; nothing when it is. */
export function differences(
  sent: CompiledWorkout,
  event: Pick<WireEvent, 'workout_doc' | 'icu_training_load'>,
  settings: IntervalsSettings,
): string[] {
  const { workout, plan } = sent;
  if (!hasSteps(event)) {
    return workout.steps.length === 0 ? [] : ['Intervals.icu stored the text but found no steps in it.'];
  }
  const doc = event.workout_doc as unknown as WorkoutDoc;
  return [...stepDifferences(workout, doc, settings), ...loadDifference(plan.load, event)];
}

function stepDifferences(workout: Workout, doc: WorkoutDoc, settings: IntervalsSettings): string[] {
  return compareWithDoc(workout, doc, settings).map(
    ({ path, field, sent, stored, message }) => `${path} ${field}: sent ${sent}, stored ${stored} (${message})`,
  );
}

function loadDifference(
  own: number | null,
  { icu_training_load: stored }: Pick<WireEvent, 'icu_training_load'>,
): string[] {
  if (own === null || stored === null || own === stored) return [];
  return [`load: ${own} by our computation, ${stored} by Intervals.icu, whose thresholds or rounding differ`];
}
