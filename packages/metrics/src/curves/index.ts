/**
 * Best efforts over every duration (mean-maximal curves) and distance.
 *
 * | Platform | Time base | Holes |
 * |---|---|---|
 * | here | elapsed; pauses as 0, no window across a dropout | heart rate never filled |
 * | GoldenCheetah | elapsed | zeros up to 1 h |
 * | Intervals.icu | best mean over seconds; pace between samples with interpolation of the distance | heart-rate dropouts count as 0 |
 * | igpsport-mcp | nine durations | no window across a hole |
 *
 * @packageDocumentation
 */

export { ascentCurve, normalizedPowerCurve, perKilogram } from './derived.ts';
export { type DistanceBest, type DistanceBestOptions, distanceBests, STANDARD_DISTANCES } from './distance-bests.ts';
export { gridDurations, ROUND_DURATIONS } from './durations.ts';
export { curveAt, type MeanMaximalCurve, type MeanMaximalOptions, meanMaximal } from './mean-maximal.ts';
export { type CurveComparison, compareCurves, type MergedCurve, mergeCurves } from './merge.ts';
