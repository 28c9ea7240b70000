import * as z from '@core/mcp-kit/schema';
import {
  day,
  flag,
  id,
  integer,
  list,
  maybe,
  number,
  optionalId,
  rows,
  text,
  texts,
  type Whole,
  whole,
} from '../blocks.ts';

/** What list rows and whole sessions both say. */
const header = {
  id,
  calendarId: optionalId,
  workoutType: text,
  title: text,
  instructions: text,
  prescribedDate: day,
  prescribedStartTime: text,
  prescribedDurationInSeconds: number,
  executedDurationInSeconds: number,
  prescribedTss: number,
  completedTss: number,
  completedTssSource: text,
  compliancePercent: number,
  complianceState: text,
  rpe: number,
  feel: number,
  isLocked: flag,
  isHidden: flag,
};

/** A session in a list: totals, and the names of its exercises. */
export const wireSession = z.object({
  ...header,
  totalBlocks: integer,
  totalSets: integer,
  completedSets: integer,
  sequenceSummary: list(z.object({ title: text })),
});

export type WireSession = z.output<typeof wireSession>;

export const wireSessions = rows(wireSession);

const value = z.object({ parameter: text, prescribedValue: text, executedValue: text });

const set = z.object({ isComplete: flag, parameterValues: list(value) });

export type WireSet = z.output<typeof set>;

/** What an exercise can be measured in. */
export const wireParameter = whole(z.object({ parameter: text }));

const muscles = texts;

/** An exercise in full, under either name of its id. */
export const wireExercise = whole(
  z.object({
    id: optionalId,
    exerciseId: optionalId,
    title: text,
    videoUrl: text,
    canEdit: flag,
    primaryMuscleGroups: muscles,
    secondaryMuscleGroups: muscles,
    parameters: list(wireParameter),
  }),
);

export type WireExercise = z.output<typeof wireExercise>;

const prescription = z.object({
  coachNotes: text,
  compliancePercent: number,
  exercise: maybe(z.object({ id: optionalId, title: text, videoUrl: text })),
  sets: list(set),
});

const block = z.object({
  blockType: text,
  title: text,
  coachNotes: text,
  compliancePercent: number,
  prescriptions: list(prescription),
});

export type WireBlock = z.output<typeof block>;

/** A whole session with the object it was read from: a save sends everything back. */
export const wireDocument = whole(z.object({ ...header, blocks: list(block) }));

export type WireDocument = z.output<typeof wireDocument>;

export type DocumentBody = Whole;

/** Answers of the strength builder are wrapped, and may hold errors beside a status of 200. */
function wrapped<T>(schema: z.ZodType<T>) {
  return z.object({ data: schema, errors: z.unknown() });
}

export const wireDocumentAnswer = wrapped(wireDocument);

/** With errors nothing was stored, and `data` may be missing. */
export const wireSaved = wrapped(maybe(z.object({ id })));

const listedExercise = z.object({
  exerciseId: optionalId,
  id: optionalId,
  title: text,
  searchText: text,
  canEdit: flag,
  searchAttributes: maybe(
    z.object({ alternateTitles: texts, primaryMuscleGroups: muscles, secondaryMuscleGroups: muscles }),
  ),
});

export type WireListedExercise = z.output<typeof listedExercise>;

/** The exercises of the library: the list under `exercises`, or the first list of rows with an `exerciseId`. */
export const wireLibraryContent = z.pipe(
  z.transform((answer: unknown) => exercisesIn(answer)),
  rows(listedExercise),
);

function exercisesIn(answer: unknown): unknown {
  const data = (answer as { data?: unknown } | null)?.data ?? answer;
  if (Array.isArray(data) || typeof data !== 'object' || data === null) return data;
  const lists = Object.values(data).filter(Array.isArray);
  const { exercises } = data as { exercises?: unknown };
  return (
    exercises ?? lists.find(([first]) => (first as { exerciseId?: unknown } | undefined)?.exerciseId !== undefined)
  );
}

export const wireExerciseAnswer = wrapped(wireExercise);
