import { Failure } from '@core/mcp-kit';
import { readWorkout, type Workout, workout as workoutSchema } from '@core/workouts';

/** iGPSport has courses for these two. */
export const COURSE_SPORTS = ['bike', 'run'] as const;
export type CourseSport = (typeof COURSE_SPORTS)[number];

export interface WorkoutDraft {
  readonly sport: CourseSport;
  readonly name: string;
  readonly description?: string | undefined;
  /** Steps as they came; {@link readDraft} holds them against the grammar. */
  readonly steps: readonly unknown[];
}

/**
 * Reads steps as a model writes them.
 *
 * @throws Failure `bad_input` naming the wrong step and the form that works.
 */
export function readDraft({ sport, name, description, steps }: WorkoutDraft): Workout {
  if (steps.length === 0) {
    throw new Failure('bad_input', 'steps is empty, and iGPSport takes no workout without steps', { next: FORM });
  }
  const input = { sport, name, steps: [...steps], ...(description !== undefined && { description }) };
  const checked = workoutSchema.safeParse(input);
  if (checked.success) return readWorkout(checked.data);
  const said = checked.error.issues.slice(0, 3).map((issue) => `${pathOf(issue.path)} ${issue.message}`);
  throw new Failure('bad_input', `The workout cannot be read: ${said.join('; ')}`, { next: FORM });
}

const FORM =
  'correct the step and send the same call again, e.g. steps: [{"for":"10min","at":"55% FTP"},{"repeat":2,"steps":[{"for":"20min","at":"90% FTP"},{"for":"5min","at":"50% FTP"}]}]';

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
