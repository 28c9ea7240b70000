import type { Cell } from '@core/mcp-kit';
import type { WireBestEfforts } from '../../client/wire/stream.ts';
import { km } from '../si.ts';
import { speedColumns, speedOf } from '../sport.ts';

/** Channels that efforts can be ranked by, with their names on the wire; pace is asked for as speed. */
export const effortStreams = { power: 'watts', heart_rate: 'heartrate', speed: 'velocity_smooth' } as const;

export type EffortChannel = keyof typeof effortStreams;

export const effortColumns = [
  'start_s',
  'duration_s',
  'distance_km',
  'average_power_w',
  'average_hr_bpm',
  ...speedColumns,
];

interface EffortContext {
  readonly channel: EffortChannel;
  readonly sport: string | null;
  /** Seconds since the start for each sample: the wire says where an effort starts in samples only. */
  readonly time: readonly (number | null)[];
}

/** One stretch. The platform counts missing samples as 0 in `average`. */
export function bestEffortRow(
  effort: WireBestEfforts['efforts'][number],
  { channel, sport, time }: EffortContext,
): Record<string, Cell> {
  const average = effort.average;
  return {
    start_s: effort.start_index === null ? null : (time[effort.start_index] ?? null),
    duration_s: effort.duration,
    distance_km: km(effort.distance),
    ...(channel === 'power' && { average_power_w: average }),
    ...(channel === 'heart_rate' && { average_hr_bpm: average }),
    ...(channel === 'speed' && speedOf(sport, average)),
  };
}
