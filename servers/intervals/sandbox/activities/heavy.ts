import { addDays, type Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';

/** A twelve-hour ride, two days ago: the largest single thing an answer can be about. */
export function heavyRide(record: AthleteRecord): Session {
  const day = addDays(record.simulated.today, -2);
  const model = record.simulated.sessions.find((session) => session.sport === 'ride');
  if (!model) throw new Error('the history has no ride');
  return {
    ...model,
    index: record.simulated.sessions.length,
    seed: 4711,
    day,
    startLocal: `${day}T05:02:11`,
    sport: 'ride',
    title: 'Twelve hours around Slovenia',
    description: 'A long one.',
    tags: ['ultra'],
    workout: {
      target: 'power',
      blocks: [{ repeat: 1, steps: [{ kind: 'steady', seconds: 43_200, low: 0.55, high: 0.6 }] }],
    },
    structured: false,
    pacedBySettings: false,
    race: false,
    commute: false,
    sensors: { power: true, heartRate: true, cadence: true, position: true, dropouts: false },
    source: 'garmin',
    courseName: 'Krim climb loop',
    thresholdTrue: record.simulated.season.ftpOn(day),
    thresholdSet: record.simulated.season.ftpSettingOn(day),
    plannedIndex: undefined,
  };
}
