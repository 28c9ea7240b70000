/**
 * Zones and how time is spread over them. Bounds are half-open: a value on a bound belongs to the zone above.
 *
 * | Platform | Zones | Bounds |
 * |---|---|---|
 * | here | tables of Coggan, Friel, ACSM, Seiler and GoldenCheetah, of the anchor that is given | lower bound inclusive |
 * | TrainingPeaks | the athlete's own, from many methods | whole numbers, both inclusive |
 * | Intervals.icu | tops in % of FTP or threshold speed, in bpm for heart rate | heart-rate tops inclusive |
 * | GoldenCheetah | Coggan heart rate 68/83/94/105 % LTHR by default | lower bound inclusive |
 * | icuvisor | polarization index divides by Z2 twice (3.20 where Treff's formula gives 2.16) | – |
 *
 * @packageDocumentation
 */

export {
  collapseToThree,
  type DistributionClass,
  type IntensityDistribution,
  intensityDistribution,
  polarizationIndex,
  type ThreeZoneTime,
} from './distribution.ts';
export { ZONE_TABLES, type ZoneTable, type ZoneTableName } from './tables.ts';
export { type TimeInZoneOptions, type TimeInZones, timeInZones, zoneTimeAgreement } from './time-in-zone.ts';
export {
  individualLevels,
  reserveZones,
  sweetSpot,
  type ThreeZoneInput,
  threeZones,
  type ZoneSet,
  zonesOf,
} from './zone-set.ts';
