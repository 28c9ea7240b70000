import { Failure } from '@core/mcp-kit';
import {
  readWorkout,
  type StepInput,
  unrolled,
  type Workout,
  workout as workoutSchema,
  writeWorkout,
} from '@core/workouts';
import { compileToText, fromWorkoutDoc, type IntervalsSettings, type WorkoutDoc } from '@core/workouts/intervals';
import { type Planned, planned } from '@core/workouts/load';
import type { WireEvent } from '../../client/wire/event.ts';
import { hasSteps } from './event.ts';
import { workoutSport } from './workout-sport.ts';

/** A structured session ready to be written, and what it comes to. */
export interface CompiledWorkout {
  readonly workout: Workout;
  /** The platform's workout text, for `description`. */
  readonly text: string;
  readonly plan: Planned;
  /** What the text form loses, and what the numbers leave out: one sentence each. */
  readonly notes: readonly string[];
}

export interface WorkoutDraft {
  readonly sport: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Steps as they came; {@link readDraft} holds them against the grammar. */
  readonly steps: readonly unknown[];
}

/**
 * Reads steps as a model writes them. Without steps the description is the session, as strength usually is.
 *
 * @throws Failure `bad_input` naming the wrong step and the form that works.
 */
export function readDraft({ sport, name, description, steps }: WorkoutDraft): Workout {
  const input = {
    sport: workoutSport(sport),
    name,
    steps: [...steps],
    ...(description !== undefined && { description }),
  };
  if (steps.length === 0 && description !== undefined && description.trim() !== '')
    return { ...input, description, steps: [] };
  const checked = workoutSchema.safeParse(input);
  if (checked.success) return readWorkout(checked.data);
  const said = checked.error.issues.slice(0, 3).map((issue) => `${pathOf(issue.path)} ${issue.message}`);
  throw new Failure('bad_input', `The workout cannot be read: ${said.join('; ')}`, {
    next:
      steps.length === 0
        ? 'send steps, or for a session in words steps: [] with a description, e.g. "Squat 3x8"'
        : 'correct the step and send the same call again, e.g. steps: [{"for":"10min","at":"55% FTP"},{"repeat":2,"steps":[{"for":"20min","at":"90% FTP"},{"for":"5min","at":"50% FTP"}]}]',
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** Compiles a workout to the platform's text and computes what it comes to by the platform's rules. */
export function compileWorkout(workout: Workout, settings: IntervalsSettings): CompiledWorkout {
  const { text, losses } = compileToText(workout, settings);
  const plan = planned(workout, settings);
  const notes = [
    ...losses.map(({ path, message }) => `${path === '' ? '' : `${path}: `}${message}.`),
    ...gapNotes(workout, plan.gaps),
  ];
  return { workout, text, plan, notes };
}

/** Steps that give no load, those of one reason in one sentence. That a rest gives none goes without saying. */
function gapNotes(workout: Workout, gaps: Planned['gaps']): string[] {
  const resting = new Set(unrolled(workout.steps).flatMap(({ path, step }) => (step.kind === 'rest' ? [path] : [])));
  const told = gaps.filter(({ path }) => !resting.has(path));
  return [...Map.groupBy(told, ({ reason }) => reason)].map(
    ([reason, steps]) => `No planned load from ${steps.map(({ path }) => path).join(', ')}: ${reason}.`,
  );
}

/** What the steps of a stored workout are read from: a calendar entry, or a workout of the library. */
export type Stored = Pick<WireEvent, 'name' | 'type' | 'workout_doc'>;

/** The workout that an entry holds; no steps where its text has none. */
export function storedWorkout(event: Stored): Workout {
  const sport = workoutSport(event.type);
  const name = event.name ?? undefined;
  if (!hasSteps(event)) return { sport, steps: [], ...(name !== undefined && { name }) };
  return fromWorkoutDoc(event.workout_doc as unknown as WorkoutDoc, { sport, ...(name !== undefined && { name }) })
    .workout;
}

/** What the stored workout holds that our steps cannot: shown by reading, lost by rewriting. One sentence each. */
export function storedLosses(event: Stored): string[] {
  if (!hasSteps(event)) return [];
  const { losses } = fromWorkoutDoc(event.workout_doc as unknown as WorkoutDoc, { sport: workoutSport(event.type) });
  return losses.map(({ path, message }) => `${path}: ${message}`);
}

/** Steps in the compact form in which tools take them, so that what was read can be sent back. */
export function stepsOf(workout: Workout): StepInput[] {
  return [...writeWorkout(workout).steps];
}
