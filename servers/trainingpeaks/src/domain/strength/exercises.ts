import { Failure } from '@core/mcp-kit';
import type { WireListedExercise } from '../../client/strength/wire.ts';

export const muscleGroups = [
  'Abs',
  'Biceps',
  'Calves',
  'Chest',
  'Forearms',
  'Glute',
  'Hamstrings',
  'LowerBack',
  'Quads',
  'Shoulders',
  'Triceps',
  'UpperBack',
] as const;

/** The id under either of its names. */
export const exerciseId = ({ exerciseId: id, id: other }: Pick<WireListedExercise, 'exerciseId' | 'id'>) => id ?? other;

const bare = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const namesOf = ({ title, searchAttributes }: WireListedExercise) =>
  [title, ...(searchAttributes?.alternateTitles ?? [])].map(bare);

/** Exercises whose names hold every word, the nearest first. */
export function searchExercises(
  exercises: readonly WireListedExercise[],
  query: string,
  muscle: string | undefined,
): WireListedExercise[] {
  const wanted = bare(query);
  const words = wanted.split(' ');
  const worksOn = ({ searchAttributes: found }: WireListedExercise) =>
    muscle === undefined ||
    found?.primaryMuscleGroups.includes(muscle) === true ||
    found?.secondaryMuscleGroups.includes(muscle) === true;
  const rank = (exercise: WireListedExercise) => {
    const names = namesOf(exercise);
    if (names.includes(wanted)) return 0;
    return names.some((name) => name.startsWith(wanted)) ? 1 : 2;
  };
  return exercises
    .filter(worksOn)
    .filter((exercise) => {
      const text = [...namesOf(exercise), bare(exercise.searchText)].join(' ');
      return words.every((word) => text.includes(word));
    })
    .map((exercise) => ({ exercise, rank: rank(exercise), length: exercise.title?.length ?? 0 }))
    .sort((one, other) => one.rank - other.rank || one.length - other.length)
    .map(({ exercise }) => exercise);
}

/**
 * The exercise that a name or an id means.
 *
 * @throws Failure `not_found` or `ambiguous` with what is near; nobody wants another exercise than the one he named.
 */
export function chooseExercise(exercises: readonly WireListedExercise[], asked: string): string {
  const byId = exercises.find((exercise) => exerciseId(exercise) === asked.trim());
  const exact = exercises.filter((exercise) => namesOf(exercise).includes(bare(asked)));
  const found = byId === undefined ? exact : [byId];
  const near = found.length > 0 ? found : searchExercises(exercises, asked, undefined);
  const [first] = near;
  const id = first === undefined ? null : exerciseId(first);
  if (near.length === 1 && id !== null && id !== undefined) return id;
  const names = near.slice(0, 6).map((exercise) => `${exercise.title} (${exerciseId(exercise)})`);
  const said = JSON.stringify(asked.slice(0, 60));
  if (names.length === 0) {
    throw new Failure('not_found', `The exercise library has no ${said}`, {
      next: 'find its name with tp_search_exercises',
    });
  }
  throw new Failure('ambiguous', `${said} can be ${near.length} exercises`, {
    next: `name one, or its id: ${names.join(', ')}`,
  });
}
