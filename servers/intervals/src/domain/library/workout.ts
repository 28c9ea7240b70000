import type { Cell } from '@core/mcp-kit';
import type { WireWorkout } from '../../client/wire/library.ts';
import { hasSteps } from '../calendar/event.ts';
import { stepsOf, storedWorkout } from '../calendar/planned-workout.ts';
import { recorded } from '../recorded.ts';
import { km } from '../si.ts';

export const workoutColumns = [
  'id',
  'plan_day',
  'sport',
  'name',
  'planned_time_s',
  'planned_distance_km',
  'planned_load',
  'planned_intensity_pct',
  'structured',
  'hidden',
  'tags',
];

/** A workout of the library in one line. `plan_day` counts from 1; on the wire it counts from 0. */
export function workoutRow(workout: WireWorkout): Record<string, Cell> {
  return {
    id: workout.id,
    plan_day: workout.day === null ? null : workout.day + 1,
    sport: workout.type,
    name: workout.name,
    planned_time_s: workout.moving_time,
    planned_distance_km: workout.distance !== null && workout.distance > 0 ? km(workout.distance) : null,
    planned_load: workout.icu_training_load,
    planned_intensity_pct: workout.icu_intensity,
    structured: hasSteps(workout),
    hidden: workout.hide_from_athlete === true ? true : null,
    tags: workout.tags.length === 0 ? null : workout.tags.join(', '),
  };
}

/** A workout of the library in full, with its steps as tools take them. */
export function workoutOf(workout: WireWorkout): Record<string, unknown> {
  return recorded({
    ...workoutRow(workout),
    folder_id: workout.folder_id,
    indoor: workout.indoor === true ? true : null,
    text: workout.description === '' ? null : workout.description,
    steps: hasSteps(workout) ? stepsOf(storedWorkout(workout)) : null,
  });
}
