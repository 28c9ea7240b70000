/**
 * Which part of an activity was which step of the plan. Device laps come first; without them the steps are looked for in the
 * effort; when neither fits, it refuses. Intervals.icu shows a `compliance` by a rule it does not publish; TrainingPeaks
 * compares totals of the whole workout.
 *
 * @packageDocumentation
 */

export { type AlignedStep, type Alignment, type AlignmentInput, alignWorkout } from './align.ts';
export type { PlannedStep } from './plan.ts';
