import * as z from '@core/mcp-kit/schema';
import { id, list, number, text, texts } from './blocks.ts';

/** A public race that athletes put on their calendars. */
export const wireSharedEvent = z.object({
  id,
  category: text,
  types: texts,
  name: text,
  start_date_local: text,
  closing_date_local: text,
  location: text,
  region: text,
  country: text,
  website: text,
  description: text,
  usage_count: number,
  courses: list(
    z.object({ name: text, types: texts, distance: number, total_elevation_gain: number, start_time: text }),
  ),
});
