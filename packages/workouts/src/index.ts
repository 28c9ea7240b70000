export { LIMITS } from './limits.ts';
export type { Loss } from './loss.ts';
export type { Path } from './path.ts';
export { type Problem, readWorkout, WorkoutError } from './read.ts';
export { type StepInput, step, type WorkoutInput, workout } from './schema.ts';
export type { Thresholds } from './thresholds.ts';
export { type PlacedStep, unrolled } from './unrolled.ts';
export {
  type Cadence,
  type Fixed,
  type Intensity,
  type Item,
  isIntensity,
  isRepeat,
  KINDS,
  type Kind,
  type Length,
  type Metric,
  metricOf,
  PACE_METRES,
  type Repeat,
  SPORTS,
  type Sport,
  type Step,
  TARGET_UNITS,
  type Target,
  type TargetUnit,
  type Workout,
} from './workout.ts';
export { writeWorkout } from './write.ts';
