export type { LoadChange, PlannedLoad, ProjectionOptions } from './projection.ts';
export { changedLoads, projectedLoads } from './projection.ts';
export type { Taper, TaperRequest } from './taper.ts';
export { taper } from './taper.ts';
export type { FitnessState, FormTarget, RampTarget } from './targets.ts';
export { loadForForm, loadForRamp } from './targets.ts';
