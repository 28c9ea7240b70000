import type { SimulatedAthlete } from './athlete.ts';
import { addDays } from './days.ts';
import type { Session } from './session.ts';
import type { Block } from './workout.ts';

/** A twelve-hour ride, two days ago: the largest single thing an answer can be about. Its index is the next free one. */
export function longRide(
  { sessions, season, today }: SimulatedAthlete,
  { blocks, description }: { readonly blocks: readonly Block[]; readonly description: string },
): Session {
  const day = addDays(today, -2);
  const model = sessions.find(({ sport }) => sport === 'ride');
  if (!model) throw new Error('the history has no ride');
  return {
    ...model,
    index: sessions.length,
    seed: 4711,
    day,
    startLocal: `${day}T05:02:11`,
    title: LONG_RIDE_TITLE,
    description,
    tags: ['ultra'],
    workout: { target: 'power', blocks },
    structured: false,
    pacedBySettings: false,
    race: false,
    commute: false,
    sensors: { power: true, heartRate: true, cadence: true, position: true, dropouts: false },
    source: 'garmin',
    courseName: 'Krim climb loop',
    thresholdTrue: season.ftpOn(day),
    thresholdSet: season.ftpSettingOn(day),
    plannedIndex: undefined,
  };
}

export const LONG_RIDE_TITLE = 'Twelve hours around Slovenia';
