/**
 * Fitness through changes of the model: other time constants from a day on, or values set by hand. Intervals.icu has
 * both as calendar events (`FITNESS_DAYS`, `SET_FITNESS`), GoldenCheetah as seasons.
 *
 * @packageDocumentation
 */

export type { FitnessChange } from './changes.ts';
export { fitnessWithChanges } from './changes.ts';
