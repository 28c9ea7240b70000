export type { Day } from '../day/day.ts';
export type { ConventionOptions, FitnessConvention, FitnessPreset } from './convention.ts';
export { FITNESS_PRESETS, fitnessConvention } from './convention.ts';
export type { DailyLoads, DailyLoadsOptions, LoadEntry } from './daily-loads.ts';
export { dailyLoads } from './daily-loads.ts';
export type { FitnessOptions, FitnessSeries, Seed, Start } from './fitness.ts';
export { fitnessSeries } from './fitness.ts';
export type { FitnessOnDay } from './on-day.ts';
export { fitnessOn } from './on-day.ts';
