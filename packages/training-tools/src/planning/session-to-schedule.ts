import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readWorkout, type Sport, type Workout, workout as workoutSchema } from '@core/workouts';
import type { LibraryPort, SessionDraft, SportFamily } from '../ports/index.ts';

/** A session for several athletes: from the library, with steps, or as text alone (strength). */
export const scheduledInput = {
  library_workout_id: z.optional(z.string()).describe('Of the workout library'),
  sport: z.optional(z.enum(['ride', 'run', 'swim', 'row', 'strength', 'other'])),
  name: z.optional(z.string().min(1).max(80)),
  // Read by the grammar of workouts below; its whole schema would be the longest of the list.
  steps: z.optional(
    z
      .array(z.record(z.string(), z.unknown()))
      .describe(
        '{"for":"8min|400mtr|lap","at":"95% FTP|Z2 HR|90-95% pace|RPE 7","kind":"warmup"} or {"repeat":4,"steps":[…]}',
      ),
  ),
  text: z.optional(z.string().max(4000)),
};

const shape = z.object(scheduledInput);
export type ScheduledInput = z.output<typeof shape>;

export interface ToSchedule {
  readonly draft: Omit<SessionDraft, 'day'>;
  readonly losses: readonly string[];
}

const sports: Readonly<Record<SportFamily, Sport>> = {
  ride: 'bike',
  run: 'run',
  swim: 'swim',
  row: 'row',
  strength: 'other',
  other: 'other',
};

/**
 * The session that a call describes.
 *
 * @throws Failure `bad_input` naming what is missing or wrong; `not_found` for a workout that the library has not;
 * `blocked` where the platform has no library.
 */
export async function sessionToSchedule(given: ScheduledInput, library: LibraryPort | undefined): Promise<ToSchedule> {
  const { library_workout_id: id, sport, name, steps, text } = given;
  if (id !== undefined) {
    if (steps !== undefined || text !== undefined || sport !== undefined) {
      throw new Failure('bad_input', 'library_workout_id stands alone: sport, steps and text come with it', {
        next: 'leave them out, or leave library_workout_id out',
      });
    }
    if (library === undefined) {
      throw new Failure('blocked', 'This server reads no library', {
        next: 'write the session with sport, name and steps',
      });
    }
    const found = await library.workout(id);
    const own = { family: found.family, name: name ?? found.name };
    const body = { ...(found.workout && { workout: found.workout }), ...(found.text && { text: found.text }) };
    return { draft: { ...own, ...body }, losses: found.losses };
  }
  if (sport === undefined || name === undefined || (steps === undefined && text === undefined)) {
    throw new Failure('bad_input', 'A session needs library_workout_id, or sport, name and steps or text', {
      next: 'write sport: "ride", name: "4 x 8 threshold", steps: [{"repeat":4,"steps":[{"for":"8min","at":"100% FTP"},{"for":"4min","at":"50% FTP"}]}]',
    });
  }
  const body = {
    ...(steps !== undefined && { workout: read(sport, name, steps) }),
    ...(text !== undefined && { text }),
  };
  return { draft: { family: sport, name, ...body }, losses: [] };
}

function read(family: SportFamily, name: string, steps: readonly object[]): Workout {
  const checked = workoutSchema.safeParse({ sport: sports[family], name, steps: [...steps] });
  if (checked.success) return readWorkout(checked.data);
  const said = checked.error.issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.')} ${message}`);
  throw new Failure('bad_input', `The steps cannot be read: ${said.join('; ')}`, {
    next: 'correct the step and send the same call again',
  });
}
