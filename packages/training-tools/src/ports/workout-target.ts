import type { Loss, Workout } from '@core/workouts';
import type { Who } from './who.ts';

/** What a platform would make of a workout. */
export interface CompiledWorkout {
  /** As the platform takes it: text, a document, a course. For people to look at. */
  readonly shown: string;
  /** What the platform cannot hold. */
  readonly losses: readonly Loss[];
  /** Points; `null` when it cannot be told. */
  readonly load: number | null;
  readonly plannedS: number | null;
  /** What each target means for this athlete, once each: `95% FTP = 238 W`; or what is missing to tell. See `ownTargets`. */
  readonly targets?: readonly string[];
}

/** Where structured workouts can be sent. */
export interface WorkoutTarget {
  readonly compile: (who: Who, workout: Workout) => Promise<CompiledWorkout>;
  /** Writes, reads back, and gives the id with what the platform changed or dropped. Absent where sessions go by the calendar. */
  readonly push?: (
    who: Who,
    workout: Workout,
    key: string,
  ) => Promise<{ readonly id: string; readonly changed: readonly string[] }>;
}
