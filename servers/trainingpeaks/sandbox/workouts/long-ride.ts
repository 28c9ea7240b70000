import { addDays, longText, type Session, type SimulatedAthlete } from '@core/sandbox/athlete';

/** A twelve-hour ride of 288 laps, two days ago: the largest single thing an answer can be about. */
export function longRide({ sessions, season, today }: SimulatedAthlete): Session {
  const day = addDays(today, -2);
  const model = sessions.find(({ sport }) => sport === 'ride');
  if (!model) throw new Error('the history has no ride');
  return {
    ...model,
    index: sessions.length,
    seed: 4711,
    day,
    startLocal: `${day}T05:02:11`,
    title: 'Twelve hours around Slovenia',
    description: longText(),
    tags: ['ultra'],
    workout: {
      target: 'power',
      blocks: [
        {
          repeat: 144,
          steps: [
            { kind: 'work', seconds: 240, low: 0.58, high: 0.62 },
            { kind: 'rest', seconds: 60, low: 0.4, high: 0.45 },
          ],
        },
      ],
    },
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
