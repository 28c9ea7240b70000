import type { Sport } from '../workout.ts';

const TYPES: Record<Sport, readonly string[]> = {
  bike: [
    'Ride',
    'VirtualRide',
    'GravelRide',
    'MountainBikeRide',
    'TrackRide',
    'Cyclocross',
    'EBikeRide',
    'EMountainBikeRide',
    'Handcycle',
    'Velomobile',
  ],
  run: ['Run', 'TrailRun', 'VirtualRun'],
  swim: ['Swim', 'OpenWaterSwim'],
  row: ['Rowing', 'VirtualRow'],
  ski: ['NordicSki', 'BackcountrySki', 'RollerSki', 'VirtualSki', 'AlpineSki'],
  walk: ['Walk', 'Hike', 'Snowshoe'],
  other: ['Workout'],
};

/** Our sport of an activity type (`Ride`, `TrailRun` …); `other` for the rest. */
export function sportOfType(type: string | null | undefined): Sport {
  return (Object.keys(TYPES) as Sport[]).find((sport) => TYPES[sport].includes(type ?? '')) ?? 'other';
}

/** The plain activity type of a sport, for a new event. */
export function typeOfSport(sport: Sport): string {
  return TYPES[sport][0] ?? 'Workout';
}
