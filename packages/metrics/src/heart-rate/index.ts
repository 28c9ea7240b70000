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
