import type { Route } from '@core/sandbox';
import { activityOf, athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { chatIdOf, type StoredMessage } from '../conversations.ts';
import { allKeys, json } from '../shape/json.ts';
import { chatKeys, messageKeys } from '../shape/keys.ts';
import { forbidden, integer, missing, objectBody, offsetTime, unprocessable } from '../shape/refusal.ts';
import { athleteAt, type World } from '../world.ts';

export const messageRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/activity/{id}/messages', handler: (_, ctx) => comments(ctx) },
  { method: 'POST', path: '/activity/{id}/messages', handler: (_, ctx) => comment(ctx) },
  { method: 'GET', path: '/athlete/{id}/chats', handler: (_, ctx) => json(chats(athleteOf(ctx))) },
  {
    method: 'GET',
    path: '/athlete/{id}/groups',
    handler: (_, ctx) => json(chats(athleteOf(ctx)).filter((chat) => chat.type === 'GROUP')),
  },
  { method: 'POST', path: '/chats/send-message', handler: (_, ctx) => send(ctx) },
  { method: 'GET', path: '/chats/{id}', handler: (_, ctx) => json(chatRow(chatOf(ctx))) },
  { method: 'GET', path: '/chats/{id}/messages', handler: (_, ctx) => chatMessages(ctx) },
  { method: 'PUT', path: '/chats/{id}/messages/{msgId}', handler: (_, ctx) => edit(ctx) },
  { method: 'DELETE', path: '/chats/{id}/messages/{msgId}', handler: (_, ctx) => remove(ctx) },
  { method: 'PUT', path: '/chats/{id}/messages/{msgId}/seen', handler: (_, ctx) => seen(ctx) },
];

function messageRow(message: StoredMessage): Record<string, unknown> {
  const { chat_id: _chat, ...row } = message;
  return allKeys(messageKeys, row);
}

function chatRow(chat: Record<string, unknown>): Record<string, unknown> {
  return allKeys(chatKeys, chat);
}

function chats(record: AthleteRecord): Record<string, unknown>[] {
  return record.conversations.chats.map(chatRow);
}

function comments(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  const since = integer(ctx.query, 'sinceId', 0);
  const rows = record.conversations.messages.filter(
    (message) => message.activity_id === activity.id && message.id > since,
  );
  return json(rows.slice(0, integer(ctx.query, 'limit', 100)).map(messageRow));
}

function contentOf(ctx: Ctx): string {
  const { content } = objectBody(ctx.text());
  if (typeof content !== 'string' || content === '') throw unprocessable('Content is required');
  return content;
}

function comment(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  const message = record.conversations.post(ctx.state.me, { content: contentOf(ctx), activity_id: activity.id });
  return json({ id: message.id, new_chat: null });
}

/** To a chat, an athlete or an activity: one of the three is named. */
function send(ctx: Ctx): Response {
  const body = objectBody(ctx.text());
  const content = contentOf(ctx);
  const { me } = ctx.state;
  if (typeof body.to_activity_id === 'string') {
    const { record, activity } = activityOf(ctx, 'read', body.to_activity_id);
    const message = record.conversations.post(me, { content, activity_id: activity.id });
    return json({ id: message.id, message: messageRow(message), new_chat: null });
  }
  const isNew = typeof body.to_athlete_id === 'string' ? openChat(ctx, body.to_athlete_id) : undefined;
  const chat = isNew?.chat ?? me.conversations.chats.find((each) => each.id === body.chat_id);
  if (!chat)
    throw body.chat_id === undefined
      ? unprocessable('chat_id, to_athlete_id or to_activity_id is required')
      : missing('Chat not found');
  const message = me.conversations.post(me, { content, chat_id: Number(chat.id) });
  return json({ id: message.id, message: messageRow(message), new_chat: isNew?.created ? chatRow(chat) : null });
}

function openChat(ctx: Ctx, athleteId: string): { chat: Record<string, unknown>; created: boolean } {
  const other = athleteAt(ctx.state, athleteId);
  const { chats: all } = ctx.state.me.conversations;
  const known = all.find((chat) => chat.other_athlete_id === other.id);
  if (known) return { chat: known, created: false };
  const chat = {
    id: 8_200 + other.number,
    type: 'PRIVATE',
    other_athlete_id: other.id,
    role: 'MEMBER',
    new_message_count: 0,
  };
  all.push(chat);
  return { chat, created: true };
}

function chatOf(ctx: Ctx): Record<string, unknown> {
  const chat = ctx.state.me.conversations.chats.find((each) => String(each.id) === ctx.params.id);
  if (!chat) throw missing('Chat not found');
  return chat;
}

const MOST = 100;

/** Newest first. */
function chatMessages(ctx: Ctx): Response {
  const chat = chatOf(ctx);
  const limit = integer(ctx.query, 'limit', 30);
  if (limit > MOST) throw unprocessable('limit must be <= 100');
  const before = integer(ctx.query, 'beforeId', Number.MAX_SAFE_INTEGER);
  const rows = ctx.state.me.conversations.messages
    .filter((message) => message.chat_id === chat.id && message.id < before)
    .sort((a, b) => b.id - a.id);
  return json(rows.slice(0, limit).map(messageRow));
}

function messageOf(ctx: Ctx): StoredMessage {
  const comment = commentOf(ctx);
  if (comment) return comment;
  const chat = chatOf(ctx);
  const message = ctx.state.me.conversations.messages.find(
    (each) => String(each.id) === ctx.params.msgId && each.chat_id === chat.id,
  );
  if (!message) throw missing('Message not found');
  return message;
}

/** A comment on an activity, whose chat is that of the activity. */
function commentOf(ctx: Ctx): StoredMessage | undefined {
  return ctx.state.athletes
    .filter(({ permission }) => permission !== 'NONE')
    .flatMap((record) => record.conversations.messages.map((message) => ({ record, message })))
    .find(
      ({ record, message: { id, activity_id: activity } }) =>
        String(id) === ctx.params.msgId && activity !== null && String(chatIdOf(record, activity)) === ctx.params.id,
    )?.message;
}

/** Only the content and the answer can be changed, and only one's own. */
function edit(ctx: Ctx): Response {
  const message = messageOf(ctx);
  if (message.athlete_id !== ctx.state.me.id) throw forbidden();
  const { content, answer } = objectBody(ctx.text());
  if (typeof content === 'string') message.content = content;
  if (typeof answer === 'string') message.answer = answer;
  return json({});
}

function remove(ctx: Ctx): Response {
  const message = messageOf(ctx);
  message.deleted = offsetTime(ctx.now());
  message.content = '';
  return json({});
}

function seen(ctx: Ctx): Response {
  const chat = chatOf(ctx);
  chat.new_message_count = 0;
  chat.last_seen_message_id = Number(ctx.params.msgId);
  return json({});
}
