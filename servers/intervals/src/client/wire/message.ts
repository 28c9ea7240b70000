import * as z from '@core/mcp-kit/schema';
import { id, optionalId, text } from './blocks.ts';

/** A comment. Ids are 64-bit. */
export const wireMessage = z.object({
  id,
  athlete_id: text,
  name: text,
  created: text,
  type: text,
  content: text,
  deleted: text,
});

export type WireMessage = z.infer<typeof wireMessage>;

export const wireNewMessage = z.object({ id: optionalId });
