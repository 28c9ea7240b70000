import type { SimulatedAthlete } from '../athlete/index.ts';
import { activityFile } from './write.ts';

/** What the head unit's meter shows of the watts that the athlete's services have. */
export const OTHER_METER = 1.03;

/**
 * Yesterday's session as a second recorder kept it: the same seconds, its own power meter. It lies in the files folder of
 * the sandboxes, as the export of another service would.
 */
export function otherRecorderFile({ sessions, recording, profile }: SimulatedAthlete): Uint8Array {
  const session = sessions.at(-1)!;
  const own = recording(session);
  const { power } = own.channels;
  const channels = power === undefined ? own.channels : { ...own.channels, power: power.map((w) => w * OTHER_METER) };
  return activityFile({ ...session, source: 'garmin' }, { ...own, channels }, profile);
}
