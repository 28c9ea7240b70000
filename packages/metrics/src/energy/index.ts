/**
 * Energy of an activity. Work in kJ is close to kcal at a gross efficiency of 24 %; heart-rate formulas are estimates and
 * say so. GoldenCheetah uses Keytel with another sign for women's weight.
 *
 * @packageDocumentation
 */

export { type KeytelAthlete, kilocaloriesFromHeartRate, kilocaloriesFromWork } from './kilocalories.ts';
