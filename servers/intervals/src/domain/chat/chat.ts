import type { Cell } from '@core/mcp-kit';
import type { WireChat, WireChatMessage } from '../../client/wire/chat.ts';
import { utcMinute } from '../local-time.ts';

export const chatColumns = ['id', 'kind', 'with', 'name', 'unread', 'role', 'updated', 'activity_id'];

/** A conversation in one line; `with` is the other athlete's name where the key can see it, else the id. */
export function chatRow(chat: WireChat, names: ReadonlyMap<string, string | null>): Record<string, Cell> {
  const other = chat.other_athlete_id;
  return {
    id: chat.id,
    kind: chat.type?.toLowerCase() ?? null,
    with: other === null ? null : (names.get(other) ?? other),
    name: chat.name,
    unread: chat.new_message_count,
    role: chat.role?.toLowerCase() ?? null,
    updated: utcMinute(chat.updated),
    activity_id: chat.activity_id,
  };
}

export const chatMessageColumns = ['id', 'created', 'author', 'text', 'activity_id'];

/** A message in one line; deleted ones keep their place and lose their text. */
export function chatMessageRow(message: WireChatMessage, selfId: string): Record<string, Cell> {
  const kind =
    message.type === 'TEXT' || message.type === null ? null : `(${message.type.toLowerCase().replaceAll('_', ' ')})`;
  return {
    id: message.id,
    created: utcMinute(message.created),
    author: message.athlete_id === selfId ? 'you' : message.name,
    text: message.deleted === null ? ((message.content ?? kind)?.slice(0, 1000) ?? null) : '(deleted)',
    activity_id: message.activity_id,
  };
}
