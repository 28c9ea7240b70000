import { endpoint, path } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { number, rows } from '../wire/blocks.ts';
import { wireChat, wireChatMessage, wireSent } from '../wire/chat.ts';

interface OfMessage {
  readonly chat: string;
  readonly message: string;
}

/** Conversations of the account's owner, groups included, most recently active first. */
export const listChats = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/chats`,
  response: rows(wireChat),
  cacheSeconds: 15,
});

/** Groups alone, by name, the quiet ones included. */
export const listGroups = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/groups`,
  response: rows(wireChat),
  cacheSeconds: 60,
});

export const getChat = endpoint<{ chat: string }>()({
  method: 'GET',
  path: ({ chat }) => path`chats/${chat}`,
  response: wireChat,
  cacheSeconds: 15,
  anewForWrites: true,
});

/** Newest first; at most 100. */
export const listChatMessages = endpoint<{ chat: string; before: string | undefined; limit: number }>()({
  method: 'GET',
  path: ({ chat }) => path`chats/${chat}/messages`,
  query: ({ before, limit }) => ({ beforeId: before, limit }),
  response: rows(wireChatMessage),
  cacheSeconds: 15,
  anewForWrites: true,
});

/** To a chat or to an athlete: one of the two. */
export const sendMessage = endpoint<{ chat?: string; athlete?: string; content: string }>()({
  method: 'POST',
  path: () => path`chats/send-message`,
  body: ({ chat, athlete, content }) => ({
    ...(chat !== undefined && { chat_id: Number(chat) }),
    ...(athlete !== undefined && { to_athlete_id: athlete }),
    content,
  }),
  response: wireSent,
});

export const editMessage = endpoint<OfMessage & { content: string }>()({
  method: 'PUT',
  path: ({ chat, message }) => path`chats/${chat}/messages/${message}`,
  body: ({ content }) => ({ content }),
  response: 'none',
});

export const deleteMessage = endpoint<OfMessage>()({
  method: 'DELETE',
  path: ({ chat, message }) => path`chats/${chat}/messages/${message}`,
  response: 'none',
});

/** Everything up to this message counts as read. */
export const markSeen = endpoint<OfMessage>()({
  method: 'PUT',
  path: ({ chat, message }) => path`chats/${chat}/messages/${message}/seen`,
  response: 'none',
});

/** The coach's mark on an activity: the id of one of the labels of the coach's profile, 0 takes it away. */
export const setCoachTick = endpoint<{ activity: string; tick: number }>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}`,
  body: ({ tick }) => ({ coach_tick: tick }),
  response: z.object({ coach_tick: number }),
});

export const getCoachTick = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}`,
  response: z.object({ coach_tick: number }),
});
