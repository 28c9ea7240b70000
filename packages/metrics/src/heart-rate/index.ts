/**
 * Load and efficiency from heart rate.
 *
 * | Platform | Load | Decoupling |
 * |---|---|---|
 * | here | TRIMP per second; HRSS (100 = an hour at LTHR) as default | moving seconds with both signals, halves by time |
 * | GoldenCheetah | TRIMP of the average heart rate, 0.64 for both sexes; zonal TRIMP | halves by sample index, plain averages |
 * | TrainingPeaks | hrTSS from a table of points an hour by zone | NP or NGP a half |
 * | Intervals.icu | HRSS, or a regression on time in zones or on average heart rate | against the first hour after the warm-up |
 * | elevate | HRSS | – |
 * | igpsport-mcp | h·(HR/LTHR)²·100, which scores rest as 36 an hour | – |
 *
 * @packageDocumentation
 */

export {
  DECOUPLING_PRESETS,
  type Decoupling,
  type DecouplingConvention,
  type DecouplingOptions,
  decoupling,
} from './decoupling.ts';
export { fitZoneLoad, type RatedRide, type ZoneLoadModel, zoneLoad } from './regression.ts';
export {
  cardiacDrift,
  type HeartRateRecovery,
  heartRateRecovery,
  maxHeartRateFromAge,
  observedMaxHeartRate,
  type RecoveryOptions,
  restingHeartRate,
} from './response.ts';
export {
  FRIEL_POINTS,
  heartRateStressScore,
  type StressScoreOptions,
  squareHeartRateScore,
  type ZonePoints,
  zoneTableHeartRateScore,
} from './stress-score.ts';
export {
  banisterTrimp,
  exponentialTrimp,
  type HeartRateRange,
  steadyTrimp,
  TRIMP_WEIGHTS,
  type TrimpOptions,
  type TrimpWeights,
} from './trimp.ts';
export { edwardsTrimp, luciaTrimp, sessionRpe, zonalTrimp, zoneWeightedTrimp } from './zone-trimp.ts';
