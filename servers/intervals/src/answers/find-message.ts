import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireChatMessage } from '../client/wire/chat.ts';

/**
 * A message of a conversation among its last hundred; the service has no way to read one alone.
 *
 * @throws Failure `not_found`
 */
export async function findMessage(
  port: IntervalsPort,
  { chat, message }: { readonly chat: string; readonly message: string },
): Promise<WireChatMessage> {
  const { items } = await port.chats.listChatMessages({ chat, before: undefined, limit: 100 });
  const found = items.find(({ id }) => id === message);
  if (found !== undefined) return found;
  throw new Failure('not_found', `Message ${message.slice(0, 20)} is not among the last 100 of conversation ${chat}`, {
    next: 'take message_id from icu_get_chat_messages',
  });
}
