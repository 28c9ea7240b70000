import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { step } from '@core/workouts';

/** A sport by name or id; checked by the handler, which answers with the names. */
export const sport = z.string();
export const subtype = z.optional(z.string());

/** What a caller may say of a workout, new or stored. */
export const planShape = {
  description: z.optional(z.string().max(10_000)),
  duration_minutes: z.optional(z.number().min(0).max(2880)),
  distance_km: z.optional(z.number().min(0).max(2000)),
  tss_planned: z.optional(z.number().min(0).max(2000)),
  start_time: z.optional(z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'is a time HH:MM')),
  coach_comment: z.optional(z.string().max(10_000)),
  tags: z.optional(z.string().max(500)),
  hidden: z.optional(z.boolean()),
};

export const title = z.string().min(1).max(200);
export const steps = z.optional(z.array(step));
/** Steps without their grammar: it stands once in the list, in `tp_create_workout`. */
export const stepsAsThere = z.optional(z.array(z.unknown()));
/** The platform's own structure. */
export const structure = z.optional(z.unknown());
export const completed = z.optional(z.boolean());
export const actual = z.record(z.string(), z.number());

/** What `tp_create_workout` takes, and `tp_batch_workouts` many times over. */
export const newWorkoutShape = {
  date: day,
  sport: sport.describe('Bike, Run, Swim, MtnBike, Strength, DayOff…'),
  title,
  steps,
  ...planShape,
  subtype,
  structure,
  completed,
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
