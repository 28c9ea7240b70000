import * as z from '@core/mcp-kit/schema';
import { id, number, optionalId, text } from './blocks.ts';

/** A comment. Ids are 64-bit. */
export const wireMessage = z.object({
  id,
  athlete_id: text,
  name: text,
  created: text,
  type: text,
  content: text,
  start_index: number,
  end_index: number,
  deleted: text,
});

export type WireMessage = z.infer<typeof wireMessage>;

export const wireNewMessage = z.object({ id: optionalId });
