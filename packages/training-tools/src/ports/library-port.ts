import type { Workout } from '@core/workouts';
import type { SportFamily } from './activity-source.ts';

/** A workout that waits in the coach's library. */
export interface LibraryWorkout {
  readonly id: string;
  readonly name: string;
  readonly family: SportFamily;
  /** Its steps; `null` where it is text alone. */
  readonly workout: Workout | null;
  readonly text: string | null;
  /** What its steps lose when they are read, one sentence each. */
  readonly losses: readonly string[];
}

/** The coach's own library. */
export interface LibraryPort {
  /** @throws Failure `not_found`. */
  readonly workout: (id: string) => Promise<LibraryWorkout>;
}
