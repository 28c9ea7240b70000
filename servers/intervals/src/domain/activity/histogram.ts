import type { Cell } from '@core/mcp-kit';
import type { WireBucket, WireTimeAtHr } from '../../client/wire/plot.ts';
import { speedColumns, speedOf } from '../sport.ts';

export const histogramKinds = ['power', 'heart_rate', 'pace', 'grade_adjusted_pace'] as const;

type Kind = (typeof histogramKinds)[number];

export const histogramColumns = [
  'from_w',
  'to_w',
  'from_bpm',
  'to_bpm',
  ...speedColumns.flatMap((name) => [`from_${name}`, `to_${name}`]),
  'time_s',
];

/** A bucket in a line. `from` is the lower speed, so for a pace the slower one. */
export function bucketRow({ min, max, secs }: WireBucket, kind: Kind, sport: string | null): Record<string, Cell> {
  if (kind === 'power') return { from_w: min, to_w: max, time_s: secs };
  if (kind === 'heart_rate') return { from_bpm: min, to_bpm: max, time_s: secs };
  return { ...prefixed('from', speedOf(sport, min)), ...prefixed('to', speedOf(sport, max)), time_s: secs };
}

/** Seconds at each whole heart rate. */
export function rowsAtBeat({ min_bpm, secs }: WireTimeAtHr): Record<string, Cell>[] {
  const lowest = min_bpm ?? 0;
  return secs.flatMap((time_s, i) => (time_s === null ? [] : [{ from_bpm: lowest + i, to_bpm: lowest + i, time_s }]));
}

function prefixed(prefix: string, values: Readonly<Record<string, number | null>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]));
}
