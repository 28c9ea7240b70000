import type { SportFamily } from '@core/training-tools';
import { sportFamily, sportName } from '../domain/workouts/sport.ts';

/** The family that thresholds, zones and paces of a sport are shared by. */
export function familyOf(sport: number | null): SportFamily {
  if (sportName(sport) === 'Strength') return 'strength';
  const family = sportFamily(sport);
  if (family === 'bike') return 'ride';
  return family === 'run' || family === 'swim' || family === 'row' ? family : 'other';
}

/** The sport that a family's thresholds are kept under; sports without their own take the default group. */
export const sportOf: Readonly<Record<SportFamily, number>> = {
  ride: 2,
  run: 3,
  swim: 1,
  row: 12,
  strength: 9,
  other: 100,
};

/** The family of a kind of event: `CyclingRoad`, `RunningTrail`. */
export function eventFamily(eventType: string | null): SportFamily {
  const found = events.find(([start]) => eventType?.startsWith(start) === true);
  return found?.[1] ?? 'other';
}

const events: readonly (readonly [start: string, family: SportFamily])[] = [
  ['Cycling', 'ride'],
  ['Running', 'run'],
  ['Swim', 'swim'],
  ['Rowing', 'row'],
];
