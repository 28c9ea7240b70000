import type { Loss, Thresholds } from '@core/workouts';
import { compileCourse } from '@core/workouts/igpsport';
import type { WireWorkout } from '../../client/wire/workout.ts';
import { readDraft } from './draft.ts';
import type { SentCourse } from './read-back.ts';

export interface CourseEdit {
  readonly name?: string | undefined;
  readonly steps?: readonly unknown[] | undefined;
  readonly description?: string | undefined;
}

/** A course to send, apart from its id. */
export interface WholeCourse extends SentCourse {
  readonly workoutType: 'bike' | 'run';
  readonly sportBigType: 1 | 2;
  readonly allowDeletion: true;
  readonly fromTP: false;
}

/**
 * The stored course with an edit in it. Steps that are not replaced are sent back exactly as they came, because reading
 * them and writing them again could lose what this program does not know.
 *
 * @throws Failure `bad_input` for steps that cannot be read.
 */
export function editedCourse(
  stored: WireWorkout,
  { name, steps, description }: CourseEdit,
  thresholds: Thresholds,
): { readonly course: WholeCourse; readonly losses: readonly Loss[] } {
  const title = name ?? stored.title ?? 'Workout';
  const text = description ?? stored.description ?? '';
  const run = stored.workoutType === 'run' || stored.sportBigType === 2;
  if (steps !== undefined) {
    const { course, losses } = compileCourse(
      readDraft({ sport: run ? 'run' : 'bike', name: title, steps, ...(text !== '' && { description: text }) }),
      thresholds,
    );
    return { course, losses };
  }
  return {
    course: {
      title,
      description: text,
      totalTime: stored.totalTime ?? 0,
      workoutType: run ? 'run' : 'bike',
      sportBigType: run ? 2 : 1,
      allowDeletion: true,
      fromTP: false,
      structure: stored.structure ?? [],
    },
    losses: [],
  };
}
