import * as z from '@core/mcp-kit/schema';
import { id, list, number, numbers, text } from './blocks.ts';

const totals = {
  count: number,
  moving_time: number,
  elapsed_time: number,
  calories: number,
  total_elevation_gain: number,
  training_load: number,
  distance: number,
  eftp: number,
} as const;

/** A week of an athlete, Monday's date; its e-mail address is on the wire and is not read. */
export const wireWeek = z.object({
  ...totals,
  date: text,
  athlete_id: id,
  athlete_name: text,
  fitness: number,
  fatigue: number,
  form: number,
  rampRate: number,
  weight: number,
  timeInZones: numbers,
  byCategory: list(z.object({ category: text, ...totals })),
});

export type WireWeek = z.infer<typeof wireWeek>;
