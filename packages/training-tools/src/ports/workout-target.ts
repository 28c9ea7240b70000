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

/** What a structured workout becomes on a platform. */
export interface WorkoutTarget {
  readonly compile: (who: Who, workout: Workout) => Promise<CompiledWorkout>;
}
