export type { Interval } from './confidence.ts';
export type { Saturation, VariableDoseResponse } from './extensions.ts';
export { saturatedLoads, variableDoseResponse } from './extensions.ts';
export type { FitOptions, PerformanceTest, ResponseFit } from './fit.ts';
export { fitImpulseResponse } from './fit.ts';
export type { ImpulseResponse, InfluenceDays, ResponseOptions, ResponseSeries } from './model.ts';
export { IMPULSE_RESPONSE_PRESETS, impulseResponse, influenceDays } from './model.ts';
