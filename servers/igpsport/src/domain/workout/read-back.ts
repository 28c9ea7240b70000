import type { FieldChange } from '@core/mcp-kit';
import { type Loss, writeWorkout } from '@core/workouts';
import { readCourse } from '@core/workouts/igpsport';
import type { WireWorkout } from '../../client/wire/workout.ts';
import type { WorkoutWords } from '../../language/workouts.ts';

/** The keys of a course that a save sends and a read gives back. */
export interface SentCourse {
  readonly title: string;
  readonly description: string;
  readonly totalTime: number;
  readonly structure: unknown;
}

/** Every way in which the stored course is not the one that was sent; nothing when it is. */
export function differences(sent: SentCourse, stored: WireWorkout, words: WorkoutWords): string[] {
  const simple = [
    ['name', sent.title, stored.title],
    ['description', sent.description, stored.description ?? ''],
    ['planned_time_s', sent.totalTime, stored.totalTime],
  ] as const;
  return [
    ...simple
      .filter(([, asked, kept]) => asked !== kept)
      .map(([field, asked, kept]) => words.otherValue(field, String(asked), String(kept))),
    ...stepDifferences(sent.structure, stored.structure, words),
  ];
}

function stepDifferences(sent: unknown, stored: unknown, words: WorkoutWords): string[] {
  const asked = stepsOf(sent);
  const kept = stepsOf(stored);
  if (asked.length !== kept.length) return [words.otherLength(String(asked.length), String(kept.length))];
  return asked.flatMap((step, index) => {
    const other = kept[index];
    return step === other ? [] : [words.otherValue(`steps[${index}]`, step, other ?? 'null')];
  });
}

function stepsOf(structure: unknown): string[] {
  const { workout } = readCourse({ structure: Array.isArray(structure) ? structure : [] });
  return writeWorkout(workout).steps.map((step) => JSON.stringify(step));
}

/** What compiling lost, one sentence each. The sentence itself is English in either language. */
export function lossNotes(losses: readonly Loss[], words: WorkoutWords): string[] {
  return losses.map(({ path, effect, message }) => `${words.effect[effect]}${at(path, message)}`);
}

/** `steps[0]: what is lost`. */
export function at(path: string, message: string): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** What changes between two states of a course; fields that stay are not in it. */
export function courseDiff(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  return Object.keys(after)
    .map((field): FieldChange => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
