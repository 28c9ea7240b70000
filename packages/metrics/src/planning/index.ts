/**
 * Plans: what is done and what is planned as one series, what-if, the load or taper that reaches a form.
 *
 * | Platform | Today | Plan that was done |
 * |---|---|---|
 * | here | the actual load if any, else the plan; open sessions as option | never counted beside its activity |
 * | GoldenCheetah | "expected" series, the same rule | not counted twice |
 * | Intervals.icu | delivered value in wellness, planned value on the event | paired by the platform |
 *
 * @packageDocumentation
 */

export type { LoadChange, PlannedLoad, ProjectionOptions } from './projection.ts';
export { changedLoads, projectedLoads } from './projection.ts';
export type { Taper, TaperRequest } from './taper.ts';
export { taper } from './taper.ts';
export type { FitnessState, FormTarget, RampTarget } from './targets.ts';
export { loadForForm, loadForRamp } from './targets.ts';
