/**
 * The impulse–response model (Banister): performance from two decaying sums of load, and its fit to tests.
 *
 * | Platform | Fit | Fewest tests |
 * |---|---|---|
 * | here | variable projection, intervals of the parameters | 6 |
 * | GoldenCheetah | Levenberg–Marquardt, start 50/11 d, k 0.2/0.2 | 2 |
 * | Clarke & Skiba's workbook | spreadsheet solver, load of the day included | – |
 *
 * @packageDocumentation
 */

export type { Interval } from './confidence.ts';
export type { Saturation, VariableDoseResponse } from './extensions.ts';
export { saturatedLoads, variableDoseResponse } from './extensions.ts';
export type { FitOptions, PerformanceTest, ResponseFit } from './fit.ts';
export { fitImpulseResponse } from './fit.ts';
export type { ImpulseResponse, InfluenceDays, ResponseOptions, ResponseSeries } from './model.ts';
export { IMPULSE_RESPONSE_PRESETS, impulseResponse, influenceDays } from './model.ts';
