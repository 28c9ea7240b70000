import type { Sport } from '@core/sandbox/athlete';

/** The simulator's sports in the service's words. */
export const TYPE_OF_SPORT: Readonly<Record<Sport, string>> = {
  ride: 'Ride',
  'virtual-ride': 'VirtualRide',
  'gravel-ride': 'GravelRide',
  run: 'Run',
  'trail-run': 'TrailRun',
  swim: 'Swim',
  strength: 'WeightTraining',
  hike: 'Hike',
};

export const ACTIVITY_TYPES: ReadonlySet<string> = new Set(
  `Ride Run Swim WeightTraining Hike Walk AlpineSki BackcountrySki Badminton Canoeing Crossfit EBikeRide EMountainBikeRide
  Elliptical Golf GravelRide TrackRide Handcycle HighIntensityIntervalTraining Hockey IceSkate InlineSkate Kayaking Kitesurf
  MountainBikeRide Cyclocross NordicSki OpenWaterSwim Padel Pilates Pickleball Racquetball Rugby RockClimbing RollerSki Rowing
  Sail Skateboard Snowboard Snowshoe Soccer Squash StairStepper StandUpPaddling Surfing TableTennis Tennis TrailRun Transition
  Velomobile VirtualRide VirtualRow VirtualRun VirtualSki WaterSport Wheelchair Windsurf Workout Yoga Other`.split(
    /\s+/,
  ),
);

export type Family = 'ride' | 'run' | 'swim' | 'other';

const RIDES = new Set(
  'Ride VirtualRide GravelRide MountainBikeRide EBikeRide EMountainBikeRide TrackRide Cyclocross Handcycle Velomobile'.split(
    ' ',
  ),
);
const RUNS = new Set(['Run', 'TrailRun', 'VirtualRun']);
const SWIMS = new Set(['Swim', 'OpenWaterSwim']);

/** Which settings group and which measure a type belongs to. */
export function familyOf(type: string | null | undefined): Family {
  if (type === null || type === undefined) return 'other';
  if (RIDES.has(type)) return 'ride';
  if (RUNS.has(type)) return 'run';
  return SWIMS.has(type) ? 'swim' : 'other';
}

export const RIDE_TYPES = [...RIDES];
export const RUN_TYPES = [...RUNS];
export const SWIM_TYPES = [...SWIMS];
