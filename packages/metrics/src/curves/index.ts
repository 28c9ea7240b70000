export { ascentCurve, normalizedPowerCurve, perKilogram } from './derived.ts';
export { type DistanceBest, type DistanceBestOptions, distanceBests, STANDARD_DISTANCES } from './distance-bests.ts';
export { gridDurations, ROUND_DURATIONS } from './durations.ts';
export { curveAt, type MeanMaximalCurve, type MeanMaximalOptions, meanMaximal } from './mean-maximal.ts';
export { type CurveComparison, compareCurves, type MergedCurve, mergeCurves } from './merge.ts';
