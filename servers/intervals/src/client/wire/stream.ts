import * as z from '@core/mcp-kit/schema';
import { list, number, numbers, text } from './blocks.ts';

/**
 * A numeric series over the samples of an activity. `latlng` holds latitude in `data`, longitude in `data2`. Series of
 * arrays (`hrv`) are never asked for.
 */
export const wireStream = z.object({ type: text, name: text, data: numbers, data2: numbers });

export type WireStream = z.infer<typeof wireStream>;

/** Best windows of one stream. `distance` is null when asked by `duration`, and the other way round. */
export const wireBestEfforts = z.object({
  efforts: list(
    z.object({ start_index: number, end_index: number, average: number, duration: number, distance: number }),
  ),
});

export type WireBestEfforts = z.infer<typeof wireBestEfforts>;
