/**
 * Load over time: CTL (fitness), ATL (fatigue) and form (TSB) from one load a day.
 *
 * | Platform | α | Form | Start |
 * |---|---|---|---|
 * | here (default) | 1 − e^(−1/τ) | evening before | 0 or given, with what is left of it stated |
 * | TrainingPeaks | 1/τ | evening before | 0, or values the athlete enters |
 * | Intervals.icu | 1 − e^(−1/τ) | same evening | 0, or `SET_FITNESS` |
 * | GoldenCheetah | 1 − e^(−1/τ) | evening before, switchable | 0, or the season's values |
 * | WKO, elevate | 1 − e^(−1/τ) | evening before | 0 |
 * | igpsport-mcp | 1/τ | same evening | the first day's load: one ride of 200 makes CTL 200 |
 *
 * The two α are one model with different τ (`reciprocal` 42 is `exponential` 41.4975); over 400 days CTL differs by at most
 * 0.6 % after day 50, ATL by up to 21 % of a small value in a three-week break.
 *
 * @packageDocumentation
 */

export type { Day } from '../day/day.ts';
export type { ConventionOptions, FitnessConvention, FitnessPreset } from './convention.ts';
export { FITNESS_PRESETS, fitnessConvention } from './convention.ts';
export type { DailyLoads, DailyLoadsOptions, LoadEntry } from './daily-loads.ts';
export { dailyLoads } from './daily-loads.ts';
export type { FitnessOptions, FitnessSeries, Seed, Start } from './fitness.ts';
export { fitnessSeries } from './fitness.ts';
export type { FitnessOnDay } from './on-day.ts';
export { fitnessOn } from './on-day.ts';
