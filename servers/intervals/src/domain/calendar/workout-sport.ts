import type { Sport } from '@core/workouts';

const families: readonly (readonly [Sport, readonly string[]])[] = [
  [
    'bike',
    [
      'Ride',
      'VirtualRide',
      'GravelRide',
      'MountainBikeRide',
      'Cyclocross',
      'TrackRide',
      'EBikeRide',
      'EMountainBikeRide',
      'Velomobile',
      'Handcycle',
    ],
  ],
  ['run', ['Run', 'TrailRun', 'VirtualRun']],
  ['swim', ['Swim', 'OpenWaterSwim']],
  ['row', ['Rowing', 'VirtualRow', 'Canoeing', 'Kayaking']],
  ['ski', ['NordicSki', 'RollerSki', 'VirtualSki', 'BackcountrySki']],
  ['walk', ['Walk', 'Hike', 'Snowshoe']],
];

/** The family of a platform sport, as structured workouts know it. */
export function workoutSport(sport: string | null): Sport {
  return families.find(([, names]) => sport !== null && names.includes(sport))?.[0] ?? 'other';
}
