import type { Cell } from '@core/mcp-kit';
import type { WireMessage } from '../client/wire/message.ts';
import { utcMinute } from './local-time.ts';

/** A comment in one line. `created` is a moment with its zone; deleted ones keep their place and lose their text. */
export function messageRow(message: WireMessage, selfId: string): Record<string, Cell> {
  return {
    id: message.id,
    created: utcMinute(message.created),
    author: message.athlete_id === selfId ? 'you' : message.name,
    text: message.deleted === null ? message.content : '(deleted)',
  };
}

export const messageColumns = ['id', 'created', 'author', 'text'];
