import type { Cadence } from '../workout.ts';
import { quoted, type Reading } from './length.ts';

/** Reads `cadence`: `90` or `85-95`, rpm or strides per minute. */
export function readCadence(text: string): Reading<Cadence> {
  const match = /^(\d{1,3})(?: ?- ?(\d{1,3}))?(?: ?rpm)?$/i.exec(text.trim());
  const instead = '85-95';
  if (!match) return { problem: `${quoted(text)} is not a cadence`, instead };
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  if (low < 20 || high > 250) return { problem: 'a cadence is 20 to 250 rpm', instead };
  if (low > high) return { problem: `${quoted(text)} runs from high to low`, instead: `${high}-${low}` };
  return { value: { low, high } };
}

/** A cadence as `readCadence` reads it: `90`, or `85-95`. */
export function writeCadence({ low, high }: Cadence): string {
  return low === high ? String(low) : `${low}-${high}`;
}
