import * as z from '@core/mcp-kit/schema';
import { list, number, optionalId, text } from './blocks.ts';

/** One interval of an activity. There is no `name`, `duration` or `normalized_power` on the wire. */
export const wireInterval = z.object({
  id: optionalId,
  type: text,
  label: text,
  group_id: text,
  start_index: number,
  end_index: number,
  start_time: number,
  end_time: number,
  moving_time: number,
  elapsed_time: number,
  distance: number,
  average_watts: number,
  weighted_average_watts: number,
  max_watts: number,
  intensity: number,
  zone: number,
  training_load: number,
  joules_above_ftp: number,
  wbal_start: number,
  wbal_end: number,
  decoupling: number,
  average_heartrate: number,
  max_heartrate: number,
  average_cadence: number,
  average_speed: number,
  gap: number,
  total_elevation_gain: number,
  /** A fraction, not percent. */
  average_gradient: number,
});

export type WireInterval = z.infer<typeof wireInterval>;

/** A group has the averages of an interval, a text id made of them, and a count. */
const wireIntervalGroup = z.object({ ...wireInterval.shape, id: text, count: number });

export type WireIntervalGroup = z.infer<typeof wireIntervalGroup>;

export const wireIntervals = z.object({
  id: optionalId,
  analyzed: text,
  icu_intervals: list(wireInterval),
  icu_groups: list(wireIntervalGroup),
});

export type WireIntervals = z.infer<typeof wireIntervals>;
