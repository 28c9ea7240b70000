import { type CallContext, Failure } from '@core/mcp-kit';
import type { ConversationPort, Found, Message, Thread, Who } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireChat } from '../client/wire/chat.ts';
import type { WireMessage } from '../client/wire/message.ts';
import { localDay } from '../domain/local-time.ts';

/** Chats whose newest message is read at most, when asked to look. */
const MOST_LOOKS = 20;

/**
 * Conversations of Intervals.icu: one request for the list, when asked to look one for the newest message of each chat,
 * and one for names that no message tells. Comments on an activity are listed only while they are new.
 */
export function conversationPort(ctx: CallContext<IntervalsPort>): ConversationPort {
  const { port } = ctx;
  return {
    threads: async ({ oldest, newest }, { who, look = false } = {}) => {
      const self = await ctx.self();
      const chats = await port.chats.listChats({ athlete: self.id });
      const groups = chats.items.filter(({ type }) => type === 'GROUP');
      const own = chats.items.flatMap((chat) => toThread(chat) ?? []);
      const mine = own.filter(({ athlete }) => who === undefined || athlete.id === who.id);
      const within = mine.filter(({ lastAt, unread }) => {
        const day = localDay(lastAt);
        return day === null ? look || (unread ?? 0) > 0 : day >= oldest && day <= newest;
      });
      const seen = look ? await Promise.all(within.slice(0, MOST_LOOKS).map((each) => looked(ctx, each))) : within;
      const items = seen.filter(({ lastAt, unread }) => {
        const day = localDay(lastAt);
        return day === null ? (unread ?? 0) > 0 : day >= oldest && day <= newest;
      });
      const left = look ? Math.max(0, within.length - MOST_LOOKS) : 0;
      return {
        items: (await named(ctx, items)).sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1)),
        skipped: {
          ...(groups.length > 0 && { 'groups, which are nobody’s alone': groups.length }),
          ...(chats.skipped > 0 && { 'cannot be read': chats.skipped }),
          ...(left > 0 && { [`more than ${MOST_LOOKS}`]: left }),
        },
      };
    },
    messages: (thread, limit) => messagesOf(ctx, thread, limit),
    send: async ({ where, aboutId, athlete }, content) => {
      if (where === 'activity' && aboutId !== null) {
        return (await port.activities.addMessage({ activity: aboutId, content })).id ?? '';
      }
      if (where !== 'chat') throw nowhere(where);
      const sent = await port.chats.sendMessage({
        ...(aboutId === null ? { athlete: athlete.id } : { chat: aboutId }),
        content,
      });
      return sent.id ?? sent.message?.id ?? '';
    },
  };
}

/** Names that no message told, from the roster: one request, and none where every name is known. */
async function named({ port }: CallContext<IntervalsPort>, threads: readonly Thread[]): Promise<Thread[]> {
  if (threads.every(({ athlete: { id, name } }) => name !== id)) return [...threads];
  const { items } = await port.roster.athletes({});
  const names = new Map(items.map(({ id, name }) => [id, name ?? id]));
  return threads.map((thread) => {
    const { id, name } = thread.athlete;
    return name === id ? { ...thread, athlete: { id, name: names.get(id) ?? id } } : thread;
  });
}

/** Until somebody tells the name, the athlete goes by the id. */
function toThread(chat: WireChat): Thread | undefined {
  if (chat.type === 'GROUP') return undefined;
  const other = chat.other_athlete_id ?? '';
  return {
    id: chat.activity_id ?? chat.id,
    where: chat.activity_id === null ? 'chat' : 'activity',
    aboutId: chat.activity_id,
    about: null,
    athlete: { id: other, name: chat.name ?? other },
    lastFrom: null,
    lastAt: chat.updated,
    unread: chat.new_message_count,
    excerpt: '',
  };
}

/** A thread with its newest message; as it was when there is none. */
async function looked(ctx: CallContext<IntervalsPort>, thread: Thread): Promise<Thread> {
  const { items } = await messagesOf(ctx, thread, 1);
  const [last] = items;
  if (last === undefined) return thread;
  const athlete = last.from === 'other' ? { ...thread.athlete, name: last.author } : thread.athlete;
  return { ...thread, athlete, lastFrom: last.from, lastAt: last.at, excerpt: last.text };
}

async function messagesOf(
  ctx: CallContext<IntervalsPort>,
  { id, where, athlete }: { readonly id: string; readonly where: Thread['where']; readonly athlete: Who },
  limit: number,
): Promise<Found<Message>> {
  const self = await ctx.self();
  if (where !== 'chat' && where !== 'activity') throw nowhere(where);
  const { items, skipped } =
    where === 'chat'
      ? await ctx.port.chats.listChatMessages({ chat: id, before: undefined, limit })
      : await ctx.port.activities.messages({ activity: id });
  const newestFirst = [...items].sort((a, b) =>
    (a.created ?? '') < (b.created ?? '') ? 1 : Number(b.id) - Number(a.id),
  );
  return {
    items: newestFirst.slice(0, limit).map((message) => toMessage(message, self.id, athlete)),
    skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
  };
}

function toMessage(message: WireMessage, selfId: string, { name }: Who): Message {
  return {
    id: message.id,
    from: message.athlete_id === selfId ? 'me' : 'other',
    author: message.name ?? name,
    at: message.created ?? '',
    text: message.deleted === null ? (message.content ?? '') : '(deleted)',
  };
}

function nowhere(where: string): Failure {
  return new Failure('bad_input', `Intervals.icu has no messages on a ${where}`, {
    next: 'use where: "chat" or "activity"',
  });
}
