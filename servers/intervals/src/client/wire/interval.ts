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

export const wireIntervals = z.object({
  id: optionalId,
  icu_intervals: list(wireInterval),
});

export type WireIntervals = z.infer<typeof wireIntervals>;

/** What of an interval can be written; everything else is measured again. */
export interface IntervalBody {
  readonly start_index: number;
  readonly end_index: number;
  readonly label?: string | null;
}
