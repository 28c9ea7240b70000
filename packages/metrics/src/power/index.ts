/**
 * Power of a ride, its normalized forms and the load made of them.
 *
 * | Platform | NP | Load |
 * |---|---|---|
 * | here, devices | 30 s windows restart after holes, full windows only; within 1 W of the device in 20 of 26 files | timer time × NP × IF |
 * | TrainingPeaks | starts at 30 s; treatment of holes not published | TSS over timer time |
 * | Intervals.icu | not published at holes | the same, whole points |
 * | GoldenCheetah | holes glued, window primed with zeros (11 of 26 files within 1 W) | over counted samples; BikeScore from xPower beside it |
 * | elevate | disjoint 30 s blocks, not a rolling mean | – |
 *
 * @packageDocumentation
 */

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
