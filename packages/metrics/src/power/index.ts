export { aerobicShareAtAltitude, altitudeAdjustedPower, vam, wattsPerKiloFromVam } from './climbing.ts';
export {
  efficiencyFactor,
  intensityFactor,
  type RatedEffort,
  trainingStressScore,
  variabilityIndex,
} from './intensity.ts';
export {
  additiveLoad,
  combineNormalizedPower,
  NORMALIZED_POWER_PRESETS,
  type NormalizedPart,
  type NormalizedPowerConvention,
  type NormalizedPowerOptions,
  normalizedPower,
} from './normalized-power.ts';
export { type TechniqueChannel, techniqueMean } from './pedalling.ts';
export { type QuadrantSettings, type Quadrants, quadrants } from './quadrants.ts';
export { type TrainingImpact, trainingImpact } from './tiss.ts';
export { averagePower, maxPower, type WorkAbove, work, workAbove } from './work.ts';
export { bikeScore, relativeIntensity, type XPowerOptions, type XPowerVariant, xPower } from './xpower.ts';
