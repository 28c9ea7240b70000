import { longRide, type Session } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';

/** A ride of twelve hours in one lap. */
export function heavyRide({ simulated }: AthleteRecord): Session {
  return longRide(simulated, {
    description: 'A long one.',
    blocks: [{ repeat: 1, steps: [{ kind: 'steady', seconds: 43_200, low: 0.55, high: 0.6 }] }],
  });
}
