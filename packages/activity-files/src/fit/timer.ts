import { rawFields } from './raw-fields.ts';
import type { Scan } from './scan.ts';
import { fitTimeToMs, hasTime } from './time.ts';

const eventMessage = 21;
const eventField = 0;
const typeField = 1;
const timerEvent = 0;
const start = 0;
/** stop, stop_all, stop_disable, stop_disable_all. */
const stops = [1, 4, 8, 9];

/**
 * Timer pauses in milliseconds: from a stop to the next start. A stop without a later start ends the activity and is no
 * pause; many devices never write it. A stop and a start of the same second are no pause either.
 */
export function timerPauses(scan: Scan): { from: number; to: number }[] {
  const events = rawFields(scan, eventMessage);
  const pauses: { from: number; to: number }[] = [];
  let stopped: number | null = null;
  for (let i = 0; i < (events?.count ?? 0); i++) {
    if (events === null || events.value(i, eventField) !== timerEvent || !hasTime(events.time(i))) continue;
    const type = events.value(i, typeField);
    const at = fitTimeToMs(events.time(i));
    if (stops.includes(type)) stopped ??= at;
    else if (type === start && stopped !== null) {
      if (at > stopped) pauses.push({ from: stopped, to: at });
      stopped = null;
    }
  }
  return pauses;
}
