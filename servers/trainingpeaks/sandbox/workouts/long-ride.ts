import { longRide as longRideOf, longText, type Session, type SimulatedAthlete } from '@core/sandbox/athlete';

/** A twelve-hour ride of 288 laps with a long description. */
export function longRide(athlete: SimulatedAthlete): Session {
  return longRideOf(athlete, {
    description: longText(),
    blocks: [
      {
        repeat: 144,
        steps: [
          { kind: 'work', seconds: 240, low: 0.58, high: 0.62 },
          { kind: 'rest', seconds: 60, low: 0.4, high: 0.45 },
        ],
      },
    ],
  });
}
