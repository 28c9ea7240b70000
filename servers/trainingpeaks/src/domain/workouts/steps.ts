import { Failure } from '@core/mcp-kit';
import { readWorkout, type StepInput, type Workout, workout as workoutSchema, writeWorkout } from '@core/workouts';
import { foldStairs, readStructure } from '@core/workouts/trainingpeaks';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { sportFamily } from './sport.ts';

export const STEPS_FORM =
  'correct the step and send the same call again, e.g. steps: [{"for":"10min","at":"55% FTP"},{"repeat":2,"steps":[{"for":"20min","at":"88-94% FTP"},{"for":"5min","at":"50% FTP"}]}]';

/**
 * Reads steps as a model writes them.
 *
 * @param sport id of the platform
 * @throws Failure `bad_input` naming the wrong step and the form that works.
 */
export function readSteps(steps: readonly unknown[], sport: number | null): Workout {
  const checked = workoutSchema.safeParse({ sport: sportFamily(sport), steps: [...steps] });
  if (checked.success) return readWorkout(checked.data);
  const said = checked.error.issues.slice(0, 3).map(({ path, message }) => `${pathOf(path)} ${message}`);
  throw new Failure('bad_input', `The steps cannot be read: ${said.join('; ')}`, { next: STEPS_FORM });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** The steps of a stored workout. */
export interface StoredSteps {
  readonly workout: Workout;
  /** In the form in which tools take them, so that what was read can be sent back. */
  readonly steps: readonly StepInput[];
  /** What that form cannot hold: lost when the steps are sent back. One sentence each. */
  readonly losses: readonly string[];
}

/** The steps that a workout holds; `undefined` where it has none, or something that is no structure. */
export function storedSteps({
  structure,
  workoutTypeValueId,
}: Pick<WireWorkout, 'structure' | 'workoutTypeValueId'>): StoredSteps | undefined {
  if (structure === null || structure === undefined || structure === '') return undefined;
  try {
    const { workout, losses } = readStructure(structure, { sport: sportFamily(workoutTypeValueId) });
    if (workout.steps.length === 0) return undefined;
    return { workout, steps: stepsOf(workout), losses: losses.map(sentence) };
  } catch (error) {
    // Something else than a structure: the workout is shown without steps.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The compact form of the steps of a workout; stairs that a ramp was written as are that ramp. */
export function stepsOf(workout: Workout): StepInput[] {
  return [...writeWorkout({ ...workout, steps: foldStairs(workout.steps) }).steps];
}

/** What compiling or reading lost, with its place. */
export function sentence({ path, message }: { readonly path: string; readonly message: string }): string {
  return ended(path === '' ? message : `${path}: ${message}`);
}

/** A note that stands on its own ends like a sentence. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
