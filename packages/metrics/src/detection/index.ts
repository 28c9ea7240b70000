export { type Climb, type ClimbRules, climbs } from './climbs.ts';
export {
  ELEVATION_PRESETS,
  type ElevationChange,
  type ElevationConvention,
  type ElevationOptions,
  elevationGain,
} from './elevation-gain.ts';
export type { IntervalSet } from './interval-sets.ts';
export { type DetectedInterval, type DetectedIntervals, detectIntervals, type IntervalOptions } from './intervals.ts';
export {
  MOVING_PRESETS,
  type MovingConvention,
  type MovingInput,
  type MovingOptions,
  type MovingTime,
  movingTime,
  type Stretch,
  stretchesOf,
  surges,
} from './moving-time.ts';
