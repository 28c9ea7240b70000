import { writeWorkout } from '@core/workouts';
import { readCourse } from '@core/workouts/igpsport';
import type { IgpsportPort } from '../../client/index.ts';
import type { WireWorkout } from '../../client/wire/workout.ts';

/** The parts of a course that say what training it is. */
export interface Sameness {
  readonly title: string;
  readonly structure?: unknown;
  readonly workoutType: unknown;
}

/**
 * A course of the same name with the same steps, if there is one: iGPSport takes no key from a client, so this is what
 * keeps a repeated call from making a second one. Descriptions do not count.
 */
export async function sameCourse(
  port: IgpsportPort,
  course: Sameness,
): Promise<{ readonly id: string; readonly stored: WireWorkout } | undefined> {
  const { items } = await port.workouts.list();
  const wanted = contentOf(course);
  for (const { id } of items.filter(({ title }) => title?.trim() === course.title.trim())) {
    const stored = await port.workouts.get({ workout: id });
    if (stored.isOfficial !== true && contentOf(stored) === wanted) return { id, stored };
  }
  return undefined;
}

/** Steps in one spelling, whatever keys and number forms the wire used. */
function contentOf({ structure, workoutType }: Omit<Sameness, 'title'>): string {
  const { sport, steps } = writeWorkout(readCourse({ structure: structure ?? [], workoutType }).workout);
  return JSON.stringify([sport, steps]);
}
