export type { DeveloperColumn } from './activity/model.ts';
export { ActivityFileError, type Problem, type ProblemKind } from './activity/problem.ts';
export { type FitOptions, type FitSamples, readFitSamples } from './fit/read-samples.ts';
