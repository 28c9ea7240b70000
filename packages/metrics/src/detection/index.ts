/**
 * Finding things in an activity: elevation gain, moving time, climbs, intervals, surges.
 *
 * | Platform | Elevation gain | Moving |
 * |---|---|---|
 * | here | 7 s mean, hysteresis 1 m (barometer); 30 s and 10 m (satellite) | speed, power or cadence, 3 s debounce |
 * | GoldenCheetah | hysteresis 3 m: loses 16–20 % (median) | speed or cadence above 0 |
 * | elevate | 2 m | 4 km/h on a ride |
 * | Strava | not published | about 0.27 m/s without a timer pause |
 * | devices | their own total | timer |
 *
 * @packageDocumentation
 */

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
