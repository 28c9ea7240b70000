import * as z from '@core/mcp-kit/schema';
import { id, maybe, number, optionalId, text } from './blocks.ts';
import { wireMessage } from './message.ts';

/** A conversation: with one athlete, in a group, or about an activity. */
export const wireChat = z.object({
  id,
  type: text,
  name: text,
  description: text,
  role: text,
  new_message_count: number,
  other_athlete_id: optionalId,
  activity_id: optionalId,
  updated: text,
});

export type WireChat = z.infer<typeof wireChat>;

export const wireChatMessage = z.object({ ...wireMessage.shape, activity_id: optionalId });

export type WireChatMessage = z.infer<typeof wireChatMessage>;

export const wireSent = z.object({ id: optionalId, message: maybe(wireChatMessage), new_chat: maybe(wireChat) });
