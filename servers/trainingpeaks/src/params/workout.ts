import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutId } from './index.ts';

/** A sport by name or id; checked by the handler, which answers with the names. */
export const sport = z.string();
export const subtype = z.optional(z.string());

/** A number from 0. Its bound is not listed: a model does not need it, and every list would carry it. */
function upTo(most: number) {
  return z.optional(z.number().refine((value) => value >= 0 && value <= most, `is a number from 0 to ${most}`));
}

/** Ids of workouts. */
export function workoutIds(least: number, most: number) {
  return z
    .array(workoutId)
    .refine((ids) => ids.length >= least && ids.length <= most, `takes ${least} to ${most} ids of workouts`);
}

/** What a caller may say of a workout, new or stored. */
export const planShape = {
  description: z.optional(z.string().max(10_000)),
  duration_minutes: upTo(2880),
  distance_km: upTo(2000),
  tss_planned: upTo(2000),
  start_time: z.optional(z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'is a time HH:MM')),
  coach_comment: z.optional(z.string().max(10_000)),
  tags: z.optional(z.string().max(500)),
  hidden: z.optional(z.boolean()),
};

export const title = z.string().min(1).max(200);
/**
 * Steps by example. The handler holds them against the grammar and answers with the place and the form that works; the
 * grammar as a schema would take half of what this tool may cost.
 */
export const steps = z.optional(
  z
    .array(z.unknown())
    .describe(
      '[{"for":"10min","at":"50-75% FTP","kind":"warmup"},{"repeat":4,"steps":[{"for":"1km","at":"4:00/km","cadence":"90"},{"for":"90s","at":"Z1 HR","kind":"rest"}]}]; for: 400mtr, lap; at: 250W, 95% LTHR, 80% HRmax, 100% pace, RPE 7, ramp 50-75% FTP, free',
    ),
);
/** Steps without their grammar: it stands once in the list, in `tp_create_workout`. */
export const stepsAsThere = z.optional(z.array(z.unknown()));
/** The platform's own structure. */
export const structure = z.optional(z.unknown());
export const completed = z.optional(z.boolean());
export const actual = z.record(z.string(), z.number());

/** What `tp_create_workout` takes, and `tp_batch_workouts` many times over. */
export const newWorkoutShape = {
  date: day,
  sport: sport.describe('Bike, Run, Swim, Strength, DayOff…'),
  title,
  steps,
  ...planShape,
  subtype,
  structure,
  actual: z.optional(actual),
};

const newWorkout = z.strictObject(newWorkoutShape);

export type NewWorkout = z.output<typeof newWorkout>;

/** Reads one workout of a list. @throws Failure `bad_input` naming the place. */
export function readNewWorkout(given: unknown, index: number): NewWorkout {
  const read = newWorkout.safeParse(given);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new Failure('bad_input', `workouts[${index}] ${path.map(String).join('.')}: ${message}`, {
    next: 'write each as for tp_create_workout, e.g. {"date":"2026-12-01","sport":"Run","title":"Easy","duration_minutes":45}',
  });
}

/** An id of a file. Some are negative. */
export const fileId = z
  .string()
  .refine((text) => /^-?\d{1,19}$/.test(text), 'is the id of a file, for example "-310000001"');
