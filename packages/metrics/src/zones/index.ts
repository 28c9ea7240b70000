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
