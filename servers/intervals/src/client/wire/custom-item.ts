import * as z from '@core/mcp-kit/schema';
import { id, maybe, number, text } from './blocks.ts';

/** Something that an athlete added to the platform: a field, a chart, a set of zones. `content` depends on the type. */
export const wireCustomItem = z.object({
  id,
  type: text,
  name: text,
  description: text,
  visibility: text,
  content: maybe(z.looseObject({})),
  usage_count: number,
  index: number,
  image: text,
  updated: text,
});

export type WireCustomItem = z.infer<typeof wireCustomItem>;
