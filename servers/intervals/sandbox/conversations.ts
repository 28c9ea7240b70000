import { addDays, HOSTILE_TEXTS, longText } from '@core/sandbox/athlete';
import type { AthleteRecord } from './athlete-record.ts';
import { offsetTime } from './shape/refusal.ts';

export interface StoredMessage {
  readonly id: number;
  readonly athlete_id: string;
  readonly name: string;
  readonly created: string;
  readonly type: string;
  content: string;
  activity_id: string | null;
  chat_id: number | null;
  deleted: string | null;
  seen: boolean;
  [key: string]: unknown;
}

/** Who writes. */
type Author = Pick<AthleteRecord, 'id'> & { readonly profile: Pick<AthleteRecord['profile'], 'name'> };

/** Comments on activities, and chats. */
export interface Conversations {
  messages: StoredMessage[];
  readonly chats: Record<string, unknown>[];
  post(from: Author, values: { content: string; activity_id?: string; chat_id?: number }): StoredMessage;
}

const FIRST_MESSAGE = 5_012_000;

/** The chat that holds the comments on an activity; there is none before the first comment. */
export function chatIdOf(record: AthleteRecord, activityId: string): number | null {
  const commented = record.conversations.messages.some((message) => message.activity_id === activityId);
  return commented ? 9_000_000 + (Number(activityId.replace(/\D/g, '')) % 1_000_000) : null;
}

export function createConversations(record: AthleteRecord): Conversations {
  const chatId = 8_100 + record.number * 10;
  let next = FIRST_MESSAGE + record.number * 10_000;
  const conversations: Conversations = {
    messages: [],
    chats: [
      {
        id: chatId,
        type: 'PRIVATE',
        name: null,
        other_athlete_id: 'i300011',
        role: 'MEMBER',
        new_message_count: 1,
        updated: offsetTime(record.clock.now()),
      },
      {
        id: chatId + 1,
        type: 'GROUP',
        name: 'Tuesday group',
        slug: 'tuesday-group',
        role: 'ADMIN',
        new_message_count: 0,
      },
    ],
    post(from, values) {
      next += 1;
      const message: StoredMessage = {
        id: next,
        athlete_id: from.id,
        name: from.profile.name,
        created: offsetTime(record.clock.now()),
        type: 'TEXT',
        content: values.content,
        activity_id: values.activity_id ?? null,
        chat_id: values.chat_id ?? null,
        deleted: null,
        seen: true,
      };
      conversations.messages.push(message);
      return message;
    },
  };
  seed(record, conversations, chatId);
  return conversations;
}

function seed(record: AthleteRecord, conversations: Conversations, chatId: number): void {
  const yesterday = addDays(record.simulated.today, -1);
  const recent = record.activities.list().filter((activity) => activity.startLocal < `${yesterday}T99`);
  const texts = [
    'Good work on the first two. What happened in the third?',
    HOSTILE_TEXTS.injection,
    HOSTILE_TEXTS.html,
    longText(),
  ];
  texts.forEach((content, i) => {
    const activity = recent[Math.floor(i / 2)];
    if (activity) conversations.post(record, { content, activity_id: activity.id });
  });
  const other: Author = record.number === 0 ? { id: 'i300011', profile: { name: 'Ana Kovač' } } : record;
  conversations.post(record, { content: 'Can we move Thursday?', chat_id: chatId });
  for (const content of [HOSTILE_TEXTS.fakeSystem, HOSTILE_TEXTS.rightToLeft]) {
    conversations.post(other, { content, chat_id: chatId });
  }
}
