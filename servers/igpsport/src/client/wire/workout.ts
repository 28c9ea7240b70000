import type { WireList } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { flag, id, looseRows, maybe, number, optionalId, rows, text } from './blocks.ts';

const row = z.object({
  id,
  title: text,
  /** s, as the client that saved it estimated. */
  totalTime: number,
  /** `bike` or `run`. */
  workoutType: text,
  sportBigType: number,
  /** ms since 1970. */
  createTimestamp: number,
  grade: number,
});

export type WireWorkoutRow = z.infer<typeof row>;

export interface WireWorkoutPage {
  readonly rows: WireList<WireWorkoutRow>;
  readonly total: number | null;
}

/** A bare list in one region, `{ total, items }` in the other; each is read from both. */
export const wireWorkoutPage: z.ZodType<WireWorkoutPage> = z.preprocess(
  (value) => ({ ...(value as object | null), rows: looseRows(value) }),
  z.object({ rows: rows(row), total: number }),
);

export const wireWorkout = maybe(
  z.object({
    id: optionalId,
    title: text,
    description: text,
    totalTime: number,
    workoutType: text,
    sportBigType: number,
    createTimestamp: number,
    allowDeletion: flag,
    isOfficial: flag,
    tips: text,
    /** Nodes of the native format, untouched: `@core/workouts` reads them. */
    structure: z.optional(z.unknown()),
  }),
);

export type WireWorkout = NonNullable<z.infer<typeof wireWorkout>>;

/** The answer to a save. */
export const wireSavedWorkout = z.object({ workoutId: optionalId });
