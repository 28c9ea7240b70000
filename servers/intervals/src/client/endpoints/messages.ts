import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireMessage, wireNewMessage } from '../wire/message.ts';

export const listMessages = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/messages`,
  query: () => ({ limit: 100 }),
  response: rows(wireMessage),
  cacheSeconds: 15,
  anewForWrites: true,
});

export const addMessage = endpoint<{ activity: string; content: string }>()({
  method: 'POST',
  path: ({ activity }) => path`activity/${activity}/messages`,
  body: ({ content }) => ({ content }),
  response: wireNewMessage,
});
