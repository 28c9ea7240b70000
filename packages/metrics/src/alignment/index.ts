export { type AlignedStep, type Alignment, type AlignmentInput, alignWorkout } from './align.ts';
export type { PlannedStep } from './plan.ts';
