import * as z from '@core/mcp-kit/schema';
import { flag, id, maybe, number, optionalId, text, texts } from './blocks.ts';

/** A workout that waits in a folder, or on a day of a plan (`day` counts from 0). */
export const wireWorkout = z.object({
  id,
  folder_id: optionalId,
  name: text,
  description: text,
  type: text,
  indoor: flag,
  day: number,
  moving_time: number,
  distance: number,
  icu_training_load: number,
  icu_intensity: number,
  tags: texts,
  hide_from_athlete: flag,
  /** The platform's own parse of the description; read by `@core/workouts`. */
  workout_doc: maybe(z.looseObject({})),
  updated: text,
});

export type WireWorkout = z.infer<typeof wireWorkout>;

/** A folder of workouts, or a plan: the same thing with days. Its workouts are read from the flat list. */
export const wireFolder = z.object({
  id,
  type: text,
  name: text,
  description: text,
  visibility: text,
  num_workouts: number,
  start_date_local: text,
  duration_weeks: number,
  hours_per_week_min: number,
  hours_per_week_max: number,
  activity_types: texts,
  canEdit: flag,
  sharedWithCount: number,
});

export type WireFolder = z.infer<typeof wireFolder>;

export const wireSharedWith = z.object({ id, name: text, canEdit: flag });

/** The plan that an athlete follows; all `null` when there is none. */
export const wireTrainingPlan = z.object({
  training_plan_id: optionalId,
  training_plan_start_date: text,
  training_plan_last_applied: text,
  training_plan_alias: text,
  training_plan: maybe(wireFolder),
});

export type WireTrainingPlan = z.infer<typeof wireTrainingPlan>;
