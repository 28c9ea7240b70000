import { kmPerHour, secondsPer } from './si.ts';

/** Every sport of the platform, spelled as the platform wants it (it is case-sensitive). */
export const sports = [
  'Ride',
  'Run',
  'Swim',
  'WeightTraining',
  'Hike',
  'Walk',
  'AlpineSki',
  'BackcountrySki',
  'Badminton',
  'Canoeing',
  'Crossfit',
  'EBikeRide',
  'EMountainBikeRide',
  'Elliptical',
  'Golf',
  'GravelRide',
  'TrackRide',
  'Handcycle',
  'HighIntensityIntervalTraining',
  'Hockey',
  'IceSkate',
  'InlineSkate',
  'Kayaking',
  'Kitesurf',
  'MountainBikeRide',
  'Cyclocross',
  'NordicSki',
  'OpenWaterSwim',
  'Padel',
  'Pilates',
  'Pickleball',
  'Racquetball',
  'Rugby',
  'RockClimbing',
  'RollerSki',
  'Rowing',
  'Sail',
  'Skateboard',
  'Snowboard',
  'Snowshoe',
  'Soccer',
  'Squash',
  'StairStepper',
  'StandUpPaddling',
  'Surfing',
  'TableTennis',
  'Tennis',
  'TrailRun',
  'Transition',
  'Velomobile',
  'VirtualRide',
  'VirtualRow',
  'VirtualRun',
  'VirtualSki',
  'WaterSport',
  'Wheelchair',
  'Windsurf',
  'Workout',
  'Yoga',
  'Other',
] as const;

const onFoot = new Set(['Run', 'TrailRun', 'VirtualRun', 'Walk', 'Hike', 'Snowshoe']);
const running = new Set(['Run', 'TrailRun', 'VirtualRun']);
const swimming = new Set(['Swim', 'OpenWaterSwim']);
const rowing = new Set(['Rowing', 'VirtualRow', 'Canoeing', 'Kayaking']);

/** Whether cadence counts strides: the platform stores one foot. */
export const isOnFoot = (sport: string | null) => sport !== null && onFoot.has(sport);
export const isRun = (sport: string | null) => sport !== null && running.has(sport);
export const isSwim = (sport: string | null) => sport !== null && swimming.has(sport);

const strong = new Set(['WeightTraining', 'Crossfit', 'Pilates', 'Yoga']);

/** Sports that share thresholds: every kind of ride, run, swim or row. */
export function familyOf(sport: string | null): 'ride' | 'run' | 'swim' | 'row' | 'strength' | 'other' {
  if (sport === null) return 'other';
  if (isRun(sport)) return 'run';
  if (isSwim(sport)) return 'swim';
  if (rowing.has(sport)) return 'row';
  if (strong.has(sport)) return 'strength';
  return sport.endsWith('Ride') || sport === 'Cyclocross' ? 'ride' : 'other';
}

const mainSports = {
  ride: 'Ride',
  run: 'Run',
  swim: 'Swim',
  row: 'Rowing',
  strength: 'WeightTraining',
  other: 'Other',
};

/** The sport whose settings and curves stand for a family. */
export const mainSport = (family: keyof typeof mainSports): string => mainSports[family];

/** How fast, in the unit the sport talks in, from m/s: a pace for feet, water and oars, a speed for the rest. */
export function speedOf(sport: string | null, speed: number | null): Readonly<Record<string, number | null>> {
  if (isSwim(sport)) return { pace_s_per_100m: secondsPer(100, speed) };
  if (sport !== null && rowing.has(sport)) return { pace_s_per_500m: secondsPer(500, speed) };
  if (isOnFoot(sport)) return { pace_s_per_km: secondsPer(1000, speed) };
  return { speed_km_h: kmPerHour(speed) };
}

/** Column names that {@link speedOf} may yield. */
export const speedColumns = ['speed_km_h', 'pace_s_per_km', 'pace_s_per_100m', 'pace_s_per_500m'] as const;
